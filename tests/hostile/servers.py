"""Hostile servers."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable
from contextlib import suppress

from tests.hostile.ground import SECONDS, Ground
from tests.hostile.table import READ, REFUSED, Table
from tests.ingest.test_pdf import PAGE, pdf

servers = Table("Servers")
SAID = b"Lee said: it rained"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


def served(tries: str, answer: bytes | Callable[[socket.socket], None], *, ends: str = REFUSED) -> None:
    """A server that answers with these bytes, or does something else."""
    do = answer if callable(answer) else lambda connection: connection.sendall(answer)
    servers.add(tries, lambda ground: [ground.served(do)], ends=ends)


def page(tries: str, body: bytes | str, *, ends: str = REFUSED, **known: object) -> None:
    servers.add(tries, lambda ground: [ground.page("/a", body, **known)], ends=ends)


def for_ever(begin: bytes, piece: bytes, pause: float = 0.0) -> Callable[[socket.socket], None]:
    """Send a piece again and again, until the other side has gone."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(begin)
        until = time.monotonic() + 4 * SECONDS
        with suppress(OSError):
            while time.monotonic() < until:
                connection.sendall(piece)
                time.sleep(pause)

    return answer


served("a page without end", for_ever(HEAD + b"\r\n", b"Lee said no. " * 1000))
served(
    "a page in pieces without end",
    for_ever(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"a" * 4096 + b"\r\n"),
)
served("a head without end", for_ever(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 1000))
served("a first line without end", for_ever(b"", b"HTTP/1.1 200 OK " * 1000))
served("a byte now and then, in the head", for_ever(b"HTTP/1.1 200 OK\r\nX: ", b"a", 0.05))
served("a byte now and then, in the page", for_ever(HEAD + b"\r\n", b"a", 0.05))
served("answers that are none yet, without end", for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01))
served("silence", lambda connection: time.sleep(2 * SECONDS))
served("a connection that is closed at once", lambda connection: connection.close())
served("no words of the web", b"220 mail.example ESMTP\r\n")
served("bytes without meaning", bytes(range(256)) * 100)
served("a version that there is not", b"HTTP/9.9 200 OK\r\n\r\nLee said no.", ends=READ)
served("a status that there is not", b"HTTP/1.1 999 Owned\r\nContent-Length: 0\r\n\r\n")
served(
    "a page whose length is stated twice", HEAD + b"Content-Length: 5\r\nContent-Length: 19\r\n\r\n" + SAID
)
served("a length below zero", HEAD + b"Content-Length: -1\r\n\r\n" + SAID)
served("a length that no number holds", HEAD + b"Content-Length: " + b"9" * 400 + b"\r\n\r\n" + SAID)
served(
    "a length that is stated too large", HEAD + b"Content-Length: 9999\r\nConnection: close\r\n\r\n" + SAID
)
served(
    "pieces that lie about their sizes", HEAD + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nLee"
)
served(
    "a length and pieces",
    HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n13\r\n" + SAID + b"\r\n0\r\n\r\n",
    ends=READ,
)
served(
    "headers with line breaks in them",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: a\r\n b\r\n\rX: y\r\n\r\n" + SAID,
)
served("headers with zeros and terminal codes", HEAD + b"X: \x00\x1b[2J\r\n\r\n" + SAID)
served(
    "a redirect with a header hidden in it",
    b"HTTP/1.1 302 Found\r\nLocation: /a%0d%0aHost:%20inside.example\rX\r\nContent-Length: 0\r\n\r\n",
)
served(
    "a change to another protocol",
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n" + bytes(50),
)
served(
    "a part of a page",
    b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-1/9\r\nContent-Length: 2\r\n\r\nab",
)
served(
    "that nothing changed, when nothing is known",
    b"HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n",
    ends=REFUSED,
)
page("a bomb of gzip", gzip.compress(bytes(20_000_000)), content_encoding="gzip", content_type="text/plain")
page(
    "a bomb of deflate",
    zlib.compress(bytes(20_000_000)),
    content_encoding="deflate",
    content_type="text/plain",
)
page(
    "gzip in gzip",
    gzip.compress(gzip.compress(SAID)),
    content_encoding="gzip, gzip",
    content_type="text/plain",
)
page("a packing that was not asked for (br)", SAID, content_encoding="br", content_type="text/plain")
page("a packing that was not asked for (zstd)", SAID, content_encoding="zstd", content_type="text/plain")
page("a packing that is none", SAID, content_encoding="gzip", content_type="text/plain")
page(
    "gzip that was cut short",
    gzip.compress(SAID * 99)[:-9],
    content_encoding="gzip",
    content_type="text/plain",
)
page("a picture that is called a page", b"\x89PNG\r\n\x1a\n" + bytes(500))
page("a page that is called a picture", SAID, content_type="image/png")
page("a program that is called a text", b"\x7fELF" + bytes(500), content_type="text/plain")
page("a PDF that is called a page", pdf(PAGE), ends=READ)
page("a type of a thousand characters", SAID, content_type="text/plain; x=" + "y" * 1000, ends=READ)
page("an encoding that there is not", SAID, content_type="text/plain; charset=no-such-thing", ends=READ)
page("an encoding with markup in its name", SAID, content_type="text/plain; charset=<script>", ends=READ)
page(
    "a name for the file that leads out",
    SAID,
    content_type="text/plain",
    content_disposition='attachment; filename="../../outside/owned.txt"',
    ends=READ,
)
page(
    "cookies and marks that follow us",
    SAID,
    content_type="text/plain",
    set_cookie="a=" + "b" * 5000,
    etag='"' + "c" * 5000 + '"',
    ends=READ,
)
page("a question for a password", b"", status=401, www_authenticate='Basic realm="\x07owned"')
page("a pause of a thousand years", b"", status=503, retry_after="31536000000")
page("a pause until a day that there is not", b"", status=429, retry_after="Thu, 99 Foo 99999 99:99:99 GMT")
page(
    "a page of pages that leads on by itself",
    "<meta http-equiv=refresh content='0; url=http://inside.example/'>",
    refresh="0; url=http://inside.example/",
    link="<http://inside.example/>; rel=preload",
)


