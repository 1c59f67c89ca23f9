"""Hostile web pages, read from files."""

# ruff: noqa: E501 - an input is easier to read as it is sent

from __future__ import annotations

import json

from tests.hostile.ground import Ground
from tests.hostile.table import READ, REFUSED, Table

pages = Table("Web pages")
STORY = (
    "<article><h1>Rain at last in the valley</h1><p>The council met at noon and decided nothing at all about the "
    "bridge, which has been closed since the river rose in the spring of the year.</p>"
    "<p>“We danced,” said Ana Ruiz, who keeps goats on the far bank of the river and had not slept for two nights."
    "</p></article>"
)


def page(
    tries: str, body: str | bytes, *, head: str = "", ends: str = READ, before: str = "<!doctype html>"
) -> None:
    """A page with this in it beside a story."""
    if isinstance(body, bytes):
        pages.file(tries, "a.html", body, ends=ends)
    else:
        pages.file(
            tries,
            "a.html",
            f"{before}<html><head>{head}</head><body>{STORY}{body}</body></html>".encode(
                "utf-8", "surrogatepass"
            ),
            ends=ends,
        )


def calling(
    tries: str, body: str, *, head: str = "", ends: str = READ, before: str = "<!doctype html>"
) -> None:
    """A page that wants somebody asked: {at} is the canary, {file} a file outside."""

    def plant(ground: Ground) -> list[str]:
        whole = f"{before}<html><head>{head}</head><body>{STORY}{body}</body></html>"
        whole = whole.replace("{at}", ground.canary.address).replace("{file}", ground.secret.as_uri())
        return [ground.put("a.html", whole)]

    pages.add(tries, plant, ends=ends)


page("elements ten thousand deep", "<div>" * 10_000 + "x" + "</div>" * 10_000, ends=REFUSED)
page("a hundred thousand elements that don't end", "<b><i>“Lee said " * 50_000, ends=REFUSED)
page("a hundred thousand tables in tables", "<table><tr><td>" * 30_000, ends=REFUSED)
page("a hundred thousand cells", "<table>" + "<tr><td>a<td>b" * 50_000 + "</table>", ends=REFUSED)
page("a hundred thousand paragraphs", "<p>Lee said no.</p>" * 100_000, ends=REFUSED)
page(
    "an element with a hundred thousand attributes",
    "<p " + "".join(f"a{n}=1 " for n in range(100_000)) + ">x</p>",
    ends=REFUSED,
)
page("an attribute of two million characters", f"<p title='{'a' * 2_000_000}'>x</p>")
page("comments that don't end", "<!-- " * 100_000)
page(
    "marks of CDATA, declarations and commands that don't end",
    "<![CDATA[" * 20_000 + "<?x " * 20_000 + "<!x " * 20_000,
)
page(
    "characters by numbers that there are not",
    "<p>&#0;&#xD800;&#x202e;&#xFFFFFFFF;&#99999999999999999999; rain</p>",
)
page("entities without end", "<p>" + "&amp;" * 200_000 + "&" * 200_000 + "</p>")
page(
    "zeros in the page",
    f"<html><body>{STORY}\0\0</body></html>".replace("goats", "go\0ats").encode(),
    ends=READ,
)
page("an encoding that there is not", "", head="<meta charset='no-such-thing'>")
page(
    "UTF-7, in which scripts hide", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", head="<meta charset='utf-7'>"
)
page("an encoding in which nothing is what it seems", "", head="<meta charset='utf-16'>")
page("a page that is never shown", "", head="<title>Rain</title><plaintext>", ends=REFUSED)
page("a text field that does not end", "<textarea><script>" * 1000)
page(
    "scripts, styles and handlers",
    "<script>alert(1)</script><style>*{x:expression(1)}</style><p onclick=alert(1)>Rain</p>",
)
page("a title of a million characters", "", head=f"<title>{'Rain ' * 200_000}</title>")
page(
    "a title with terminal codes and markup",
    "",
    head="<title>\x1b[2J&lt;script&gt; \u202eRain\u2028</title><meta property='og:title' content='\x1b[31m&lt;b&gt; rain \u202e'>",
)
page(
    "an outlet of a million characters, with terminal codes",
    "",
    head=f"<meta property='og:site_name' content='\x1b[31m{'Post ' * 200_000}'>",
)
page(
    "a byline of a hundred thousand names", "", head=f"<meta name='author' content='{'Ann Lee, ' * 50_000}'>"
)
page(
    "dates that are none",
    "<time datetime='99999-99-99'>x</time>",
    head="<meta property='article:published_time' content='0000-00-00T99:99:99Z'><meta name='date' content='1e999'>",
)
page(
    "an address that is no place on the web",
    "",
    head="<link rel='canonical' href='file:///etc/passwd'><meta property='og:url' content='javascript:alert(1)'>",
)
page(
    "an address of a million characters",
    "",
    head=f"<link rel='canonical' href='https://a.example/{'x' * 1_000_000}'>",
)


