"""A question as it stands in an address: words, and what narrows them. The same for pages, feeds and links.

In: the query of a request. Out: an `Asked`, which gives the record's `Filter`, and the address of the same
question with something changed. What can't be asked is told in words.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import Annotated

from fastapi import Depends, HTTPException, Query

from onrecord.model import Form, Kind, Status
from onrecord.record import Filter
from onrecord.web import urls

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
ANY = "any"  # statements whatever their status
WORDS = {"negated": "not said", "future": "to be said", "possible": "perhaps said", "any": "said or not"}
LONGEST = 500  # characters of what is asked: more is no question


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked; empty is not asked. `sure` is the least confidence in percent."""

    q: str = ""
    speaker: str = ""
    about: str = ""
    outlet: str = ""
    form: str = ""
    kind: str = ""
    status: str = ""
    since: str = ""
    until: str = ""
    unnamed: str = ""
    sure: str = ""

    @property
    def filter(self) -> Filter:
        """The same as the record understands it."""
        return Filter(
            speaker=self.speaker or None,
            about=self.about or None,
            outlet=self.outlet or None,
            form=self.form or None,
            kind=self.kind or None,
            status=None if self.status == ANY else self.status or Status.ASSERTED.value,
            since=self.since or None,
            until=last_day(self.until) if self.until else None,
            anonymous={"yes": True, "no": False}.get(self.unnamed),
            min_confidence=int(self.sure) / 100 if self.sure else 0.0,
        )

    def changed(self, **changes: str) -> str:
        """The address of the same question with something changed, from its first answers on."""
        return urls.search(**asdict(replace(self, **changes)))

    def page(self, after: int) -> str:
        """The address of further answers."""
        return urls.search(**asdict(self), after=str(after) if after else None)

    @property
    def fields(self) -> dict[str, str]:
        """The question as the fields of a form."""
        return asdict(self)

    @property
    def feed(self) -> str:
        """The address of the answers as a feed."""
        return urls.with_query("/search.atom", asdict(self))

    @property
    def words(self) -> str:
        """The question in words, for a title."""
        days = [self.since and f"from {self.since}", self.until and f"until {self.until}"]
        if self.since == self.until:
            days = [self.since]
        parts = [
            f"“{self.q}”" if self.q else "",
            self.speaker and f"said by {_name(self.speaker)}",
            self.about and f"about {_name(self.about)}",
            self.outlet and f"in {self.outlet}",
            self.form,
            self.kind,
            WORDS.get(self.status, self.status),
            *days,
            {"yes": "by people without a name", "no": "by people with a name"}.get(self.unnamed, ""),
        ]
        return ", ".join(part for part in parts if part) or "All statements"


Word = Annotated[str, Query(max_length=LONGEST)]


def _asked(
    q: Word = "",
    speaker: Word = "",
    about: Word = "",
    outlet: Word = "",
    form: Word = "",
    kind: Word = "",
    status: Word = "",
    since: Word = "",
    until: Word = "",
    unnamed: Word = "",
    sure: Word = "",
) -> Asked:
    """The question of a request. Raises 400 where something in it can't be asked."""
    allowed = (
        ("form", form, [one.value for one in Form]),
        ("kind", kind, [one.value for one in Kind]),
        ("status", status, [*(one.value for one in Status), ANY]),
        ("unnamed", unnamed, ["yes", "no"]),
    )
    for name, value, values in allowed:
        if value and value not in values:
            raise HTTPException(400, f"{name} is {value!r}; it can be {', '.join(values)}, or left out.")
    for name, value in (("since", since), ("until", until)):
        if value and not DAY.fullmatch(value):
            raise HTTPException(400, f"{name} is {value!r}; give a day as 2018-07-26, a month or a year.")
    if sure and not (sure.isascii() and sure.isdecimal() and int(sure) <= 100):
        raise HTTPException(400, f"sure is {sure!r}; give percent, from 0 to 100.")
    return Asked(
        q=_plain(q), speaker=_plain(speaker), about=_plain(about), outlet=_plain(outlet), form=form,
        kind=kind, status=status, since=since, until=until, unnamed=unnamed, sure=sure,
    )  # fmt: skip


AskedNow = Annotated[Asked, Depends(_asked)]


def _plain(words: str) -> str:
    """Words without what no text holds: U+0000, and halves of characters."""
    return words.replace("\0", " ").encode("utf-8", "replace").decode().strip()


def last_day(day: str) -> str:
    """The last day of a month or a year, as an end that takes it in: days sort as they are written."""
    return {4: f"{day}-12-31", 7: f"{day}-31"}.get(len(day), day)


def _name(key: str) -> str:
    """A speaker's key or name, as people read it."""
    return key.partition(":")[2] or key
