"""Reads what stands after a marked text: a line for each statement or label that has something to tell.

In: lines such as ``3: status=future speaker="Edda Lorne"`` and ``L1: user=outlet target="quay rats"``. Out:
their values by number, checked one by one. Whether a number is marked, and whether a name stands in the
text, `tests.factory` asks when it has the text; `check_name` answers.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from onrecord.analysis.cue_lexicon import Act, Stance

CHOICES: Final = {
    "kind": ("speech", "thought", "decree"),
    "status": ("asserted", "negated", "future", "possible", "asked"),
    "act": tuple(act.value for act in Act),
    "stance": tuple(stance.value for stance in Stance),
    "anonymous": ("no", "yes"),
}
"""What may be written of a statement without quotation marks; the first value of each is the default."""

USERS: Final = ("outlet", "agency", "author", "unclear")
"""Who may use a label without having a name in the text."""

NAMES: Final = ("speaker", "addressee", "user", "target")
"""What is told by a name that stands in the text."""

AND: Final = " + "
"""Parts the names of a group's members."""

_STATEMENT_KEYS: Final = (*CHOICES, "speaker", "addressee", "when")
_LABEL_KEYS: Final = ("user", "target")
_LINE: Final = re.compile(r"(L?)([0-9]+): +(.+)")
_PAIR: Final = re.compile(r'([a-z_]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"“”]+))(?: +|$)')
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

Lines = dict[int, dict[str, str]]
"""Values by the number of a statement or label; ``target=none`` is left out."""


class MarkError(ValueError):
    """A marked text breaks the rules of marking; the message says where and how to mend it."""


def read_lines(trailer: list[str]) -> tuple[Lines, Lines]:
    """Return what the lines say of statements, and what they say of labels.

    Raises MarkError for a line that can't be read, and for a key or a value that there is not.
    """
    statements: Lines = {}
    labels: Lines = {}
    for line in filter(str.strip, trailer):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            raise _unreadable(line)
        noun, found = ("label", labels) if match[1] else ("statement", statements)
        if int(match[2]) in found:
            raise MarkError(f"{noun} {match[2]} has two lines after the text; put its attributes on one")
        found[int(match[2])] = (_label if match[1] else _values)(match[3], line)
    return statements, labels


def _label(pairs: str, line: str) -> dict[str, str]:
    values = _values(pairs, line, keys=_LABEL_KEYS)
    for key in _LABEL_KEYS:
        if key not in values:
            raise MarkError(f"{line!r} has no {key}; write for example 'L1: user=outlet target=none'")
    return {key: value for key, value in values.items() if value}


def _values(pairs: str, line: str, *, keys: tuple[str, ...] = _STATEMENT_KEYS) -> dict[str, str]:
    """Read ``key=value key="value in words"``; a quotation mark inside a value has a backslash before it."""
    values: dict[str, str] = {}
    position = 0
    while position < len(pairs):
        match = _PAIR.match(pairs, position)
        if match is None:
            raise _unreadable(line)
        if match[1] not in keys:
            raise MarkError(f"unknown attribute {match[1]!r} in {line!r}; there are: {', '.join(keys)}")
        if match[1] in values:
            raise MarkError(f"{match[1]} stands twice in {line!r}")
        values[match[1]] = _name(match[1], match[2]) if match[3] is None else _bare(match[1], match[3])
        position = match.end()
    return values


def _unreadable(line: str) -> MarkError:
    return MarkError(
        f"cannot read {line!r} after the text; write for example '3: kind=thought' or "
        "'3: speaker=\"Edda Lorne\"', with straight quotation marks around names only"
    )


def _name(key: str, words: str) -> str:
    """A value in quotation marks: only names have them."""
    name = re.sub(r"\\(.)", r"\1", words)
    if key not in NAMES:
        raise MarkError(f"{key} is no name; write it without quotation marks: {key}={name}")
    if not all(part and part == part.strip() for part in name.split(AND)):
        raise MarkError(f'{key}="{name}" is empty or has white space at an edge of a name')
    if key == "user" and name in USERS:
        raise MarkError(f'user="{name}" is no name of the text; write it without quotation marks')
    return name


def _bare(key: str, value: str) -> str:
    """A value without quotation marks; the empty one stands for ``target=none``."""
    if key == "when":
        days_of(value)
        return value
    if key in ("speaker", "addressee"):
        raise MarkError(f'{key} is a name and needs quotation marks: {key}="{value}"')
    options = {"user": USERS, "target": ("none",)}.get(key) or CHOICES[key]
    if value not in options:
        more = ", or a name in quotation marks" if key in _LABEL_KEYS else ""
        raise MarkError(f"unknown {key} {value!r}; there are: {', '.join(options)}{more}")
    return "" if key == "target" else value


def days_of(when: str) -> tuple[str, str] | None:
    """Return the first and the last day of ``2021-03-16``, ``2021-03``, ``2021`` or ``a/b``; None for ``?``.

    Days are ISO dates, both included. Raises MarkError where there is no such day, or the last comes first.
    """
    if when == "?":
        return None
    parts = when.split("/")
    ends = [_ends(part, when) for part in parts]
    first, last = ends[0][0], ends[-1][1]
    if len(parts) > 2 or last < first:
        raise MarkError(f"when={when}: write the first day, '/', and a last day that does not come before it")
    return first.isoformat(), last.isoformat()


def _ends(part: str, when: str) -> tuple[date, date]:
    match = _DATE.fullmatch(part)
    try:
        if match is None:
            raise ValueError(part)
        year, month, day = (int(number) if number else None for number in match.groups())
        last = day or monthrange(year or 0, month or 12)[1]
        return date(year or 0, month or 1, day or 1), date(year or 0, month or 12, last)
    except ValueError:
        raise MarkError(
            f"when={when} is no day, month, year or stretch; write 2021-03-16, 2021-03, 2021, "
            "2021-03-08/2021-03-14 or ?"
        ) from None


def check_name(name: str, text: str, where: str) -> None:
    """Raise MarkError unless a name, and each name of a group ("Lee + Park"), stands in a text as it is."""
    for part in name.split(AND):
        if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is None:
            raise MarkError(
                f"the {where}, {part!r}, is nowhere in the text; write it word for word as it is printed"
                + (", with its curly or straight apostrophe" if "'" in part or "’" in part else "")
            )
