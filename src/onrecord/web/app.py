"""The site as an application: its pages and its API, what every answer carries, and who may ask.

In: a `Site`. Out: an ASGI application. Pages are drawn on this side; a script only adds comfort.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from onrecord.web import failures
from onrecord.web.access.door import letting_in
from onrecord.web.pages import ROUTERS
from onrecord.web.site import Site
from onrecord.web.templates import STATIC

YEAR = 31_536_000  # seconds: the address of a static file changes when the file does
LEAST_ZIPPED = 1_000  # bytes

# Nothing from another host, no script or style in a page, nobody's frame.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def make_app(site: Site) -> FastAPI:
    """The site of a record."""
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = site
    failures.handle(app)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.middleware("http")(letting_in)
    app.middleware("http")(_with_headers)
    app.add_middleware(GZipMiddleware, minimum_size=LEAST_ZIPPED)
    return app


async def _with_headers(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """What every answer carries; a page that has a stricter policy of its own keeps it."""
    response = await go_on(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    is_static = request.url.path.startswith("/static/") and "v" in request.query_params
    cached = f"public, max-age={YEAR}, immutable" if is_static else "no-cache, private"
    response.headers.setdefault("Cache-Control", cached)
    return response
