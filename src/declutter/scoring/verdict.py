"""A page read with its cards: the final scores, and the surroundings they come from."""

from __future__ import annotations

from operator import mul

from declutter.document import Document
from declutter.scoring.card import Blend, card, scores
from declutter.scoring.context import FEATURES, Context
from declutter.scoring.lines import Lines
from declutter.scoring.page_type import PageTypes
from declutter.scoring.runs import Runs

ARTICLE = "article"
BROAD = "broad"
TEXT = "text"


class Judged:
    """Scores of a page's blocks: log-odds that each is article text.

    Where the page has no elements, the lines and the runs they form are the evidence. Else it is
    read by two cards, one for pages whose text runs on and one for entries, offers and posts, mixed
    by how likely the page is of either kind. `first` are the scores of the first reading.
    """

    def __init__(self, page: Document) -> None:
        self.scores: list[float] = []
        self.first: list[float] = []
        if not page.blocks:
            return
        self.context: Context | Runs
        if page.has_markup:
            self._by_elements(page)
        else:
            self._by_lines(page)

    def _by_elements(self, page: Document) -> None:
        share = page.derived(PageTypes).textual
        one, other = card(ARTICLE), card(BROAD)
        self.first = scores(page, share, one, other)
        self.context = context = Context(page, self.first)
        weigh = Blend(share, one.context, other.context)
        weights, always = [weigh[name] for name in FEATURES], weigh["always"]
        self.scores = [
            always + sum(map(mul, weights, context.values(i))) for i in range(len(page.blocks))
        ]

    def _by_lines(self, page: Document) -> None:
        points = card(TEXT)
        lines, get = page.derived(Lines), points.block.get
        self.first = [sum(get(t, 0.0) for t in lines.of(b.index)) for b in page.blocks]
        self.context = runs = Runs(page, self.first)
        weigh = points.context
        always = weigh.get("always", 0.0)
        self.scores = [
            always + sum(weigh.get(n, 0.0) * v for n, v in runs.features(b.index))
            for b in page.blocks
        ]
