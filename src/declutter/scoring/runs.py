"""The second reading of a line: what stands around it, and the run of lines that is the article.

The article's region is the run of lines whose scores sum up highest; a line is judged by its
neighbours, by where it stands in or outside the region, and by whether it speaks of the same
things as the region.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from math import exp, log2

from declutter.document import Document
from declutter.scoring.lines import LONG, Lines
from declutter.scoring.speakers import OUTSIDE, speakers

_BOUND = 4.0  # a score beyond this says no more; keeps one long line from deciding alone
_FULL_WORDS = 80  # words from which a line weighs no more
_LEAST_CONTENT = 5  # content words by which a line's subject can be told


class Runs:
    """Scores put into their surroundings; `first` and `last` bound the region, both inclusive."""

    def __init__(self, page: Document, scores: Sequence[float]) -> None:
        self.page = page
        self.lines = page.derived(Lines)
        self.scores = scores
        self.bounded = [max(-_BOUND, min(_BOUND, s)) for s in scores]
        self.weights: list[float] = [min(b.words + 1, _FULL_WORDS) ** 0.75 for b in page.blocks]
        self._sums = list(
            accumulate(
                (s * w for s, w in zip(self.bounded, self.weights, strict=True)), initial=0.0
            )
        )
        self._weight_sums = list(accumulate(self.weights, initial=0.0))
        self._mass = list(
            accumulate(
                (b.words / (1 + exp(-s)) for b, s in zip(page.blocks, self.bounded, strict=True)),
                initial=0.0,
            )
        )
        self.first, self.last = best_run(
            [s * w for s, w in zip(self.bounded, self.weights, strict=True)]
        )
        self._sure = [i for i, s in enumerate(scores) if s > 0 and page.blocks[i].words >= 12]
        self._before, self._after = speakers(page.blocks, self.bounded)

    def mean(self, first: int, last: int) -> float:
        """Weighted mean score of lines first .. last - 1, cut to the page."""
        first, last = max(0, first), min(len(self.scores), last)
        if first >= last:
            return OUTSIDE
        weight = self._weight_sums[last] - self._weight_sums[first]
        return (self._sums[last] - self._sums[first]) / (weight + 3)

    @cached_property
    def _region_words(self) -> Counter[str]:
        """In how many lines of the region each content word stands."""
        seen: Counter[str] = Counter()
        for i in range(self.first, self.last + 1):
            if self.scores[i] > 0:
                seen.update(self.lines.content(i))
        return seen

    def closeness(self, i: int) -> float | None:
        """Share of a line's content words that stand elsewhere in the region; None for too few."""
        content = self.lines.content(i)
        if len(content) < _LEAST_CONTENT:
            return None
        seen = self._region_words
        own = self.first <= i <= self.last and self.scores[i] > 0
        return sum(seen[w] > own for w in content) / len(content)

    def features(self, i: int) -> Iterator[tuple[str, float]]:
        """Named quantities of line `i`; a card's `context` table holds points a unit of each."""
        own, words = self.bounded[i], self.page.blocks[i].words
        inside = self.first <= i <= self.last
        yield "own", own
        yield "own beyond", self.scores[i] - own
        yield "own below 0", min(0.0, own)
        yield "own of a paragraph", own if words >= 20 else 0.0
        for offset in (-4, -3, -2, -1, 1, 2, 3, 4):
            j = i + offset
            yield f"line {offset}", self.bounded[j] if 0 <= j < len(self.scores) else OUTSIDE
        before, after = self._before[i], self._after[i]
        yield "before", before
        yield "after", after
        yield "worse side", min(before, after)
        yield "better side", max(before, after)
        if words < 6:
            yield "before a label", before
            yield "after a label", after
        if self.lines.w[i] < LONG and not self.lines.ends[i]:
            yield "after a heading", after
            yield (
                "next after a heading",
                (self.bounded[i + 1] if i + 1 < len(self.scores) else OUTSIDE),
            )
        for reach in (6, 12, 30):
            yield f"{reach} before", self.mean(i - reach, i)
            yield f"{reach} after", self.mean(i + 1, i + 1 + reach)
        yield from self._region(i, own, inside)

    def _region(self, i: int, own: float, inside: bool) -> Iterator[tuple[str, float]]:
        if inside:
            yield "in region", 1.0
            yield "own in region", own
            yield "from start", min(4.0, log2(i - self.first + 1))
            yield "to end", min(4.0, log2(self.last - i + 1))
        elif i < self.first:
            yield "ahead of region", min(6.0, log2(self.first - i + 1))
        else:
            yield "behind region", min(6.0, log2(i - self.last + 1))
        total = self._mass[-1] or 1.0
        before, after = self._mass[i] / total, 1 - self._mass[i + 1] / total
        yield "text before", before
        yield "text after", after
        yield "no text before", float(before < 0.02)
        yield "no text after", float(after < 0.02)
        at = bisect_left(self._sure, i)
        yield "gap before", min(4.0, log2(i - self._sure[at - 1])) if at else 5.0
        at = bisect_right(self._sure, i)
        yield "gap after", min(4.0, log2(self._sure[at] - i)) if at < len(self._sure) else 5.0
        yield "region mean", self.mean(self.first, self.last + 1)
        close = self.closeness(i)
        if close is not None:
            yield "close", close - 0.5
            yield "close inside" if inside else "close outside", close - 0.5
            yield "subject told", 1.0


def best_run(values: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run with the highest sum; (0, -1) where there are no values."""
    best, first, last = float("-inf"), 0, -1
    total, start = 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, first, last = total, start, i
    return first, last
