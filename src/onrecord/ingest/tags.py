"""Characters of HTML → a refusal, where a tag has more attributes than any page needs.

The library that makes a tree of a page compares each attribute of a tag with all before it: a hundred
thousand take minutes, and a page within the limits has room for millions. So they are counted first, in one
pass.
"""

from __future__ import annotations

import re

from onrecord.errors import Reason, SkipDocument

# Of one tag. Real ones have twenty; a page full of tags with a thousand takes ten seconds.
MOST_ATTRIBUTES = 1000
# Characters. A tag that is shorter has no room for so many attributes of different names.
_ROOM = 4 * MOST_ATTRIBUTES

# Comments, and what is in scripts and styles, are passed over as browsers do. Nothing here is tried twice.
_INSIDE = r"(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?+|[\"'])*+"
_TAG = re.compile(
    r"<(?:!--(?:[^-]++|-(?!->))*+"
    rf"|((script|style)(?=[\s/>]){_INSIDE})>(?:[^<]++|<(?!/\2))*+"
    rf"|([A-Za-z]{_INSIDE}))",
    re.IGNORECASE,
)
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)")
_BETWEEN = re.compile(r"[\s/]+")


def refuse_many_attributes(page: str) -> None:
    """Raise `SkipDocument` for a page with a tag of more than 1,000 attributes."""
    for found in _TAG.finditer(page):
        tag = found[1] or found[3] or ""
        if len(tag) > _ROOM and len(_BETWEEN.split(_VALUE.sub(" ", tag))) > MOST_ATTRIBUTES:
            raise SkipDocument(
                Reason.TOO_LARGE,
                f"A tag of the page has more than {MOST_ATTRIBUTES:,} attributes. Give the article's text.",
            )
