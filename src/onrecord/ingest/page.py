"""A web page → the lines that a reader sees, each with what kind of thing it stands in.

Goes in: characters of HTML. Comes out: a tree, and its lines in order of the page. White space is as a
browser shows it; a no-break space, curly quotes and all other characters stay. It does not choose which
lines are the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.tags import refuse_many_attributes
from onrecord.model import RegionKind

# Limits of a page, to keep harm away: what walks up the tree from every element takes time by their
# depth. Browsers flatten pages at 512 elements inside each other. The longest live pages have some 30,000
# elements, at a depth of 20; 100,000 flat ones take half a minute.
DEEPEST = 512
MOST_ELEMENTS = 100_000
MOST_NESTING = 2_000_000  # the depths of all elements together

_BLOCKS = frozenset(
    "address article aside blockquote body caption center code dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html item li list main ol p pre quote "
    "row section summary table tbody tfoot thead tr ul".split()
)
_UNSEEN = frozenset(
    "audio button canvas datalist iframe img input link map math meta nav noscript object option script "
    "select style svg template textarea title video".split()
)
_BREAKS = frozenset(("br", "lb"))
_BOLD = frozenset(("b", "strong"))
_CELLS = frozenset(("td", "th", "cell"))
_WHITE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
# Control characters and non-characters, which no tree can hold, as they are and as references ("&#31;").
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#0*(?:[12]?[0-9]|3[01]|6553[45])(?![0-9]);?"
    r"|&#[xX]0*(?:1?[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]);?"
)
_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-text)?)(?:$|[\s_-])", re.IGNORECASE
)

# Classes of the widgets of social networks; on a block quotation also looser ones.
_POST = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|telegram-post|"
    r"reddit-(?:card|embed)|(?:tweet|social|post)-?embed|embed(?:ded)?-(?:tweet|post|social)",
    re.IGNORECASE,
)
_POST_QUOTE = re.compile(
    r"tweet|instagram|facebook|tiktok|bluesky|mastodon|threads|telegram|social|embed", re.IGNORECASE
)
_PULL = re.compile(r"(?:^|[\s_-])pull-?_?quote", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)
# Characters. What is marked by the class of a container is small; a longer one holds the article.
LONGEST_WIDGET = 2000


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page as a reader sees it.

    `paragraph` and `group` count from 0: lines of one paragraph, and of one thing of a kind (an embedded
    post of three lines), share them. `linked` is the share of its characters that are links, 0 to 1;
    `tag` names the innermost block.
    """

    words: str
    paragraph: int
    kind: RegionKind | None = None
    group: int = -1
    linked: float = 0.0
    tag: str = ""


