"""A page read with a card: the final scores, and the surroundings they come from."""

from __future__ import annotations

from declutter.document import Document
from declutter.scoring.card import card
from declutter.scoring.context import Context

ARTICLE = "article"


class Judged:
    """Scores of a page's blocks: log-odds that each is article text."""

    def __init__(self, page: Document) -> None:
        points = card(ARTICLE)
        self.first = points.scores(page)
        self.scores: list[float] = []
        if not self.first:
            return
        self.context = Context(page, self.first)
        weigh = points.context
        always = weigh.get("always", 0.0)
        self.scores = [
            always + sum(weigh.get(n, 0.0) * v for n, v in self.context.features(b.index))
            for b in page.blocks
        ]
