"""Pointers to other stories between paragraphs ("See also: ..."), where only lines are known.

Marks the pointing words as a related heading and the headline behind or below them as an offer.
Apart because a pointer ends with its line: the paragraph below it is the article's again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.kinds import Kinds, LineKind
from declutter.scoring.lines import only_lines


class Reason(StrEnum):
    """What a line is to a pointer."""

    POINTER = "points_to_a_story"
    HEADLINE = "headline_pointed_to"


@dataclass(frozen=True)
class Pointers:
    """Marks pointers and the headlines they point to."""

    name: str = "pointers"
    # Words of a headline: one word is a label, and a longer line is a paragraph.
    most_words: int = 40
    least_words: int = 2

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the pointers and the line behind each."""
        if not only_lines(page):
            return
        kinds = page.derived(Kinds).of
        for i, kind in enumerate(kinds[:-1]):
            below = page.blocks[i + 1]
            if kind is not LineKind.ALSO or not self.least_words <= below.words <= self.most_words:
                continue
            cue = page.blocks[i].text
            yield Decision(i, Role.RELATED_HEADING, self.name, Reason.POINTER, cue)
            yield Decision(i + 1, Role.RELATED_TITLE, self.name, Reason.HEADLINE, cue)
