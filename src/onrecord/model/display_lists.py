"""The lists below an article, as HTML for notebooks: statements, speakers, labels, and whose words they are.

In: a reading. Out: tables in HTML with inline styles, every word escaped; nothing where there is nothing to
list.
"""

from __future__ import annotations

from onrecord.model.lines import NOBODY, Line, lines, shortened
from onrecord.model.lists import (
    LabelRow,
    SpeakerRow,
    VoiceRow,
    hedge_words,
    label_rows,
    share_words,
    speaker_rows,
    voice_rows,
)
from onrecord.model.marking import Role
from onrecord.model.markup import CELL, FAINT, NUMBER, bar, element, look, table, words
from onrecord.model.reading import Reading
from onrecord.model.shares import word_shares
from onrecord.model.wording import manner, not_asserted_words, shares_words, source_numbers

# Characters of content: the article above has all of it.
SHOWN = 200

# What goes without saying: the common act and the common stance.
USUAL = ("statement", "neutral")

# The longest bar, in ems.
LONGEST_BAR = 12


def statement_list(reading: Reading) -> str:
    """A row for each statement; one that stands in another is set in under it."""
    if not reading.statements:
        return words("p", "No statement was found.", FAINT)
    numbers = source_numbers(reading.statements)
    rows = [_statement(line, numbers[line.number - 1]) for line in lines(reading)]
    return table(["No.", "Who", "What", "Confidence"], rows)


def _statement(line: Line, number: int | None) -> str:
    indent = f"{CELL};padding-left:{1.2 * line.depth:.1f}em" if line.depth else CELL
    content = words("div", shortened(line.stmt.content_words, SHOWN))
    cells = [
        words("td", str(line.number), NUMBER),
        element("td", _who(line, number), indent),
        element("td", _how(line) + content, indent),
        words("td", f"{line.stmt.confidence:.2f}", NUMBER),
    ]
    return element("tr", "".join(cells))


def _who(line: Line, number: int | None) -> str:
    """The speaker; under it why, to whom, when and where."""
    who = words("span", line.who or NOBODY, look(Role.SOURCE, number) if line.who else FAINT)
    below = ((line.why, FAINT), (line.to and f"to {line.to}", ""), (line.occasion, FAINT))
    mark = "└ " if line.depth else ""
    return mark + who + "".join(words("div", part, style) for part, style in below if part)


def _how(line: Line) -> str:
    """The cue and what it makes of the content; what was not said stands out."""
    stmt = line.stmt
    made = [word for word in (stmt.act, stmt.stance) if word not in USUAL]
    cue = words("i", stmt.cue_words) + " · " if stmt.cue else ""
    how = words("span", " · ".join([*made, manner(stmt)]), "font-weight:bold" if line.status else FAINT)
    return cue + how


def speaker_list(reading: Reading) -> str:
    """A row for everyone who is credited."""
    rows = speaker_rows(reading)
    total = word_shares(reading).total
    heads = ["Speakers", "Type", "Said", "Words", "Also"]
    return table(heads, [_speaker(row, total) for row in rows]) if rows else ""


def _speaker(row: SpeakerRow, total: int) -> str:
    more = [", ".join(row.also)] if row.also else []
    more += [*row.notes, *([f"{row.unsaid} more not said, or not yet"] if row.unsaid else [])]
    cells = [
        element("td", words("span", row.name, look(Role.SOURCE, row.number)), CELL),
        words("td", row.type, CELL),
        words("td", str(row.statements), NUMBER),
        words("td", share_words(row.words, total), NUMBER),
        element("td", "".join(words("div", note) for note in more), f"{CELL};{FAINT}"),
    ]
    return element("tr", "".join(cells))


def label_list(reading: Reading) -> str:
    """A row for each label."""
    rows = label_rows(reading)
    return table(["Labels", "Put on", "Used by", "In"], [_label(row) for row in rows]) if rows else ""


def _label(row: LabelRow) -> str:
    times = f" ({row.times} times)" if row.times > 1 else ""
    cells = (row.words + times, row.target or "–", row.user, ", ".join(map(str, row.statements)))
    return element("tr", "".join(words("td", cell, CELL) for cell in cells))


def voice_list(reading: Reading) -> str:
    """A row for each voice, with its bar: hatched for what is reworded, full for all else."""
    if not reading.statements:
        return ""
    rows, total = voice_rows(reading), word_shares(reading).total
    longest = max(row.words for row in rows) or 1
    heads = ["Whose words", "", "Share", "Quoted", "Reworded"]
    return table(heads, [_voice(row, total, LONGEST_BAR / longest) for row in rows])


def _voice(row: VoiceRow, total: int, ems: float) -> str:
    """A row whose bar is so many ems long for each word."""
    name = f"{row.name} (own voice)" if row.is_own else row.name
    look_of = look(Role.SOURCE, row.number) if row.number is not None else ""
    full = (row.words - row.reworded) * ems
    cells = [
        element("td", words("span", name, look_of), CELL),
        element("td", bar(full, row.reworded * ems, row.number), f"{CELL};white-space:nowrap"),
        *(
            words("td", share_words(part, total) if part else "", NUMBER)
            for part in (row.words, row.quoted, row.reworded)
        ),
    ]
    return element("tr", "".join(cells))


def foot(reading: Reading) -> str:
    """What was not said, whose words the article consists of, and how it hedges, in sentences."""
    not_asserted = not_asserted_words(reading.statements)
    told = (
        f"Not asserted: {not_asserted}" if not_asserted else "",
        shares_words(reading),
        hedge_words(reading),
    )
    return "".join(words("p", f"{line}.", FAINT) for line in told if line)
