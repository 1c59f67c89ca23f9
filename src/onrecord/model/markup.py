"""Pieces of HTML for notebooks: elements, and the look of each speaker.

In: words, which are escaped, and numbers of speakers. Out: HTML with inline styles only, which no notebook's
clean-up takes away and no other style on the page changes. No scripts, no pictures, nothing from outside.

A speaker has a colour and a pattern of underlines. The colours are those of Okabe and Ito, which most
colour-blind readers tell apart; the patterns tell speakers apart in print and without any colour. Tints keep
the colour of the text around them, so they read on light and on dark pages.
"""

from __future__ import annotations

from html import escape

from onrecord.model.marking import Role

# Red, green and blue. Okabe and Ito's yellow is left out: a yellow line can't be seen on a white page.
COLOURS = (
    (0, 114, 178),  # blue
    (213, 94, 0),  # vermilion
    (0, 158, 115),  # bluish green
    (204, 121, 167),  # reddish purple
    (86, 180, 233),  # sky blue
    (230, 159, 0),  # orange
)
GREY = (128, 128, 128)

# Five patterns and six colours: thirty speakers look different.
PATTERNS = ("solid", "dashed", "dotted", "double", "wavy")

FAINT = "opacity:.7;font-size:.9em"
CELL = "text-align:left;vertical-align:top;padding:.2em .7em .2em 0"
NUMBER = "text-align:right;vertical-align:top;padding:.2em .7em .2em 0;white-space:nowrap"


def element(name: str, inner: str, style: str = "", *, title: str = "") -> str:
    """An HTML element; `inner` is HTML already, `style` ours, `title` plain words for a small window."""
    written = (f' style="{style}"' if style else "") + (f' title="{escape(title)}"' if title else "")
    return f"<{name}{written}>{inner}</{name}>"


def words(name: str, text: str, style: str = "", *, title: str = "") -> str:
    """An element that holds plain words."""
    return element(name, escape(text), style, title=title)


def look(role: Role, number: int | None) -> str:
    """The style of words that are a speaker's: source, cue or content."""
    line = f"text-decoration:underline {_pattern(number)} {colour(number)}"
    if role is Role.SOURCE:
        return f"font-weight:bold;background:{colour(number, alpha=0.38)};{line} 2px"
    if role is Role.CUE:
        return f"font-style:italic;{line} 1px"
    return f"background:{colour(number, alpha=0.16)};{line} 2px;text-underline-offset:.2em"


def colour(number: int | None, *, alpha: float = 1) -> str:
    """The colour of the speaker with this number, from 0; grey for nobody. `alpha` is from 0 (clear) to 1."""
    red, green, blue = GREY if number is None else COLOURS[number % len(COLOURS)]
    return f"rgb({red},{green},{blue})" if alpha == 1 else f"rgba({red},{green},{blue},{alpha:.2f})"


def bar(full: float, pale: float, number: int | None) -> str:
    """A bar: a full stretch and a hatched one, in ems."""
    tint = colour(number)
    hatch = f"repeating-linear-gradient(45deg,{tint} 0 2px,transparent 2px 5px)"
    box = "display:inline-block;box-sizing:border-box;height:.7em"
    parts = ((full, f"background:{tint}"), (pale, f"background:{hatch};border:1px solid {tint}"))
    return "".join(
        element("span", "", f"{box};width:{length:.2f}em;{fill}") for length, fill in parts if length > 0
    )


def table(heads: list[str], rows: list[str]) -> str:
    """A table that can be moved sideways where it is too wide; `rows` are HTML."""
    head = element("tr", "".join(words("th", name, CELL) for name in heads))
    inner = element("table", head + "".join(rows), "border-collapse:collapse;margin:1em 0")
    return element("div", inner, "overflow-x:auto")


def _pattern(number: int | None) -> str:
    return PATTERNS[0] if number is None else PATTERNS[number % len(PATTERNS)]
