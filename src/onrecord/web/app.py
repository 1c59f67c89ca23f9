"""The site as an application: its pages and its API, what every answer carries, and who may ask.

In: a `Site`. Out: an ASGI application. Pages are drawn on this side; a script only adds comfort.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Depends, FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from onrecord.web import failures, feeds
from onrecord.web.access.door import letting_in
from onrecord.web.access.limits import Limited
from onrecord.web.access.reach import Reach, by_our_name
from onrecord.web.api import ROUTERS as API_ROUTERS
from onrecord.web.pages import ROUTERS
from onrecord.web.site import Site
from onrecord.web.templates import STATIC

YEAR = 31_536_000  # seconds: the address of a static file changes when the file does
LEAST_ZIPPED = 1_000  # bytes
ZIPPED = 5  # of 9 steps: the last ones take twice the time for a hundredth of the bytes

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


def make_app(site: Site, reach: Reach | None = None) -> FastAPI:
    """The site of a record. `reach` tells by which names; by default by those of this machine itself."""
    app = FastAPI(
        title="onrecord", docs_url=None, redoc_url=None, openapi_url=None,
        dependencies=[Depends(failures.refuse_nul)],
    )  # fmt: skip
    app.state.site = site
    app.state.reach = reach or Reach()
    failures.handle(app)
    for router in (*ROUTERS, *API_ROUTERS, feeds.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    # From the inside out: a request meets the last of them first.
    app.add_middleware(Limited)
    app.middleware("http")(letting_in)
    app.middleware("http")(by_our_name)
    app.middleware("http")(_with_headers)
    app.add_middleware(GZipMiddleware, minimum_size=LEAST_ZIPPED, compresslevel=ZIPPED)
    return app


async def _with_headers(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """What every answer carries; a page that has a stricter policy of its own keeps it."""
    try:
        response = await go_on(request)
    except Exception as error:  # the edge: the page that tells of it carries the same as others
        response = failures.unforeseen(request, error)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    is_static = request.scope["path"].startswith("/static/") and "v" in request.query_params
    is_kept = is_static and response.status_code in (200, 304)
    cached = f"public, max-age={YEAR}, immutable" if is_kept else "no-cache, private"
    response.headers.setdefault("Cache-Control", cached)
    return response
