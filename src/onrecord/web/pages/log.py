"""The log: what people decided, the latest first, and where it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.record import Found
from onrecord.record.judging.judgements import FOR_GOOD, Entry
from onrecord.web import urls
from onrecord.web.access.door import OwnForm, Reviewer
from onrecord.web.asked import TheSite
from onrecord.web.site import Site
from onrecord.web.templates import render

router = APIRouter()

A_PAGE = 30
# What somebody did, in words that follow his name.
DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "change": "set right",
    "add": "added",
    "complete": "judged a whole paragraph of",
    "undo": "took back",
    "merge": "took two for one",
    "apart": "took two for two",
    "split": "told one speaker from another",
    "split-statement": "made several statements of one",
    "merge-statements": "made one statement of several",
    "import": "brought edits in from a file",
}
PLACES = ("source", "cue", "content")

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
Before = Annotated[int | None, Query(ge=1, le=2**31 - 1)]
By = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A judgement with the statement that it is about, in words. `can_undo` where it stands by itself."""

    entry: Entry
    done: str
    what: str
    found: Found | None
    can_undo: bool

    @property
    def day(self) -> str:
        """The day on which it was decided."""
        return self.entry.at[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """A page of the log; `further` is the number before which the next page begins."""

    rows: list[Row]
    people: list[str]
    actions: Mapping[str, str]
    by: str
    action: str
    before: int | None
    further: int | None


@router.get("/log")
def log(request: Request, site: TheSite, by: By = "", action: By = "", before: Before = None) -> Response:
    """What people decided, the latest first."""
    judgements = site.record.judgements
    entries = judgements.latest(limit=A_PAGE + 1, before=before, by=by or None, action=action or None)
    shown = entries[:A_PAGE]
    page = LogPage(
        rows=[_row(site, entry) for entry in shown],
        people=judgements.people(),
        actions=DONE,
        by=by,
        action=action,
        before=before,
        further=shown[-1].number if len(entries) > A_PAGE else None,
    )
    return render(request, "log.html", page)


@router.post("/log/{number}/undo", dependencies=[OwnForm])
def undo(
    site: TheSite, visitor: Reviewer, number: Number, by: By = "", action: By = "", before: Before = None
) -> Response:
    """Takes a judgement back, and shows the log again."""
    site.record.judgements.undo(number, by=visitor.name)
    asked = {"by": by, "action": action, "before": str(before) if before else None}
    return RedirectResponse(urls.log(**asked), 303)


def _row(site: Site, entry: Entry) -> Row:
    found = site.record.questions.statement(entry.statement) if entry.statement else []
    return Row(
        entry=entry,
        done=DONE.get(entry.action, entry.action),
        what=_what(entry.detail),
        found=next(iter(found), None),
        can_undo=not (entry.undone or entry.part_of) and entry.action not in ("undo", *FOR_GOOD),
    )


def _what(detail: Mapping[str, Any]) -> str:
    """What a judgement says beside its action, in words: "speaker: Ann Lee; content"."""
    parts = []
    for name, value in detail.items():
        if value is None or name in ("document", "when_end", "span", "sample"):
            continue
        word = {"when_start": "day", "number": "judgement"}.get(name, name)
        parts.append(word if name in PLACES else f"{word}: {_told(value)}")
    return "; ".join(parts)


def _told(value: Any) -> str:
    """A value of a judgement; of a key only what follows its mark: "per:ann lee" is "ann lee"."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value).rpartition(":")[2]
