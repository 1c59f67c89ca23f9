"""Lines of plain text that belong to a picture: "Photo: The mayor at the harbour", "(Photo by Ana Ruiz)".

Only whole, short lines that name the picture or who took it. Goes in: a line. Comes out: yes or no.
"""

from __future__ import annotations

import re

# Characters. A longer line that begins with "Photo:" is a paragraph.
LONGEST_CAPTION = 250

_PICTURE = r"(?:(?:file|stock|handout|archive) )?(?:photo(?:graph)?|image|picture)"
_FROM = r"(?:by|courtesy(?: of)?|via|provided by|supplied by)"

_BEFORE = r"[^\w\"“”„«»‘']{0,3}"  # a bracket or a bullet, but no quotation mark

# In the singular: "Photos: Storm hits the coast" can be a headline.
_LABELLED = re.compile(
    rf"{_BEFORE}(?:{_PICTURE}(?: caption)?|pictured|caption) ?: ?\S.*"
    rf"|{_BEFORE}{_PICTURE}s? credits?(?: ?:)? \S.*|(?:image|media) (?:caption|source),? \S.*",
    re.IGNORECASE,
)

# A credit in brackets, alone or behind a caption: "(Photo by Ana Ruiz)", "(CP Photo/Ana Ruiz)".
_BRACKETED = re.compile(
    rf"(?:.{{1,200}} )?[(\[](?:[A-Z]{{2,6}} )?(?i:{_PICTURE})s?"
    rf"(?: ?[:/|]|(?i: {_FROM}| credits?)\b)[^()\[\]]{{1,120}}[)\]]\.?"
)

# A credit without brackets has nothing behind its "by" but names, which tells it from a headline.
_NAMES = r"(?:(?:[A-ZÀ-Þ][\w.'’-]*|and|for|of|the|via|at|de|la|van|von|[&|/–-])(?:[,/|]|(?=\s|$)) ?)+"
_CREDIT = re.compile(
    rf"(?i:{_PICTURE})s? (?i:{_FROM}) {_NAMES}|[A-Z]{{2,6}} (?i:photo)s? ?/ ?{_NAMES}"
    rf"|(?:{_NAMES}(?:[/|–-] ?)?)?Getty Images(?: via {_NAMES})?"
)


def is_caption(line: str) -> bool:
    """Whether a whole line is the caption of a picture, or says who took it.

    Lines over 250 characters are always article.
    """
    if len(line) > LONGEST_CAPTION:
        return False
    return any(pattern.fullmatch(line) is not None for pattern in (_LABELLED, _BRACKETED, _CREDIT))
