"""One question to one web server, and its answer, within a time and a size.

The name of the machine is resolved once; every number that it has is checked, and the connection is made to
one of these very numbers, while the name stays in the request and in the certificate's check. So a name that
leads elsewhere a moment later gains nothing. The time is one for everything: a server that sends a byte now
and then does not get more of it. No proxy, no cookies, nothing kept between questions.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import httpcore
import httpx

from onrecord.ingest.lookup import resolve
from onrecord.ingest.web import NotFetched, Trouble, refuse_private

LONGEST_WAIT = 20.0  # seconds for a name, for a connection, and between two pieces of an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A server's answer; the body is unpacked, and empty unless it was wanted."""

    status: int
    headers: httpx.Headers
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How to ask: with which headers, until when (of the monotonic clock), for how many bytes at most.

    `cut` says that a longer body is cut instead of refused. `allow_private` lets machines be asked that are
    not on the open web.
    """

    headers: dict[str, str]
    until: float
    max_bytes: int
    allow_private: bool
    cut: bool = False
    types: frozenset[str] | None = None


def get(url: httpx.URL, ask: Ask) -> Answer:
    """The answer to one question. Redirects are answers too. Raises `NotFetched`."""
    try:
        # Not by a client of the library: that takes proxies and passwords from the surroundings, keeps
        # cookies, and unpacks without a limit.
        with _Transport(ask) as transport:
            response = transport.handle_request(httpx.Request("GET", url, headers=ask.headers))
            try:
                body = _body(response, ask, url) if response.status_code == 200 else b""
            finally:
                response.close()
            return Answer(status=response.status_code, headers=response.headers, body=body)
    except (httpcore.TimeoutException, httpx.TimeoutException):
        raise NotFetched(Trouble.SLOW, f"{url.host} takes too long to answer. Try again later.") from None
    except (httpcore.ConnectError, httpcore.NetworkError, httpx.NetworkError, ssl.SSLError, OSError) as error:
        why = str(error) or type(error).__name__
        raise NotFetched(
            Trouble.UNREACHABLE, f"{url.host} can't be reached: {why}. Try again later."
        ) from None
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpx.HTTPError, ValueError) as error:
        raise NotFetched(
            Trouble.BROKEN, f"{url.host} answers in a way that can't be understood ({error})."
        ) from None


def _body(response: httpx.Response, ask: Ask, url: httpx.URL) -> bytes:
    """The body, unpacked, read piece by piece up to the limit."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if ask.types is not None and not _is_wanted(kind, ask.types):
        raise NotFetched(Trouble.TYPE, f"{url} is {kind[:60]!r}, which is nothing to read.", 200)
    stated = response.headers.get("content-length", "")
    if stated.isascii() and stated.isdigit() and int(stated[:20]) > ask.max_bytes and not ask.cut:
        raise _too_large(url, ask)
    body = bytearray()
    for piece in _unpacked(response.iter_raw(), response.headers.get("content-encoding", ""), ask):
        body += piece
        if len(body) > ask.max_bytes:
            if ask.cut:
                break
            raise _too_large(url, ask)
    return bytes(body[: ask.max_bytes])


def _unpacked(pieces: Iterable[bytes], encoding: str, ask: Ask) -> Iterator[bytes]:
    """The pieces of a body, unpacked; each at most as large as all that is allowed, and one byte."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    names = [name for name in names if name != "identity"]
    if not names:
        yield from pieces
        return
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise NotFetched(
            Trouble.BROKEN, f"The answer is packed as {encoding[:60]!r}, which was not asked for."
        )
    member = None if names[0] == "deflate" else zlib.decompressobj(31)
    read = 0
    try:
        for piece in pieces:
            read += len(piece)
            if read > ask.max_bytes + 1000:  # packed, it is larger than it may be unpacked
                yield b"\0" * (ask.max_bytes + 1)
                return
            if member is None and piece:  # there are two kinds of deflate: with a head, and without
                member = zlib.decompressobj(15 if piece[0] & 0x0F == 8 else -15)
            while piece and member is not None and not member.eof:
                yield member.decompress(piece, ask.max_bytes + 1)
                piece = member.unconsumed_tail
    except zlib.error as error:
        raise NotFetched(
            Trouble.BROKEN, f"The answer can't be unpacked ({error}). Try again later."
        ) from None
    if read and (member is None or not member.eof):
        raise NotFetched(Trouble.BROKEN, "The answer was cut short. Try again later.")


def _is_wanted(kind: str, types: frozenset[str]) -> bool:
    return kind in types or kind.endswith(("+xml", "+json"))


def _too_large(url: httpx.URL, ask: Ask) -> NotFetched:
    return NotFetched(
        Trouble.TOO_LARGE,
        f"{url} has more than {ask.max_bytes:,} bytes, the limit. Raise --max-bytes or ONRECORD_MAX_BYTES.",
        200,
    )


@cache
def _certificates() -> ssl.SSLContext:
    """The authorities that are trusted; loading them takes a while."""
    return httpx.create_ssl_context(trust_env=False)


class _Transport(httpx.BaseTransport):
    """What carries a question over the network, by a backend that checks whom it speaks to."""

    def __init__(self, ask: Ask) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(),
            network_backend=_Backend(ask),
            max_connections=1,
            max_keepalive_connections=0,
            http2=False,
            retries=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Pieces(answer))

    def close(self) -> None:
        self._pool.close()


class _Pieces(httpx.SyncByteStream):
    """An answer's body as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._answer.iter_stream())

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    """Connects to numbers that were checked, and to nothing else."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = resolve(host, port, seconds=_left(self._ask.until, timeout))
        if not self._ask.allow_private:
            for number in numbers:  # all of them: a good one beside a bad one is a trick
                refuse_private(number, host)
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for number in numbers:
            left = _left(self._ask.until, timeout)
            try:
                stream = self._inner.connect_tcp(number, port, left, local_address, socket_options)
                return _Stream(stream, self._ask.until)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        raise NotFetched(Trouble.PRIVATE, "Sockets of this machine are never spoken to.")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _Stream(httpcore.NetworkStream):
    """A connection that ends when the time is up, however busily the other side sends."""

    def __init__(self, inner: httpcore.NetworkStream, until: float) -> None:
        self._inner = inner
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._until, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._until, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, _left(self._until, timeout))
        return _Stream(inner, self._until)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


def _left(until: float, timeout: float | None) -> float:
    """How many seconds a step may take. Raises the library's timeout when there are none left."""
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is up")
    return min(left, LONGEST_WAIT, timeout or LONGEST_WAIT)
