"""The door of this room: a document in, a reading out. Runs the stages in order.

1. tell the language; 2. split the body into words and pair its quotation marks; 3. let the network find
sources, cues and contents, and the words' syntax and names; 4. mend what the words alone show wrong, and set
edges to quotation marks; 5. add turns, block quotations, signatures and continuations that layout gives
away; 6. add the statements inside contents, of those who are quoted there first, and cut addressees and times
off contents;
7. finish the statements; 8. find out who is who, and complete the statements by it; 9. divide the body among
the voices; 10. give labels and hedges to those who use them.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.analysis.blocks import add_blocks
from onrecord.analysis.circumstances.lead_ins import by_first_word, cut_lead_in
from onrecord.analysis.circumstances.trailing_times import cut_trailing_time
from onrecord.analysis.continuation import add_continuations
from onrecord.analysis.details import Tables, complete
from onrecord.analysis.drafts import Board, Draft, drafts_from
from onrecord.analysis.edges import snap_to_marks
from onrecord.analysis.interviews import Interview, find_interview
from onrecord.analysis.labels.hedges import find_hedges
from onrecord.analysis.labels.words import find_labels
from onrecord.analysis.language import language_of
from onrecord.analysis.mending import mend
from onrecord.analysis.nesting import find_nested
from onrecord.analysis.paragraphs import find_paragraphs, is_wrapped, openings
from onrecord.analysis.parting import part
from onrecord.analysis.people.borders import within_borders
from onrecord.analysis.people.parties import Cast
from onrecord.analysis.people.phrases import Phrase, find_phrases
from onrecord.analysis.people.scene import Scene
from onrecord.analysis.quotation import Quotation, find_quotations, outermost, quote_states
from onrecord.analysis.relayed import find_relayed
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.signed import add_signed
from onrecord.analysis.statements import finish
from onrecord.analysis.syntax import Parse
from onrecord.analysis.turns import find_turns
from onrecord.analysis.voices import divide, own_voice
from onrecord.errors import Reason, SkipDocument
from onrecord.model.document import Document, RegionKind
from onrecord.model.reading import ReaderInfo, Reading
from onrecord.model.span import Span, holder, merge, overlapping, subtract
from onrecord.neural.model import StatementFinder
from onrecord.neural.words import split_words


class Reader:
    """Reads documents with a loaded network. May be used again and again, from one thread at a time."""

    def __init__(self, finder: StatementFinder, info: ReaderInfo, tables: Tables | None = None) -> None:
        self.finder = finder
        self.info = info
        self.tables = tables or Tables()

    def read(self, document: Document) -> Reading:
        """Every statement of a document, who made it, and whose words each stretch of it is.

        Raises `SkipDocument` for a text without words or not in English.
        """
        document = self._with_language(document)
        text, body = document.text, document.body()
        info = dataclasses.replace(self.info, extractor=document.extractor)
        quotations = _in_body(find_quotations(text), body)
        wrapped = is_wrapped(text)
        lines = [line for span in _apart(document) for line in find_paragraphs(text, span, wrapped=wrapped)]
        drafts, parse, phrases = self._drafts(document, quotations, lines)
        interview = find_interview(text, lines)
        drafts = _with_answers(drafts, interview, text)
        drafts += find_relayed(drafts, text)
        contents = merge(span for draft in drafts for span in draft.content)
        nested = find_nested(parse, contents, drafts)
        quoted = merge(quotation.span for quotation in outermost(quotations))
        drafts += [*part(drafts, nested, parse, quoted), *nested]
        first = by_first_word(phrases)
        for draft in drafts:
            cut_lead_in(draft, parse, first)
            cut_trailing_time(draft, parse)
        sentences = find_sentences(text)
        found = finish(drafts, text, document.digest, quotations, sentences)
        phrases = within_borders(parse, phrases, found, self.tables.first_names)
        scene = Scene(
            document, parse, phrases, Cast(parse, phrases, self.tables.first_names), found, sentences, lines,
            quoted,
        )  # fmt: skip
        own = own_voice(document, found)
        details = complete(
            scene, interview, find_labels(text, parse, quotations, body), own, tables=self.tables
        )
        voices = divide(document, details.statements, quotations, own, find_hedges(text, body))
        reading = Reading(
            document,
            info,
            tuple(details.statements),
            tuple(details.entities),
            tuple(voices),
            tuple(details.labels),
        )
        reading.check()
        return reading

    def _with_language(self, document: Document) -> Document:
        body = " ".join(span.slice(document.text) for span in document.body())
        language = language_of(body)
        if language is None:
            raise SkipDocument(Reason.EMPTY)
        if language != "en":
            told = "can't be told" if language == "und" else f"seems to be {language!r}"
            raise SkipDocument(Reason.LANGUAGE, f"Its language {told}; onrecord reads English only.")
        return dataclasses.replace(document, language=language)

    def _drafts(
        self, document: Document, quotations: Sequence[Quotation], lines: Sequence[Span]
    ) -> tuple[list[Draft], Parse, list[Phrase]]:
        """The statements that the network and layout give, the parse of the body and its noun phrases."""
        text, body = document.text, document.body()
        words = [word for span in body for word in _words(text, span)]
        found, syntax = self.finder.find(text, words, quote_states(words, quotations), openings(words, lines))
        parse = Parse(text, words, syntax.speech, syntax.relation, syntax.governor, syntax.names)
        holes = subtract(Span(0, len(text)), body)
        phrases = find_phrases(parse, body)
        drafts = mend(drafts_from(found, words, holes), parse, lines, quotations, by_first_word(phrases))
        board = Board(drafts, lines, len(text))
        snap_to_marks(board, quotations, text)
        add_blocks(board, document.regions, text)
        add_signed(board, quotations, parse)
        add_continuations(board, quotations, text)
        turns = find_turns(text, lines)
        return [draft for draft in board.drafts if not _crosses(draft, turns)] + turns, parse, phrases


def _apart(document: Document) -> list[Span]:
    """The stretches of the body and its headlines, which may have been run into the text."""
    titles = [region.span for region in document.regions if region.kind is RegionKind.TITLE]
    return sorted([*titles, *(rest for span in document.body() for rest in subtract(span, titles))])


def _words(text: str, span: Span) -> list[Span]:
    return [Span(word.start + span.start, word.end + span.start) for word in split_words(span.slice(text))]


def _in_body(quotations: Sequence[Quotation], body: Sequence[Span]) -> list[Quotation]:
    return [quotation for quotation in quotations if holder(body, quotation.span) is not None]


def _with_answers(drafts: list[Draft], interview: Interview | None, text: str) -> list[Draft]:
    """The drafts and the answers of an interview without labels; turns that labels give go before these."""
    if interview is None:
        return drafts
    labelled = {d.source[0].start for d in drafts if d.source and [c.slice(text) for c in d.cue] == [":"]}
    answers = [answer for answer in interview.answers if answer.content[0].start not in labelled]
    inside = merge(span for answer in answers for span in answer.content)
    apart = [
        d for d in drafts if all(holder(inside, s) is not None or not overlapping(inside, s) for s in d.spans)
    ]
    return apart + answers


def _crosses(draft: Draft, turns: Sequence[Draft]) -> bool:
    """Whether a draft contradicts a turn: it reaches out of one, or uses its label; `turns` are in order."""
    end = draft.end
    i = bisect_right(turns, end - 1, key=lambda turn: turn.source[0].start) - 1
    if i < 0:
        return False
    content = turns[i].content
    after = min(draft.spans).start >= content[-1].end
    return not after and any(holder(content, span) is None for span in draft.spans)
