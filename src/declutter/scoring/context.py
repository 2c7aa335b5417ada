"""The second reading of a block: what its neighbours and the elements around it scored.

A paragraph among paragraphs is article text even if it is short or full of links, and a sentence
in a box of teasers is none. The region is the element whose blocks score most together.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from operator import mul

from declutter.document import Container, Document, Kind
from declutter.scoring.bounded import bounded, text_mean
from declutter.scoring.families import Families, of_elements
from declutter.scoring.landmarks import Landmarks
from declutter.scoring.speakers import OUTSIDE, speakers

_FULL_WORDS = 80  # words from which a block weighs no more


class Context:
    """Scores put into their surroundings.

    `region` is the container with the highest weighted sum of scores; `first` and `last` are the
    indices of its first and last blocks that look like article paragraphs.
    """

    def __init__(self, page: Document, scores: Sequence[float]) -> None:
        self.page = page
        self.scores = scores
        self.bounded = bounded(scores)
        self.weights: list[float] = [min(b.words, _FULL_WORDS) ** 0.75 for b in page.blocks]
        weighted = map(mul, self.bounded, self.weights)
        self._sums = list(accumulate(weighted, initial=0.0))
        self._weight_sums = list(accumulate(self.weights, initial=0.0))
        self._others = page.derived(Landmarks).others
        self.means = self._means()
        self.alike = self._alike()
        self.region = self._best()
        self.first, self.last = self._span()
        self._before, self._after = speakers(page.blocks, self.bounded)
        self._padded = [OUTSIDE, OUTSIDE, *self.bounded, OUTSIDE, OUTSIDE]
        families = page.derived(of_elements)
        alike = Families(families, self.bounded, self.weights).columns()
        self._alike_elsewhere = list(zip(*alike, strict=True))
        self._text_mean = text_mean(page.blocks, self.bounded)
        count = len(page.containers)
        self._inner = [False] * count
        self._tops = [-1] * count
        self._chains: list[tuple[int, ...]] = [()] * count
        self._elements: dict[int, list[float]] = {}
        self._nest()

    def _means(self) -> list[float]:
        """For each container outside landmarks the mean score of what it holds."""
        sums, weights = self._sums, self._weight_sums
        means = [OUTSIDE] * len(self.page.containers)
        for c in self._others:
            first, last = c.first, c.last
            means[c.index] = (sums[last] - sums[first]) / (weights[last] - weights[first] + 3)
        return means

    def _alike(self) -> list[float]:
        """For each container the mean score over it and its siblings of the same shape."""
        counts, sums, weights = self.page.shape_counts, self._sums, self._weight_sums
        alike = list(self.means)
        groups: dict[tuple[int, str], list[Container]] = {}
        for c in self._others:
            key = c.parent, c.shape
            if counts[key] > 1:
                groups.setdefault(key, []).append(c)
        for group in groups.values():
            total = sum([sums[c.last] - sums[c.first] for c in group])
            weight = sum([weights[c.last] - weights[c.first] for c in group])
            for c in group:
                alike[c.index] = total / (weight + 3)
        return alike

    def _best(self) -> Container:
        best = self._others[0]
        sums = self._sums
        most = sums[best.last] - sums[best.first]
        for c in self._others:
            total = sums[c.last] - sums[c.first]
            inside = best.first <= c.first and c.last <= best.last
            if total > most or (inside and total >= most * (0.999 if most > 0 else 1.001)):
                best, most = c, max(total, most)
        return best

    def _span(self) -> tuple[int, int]:
        sure = [
            i for i in self.region.blocks if self.scores[i] > 0 and self.page.blocks[i].words >= 12
        ]
        return (sure[0], sure[-1]) if sure else (self.region.first, self.region.last - 1)

    def values(self, i: int) -> list[float]:
        """Quantities of block `i` in the order of `FEATURES`."""
        own, block = self.bounded[i], self.page.blocks[i]
        bounded = self._padded
        before, after = self._before[i], self._after[i]
        inside = self.region.first <= i < self.region.last
        label = block.words < 6
        heading = block.kind is Kind.HEADING
        ahead, behind = i < self.first, i > self.last
        found = [
            own,
            self.scores[i] - own,
            own if own < 0 else 0.0,
            own if block.words >= 20 else 0.0,
            bounded[i + 1],
            bounded[i + 3],
            bounded[i],
            bounded[i + 4],
            before,
            after,
            before if before < after else after,
            before if label else 0.0,
            after if label else 0.0,
            1.0 if heading else 0.0,
            after if heading else 0.0,
            1.0 if inside else 0.0,
            own if inside else 0.0,
            1.0 if ahead else 0.0,
            min(3.0, (self.first - i) / 5) if ahead else 0.0,
            1.0 if behind else 0.0,
            min(3.0, (i - self.last) / 5) if behind else 0.0,
            self.means[self.region.index],
            self._text_mean,
            self._text_mean if own > 0 else 0.0,
        ]
        found += self._alike_elsewhere[i]
        found += self._of_element(block.container)
        return found

    def _of_element(self, container: int) -> list[float]:
        known = self._elements.get(container)
        if known is None:
            default = self.means[self.region.index] if self._inner[container] else OUTSIDE
            levels = [self.means[c] for c in self._chains[container]]
            levels += [default] * (3 - len(levels))
            top = self._tops[container]
            part = (self.means[top], self.alike[top]) if top >= 0 else (default, default)
            known = [*levels, self.means[container], self.alike[container], *part]
            self._elements[container] = known
        return known

    def _nest(self) -> None:
        """Per container: is it in the region, its part of it, the elements of several blocks."""
        region = self.region.index
        chains, tops, inside = self._chains, self._tops, self._inner
        for c in self._others:
            index, outer = c.index, c.parent
            within = outer >= 0 and inside[outer]  # so the region is around it
            stop = index == region or outer < 0
            chain = () if stop else chains[outer]
            inside[index] = within or index == region
            if within:
                tops[index] = index if outer == region else tops[outer]
            several = not stop and c.last - c.first > 1
            chains[index] = (index, *chain[:2]) if several else chain


class Feature(StrEnum):
    """Names of `Context.values`, in order; a card's `context` table holds points a unit of each."""

    OWN = "own"
    OWN_BEYOND = "own beyond"
    OWN_BELOW_0 = "own below 0"
    OWN_OF_A_PARAGRAPH = "own of a paragraph"
    BLOCK_ONE_BACK = "block -1"
    BLOCK_ONE_ON = "block +1"
    BLOCK_TWO_BACK = "block -2"
    BLOCK_TWO_ON = "block +2"
    BEFORE = "before"
    AFTER = "after"
    WORSE_SIDE = "worse side"
    BEFORE_A_LABEL = "before a label"
    AFTER_A_LABEL = "after a label"
    HEADING = "heading"
    AFTER_A_HEADING = "after a heading"
    IN_REGION = "in region"
    OWN_IN_REGION = "own in region"
    AHEAD_OF_THE_TEXT = "ahead of the text"
    FAR_AHEAD = "far ahead"
    BEHIND_THE_TEXT = "behind the text"
    FAR_BEHIND = "far behind"
    REGION_MEAN = "region mean"
    TEXT_MEAN = "text mean"
    TEXT_MEAN_OF_TEXT = "text mean of text"
    FAMILY = "family"
    REST_OF_THE_FAMILY = "rest of the family"
    REST_OF_A_LARGE_FAMILY = "rest of a large family"
    LARGE_FAMILY = "large family"
    NO_FAMILY = "no family"
    ELEMENT_1 = "element 1"
    ELEMENT_2 = "element 2"
    ELEMENT_3 = "element 3"
    OWN_ELEMENT = "own element"
    ELEMENTS_ALIKE = "elements alike"
    PART_OF_REGION = "part of region"
    PARTS_ALIKE = "parts alike"


FEATURES = tuple(Feature)
