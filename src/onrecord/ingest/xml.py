"""XML from strangers → a tree, without anything that XML can do but hold elements.

No document type, so no entities (which can unpack a few bytes to gigabytes, or name files of this machine);
no network; no more elements, and no deeper, than real files have. Goes in: bytes. Comes out: the root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import Reason, SkipDocument

if TYPE_CHECKING:
    from lxml import etree

MOST_ELEMENTS = 3_000_000  # a book's .docx has a million; a sitemap of 50,000 addresses 300,000
# Depth is limited by libxml2 itself, to 256 elements inside each other (2,048 in newer versions).


def parse_xml(data: bytes, *, what: str) -> etree._Element:
    """The root of some XML; `what` begins the sentence when it is refused ("The sitemap").

    Raises `SkipDocument` when it is not well-formed, has a document type, or is beyond limits.
    """
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("start",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    elements = 0
    try:
        for start in range(0, len(data), 65_536):
            parser.feed(data[start : start + 65_536])
            for _, element in parser.read_events():
                elements += 1
                if elements == 1 and isinstance(element, etree._Element):
                    _refuse_doctype(element.getroottree(), what)
            if elements > MOST_ELEMENTS:
                raise SkipDocument(
                    Reason.TOO_LARGE, f"{what} has more than {MOST_ELEMENTS:,} elements. Split it."
                )
        root = parser.close()
    except etree.LxmlError as error:
        raise SkipDocument(Reason.UNREADABLE, f"{what} is no XML that can be read ({error}).") from None
    return root


def _refuse_doctype(tree: etree._ElementTree, what: str) -> None:
    """Raise `SkipDocument` when a document declares a type, and so may hold entities."""
    if tree.docinfo.internalDTD is not None:
        raise SkipDocument(
            Reason.UNREADABLE,
            f"{what} declares a document type. It could unpack to gigabytes, so it is not read.",
        )
