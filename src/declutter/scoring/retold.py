"""The lines of the page's own story, scored again with the other stories out of the way.

A page that holds several stories has several runs of text. Once the others are told apart, the
surroundings of a line are those of its own story only.
"""

from __future__ import annotations

from declutter.document import Document
from declutter.scoring.card import card
from declutter.scoring.offered import Offered
from declutter.scoring.runs import Runs
from declutter.scoring.stories import Stories
from declutter.scoring.verdict import TEXT, Judged

_FOREIGN = -6.0  # the score that stands for a line of another story


class Retold:
    """`scores` of all lines, second reading; empty where there is nothing to tell apart."""

    def __init__(self, page: Document) -> None:
        self.foreign = _foreign(page)
        self.scores: list[float] = []
        if not self.foreign:
            return
        first = page.derived(Judged).first
        masked = [_FOREIGN if i in self.foreign else s for i, s in enumerate(first)]
        runs = Runs(page, masked)
        weigh = card(TEXT).context
        always = weigh.get("always", 0.0)
        self.scores = [
            always + sum(weigh.get(n, 0.0) * v for n, v in runs.features(b.index))
            for b in page.blocks
        ]


def _foreign(page: Document) -> set[int]:
    stories = page.derived(Stories)
    lines: set[int] = set()
    for story in stories.next:
        lines.update(range(story.first, story.end), story.body)
    for flag, items in page.derived(Offered).sections.items():
        lines.add(flag)
        for item in items:
            lines.update((item.title, *item.metas, *item.body))
    main = stories.main
    if main is not None and main.metas:
        lines.update(range(main.end))
    return lines
