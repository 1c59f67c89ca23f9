"""Hostile feeds and sitemaps, on what passes for the open web."""

# ruff: noqa: E501 - an input is easier to read as it is sent

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.hostile.ground import Ground
from tests.hostile.table import PARTLY, READ, REFUSED, Table
from tests.ingest.test_feeds import LAUGHS, rss
from tests.ingest.test_sitemaps import index, urlset

feeds = Table("Feeds and sitemaps")
OPEN = "http://open.example"
GOOD = f"<item><link>{OPEN}/good</link></item>"


def feed(
    tries: str, data: bytes | Callable[[Ground], bytes], *, ends: str, kind: str = "application/xml"
) -> None:
    """A feed or sitemap; a page that it may name is at /good."""

    def plant(ground: Ground) -> list[str]:
        ground.page("/good", "Kim said: it snowed", content_type="text/plain")
        made = data if isinstance(data, bytes) else data(ground)
        for old, new in (
            (b"{at}", ground.canary.address),
            (b"{file}", ground.secret.as_uri()),
            (b"{port}", ground.port),
        ):
            made = made.replace(old, new.encode())
        return [ground.page("/list", made, content_type=kind)]

    feeds.add(tries, plant, ends=ends)


def channel(inside: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>The Post</title>{inside}</channel></rss>'.encode()


def item(link: str) -> str:
    return f"<item><title>Rain</title><link>{link}</link></item>"


feed("entities that double", channel("<item><title>&i;</title></item>", LAUGHS), ends=REFUSED)
feed(
    "entities that double, in UTF-16",
    channel("<item><title>&i;</title></item>", LAUGHS).decode().encode("utf-16"),
    ends=REFUSED,
)
feed(
    "an entity that is a file",
    channel("<item><description>&x;</description></item>", '<!DOCTYPE rss [<!ENTITY x SYSTEM "{file}">]>'),
    ends=REFUSED,
)
feed(
    "an entity that is fetched",
    channel("<item><title>&x;</title></item>", '<!DOCTYPE rss [<!ENTITY % p SYSTEM "{at}/p"> %p;]>'),
    ends=REFUSED,
)
feed("a document type from elsewhere", channel(GOOD, '<!DOCTYPE rss SYSTEM "{at}/rss.dtd">'), ends=READ)
feed(
    "articles on this machine",
    channel(
        item("{at}/a")
        + item("http://localhost:{port}/b")
        + item("http://[::1]:{port}/c")
        + item("http://2130706433:{port}/")
        + GOOD
    ),
    ends=PARTLY,
)
feed(
    "articles on machines of the network",
    channel(
        item("http://lan.example/")
        + item("http://metadata.example/latest/meta-data/")
        + item("http://169.254.169.254/latest/")
        + GOOD
    ),
    ends=PARTLY,
)
feed(
    "articles that are files, scripts and data",
    channel(
        item("{file}")
        + item("file:///etc/passwd")
        + item("javascript:alert(1)")
        + item("data:text/html,x")
        + item("ftp://open.example/")
        + GOOD
    ),
    ends=READ,
)
feed(
    "articles with a user and a password",
    channel(
        item("http://lee:x@open.example/good") + item("http://open.example@inside.example:{port}/") + GOOD
    ),
    ends=READ,
)
feed(
    "a base that is a file",
    f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{{file}}"><title>x</title><entry><id>1</id><link href="x"/></entry><entry><id>2</id><link href="{OPEN}/good"/></entry></feed>'.encode(),
    ends=READ,
)
feed("an article that is the feed itself", channel(item(f"{OPEN}/list") + GOOD), ends=PARTLY)
feed("one article a thousand times", channel(item(f"{OPEN}/good") * 1000), ends=READ)
feed("elements five thousand deep", channel("<a>" * 5000), ends=REFUSED)
feed("two hundred thousand elements", channel("<a/>" * 250_000), ends=REFUSED)
feed("more bytes than are read of a feed", b"<rss>" + b" " * 2_900_000 + b"</rss>", ends=REFUSED)
feed("brackets without end", b"<rss><channel><item>" + b"<" * 40_000, ends=REFUSED)
feed("comments without end", b"<rss><channel><item>" + b"<!--" * 40_000, ends=REFUSED)
feed(
    "markup and terminal codes in titles",
    channel(
        f"<item><title>&#27;[2J \x1b[31m &lt;script&gt;alert(1)&lt;/script&gt; \u202eRain</title><author>\x1b[2J</author><link>{OPEN}/good</link></item>"
    ),
    ends=READ,
)
feed(
    "titles and ids of a million characters",
    channel(
        f"<title>{'T' * 200_000}</title><item><guid>{'g' * 200_000}</guid><title>{'R' * 200_000}</title><link>{OPEN}/good</link></item>"
    ),
    ends=READ,
)
feed(
    "an article of five thousand paragraphs in the feed itself",
    rss(f"<guid>7</guid><content:encoded>{'&lt;p&gt;Lee said no. ' * 5000}</content:encoded>"),
    ends=READ,
)
feed(
    "dates that are none",
    channel(f"<item><pubDate>Thu, 99 Foo 99999 99:99:99 +99999</pubDate><link>{OPEN}/good</link></item>"),
    ends=READ,
)
feed(
    "attachments from elsewhere",
    channel(
        f"<item><enclosure url='{{at}}/a.mp3' length='-1' type='audio/mpeg'/><link>{OPEN}/good</link></item><image><url>{{at}}/i.png</url></image>"
    ),
    ends=READ,
)
feed(
    "pictures and scripts in what the feed holds",
    rss(
        "<guid>7</guid><content:encoded>&lt;p&gt;Lee said it rained in the valley.&lt;img src={at}/1&gt;&lt;script src={at}/2&gt;&lt;/script&gt;&lt;iframe src={file}&gt;</content:encoded>"
    ),
    ends=READ,
)
feed(
    "an encoding that there is not",
    b'<?xml version="1.0" encoding="no-such-thing"?>' + channel(GOOD).partition(b"?>")[2],
    ends=READ,
)
feed("a feed that is a name of a file", b"/etc/passwd", kind="application/rss+xml", ends=REFUSED)
feed(
    "a style sheet from elsewhere",
    channel(GOOD).replace(b"?>", b'?><?xml-stylesheet href="{at}/x.xsl"?>', 1),
    ends=READ,
)
feed(
    "a sitemap with entities that double",
    b'<?xml version="1.0"?>'
    + LAUGHS.encode()
    + b"<urlset><url><loc>http://open.example/&i;</loc></url></urlset>",
    ends=REFUSED,
)
feed(
    "a sitemap with an entity that is a file",
    b'<!DOCTYPE u [<!ENTITY x SYSTEM "{file}">]><urlset><url><loc>http://open.example/&x;</loc></url></urlset>',
    ends=REFUSED,
)
feed(
    "a sitemap of pages on this machine and on others",
    urlset("{at}/a", "http://inside.example:{port}/b", "http://raw.example/c", f"{OPEN}/good"),
    ends=READ,
)
feed(
    "a sitemap of files and scripts",
    urlset("{file}", "javascript:alert(1)", "ftp://open.example/x", f"{OPEN}/good"),
    ends=READ,
)
feed(
    "a sitemap that leads to sitemaps of others",
    index("{at}/s.xml", "http://raw.example/s.xml"),
    ends=REFUSED,
)
feed("a sitemap that leads to itself", index(f"{OPEN}/list", f"{OPEN}/list#again"), ends=REFUSED)
feed(
    "a sitemap that is a bomb",
    lambda _: gzip.compress(b"<urlset>" + b" " * 60_000_000),
    ends=REFUSED,
    kind="application/gzip",
)
feed(
    "a sitemap of ten thousand addresses that can't be fetched",
    lambda _: urlset(*(["ftp://open.example/x"] * 10_000)),
    ends=REFUSED,
)
feed("a sitemap ten thousand elements deep", b"<urlset>" + b"<url>" * 10_000, ends=REFUSED)


def endless(ground: Ground) -> list[str]:
    """Each sitemap leads to the next one."""
    for number in range(60):
        ground.page(f"/{number}.xml", index(f"{OPEN}/{number + 1}.xml"), content_type="text/xml")
    return [f"{OPEN}/0.xml"]


feeds.add("sitemaps without end, each of which leads to the next", endless, ends=REFUSED)
