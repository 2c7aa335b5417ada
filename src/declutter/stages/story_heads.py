"""The page's own head where only lines are known: its headline, source and date.

Marks the headline wherever its head repeats it as title, and the short lines of source, writer and
date beneath as byline and date line. Apart because the same lines open every other story.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.lines import only_lines
from declutter.scoring.stories import Stories


class Reason(StrEnum):
    """What a line is to the page's own story."""

    HEADLINE = "headline_of_the_page"
    AGAIN = "headline_again"
    SOURCE = "source_under_the_headline"
    LABEL = "label_under_the_headline"
    DATE = "date_under_the_headline"


_STOPS = (".", "。", "।", "؟", "!", "！")


@dataclass(frozen=True)
class StoryHeads:
    """Marks the lines of the main story's head."""

    name: str = "story_heads"
    # Lines before and behind the headline among which it may stand again: title bars, captions.
    reach: int = 12
    # A line of this many words that ends in a full stop, stands once and over no date is the first
    # sentence of a text without a headline; so is a shorter one that is all the text there is.
    sentence_words: int = 20

    def _is_sentence(self, block: Block, verdicts: Verdicts) -> bool:
        if not block.text.endswith(_STOPS):
            return False
        others = (r for i, r in enumerate(verdicts.roles) if i != block.index)
        return block.words >= self.sentence_words or not any(r in TEXT_ROLES for r in others)

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the head's lines."""
        main = page.derived(Stories).main if only_lines(page) else None
        if main is None:
            return
        normal = page.derived(Stories).lines.normal
        title = main.titles[0]
        near = range(max(0, title - self.reach), min(len(normal), main.end + self.reach))
        titles = {*main.titles, *(i for i in near if normal[i] == normal[title])}
        if len(titles) == 1 and not main.metas and self._is_sentence(page.blocks[title], verdicts):
            titles = set()
        for i in sorted(titles):
            reason = Reason.HEADLINE if i == title else Reason.AGAIN
            yield Decision(i, Role.TITLE, self.name, reason, normal[title])
        # Where all stories name who they are from, the label is a source; else it may be a writer.
        source = any(story.labels for story in page.derived(Stories).next)
        for i in main.labels:
            role, reason = (Role.DATELINE, Reason.SOURCE) if source else (Role.BYLINE, Reason.LABEL)
            yield Decision(i, role, self.name, reason, page.blocks[i].text)
        for i in main.metas:
            yield Decision(i, Role.DATELINE, self.name, Reason.DATE, page.blocks[i].text)
