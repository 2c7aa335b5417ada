"""Offers under a flag, where only lines are known.

Marks "Related articles", "Most read" and their like as related headings, and the headlines,
sources, dates and teasers below. Apart from further stories because such offers have no head: it
is the flag that tells them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.lines import only_lines
from declutter.scoring.offered import Offered


class Reason(StrEnum):
    """What a line is to a flagged offer."""

    FLAG = "announces_other_stories"
    HEADLINE = "headline_under_a_flag"
    META = "source_or_date_under_a_flag"
    BODY = "text_under_a_flag"


@dataclass(frozen=True)
class FlaggedOffers:
    """Marks flags and what they announce."""

    name: str = "flagged_offers"

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the flags and the lines of their offers."""
        if not only_lines(page):
            return
        for flag, items in page.derived(Offered).sections.items():
            cue = page.blocks[flag].text
            yield Decision(flag, Role.RELATED_HEADING, self.name, Reason.FLAG, cue)
            for item in items:
                yield Decision(item.title, Role.RELATED_TITLE, self.name, Reason.HEADLINE, cue)
                for i in item.metas:
                    yield Decision(i, Role.RELATED_META, self.name, Reason.META, cue)
                for i in item.body:
                    yield Decision(i, Role.RELATED_BODY, self.name, Reason.BODY, cue)
