"""Related headings: short lines that announce other articles.

Marks "You may also like", "Most read", "Latest news" and their like where offers follow, and on an
article "Related articles" wherever it is taken for text. Apart from the cards because a heading
tells under what flag the offers below it stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Cue, Position
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.announced import heading_cue
from declutter.scoring.finder import Finder
from declutter.scoring.page_type import PageTypes
from declutter.scoring.teasers import Teasers
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """Why a block is a heading over offers."""

    CUE = "cue_over_offers"
    STRAY = "cue_amid_an_article"


@dataclass(frozen=True)
class RelatedHeadings:
    """Marks cue lines over offers as related headings."""

    name: str = "related_headings"
    # Likelihood of an article from which such a line is one even where no offer follows: of those
    # taken for text on labelled articles 2 are gold and 10 are not.
    article: float = 0.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the headings over offers, then what else says so on an article."""
        cues = page.derived(Traits).cues
        headings = page.derived(Teasers).headings
        for i in sorted(headings):
            cue = heading_cue(cues[i])
            if cue is not None:
                yield Decision(i, Role.RELATED_HEADING, self.name, Reason.CUE, cue.phrase)
        for block, cue in self._strays(page, verdicts):
            if page.derived(PageTypes).shares[PageType.ARTICLE] <= self.article:
                return
            if block.index not in headings:
                yield Decision(
                    block.index, Role.RELATED_HEADING, self.name, Reason.STRAY, cue.phrase
                )

    def _strays(self, page: Document, verdicts: Verdicts) -> Iterator[tuple[Block, Cue]]:
        """Lines of the text that are such a phrase, or headings that begin with one."""
        if not page.has_markup:
            return
        cues = page.derived(Traits).cues
        for i in page.derived(Finder).said(Concept.RELATED):
            if verdicts.roles[i] in TEXT_ROLES:
                b = page.blocks[i]
                for cue in cues[i]:
                    whole = cue.position is Position.WHOLE
                    heading = cue.position is Position.START and b.kind is Kind.HEADING
                    if cue.concept is Concept.RELATED and (whole or heading):
                        yield b, cue
                        break
