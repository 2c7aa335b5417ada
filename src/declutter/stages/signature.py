"""Who wrote it and when: byline and date line around the headline.

Marks lines that name authors as `byline` and lines that carry the date as `dateline`. Apart because
they are part of the article but not of its text, and metadata is read from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Cue, Position, TokenConcept, months, relative_time
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.date_lines import is_date_line
from declutter.scoring.naming import Naming, called
from declutter.scoring.page_type import PageTypes
from declutter.scoring.span import Span
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """Why a line is part of the signature."""

    BYLINE_NAMED = "named_as_byline"
    BYLINE_CUE = "begins_as_byline"
    DATE_NAMED = "named_as_date"
    DATE_CUE = "begins_as_date"
    DATE_LAST = "ends_with_the_date"
    DATE = "date_and_names"
    READING_TIME = "reading_time"


@dataclass(frozen=True)
class Signature:
    """Marks bylines and date lines near the start and the end of the text."""

    name: str = "signature"
    # Lines of more words are prose that mentions an author or a date.
    most_words: int = 25
    # A line that only begins as a byline ("by") names one or two people and an office.
    most_cue_words: int = 14
    # A line between headline and text that ends with "4 days ago" names a source before it.
    most_source_words: int = 10
    # How many blocks ahead of the headline, behind the first and behind the last paragraph such
    # lines stand.
    reach: int = 6
    # Where the headline of a flattened page is not known, its date stands right above the text.
    right_above: int = 3
    # Share of page types whose text runs on from which no byline amid the text is a part of it:
    # there 8 blocks named as one are gold and 76 are not; on forums and lists most are. The same
    # for a line above the text that is nothing but a date.
    textual: float = 0.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide lines around headline, start and end of the text."""
        span = page.derived(Span)
        if span.first < 0:
            return
        names = page.derived(Naming).of
        for i in self._around(page, span):
            block = page.blocks[i]
            if 0 < block.words <= self.most_words and block.kind is not Kind.HEADING:
                made = list(self._line(page, block, names[i]))
                yield from made
                head = span.head
                if head == span.first and not page.has_markup:  # no address spells a headline
                    head -= self.right_above
                if not made and head < i < span.first:
                    yield from self._dated(page, block, near=i - head <= self.reach)
        if self._runs_on(page):
            yield from self._amid(page, span, names)

    def _amid(
        self, page: Document, span: Span, names: list[frozenset[TokenConcept]]
    ) -> Iterator[Decision]:
        """Bylines amid the text, as over the entries of a live blog."""
        for b in page.blocks[span.first : span.last]:
            if (
                TokenConcept.BYLINE in names[b.index]
                and 0 < b.words <= self.most_cue_words
                and b.kind is not Kind.HEADING
            ):
                tokens = called(b)
                yield Decision(b.index, Role.BYLINE, self.name, Reason.BYLINE_NAMED, tokens)

    def _runs_on(self, page: Document) -> bool:
        return page.has_markup and page.derived(PageTypes).textual > self.textual

    def _may_be_dated(self, page: Document) -> bool:
        return not page.has_markup or self._runs_on(page)

    def _around(self, page: Document, span: Span) -> Iterator[int]:
        start = max(0, span.head - self.reach)
        yield from range(start, min(len(page.blocks), span.first + self.reach))
        yield from range(
            max(span.first + self.reach, span.last),
            min(len(page.blocks), span.last + self.reach),
        )

    def _line(
        self, page: Document, block: Block, names: frozenset[TokenConcept]
    ) -> Iterator[Decision]:
        i, name = block.index, self.name
        cue = next(
            (
                c
                for c in page.derived(Traits).cues[i]
                if c.position is not Position.INSIDE and c.concept in _CUES
            ),
            None,
        )
        pictured = block.kind is Kind.CAPTION or TokenConcept.CAPTION in names
        if TokenConcept.BYLINE in names and not pictured:
            yield Decision(i, Role.BYLINE, name, Reason.BYLINE_NAMED, called(block))
        elif TokenConcept.DATELINE in names:
            yield Decision(i, Role.DATELINE, name, Reason.DATE_NAMED, called(block))
        elif cue is not None and block.words <= self.most_cue_words:
            if cue.concept is Concept.READING_TIME:
                yield Decision(i, Role.DATELINE, name, Reason.READING_TIME, cue.phrase)
            elif cue.concept is Concept.DATELINE and _tells_when(block, page.language):
                yield Decision(i, Role.DATELINE, name, Reason.DATE_CUE, cue.phrase)
            elif cue.concept is Concept.BYLINE and _is_signed(block, cue):
                yield Decision(i, Role.BYLINE, name, Reason.BYLINE_CUE, cue.phrase)

    def _dated(self, page: Document, block: Block, *, near: bool) -> Iterator[Decision]:
        """The date, alone or with its source in one line, above the text, `near` the headline."""
        if block.words <= self.most_source_words:
            found = relative_time(block.text, page.language)
            if found is not None and not found.fixed:
                said = block.text[found.start : found.end]
                yield Decision(block.index, Role.DATELINE, self.name, Reason.DATE_LAST, said)
            elif near and self._may_be_dated(page) and _is_date(block, page.language):
                yield Decision(block.index, Role.DATELINE, self.name, Reason.DATE, block.text)


_LABELLED = re.compile(r"\D*[:：]")
_CUES = frozenset([Concept.READING_TIME, Concept.DATELINE, Concept.BYLINE])


def _tells_when(block: Block, language: str | None) -> bool:
    return any(c.isdigit() for c in block.text) or relative_time(block.text, language) is not None


def _is_date(block: Block, language: str | None) -> bool:
    """Whether a line is a date and at most names; a label ahead of it says what else it dates."""
    return _LABELLED.match(block.text) is None and is_date_line(block.text, months(language))


def _is_signed(block: Block, cue: Cue) -> bool:
    """Whether what follows the cue looks like names: no sentence, capitals where there are any."""
    rest = block.text.split(maxsplit=len(cue.phrase.split()))[-1]
    return not block.text.endswith((".", "!", "?")) and (
        rest[:1] != rest[:1].lower() or not rest[:1].isalpha()
    )
