"""A page read with a card: the final scores, and the surroundings they come from."""

from __future__ import annotations

from collections.abc import Iterable

from declutter.document import Document
from declutter.scoring.card import card
from declutter.scoring.context import Context
from declutter.scoring.lines import Lines
from declutter.scoring.runs import Runs

ARTICLE = "article"
TEXT = "text"


class Judged:
    """Scores of a page's blocks: log-odds that each is article text.

    Where the page has no elements, the lines and the runs they form are the evidence.
    """

    def __init__(self, page: Document) -> None:
        points = card(ARTICLE if page.has_markup else TEXT)
        self.scores: list[float] = []
        self.first: list[float] = []
        if not page.blocks:
            return
        self.context: Context | Runs
        if page.has_markup:
            self.first = points.scores(page)
            self.context = Context(page, self.first)
        else:
            lines, get = page.derived(Lines), points.block.get
            self.first = [sum(get(t, 0.0) for t in lines.of(b.index)) for b in page.blocks]
            self.context = Runs(page, self.first)
        weigh = points.context
        always = weigh.get("always", 0.0)

        def total(features: Iterable[tuple[str, float]]) -> float:
            return always + sum(weigh.get(n, 0.0) * v for n, v in features)

        self.scores = [total(self.context.features(b.index)) for b in page.blocks]
