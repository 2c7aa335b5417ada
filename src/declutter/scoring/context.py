"""The second reading of a block: what its neighbours and the elements around it scored.

A paragraph among paragraphs is article text even if it is short or full of links, and a sentence
in a box of teasers is none. The region is the element whose blocks score most together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from declutter.document import Container, Document, Kind

_BOUND = 4.0  # a score beyond this says no more; keeps one long block from deciding alone
_FULL_WORDS = 80  # words from which a block weighs no more
_NEAR_WORDS = 10  # a neighbour of at least this many words can speak for a block
_REACH = 8  # how many blocks away such a neighbour may stand
_OUTSIDE = -2.0  # what stands for a score where there is no block or no element


class Context:
    """Scores put into their surroundings.

    `region` is the container with the highest weighted sum of scores; `first` and `last` are the
    indices of its first and last blocks that look like article paragraphs.
    """

    def __init__(self, page: Document, scores: Sequence[float]) -> None:
        self.page = page
        self.scores = scores
        self.bounded = [max(-_BOUND, min(_BOUND, s)) for s in scores]
        self.weights = [min(b.words, _FULL_WORDS) ** 0.75 for b in page.blocks]
        self._sums, self._weight_sums = [0.0], [0.0]
        for s, w in zip(self.bounded, self.weights, strict=True):
            self._sums.append(self._sums[-1] + s * w)
            self._weight_sums.append(self._weight_sums[-1] + w)
        self.means = [self._mean(c.first, c.last) for c in page.containers]
        self.alike = self._alike()
        self.region = self._best()
        self.first, self.last = self._span()
        self._before, self._after = self._neighbours()

    def sum(self, first: int, last: int) -> float:
        """Weighted sum of the scores of blocks first .. last - 1."""
        return self._sums[last] - self._sums[first]

    def _mean(self, first: int, last: int) -> float:
        return self.sum(first, last) / (self._weight_sums[last] - self._weight_sums[first] + 3)

    def _alike(self) -> list[float]:
        """For each container the mean score over it and its siblings of the same shape."""
        page = self.page
        alike = list(self.means)
        groups: dict[tuple[int, str], list[Container]] = defaultdict(list)
        for c in page.containers:
            if c.parent >= 0 and page.shape_counts[c.parent][c.shape] > 1:
                groups[c.parent, c.shape].append(c)
        for group in groups.values():
            total = sum(self.sum(c.first, c.last) for c in group)
            weight = sum(self._weight_sums[c.last] - self._weight_sums[c.first] for c in group)
            for c in group:
                alike[c.index] = total / (weight + 3)
        return alike

    def _best(self) -> Container:
        best = self.page.containers[0]
        most = self.sum(best.first, best.last)
        for c in self.page.containers:
            total = self.sum(c.first, c.last)
            inside = best.first <= c.first and c.last <= best.last
            if total > most or (inside and total >= most * (0.999 if most > 0 else 1.001)):
                best, most = c, max(total, most)
        return best

    def _span(self) -> tuple[int, int]:
        sure = [
            i for i in self.region.blocks if self.scores[i] > 0 and self.page.blocks[i].words >= 12
        ]
        return (sure[0], sure[-1]) if sure else (self.region.first, self.region.last - 1)

    def _neighbours(self) -> tuple[list[float], list[float]]:
        """Score of the nearest block before and after that is long enough to speak."""
        blocks = self.page.blocks

        def scan(order: range) -> list[float]:
            found = [_OUTSIDE] * len(blocks)
            near, at = _OUTSIDE, -10 * _REACH
            for i in order:
                found[i] = near if abs(i - at) < _REACH else _OUTSIDE
                if blocks[i].words >= _NEAR_WORDS:
                    near, at = self.bounded[i], i
            return found

        return scan(range(len(blocks))), scan(range(len(blocks) - 1, -1, -1))

    def features(self, i: int) -> Iterator[tuple[str, float]]:
        """Named quantities of block `i`; a card's `context` table holds points a unit of each."""
        page, own = self.page, self.bounded[i]
        block = page.blocks[i]
        before, after = self._before[i], self._after[i]
        inside = self.region.first <= i < self.region.last
        heading = block.kind is Kind.HEADING
        yield "own", own
        yield "own beyond", self.scores[i] - own
        yield "own below 0", min(0.0, own)
        yield "own of a paragraph", own if block.words >= 20 else 0.0
        for name, j in (("-1", i - 1), ("+1", i + 1), ("-2", i - 2), ("+2", i + 2)):
            yield f"block {name}", self.bounded[j] if 0 <= j < len(self.bounded) else _OUTSIDE
        yield "before", before
        yield "after", after
        yield "worse side", min(before, after)
        if block.words < 6:
            yield "before a label", before
            yield "after a label", after
        if heading:
            yield "heading", 1.0
            yield "after a heading", after
        if inside:
            yield "in region", 1.0
            yield "own in region", own
        if i < self.first:
            yield "ahead of the text", 1.0
            yield "far ahead", min(3.0, (self.first - i) / 5)
        elif i > self.last:
            yield "behind the text", 1.0
            yield "far behind", min(3.0, (i - self.last) / 5)
        yield "region mean", self.means[self.region.index]
        yield from self._elements(block.container, inside)

    def _elements(self, container: int, inside: bool) -> Iterator[tuple[str, float]]:
        page, region = self.page, self.region
        default = self.means[region.index] if inside else _OUTSIDE
        levels: list[float] = []
        top: Container | None = None
        for c in page.ancestors(container):
            if c.index == region.index:
                break
            if c.last - c.first > 1 and len(levels) < 3:
                levels.append(self.means[c.index])
            top = c if inside else None
        for level in range(3):
            mean = levels[level] if level < len(levels) else default
            yield f"element {level + 1}", mean
        yield "own element", self.means[container]
        yield "elements alike", self.alike[container]
        yield "part of region", self.means[top.index] if top else default
        yield "parts alike", self.alike[top.index] if top else default
