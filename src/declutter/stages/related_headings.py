"""Related headings: short lines that announce other articles.

Marks "You may also like", "Most read", "Latest news" and their like where offers follow. Apart
from the cards because a heading tells under what flag the offers below it stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.announced import heading_cue
from declutter.scoring.teasers import Teasers
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """Why a block is a heading over offers."""

    CUE = "cue_over_offers"


@dataclass(frozen=True)
class RelatedHeadings:
    """Marks cue lines over offers as related headings."""

    name: str = "related_headings"

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the headings."""
        cues = page.derived(Traits).cues
        for i in sorted(page.derived(Teasers).headings):
            cue = heading_cue(cues[i])
            if cue is not None:
                yield Decision(i, Role.RELATED_HEADING, self.name, Reason.CUE, cue.phrase)