def parse(text: str) -> html.HtmlElement:
    """The tree of a page. Raises `SkipDocument` when there is none in it, or a hostile one.

    Quotation marks that a browser adds (`<q>`) are put into the tree.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        refuse_many_attributes(text)
        clean = _CONTROL.sub(" ", text).encode("utf-8", "replace")
        tree = html.document_fromstring(clean, parser=parser)
    except (etree.LxmlError, ValueError):
        raise SkipDocument(Reason.NO_ARTICLE, "There is no web page in it.") from None
    _refuse_hostile(tree)
    for quote in reversed(list(tree.iter("q"))):
        _quote(quote)
    return tree


def lines_of(tree: etree._Element) -> list[PageLine]:
    """The lines of a page, or of a part of it, in their order."""
    walk = _Walk()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if not isinstance(element.tag, str):
            walk.add(element.tail if event == "end" else None)
        elif event == "end":
            walk.leave(element, outermost=element is tree)
        elif _is_unseen(element):
            walker.skip_subtree()
        else:
            walk.enter(element)
    walk.flush()
    return walk.found


def letters(words: str) -> str:
    """What two printings of the same words share: letters and digits in small; all when there are none."""
    return re.sub(r"[\W_]+", "", words).casefold() or words


@dataclass(slots=True)
class _Walk:
    """Where a walk through a page stands: the words since the last line, and what is open around them."""

    found: list[PageLine] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    paragraphs: int = 0
    groups: int = 0
    # What is open: the element, its kind, the number of the kind's group.
    kinds: list[tuple[etree._Element, RegionKind, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def enter(self, element: etree._Element) -> None:
        """Begin an element: its kind, its line, and the words before its first child."""
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.flush()
            self.tags.append(tag)
            kind = None if self.kinds else _kind(element, tag)
            if kind is not None:
                self.kinds.append((element, kind, self.groups))
                self.groups += 1
        elif tag in _BREAKS:
            self.words.append("\n")
        elif tag in _CELLS:
            self.words.append(" ")
        elif tag in _BOLD and self._after_break():
            self.words.append("\n")
        self.links += tag == "a"
        self.add(element.text)

    def leave(self, element: etree._Element, *, outermost: bool) -> None:
        """End an element, and take up the words after it."""
        tag = str(element.tag)
        if tag in _BLOCKS and not _is_unseen(element):
            self.flush()
            self.tags.pop()
            if self.kinds and self.kinds[-1][0] is element:
                self.kinds.pop()
        elif tag in _CELLS:
            self.words.append(" ")
        self.links -= tag == "a" and not _is_unseen(element)
        if not outermost:
            self.add(element.tail)

    def add(self, words: str | None) -> None:
        """Take up some words."""
        if words:
            seen = _WHITE.sub(" ", words)
            self.words.append(seen)
            self.linked += len(seen) if self.links else 0

    def flush(self) -> None:
        """End the line: an empty line between lines parts paragraphs."""
        words = _AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", "".join(self.words)))
        linked = min(1.0, self.linked / max(1, len(words.strip())))
        self.words, self.linked = [], 0
        kind, group = self.kinds[-1][1:] if self.kinds else (None, -1)
        tag = self.tags[-1] if self.tags else ""
        for paragraph in re.split(r"\n{2,}", words):
            seen = [line.strip() for line in paragraph.split("\n") if line.strip()]
            self.found += [PageLine(line, self.paragraphs, kind, group, linked, tag) for line in seen]
            self.paragraphs += bool(seen)

    def _after_break(self) -> bool:
        return next(
            (words.rstrip(" ").endswith("\n") for words in reversed(self.words) if words.strip(" ")), False
        )


def _kind(element: etree._Element, tag: str) -> RegionKind | None:
    """What an element that holds lines marks them as, by its name and class."""
    classes = element.get("class") or ""
    if tag == "figcaption" or (tag in ("p", "div") and _CAPTION.search(classes) and _is_small(element)):
        return RegionKind.CAPTION
    if classes and _PULL.search(classes) and _is_small(element):
        return RegionKind.PULL_QUOTE
    if tag == "blockquote":
        return RegionKind.POST if _POST_QUOTE.search(classes) else RegionKind.BLOCKQUOTE
    if classes and _POST.search(classes) and _is_small(element):
        return RegionKind.POST
    return None


def _is_small(element: etree._Element) -> bool:
    length = 0
    for words in element.itertext():
        length += len(words)
        if length > LONGEST_WIDGET:
            return False
    return True


def _is_unseen(element: etree._Element) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    return bool(_UNSEEN_CLASS.search(element.get("class") or "")) and element.tag in (
        "span",
        "a",
        "small",
        "i",
        "b",
    )


def _refuse_hostile(tree: etree._Element) -> None:
    """Raise `SkipDocument` for a page with too many elements, or too many inside each other."""
    depth = elements = nesting = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        nesting += depth
        if depth > DEEPEST or nesting > MOST_NESTING:
            raise SkipDocument(
                Reason.NO_ARTICLE,
                "Its elements are nested too deeply. Save the article's text and give that.",
            )
        if elements > MOST_ELEMENTS:
            raise SkipDocument(
                Reason.TOO_LARGE,
                f"The page has more than {MOST_ELEMENTS:,} elements. Split it, or give its text.",
            )


def _quote(quote: html.HtmlElement) -> None:
    """Put the marks that browsers show around `<q>` into the words; inside another one, single ones."""
    inner = next(quote.iterancestors("q"), None) is not None
    opening, closing = "‘’" if inner else "“”"
    quote.text = opening + (quote.text or "")
    if len(quote):
        quote[-1].tail = (quote[-1].tail or "") + closing
    else:
        quote.text += closing
    quote.tag = "span"
