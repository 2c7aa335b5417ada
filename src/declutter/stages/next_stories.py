"""Whole stories below the page's own, where only lines are known.

Marks the head and body of every further story of an endless or aggregated page. Apart from the
flagged offers because these stand under no flag: they repeat the shape of a story's head.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.lines import only_lines
from declutter.scoring.stories import Stories


class Reason(StrEnum):
    """What a line is to a further story."""

    HEADLINE = "headline_of_a_further_story"
    META = "source_or_date_of_a_further_story"
    BODY = "text_of_a_further_story"


@dataclass(frozen=True)
class NextStories:
    """Marks the stories below the main one."""

    name: str = "next_stories"

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the lines of all further stories."""
        if not only_lines(page):
            return
        for story in page.derived(Stories).next:
            title = page.blocks[story.titles[0]].text
            for i in story.titles:
                yield Decision(i, Role.RELATED_TITLE, self.name, Reason.HEADLINE, title)
            for i in (*story.labels, *story.metas):
                yield Decision(i, Role.RELATED_META, self.name, Reason.META, title)
            for i in story.body:
                yield Decision(i, Role.RELATED_BODY, self.name, Reason.BODY, title)
