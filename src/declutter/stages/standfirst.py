"""The standfirst: the sentence or two between headline and text that sum the article up.

Marks it as `subtitle`, which is part of the text. Apart because it often stands outside the
element that holds the paragraphs, so that tools which take that element lose it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import TokenConcept
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.naming import Naming, called
from declutter.scoring.span import Span
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """Why a block is the standfirst."""

    NAMED = "named_as_standfirst"
    DECLARED = "equals_declared_description"


@dataclass(frozen=True)
class Standfirst:
    """Marks the block that sums the article up, between its headline and its first paragraphs."""

    name: str = "standfirst"
    # A standfirst is a sentence or two: shorter ones are kickers, longer ones are the lead.
    least_words: int = 5
    most_words: int = 90
    # It stands no further behind the headline than a byline, a date and a picture take up.
    reach: int = 15

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide at most one block."""
        span = page.derived(Span)
        if span.first < 0:
            return
        names, traits = page.derived(Naming).of, page.derived(Traits)
        start = span.head if span.head < span.first else max(0, span.first - 3)
        for b in page.blocks[start : max(span.first + 1, start + self.reach)]:
            if not self._fits(b) or verdicts.roles[b.index] is Role.TITLE:
                continue
            if b.index <= span.first and TokenConcept.SUBTITLE in names[b.index]:
                yield Decision(b.index, Role.SUBTITLE, self.name, Reason.NAMED, called(b))
                return
            if traits.normal[b.index] in traits.descriptions and b.index <= span.first:
                yield Decision(b.index, Role.SUBTITLE, self.name, Reason.DECLARED, "description")
                return

    def _fits(self, block: Block) -> bool:
        return (
            self.least_words <= block.words <= self.most_words
            and block.link_density < 0.5
            and block.kind not in (Kind.CAPTION, Kind.CONTROL, Kind.ROW)
        )
