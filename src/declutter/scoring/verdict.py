"""A page read with its cards: the final scores, and the surroundings they come from."""

from __future__ import annotations

from functools import cache
from operator import mul

from declutter.document import Document
from declutter.model import PageType
from declutter.scoring.bar import bar
from declutter.scoring.bounded import text_mean
from declutter.scoring.card import APART, SHARES, Card, card, mixed, scores
from declutter.scoring.context import FEATURES, Context
from declutter.scoring.landmarks import Landmarks
from declutter.scoring.line_traits import LineTraits, tabled
from declutter.scoring.lines import Lines
from declutter.scoring.page_type import PageTypes
from declutter.scoring.runs import FEATURES as LINE_FEATURES
from declutter.scoring.runs import Runs

ARTICLE = "article"
BROAD = "broad"
TEXT = "text"
# Mean score, weighed by words, under which the text that a page has been given is in doubt as a
# whole: lists, shops, round-ups of a hundred short entries. On held-out sites a bar for those gains
# from 1.0 to 1.8; above, foreign snippets come in. A thread does not gain: what is doubtful there
# are posts that its gold lacks.
_DOUBTFUL = 1.25


class Judged:
    """Scores of a page's blocks: log-odds that each is article text, above the page's bar.

    Where the page has no elements, the lines and the runs they form are the evidence. Else it is
    read by two cards, one for pages whose text runs on and one for entries, offers and posts, mixed
    by how likely the page is of either kind. `first` are the scores of the first reading.

    A page whose text is in doubt as a whole is put into its surroundings once more, with all first
    scores raised by the bar: what its blocks have in common is no sign between them.
    """

    def __init__(self, page: Document, lines: Lines | None = None) -> None:
        self.scores: list[float] = []
        self.first: list[float] = []
        if not page.blocks:
            return
        self.context: Context | Runs
        if page.has_markup:
            self._by_elements(page)
        else:
            self._by_lines(lines or page.derived(Lines))

    def _by_elements(self, page: Document) -> None:
        types = page.derived(PageTypes)
        points = mixed(ARTICLE, BROAD, round(SHARES * types.textual))
        self.first = scores(page, points)
        odds = self._in_context(page, points, self.first)
        if types.best is not PageType.FORUM and text_mean(page.blocks, odds) < _DOUBTFUL:
            lowest = bar(page.blocks, odds)
            if lowest < 0:  # else nothing would be raised
                odds = self._in_context(page, points, [score - lowest for score in self.first])
                lowest = bar(page.blocks, odds)
            odds = [score - lowest for score in odds]
        self.scores = odds

    def _in_context(self, page: Document, points: Card, first: list[float]) -> list[float]:
        """The second reading: the scores of the first one put into their surroundings."""
        self.context = context = Context(page, first)
        weights = [points.context.get(name, 0.0) for name in FEATURES]
        always = points.context.get("always", 0.0)
        values = context.values
        return [
            APART if apart else always + sum(map(mul, weights, values(i)))
            for i, apart in enumerate(page.derived(Landmarks).inside)
        ]

    def _by_lines(self, lines: Lines) -> None:
        points = card(TEXT)
        self.first = LineTraits(lines).scores(points.block, _tables())
        self.context = runs = Runs(lines, self.first)
        weights = [points.context.get(name, 0.0) for name in LINE_FEATURES]
        always = points.context.get("always", 0.0)
        self.scores = [always + score for score in runs.weighed(weights)]


@cache
def _tables() -> list[list[float]]:
    """The points of the card for lines, by sort of trait."""
    return tabled(card(TEXT).block)
