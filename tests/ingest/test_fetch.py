from __future__ import annotations

import gzip
import pickle
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Fetched, Fetcher, NotFetched, Trouble, same_address
from onrecord.ingest.fetch import MOST_REDIRECTS
from onrecord.ingest.web import parse_address, refuse_private
from tests.ingest.serve import Site, raw, serving

PAGE = "<html><p>“We danced,” said Ana Ruiz."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


class Sleep:
    """Waits for nobody, and remembers for how long it should have."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.waited.append(seconds)


def fetcher(
    *,
    max_bytes: int = 100_000,
    seconds: float = 10.0,
    allow_private: bool = True,
    pause: float = 0.0,
    longest_pause: float = 60.0,
    sleep: Callable[[float], None] | None = None,
) -> Fetcher:
    return Fetcher(
        "onrecord-test/1.0 (+https://post.example/who)",
        allow_private=allow_private,
        max_bytes=max_bytes,
        seconds=seconds,
        pause=pause,
        longest_pause=longest_pause,
        sleep=sleep or Sleep(),
    )


def refused(address: str, by: Fetcher | None = None) -> NotFetched:
    with pytest.raises(NotFetched) as caught:
        (by or fetcher()).fetch(address)
    return caught.value


# ------------------------------------------------------------------------------------- a page


def test_a_page_is_fetched_with_our_name_and_nothing_that_tracks(site: Site) -> None:
    found = fetcher().fetch(site.put("/a?b=c", PAGE, etag='"7"', set_cookie="who=you"))
    assert (found.status, found.body.decode(), found.charset) == (200, PAGE, "utf-8")
    assert (found.address, found.final_address) == (site.address + "/a?b=c",) * 2
    assert (found.content_type, found.etag, found.header("set-cookie")) == ("text/html", '"7"', None)
    assert found.fetched_at.endswith("Z")
    path, headers = site.asked[-1]
    assert path == "/a?b=c"
    assert headers["user-agent"] == "onrecord-test/1.0 (+https://post.example/who)"
    assert not {"cookie", "referer", "authorization"} & set(headers)
    fetcher().fetch(site.address + "/a?b=c#part")
    assert site.paths[-1] == "/a?b=c"


def test_cookies_are_not_sent_back(site: Site) -> None:
    site.put("/a", status=302, location="/b", set_cookie="who=you")
    site.put("/b", PAGE)
    by = fetcher()
    by.fetch(site.address + "/a")
    by.fetch(site.address + "/b")
    assert all("cookie" not in headers for _, headers in site.asked)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("X-GZIP", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("identity", bytes),
    ],
)
def test_packed_pages_are_unpacked(site: Site, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    address = site.put("/a", pack(PAGE.encode()), content_encoding=encoding)
    assert fetcher().fetch(address).body.decode() == PAGE


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers.get("If-None-Match") == '"7"'
        handler.send_response(304 if same else 200)
        handler.send_header("ETag", '"7"')
        handler.send_header("Last-Modified", "Thu, 26 Jul 2018 10:00:00 GMT")
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        if not same:
            handler.wfile.write(PAGE.encode())

    site.pages["/a"] = answer
    first = fetcher().fetch(site.address + "/a")
    assert (first.unchanged, first.etag) == (False, '"7"')
    again = fetcher().fetch(site.address + "/a", etag=first.etag, last_modified=first.last_modified)
    assert (again.unchanged, again.body, again.etag) == (True, b"", '"7"')
    assert site.asked[-1][1]["if-modified-since"] == "Thu, 26 Jul 2018 10:00:00 GMT"


def test_a_mark_that_would_forge_headers_is_not_sent(site: Site) -> None:
    site.put("/a", PAGE)
    fetcher().fetch(site.address + "/a", etag='"7"\r\nX-Evil: 1')
    assert "if-none-match" not in site.asked[-1][1]


def test_what_was_fetched_and_what_was_not_can_be_sent_to_other_processes(site: Site) -> None:
    found = fetcher().fetch(site.put("/a", PAGE))
    assert pickle.loads(pickle.dumps(found)) == found
    error = pickle.loads(pickle.dumps(refused(site.address + "/none")))
    assert (error.trouble, error.status, str(error)[:10]) == (Trouble.GONE, 404, "There is n")
    assert isinstance(error, SkipDocument)
    assert error.reason == Reason.MISSING


@pytest.mark.parametrize("agent", ["", "7", "a\r\nb", "ä", "onrecord\n", "x" * 400 + " " * 400])
def test_a_name_that_is_none_is_refused(agent: str) -> None:
    with pytest.raises(ValueError, match="agent is"):
        Fetcher(agent)


# ------------------------------------------------------------------------------- no page


@pytest.mark.parametrize(
    ("status", "trouble", "passing"),
    [
        (404, Trouble.GONE, False),
        (410, Trouble.GONE, False),
        (401, Trouble.REFUSED, False),
        (403, Trouble.REFUSED, False),
        (451, Trouble.REFUSED, False),
        (429, Trouble.BUSY, True),
        (500, Trouble.BUSY, True),
        (503, Trouble.BUSY, True),
        (204, Trouble.BROKEN, False),
        (206, Trouble.BROKEN, False),
        (418, Trouble.BROKEN, False),
    ],
)
def test_answers_without_a_page(site: Site, status: int, trouble: Trouble, passing: bool) -> None:
    error = refused(site.put("/a", b"", status=status))
    assert (error.trouble, error.status, error.trouble.passing) == (trouble, status, passing)
    assert error.message


def test_a_server_that_asks_for_time_is_left_alone(site: Site) -> None:
    by = fetcher()
    error = refused(site.put("/a", status=503, retry_after="300"), by)
    assert error.retry_after == 300
    site.put("/b", PAGE)
    later = refused(site.address + "/b", by)
    assert (later.trouble, site.paths) == (Trouble.BUSY, ["/a"])
    assert later.retry_after is not None
    assert 290 < later.retry_after <= 300


@pytest.mark.parametrize(
    "kind", ["image/png", "video/mp4", "audio/mpeg", "text/css", "text/javascript", "x" * 500]
)
def test_what_is_nothing_to_read_is_not_downloaded(site: Site, kind: str) -> None:
    error = refused(site.put("/a", b"x" * 1000, content_type=kind))
    assert (error.trouble, error.reason) == (Trouble.TYPE, Reason.NOT_TEXT)
    assert len(error.message) < 300


@pytest.mark.parametrize("kind", ["application/rss+xml", "application/pdf", "TEXT/HTML;x", "text/plain", ""])
def test_what_may_be_read_is_fetched(site: Site, kind: str) -> None:
    assert fetcher().fetch(site.put("/a", b"x", content_type=kind)).body == b"x"


def test_a_machine_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/").trouble == Trouble.ROBOTS_UNKNOWN


def test_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> list[object]:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    error = refused("https://post.example/a")
    assert (error.trouble, "no such name" in error.message) == (Trouble.ROBOTS_UNKNOWN, True)


# ---------------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    "address",
    [
        "",
        "post.example/a",
        "file:///etc/passwd",
        "ftp://post.example/a",
        "gopher://127.0.0.1:70/_",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "http:///a",
        "https://lee:secret@post.example/a",
        "https://lee@post.example/a",
        "http://post.example:22/",
        "http://post.example:99999/",
        "http://post.example/\r\nX: y",
        "http://post.example\\@evil.example/",
        "http://[::1/",
        "http://post.example/" + "a" * 5000,
        "http://\udcff.example/",
    ],
)
def test_what_is_no_address_to_fetch(address: str) -> None:
    error = refused(address)
    assert error.trouble == Trouble.ADDRESS
    assert "secret" not in error.message
    assert "\n" not in error.message
    assert len(error.message) < 400


def test_an_address_keeps_what_leads_to_the_page() -> None:
    assert str(parse_address(" https://Post.example/a b?c=d#e ")) == "https://post.example/a%20b?c=d"


def test_addresses_of_one_page_are_known_as_one() -> None:
    one = same_address("https://Post.example:443/b?utm_source=x&id=7#top")
    assert one == same_address("https://post.example/b?id=7")
    assert one != same_address("https://post.example/b?id=8")
    assert same_address("\udcff") == "\udcff"


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
        *("169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16", "224.0.0.1", "239.1.1.1"),
        *("255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.2.1", "203.0.113.9"),
        *("::1", "::", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
        *("2002:7f00:1::", "2002:a9fe:a9fe::1", "2001:0:7f00:1::", "100::1", "not a number"),
    ],
)
def test_numbers_that_are_not_on_the_open_web(ip: str) -> None:
    with pytest.raises(NotFetched) as caught:
        refuse_private(ip, "post.example")
    assert caught.value.trouble == Trouble.PRIVATE


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_numbers_that_are(ip: str) -> None:
    refuse_private(ip, "post.example")


# ------------------------------------------------- where it must not go (nothing here leaves the machine)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "127.1", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_asked_unless_it_is_meant(site: Site, host: str) -> None:
    site.put("/a", PAGE)
    address = site.address.replace("127.0.0.1", host) + "/a"
    error = refused(address, fetcher(allow_private=False))
    assert error.trouble == Trouble.PRIVATE
    assert "--allow-private" in error.message
    assert site.asked == []


def test_a_name_that_leads_to_this_machine_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, ["127.0.0.1"])
    port = site.address.rpartition(":")[2]
    assert refused(f"http://post.example:{port}/a", fetcher(allow_private=False)).trouble == Trouble.PRIVATE
    assert site.asked == []


def test_one_private_number_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    assert refused("http://post.example/a", fetcher(allow_private=False)).trouble == Trouble.PRIVATE


def test_a_name_is_resolved_once_and_the_connection_goes_to_the_number_that_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that changes where it leads between the check and the connection (DNS rebinding)."""
    answers = iter([["8.8.8.8"], ["127.0.0.1"]] * 5)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries(next(answers)))
    connected: list[object] = []

    def connect(address: object, *_: object, **__: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError("not in a test")

    monkeypatch.setattr(socket, "create_connection", connect)
    refused("http://post.example/a", fetcher(allow_private=False))
    assert connected == [("8.8.8.8", 80)]


def test_the_name_stays_in_the_question(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, ["127.0.0.1"])
    site.put("/a", PAGE)
    port = site.address.rpartition(":")[2]
    assert fetcher().fetch(f"http://post.example:{port}/a").body.decode() == PAGE
    assert site.asked[-1][1]["host"] == f"post.example:{port}"


def test_a_redirect_to_a_private_machine_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first machine passes for one of the open web, the second is found out."""
    site.put("/a", status=302, location="http://inside.example:8080/latest/meta-data/")
    checked: list[str] = []

    def check(ip: str, host: str) -> None:
        checked.append(host)
        if host != "127.0.0.1":
            refuse_private(ip, host)

    monkeypatch.setattr("onrecord.ingest.wire.refuse_private", check)
    names(monkeypatch, ["169.254.169.254"], but="127.0.0.1")
    error = refused(site.address + "/a", fetcher(allow_private=False))
    assert error.trouble == Trouble.PRIVATE
    assert checked[-1] == "inside.example"


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://post.example/",
        "http://lee:x@post.example/",
        "http://[",
        "javascript:1",
        "",
    ],
)
def test_a_redirect_to_what_is_no_address_is_refused(site: Site, location: str) -> None:
    error = refused(site.put("/a", status=302, location=location))
    assert error.trouble in (Trouble.ADDRESS, Trouble.BROKEN)
    assert set(site.paths) == {"/a"}


def names(monkeypatch: pytest.MonkeyPatch, ips: list[str], *, but: str | None = None) -> None:
    """Let all names lead to these numbers, but one that leads to itself."""

    def lookup(host: str, port: int, *_: object, **__: object) -> list[object]:
        return entries([host] if host == but else ips, port)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)


def entries(ips: list[str], port: int = 80) -> list[object]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]


# ----------------------------------------------------------------------------- redirects


def test_redirects_are_followed_and_the_last_address_is_told(site: Site) -> None:
    site.put("/a", status=301, location="b/c")
    site.put("/b/c", status=308, location="../d?e")
    site.put("/d?e", PAGE)
    found = fetcher().fetch(site.address + "/a")
    assert (found.address, found.final_address) == (site.address + "/a", site.address + "/d?e")


def test_redirects_without_end_are_left(site: Site) -> None:
    site.put("/a", status=302, location="/a")
    assert refused(site.address + "/a").trouble == Trouble.REDIRECTS
    assert len(site.paths) == MOST_REDIRECTS + 1


def test_a_redirect_to_what_robots_forbids_is_refused(site: Site) -> None:
    site.put("/robots.txt", "User-agent: onrecord-test\nDisallow: /b")
    site.put("/a", status=302, location="/b")
    site.put("/b", PAGE)
    assert refused(site.address + "/a").trouble == Trouble.ROBOTS
    assert site.paths == ["/a"]


# ------------------------------------------------------------------------- robots and pauses


def test_robots_is_asked_for_first_and_once(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b")
    site.put("/a", PAGE)
    by = fetcher()
    by.fetch(site.address + "/a")
    assert refused(site.address + "/b", by).trouble == Trouble.ROBOTS
    by.fetch(site.address + "/a")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/a"]


@pytest.mark.parametrize("status", [500, 503])
def test_a_site_whose_robots_fails_is_left_alone(site: Site, status: int) -> None:
    site.put("/robots.txt", status=status)
    assert refused(site.put("/a", PAGE)).trouble == Trouble.ROBOTS_UNKNOWN
    assert site.paths == []


def test_robots_may_lie_elsewhere_but_not_in_circles(site: Site) -> None:
    site.put("/robots.txt", status=301, location="/rules.txt")
    site.put("/rules.txt", "User-agent: *\nDisallow: /a")
    assert refused(site.put("/a", PAGE)).trouble == Trouble.ROBOTS
    site.put("/rules.txt", status=301, location="/robots.txt")
    assert fetcher().fetch(site.address + "/a").status == 200


def test_a_robots_without_end_is_read_as_far_as_it_counts(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /a\n" + b"# and so on\n" * 100_000)
    assert refused(site.put("/a", PAGE)).trouble == Trouble.ROBOTS


def test_a_site_has_its_pause_between_questions(site: Site) -> None:
    sleep = Sleep()
    by = fetcher(pause=3.0, sleep=sleep)
    site.put("/a", PAGE)
    for _ in range(3):
        by.fetch(site.address + "/a")
    assert len(sleep.waited) == 2
    assert 2.5 < sleep.waited[0] <= 3.0
    assert 5.0 < sleep.waited[1] <= 6.0  # nobody slept, so the third waits for two


def test_the_pause_that_robots_asks_for_is_kept(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 20")
    sleep = Sleep()
    by = fetcher(pause=1.0, sleep=sleep)
    site.put("/a", PAGE)
    by.fetch(site.address + "/a")
    by.fetch(site.address + "/a")
    assert 19 < sleep.waited[0] <= 20


def test_a_pause_of_days_is_not_waited_for(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 90000")
    by = fetcher()
    by.fetch(site.put("/a", PAGE))
    error = refused(site.address + "/a", by)
    assert (error.trouble, error.trouble.passing) == (Trouble.BUSY, True)


# --------------------------------------------------------------------------- hostile servers


def test_a_page_that_is_too_large_is_not_read(site: Site) -> None:
    error = refused(site.put("/a", b"x" * 200_000))
    assert (error.trouble, error.reason) == (Trouble.TOO_LARGE, Reason.TOO_LARGE)


def test_a_page_without_end_is_left(site: Site) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 10_000)

    site.pages["/a"] = answer
    assert refused(site.address + "/a").trouble == Trouble.TOO_LARGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked(site: Site, encoding: str) -> None:
    packer = zlib.compressobj(9, wbits=31 if encoding == "gzip" else 15)
    bomb = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(80)) + packer.flush()
    assert len(bomb) < 100_000
    error = refused(site.put("/a", bomb, content_encoding=encoding))
    assert error.trouble == Trouble.TOO_LARGE


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
def test_packings_that_were_not_asked_for_are_refused(site: Site, encoding: str) -> None:
    assert refused(site.put("/a", b"x", content_encoding=encoding)).trouble == Trouble.BROKEN


@pytest.mark.parametrize("body", [b"no gzip", gzip.compress(PAGE.encode())[:-9]])
def test_damaged_packing_is_refused(site: Site, body: bytes) -> None:
    assert refused(site.put("/a", body, content_encoding="gzip")).trouble == Trouble.BROKEN


def test_a_body_that_is_cut_short_is_refused(site: Site) -> None:
    assert refused(site.put("/a", b"x", content_length="50")).trouble == Trouble.BROKEN


def dripping(begin: bytes) -> Callable[[socket.socket], None]:
    """Answers with a byte every tenth of a second, for ever (slow loris)."""

    def answer(connection: socket.socket) -> None:
        asked = connection.recv(10_000)
        if asked.startswith(b"GET /robots.txt"):
            connection.sendall(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        connection.sendall(begin)
        for _ in range(100):
            connection.sendall(b"a")
            time.sleep(0.1)

    return answer


@pytest.mark.parametrize(
    "begin", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"]
)
def test_a_server_that_sends_a_byte_now_and_then_is_left(begin: bytes) -> None:
    began = time.monotonic()
    with raw(dripping(begin)) as address:
        error = refused(address + "/a", fetcher(seconds=0.5))
        assert error.trouble in (Trouble.SLOW, Trouble.BROKEN)
        assert time.monotonic() - began < 3


def test_a_server_that_says_nothing_is_left() -> None:
    silent = threading.Event()

    def answer(connection: socket.socket) -> None:
        if connection.recv(10_000).startswith(b"GET /robots.txt"):
            connection.sendall(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            silent.wait(5)

    with raw(answer) as address:
        assert refused(address + "/a", fetcher(seconds=0.3)).trouble == Trouble.SLOW
        silent.set()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\xff" * 100,
        b"220 mail.example ESMTP\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nabcde",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: ftp://\xff\xfe/\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_answers_that_are_none(answer: bytes) -> None:
    def serve(connection: socket.socket) -> None:
        asked = connection.recv(10_000)
        robots = b"HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n"
        connection.sendall(robots if asked.startswith(b"GET /robots.txt") else answer)

    with raw(serve) as address:
        assert refused(address + "/a").trouble in (Trouble.BROKEN, Trouble.UNREACHABLE, Trouble.ADDRESS)


def test_markup_in_headers_stays_words(site: Site) -> None:
    found = fetcher().fetch(site.put("/a", PAGE, content_type="text/html; charset=<script>", etag="<b>"))
    assert isinstance(found, Fetched)
    assert (found.charset, found.etag) == (None, "<b>")


# ------------------------------------------------------------------------------- certificates


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_the_name_is_kept_for_the_certificate_and_a_false_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=x.example",
    ]
    done = subprocess.run([*make, "-keyout", str(key), "-out", str(certificate)], capture_output=True)
    if done.returncode:
        pytest.skip("openssl made no certificate")
    told: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda _, name, __: told.append(name)

    def answer(connection: socket.socket) -> None:
        context.wrap_socket(connection, server_side=True).close()

    names(monkeypatch, ["127.0.0.1"])
    with raw(answer) as address:
        error = refused(f"https://post.example:{address.rpartition(':')[2]}/a")
    assert told == ["post.example"]
    assert "certificate" in error.message.lower()