def robots(tries: str, body: bytes, *, ends: str = REFUSED, **known: object) -> None:
    def plant(ground: Ground) -> list[str]:
        ground.page("/robots.txt", body, content_type="text/plain", **known)
        return [ground.page("/a", SAID, content_type="text/plain")]

    servers.add(f"robots.txt: {tries}", plant, ends=ends)


robots("rules without end", b"User-agent: *\nDisallow: /b\n" + b"# and so on\n" * 100_000, ends=READ)
robots("stars without end", b"User-agent: *\nDisallow: /" + b"*a" * 50_000 + b"$\n", ends=READ)
robots(
    "ten thousand rules of stars", b"User-agent: *\n" + b"Disallow: /*a*b*c*d*e*f*g*h\n" * 10_000, ends=READ
)
robots("a pause of days", b"User-agent: *\nCrawl-delay: 999999999\n", ends=READ)
robots("a pause that is no number", b"User-agent: *\nCrawl-delay: nan\nRequest-rate: 0/0\n", ends=READ)
robots(
    "a pause below zero and one without end",
    b"User-agent: *\nCrawl-delay: -inf\nRequest-rate: 1/1e999\n",
    ends=READ,
)
robots("bytes without meaning", bytes(range(256)) * 1000, ends=READ)
robots("a bomb of gzip", gzip.compress(bytes(20_000_000)), content_encoding="gzip", ends=READ)
robots("a server that fails", b"", status=500)
robots("everything is forbidden", b"User-agent: *\nDisallow: /")
robots("sitemaps on this machine", b"Sitemap: http://127.0.0.1:80/s.xml\n", ends=READ)
