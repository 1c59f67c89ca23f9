"""The web's nouns: an address that may be fetched, what was fetched, and why something was not.

Goes in: words that are said to be a web address. Comes out: the address taken apart, or `NotFetched`. Which
machines may be spoken to is decided here too, by their numbers; nothing here speaks to any.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.files import printable

if TYPE_CHECKING:
    import httpx

LONGEST_ADDRESS = 4000  # characters; browsers take 2,000 to 64,000, and no article's has 1,000
WEB_PORTS = (80, 443)  # below 1024; the others there are mail, printers, databases …

# Machines that are not on the open web but for which the library of numbers has no word, or not in every
# version: networks of carriers, of documentation and tests, of translation, and the services that tell
# rented machines their secrets (169.254.169.254 and the like are in networks that are refused anyway).
_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"),
        *("::/127", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16"),
        *("fc00::/7", "fe80::/9", "ff00::/8"),
    )
)
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # an IPv4 address is in the last four bytes
_COMPATIBLE = ipaddress.IPv6Network("::/96")

_HOST = re.compile(rb"[a-zA-Z0-9_.-]{1,253}|[0-9a-fA-F:.]{2,45}")  # a name, or a number of version 6

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class Trouble(StrEnum):
    """Why something was not fetched."""

    ADDRESS = "address"  # it is no address that can be fetched
    PRIVATE = "private"  # it leads to this machine or its network
    ROBOTS = "robots"  # the site's robots.txt forbids it
    ROBOTS_UNKNOWN = "robots_unknown"  # the site's robots.txt can't be had now
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    BUSY = "busy"  # the server asks to come again later, or has an error of its own
    GONE = "gone"
    REFUSED = "refused"  # the server does not let us have it
    REDIRECTS = "redirects"
    TOO_LARGE = "too_large"
    TYPE = "type"  # a picture, a film …
    BROKEN = "broken"  # the answer can't be understood

    @property
    def passing(self) -> bool:
        """Whether trying again later makes sense."""
        return self in (Trouble.ROBOTS_UNKNOWN, Trouble.UNREACHABLE, Trouble.SLOW, Trouble.BUSY)


_REASONS = {
    Trouble.GONE: Reason.MISSING,
    Trouble.TOO_LARGE: Reason.TOO_LARGE,
    Trouble.TYPE: Reason.NOT_TEXT,
}


class NotFetched(SkipDocument):
    """An address that was not fetched: `trouble` says why in a word, `message` in a sentence.

    `status` is the server's, where it gave one. `retry_after` is how many seconds it asked to wait.
    """

    def __init__(
        self,
        trouble: Trouble | str,
        message: str,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        self.trouble = Trouble(trouble)
        self.status = status
        self.retry_after = retry_after
        super().__init__(_REASONS.get(self.trouble, Reason.UNREADABLE), message)
        self.args = (trouble, message, status, retry_after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server answered: with status 200 the page, with 304 the word that it has not changed.

    `address` is the one that was asked for, `final_address` the one that answered, after redirects.
    `headers` are those that are of use later, names in small letters. `fetched_at` is ISO 8601, in UTC.
    """

    address: str
    final_address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str

    @property
    def unchanged(self) -> bool:
        """Whether the server says that nothing is new since it was asked last."""
        return self.status == 304

    @property
    def etag(self) -> str | None:
        """The server's mark of this version, to be handed in next time."""
        return self.header("etag")

    @property
    def last_modified(self) -> str | None:
        """When it was changed last, in the server's words, to be handed in next time."""
        return self.header("last-modified")

    @property
    def content_type(self) -> str:
        """Its type as the server told it, in small letters, such as "text/html"; "" when it did not."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding of its characters as the server told it."""
        found = re.search(
            r"charset\s*=\s*[\"']?([\w.:-]{2,40})", self.header("content-type") or "", re.IGNORECASE
        )
        return found[1] if found else None

    def header(self, name: str) -> str | None:
        """The first header of this name, in small letters."""
        return next((value for key, value in self.headers if key == name), None)


def parse_address(address: str) -> httpx.URL:
    """An address taken apart, without its fragment.

    Raises `NotFetched` unless it is http or https, names a machine, and holds neither user nor password.
    """
    import httpx

    shown = repr(printable(address[:200].encode("utf-8", "replace").decode()))
    if len(address) > LONGEST_ADDRESS:
        raise _no(f"The address has {len(address):,} characters; the limit is {LONGEST_ADDRESS:,}.")
    if re.search(r"[\x00-\x1f\x7f\\]", address.strip()):
        raise _no(f"{shown} holds signs that no address has. Copy it anew.")
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, ValueError, TypeError):
        raise _no(f"{shown} is no web address. Copy it anew.") from None
    if url.scheme not in ("http", "https"):
        raise _no(f"{shown} is not on the web: give an address that begins with https:// or http://.")
    if not _HOST.fullmatch(url.raw_host):
        raise _no(f"{shown} names no machine. Copy it anew.")
    if url.userinfo:
        raise _no("The address holds a user name or password. Nothing is fetched with them: leave them out.")
    if url.port is not None and url.port not in WEB_PORTS and not 1024 <= url.port < 65_536:
        raise _no(f"{shown} asks for port {url.port}, at which no web server is.")
    return url.copy_with(fragment=None)


def same_address(address: str) -> str:
    """What addresses of one page share: a key to compare them by, not to fetch.

    Small letters in the machine's name, no default port, no fragment, no words that only track readers.
    """
    from courlan import normalize_url

    try:
        return str(normalize_url(address, strict=False)).partition("#")[0]
    except (ValueError, TypeError, AttributeError):
        return address


def refuse_private(ip: str, host: str) -> None:
    """Raise `NotFetched` unless this number is that of a machine on the open web."""
    try:
        number: IPAddress = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        raise NotFetched(
            Trouble.PRIVATE, f"{host} leads to {ip!r}, which is no address of a machine."
        ) from None
    for inside in _inside(number):
        if not inside.is_global or inside.is_multicast or inside.is_reserved or _is_refused(inside):
            raise NotFetched(
                Trouble.PRIVATE,
                f"{printable(host)} leads to {number}, which is this machine, its network or not on the web. "
                "Fetch it with --allow-private if you mean it.",
            )


def _inside(number: IPAddress) -> list[IPAddress]:
    """A number, or the ones that it carries: IPv6 has many ways to write an IPv4 one."""
    if isinstance(number, ipaddress.IPv4Address):
        return [number]
    carried: list[IPAddress] = []
    if number.ipv4_mapped is not None:
        return [number.ipv4_mapped]
    if number.sixtofour is not None:
        carried.append(number.sixtofour)
    if number.teredo is not None:
        carried += number.teredo
    if number in _TRANSLATED:
        return [ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)]
    if number in _COMPATIBLE:
        carried.append(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
    return [number, *carried]


def _is_refused(number: IPAddress) -> bool:
    return any(number in network for network in _REFUSED if network.version == number.version)


def _no(message: str) -> NotFetched:
    return NotFetched(Trouble.ADDRESS, message)
