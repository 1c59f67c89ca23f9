"""How the site is reached: by which names, and how much may be sent to it.

In: a request's head. Out: whether it may go on, or an answer that says why not. A page of somebody else that
has its own name point at this machine (DNS rebinding) still says its own name, and is refused here; so are
forms that another site sends, before anything of them is read.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse

from onrecord.web import failures

MEGABYTE = 1_000_000
SAFE = ("GET", "HEAD", "OPTIONS")  # these change nothing
OURS = ("same-origin", "none")  # "none": typed or bookmarked by the person himself


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """By which names the site is reached besides those of its own machine, and how much may be sent to it.

    `by_address`: whether any IP address will do as its name; a rebound name is never one. `form` and `upload`
    are bytes of what is sent at once: words typed into a form, and articles.
    """

    names: frozenset[str] = frozenset()
    by_address: bool = False
    is_https: bool = False
    form: int = MEGABYTE
    upload: int = 21 * MEGABYTE

    def allows(self, host: str) -> bool:
        """Whether the site goes by the name of a Host header."""
        name = name_of(host)
        if name in self.names or name == "localhost":
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return self.by_address or address.is_loopback

    def is_ours(self, request: Request) -> bool:
        """Whether a request comes from a page of this site, as far as the browser tells."""
        if request.headers.get("sec-fetch-site", OURS[0]) not in OURS:
            return False
        origin = request.headers.get("origin")
        if origin is None:
            return True  # no browser of these days; forms still need their token
        sent_by = origin.casefold().partition("://")[2]
        return sent_by == request.headers.get("host", "").casefold() or name_of(sent_by) in self.names


def name_of(host: str) -> str:
    """The name in "name:port", in small letters; an IPv6 address without its brackets."""
    host = host.strip().casefold()
    if host.startswith("["):
        name, closed, _ = host[1:].partition("]")
        return name if closed else ""
    name, _, port = host.partition(":")
    return name.removesuffix(".") if not port or port.isdecimal() else ""


async def by_our_name(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """Middleware: refuses requests by another name, and what other sites' pages send."""
    reach: Reach = request.app.state.reach
    hosts = request.headers.getlist("host")
    if len(hosts) != 1 or not reach.allows(hosts[0]):
        return PlainTextResponse(
            "This site does not go by that name. Open it at the address that `onrecord serve` told, "
            "or start it with --base-url and the address that you want to use.\n",
            400,
        )
    if request.method not in SAFE and not reach.is_ours(request):
        return failures.answer(
            request, 403, "This was sent by a page of another site. Open the page here and send it again."
        )
    return await go_on(request)