def linked(value: str) -> str:
    return f"<script type='application/ld+json'>{value}</script>"


page("linked data a hundred thousand deep", "", head=linked('{"a":' * 100_000 + "1" + "}" * 100_000))
page(
    "linked data of wrong types",
    "",
    head=linked(
        json.dumps(
            {
                "@type": "NewsArticle",
                "headline": [1],
                "author": {"name": {"a": []}},
                "datePublished": 7,
                "articleBody": {"x": None},
                "publisher": [[[]]],
            }
        )
    ),
)
page(
    "linked data with NaN, numbers without end and zeros",
    "",
    head=linked(
        '{"@type":"NewsArticle","headline":NaN,"datePublished":'
        + "9" * 100_000
        + ',"articleBody":"\\u0000\\ud800"}'
    ),
)
page(
    "an article's body in linked data that is another's",
    "",
    head=linked(json.dumps({"@type": "NewsArticle", "articleBody": "Spy said: a lie " * 10_000})),
)
page(
    "keys without values, fifty thousand times",
    "",
    head="<script type='application/ld+json'>" + '"author":' * 50_000 + "</script>",
)
page(
    "a page that is all marks of quotation",
    ("<html><body><article><p>" + '“‘«"' * 200_000).encode(),
    ends=REFUSED,
)
page("a page without words", b"<html><body><p> </p><img src=x></body></html>", ends=REFUSED)
page("no page but bytes that begin like one", b"<html>" + bytes(range(256)) * 400, ends=REFUSED)
calling(
    "pictures, frames, scripts and styles from elsewhere",
    "<img src={at}/1><iframe src={at}/2></iframe><script src={at}/3></script><object data={at}/4></object><video src={at}/5 poster={at}/6></video>",
    head="<link rel=stylesheet href={at}/7><link rel=preload href={at}/8><style>@import url({at}/9)</style>",
)
calling(
    "a page that leads on by itself",
    "",
    head="<meta http-equiv=refresh content='0; url={at}/'><base href='{at}/'>",
)
calling(
    "a page whose base is a file",
    "<a href='secret.txt'>x</a><iframe src='secret.txt'></iframe>",
    head="<base href='{file}'>",
)
calling("a document type from elsewhere", "", before='<!DOCTYPE html SYSTEM "{at}/x.dtd">')
calling(
    "an entity that is a file",
    "<p>&x;</p>",
    before='<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{file}">]>',
)
calling(
    "an entity that is fetched",
    "<p>&x;</p>",
    before='<?xml version="1.0"?><!DOCTYPE html [<!ENTITY % p SYSTEM "{at}/p"> %p; <!ENTITY x SYSTEM "{at}/x">]>',
)
calling(
    "a part that is included from a file",
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{file}" parse="text"/>',
)
calling(
    "a style sheet that changes the page",
    "",
    before='<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="{at}/x.xsl"?>',
)
calling(
    "entities that double",
    "<p>&d;</p>",
    before='<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>',
)
