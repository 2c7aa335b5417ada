"""The second reading of a line: what stands around it, and the run of lines that is the article.

The article's region is the run of lines whose scores sum up highest; a line is judged by its
neighbours, by where it stands in or outside the region, and by whether it speaks of the same
things as the region.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from math import exp, log2
from operator import mul

from declutter.scoring.bounded import bounded, text_mean
from declutter.scoring.families import Families, of_lines
from declutter.scoring.line_looks import LONG
from declutter.scoring.lines import Lines
from declutter.scoring.speakers import OUTSIDE, speakers

_FULL_WORDS = 80  # words from which a line weighs no more
_LEAST_CONTENT = 5  # content words by which a line's subject can be told
_NEAR = 4  # lines before and after whose scores are looked at one by one
_REACHES = (6, 12, 30)  # lines before and after whose mean score is looked at
_STEADY = 3  # weight of nothing in a mean, so that few words say little
_SURE_WORDS = 12  # words from which a line that scores as text surely is
_MOST_GAP, _NO_GAP = 4.0, 5.0
_NO_TEXT = 0.02  # share of the page's text that is none
# Doublings of a distance in lines, up to the largest that are told apart.
_DOUBLINGS = [0.0, *(min(6.0, log2(n)) for n in range(1, 65))]


class Runs:
    """Scores put into their surroundings; `first` and `last` bound the region, both inclusive."""

    def __init__(self, lines: Lines, scores: Sequence[float]) -> None:
        self.lines = lines
        self.blocks = blocks = lines.page.blocks
        self.scores = scores
        self.bounded = bounded(scores)
        self._padded = [OUTSIDE] * _NEAR + self.bounded + [OUTSIDE] * _NEAR
        weights: list[float] = [min(b.words + 1, _FULL_WORDS) ** 0.75 for b in blocks]
        weighed: list[float] = list(map(mul, self.bounded, weights))
        self._sums = list(accumulate(weighed, initial=0.0))
        self._weight_sums = list(accumulate(weights, initial=0.0))
        mass = [b.words / (1 + exp(-s)) for b, s in zip(blocks, self.bounded, strict=True)]
        masses = list(accumulate(mass, initial=0.0))
        total = masses[-1] or 1.0
        self._before_text = [m / total for m in masses]
        self._after_text = [1 - m / total for m in masses[1:]]
        self.first, self.last = best_run(weighed)
        self._alike_elsewhere = Families(of_lines(blocks), self.bounded, weights).values
        self._text_mean = text_mean(blocks, self.bounded)
        self._region_mean = self.mean(self.first, self.last + 1)
        sure = [s > 0 and b.words >= _SURE_WORDS for b, s in zip(blocks, scores, strict=True)]
        self._gaps_before = _gaps(sure)
        self._gaps_after = _gaps(sure[::-1])[::-1]
        self._before, self._after = speakers(blocks, self.bounded)
        self._means = [around for reach in _REACHES for around in self._around(reach)]

    def mean(self, first: int, last: int) -> float:
        """Weighted mean score of lines first .. last - 1, cut to the page."""
        first, last = max(0, first), min(len(self.scores), last)
        if first >= last:
            return OUTSIDE
        weight = self._weight_sums[last] - self._weight_sums[first]
        return (self._sums[last] - self._sums[first]) / (weight + _STEADY)

    def _around(self, reach: int) -> tuple[list[float], list[float]]:
        """For every line the mean score of so many lines before it, and after it."""
        sums, weights, count = self._sums, self._weight_sums, len(self.scores)
        if not count:
            return [], []
        pad = min(reach, count)
        first_sums, first_weights = [0.0] * pad + sums, [0.0] * pad + weights
        before = [
            (s - s0) / (w - w0 + _STEADY)
            for s, s0, w, w0 in zip(sums, first_sums, weights, first_weights, strict=False)
        ]
        last_sums = sums[1 + pad :] + sums[-1:] * pad
        last_weights = weights[1 + pad :] + weights[-1:] * pad
        after = [
            (s1 - s) / (w1 - w + _STEADY)
            for s, s1, w, w1 in zip(sums[1:], last_sums, weights[1:], last_weights, strict=True)
        ]
        before[0] = after[-1] = OUTSIDE
        return before, after

    @cached_property
    def _region_words(self) -> tuple[frozenset[str], frozenset[str]]:
        """The content words of the region, and those that stand in several lines of it."""
        seen: Counter[str] = Counter()
        for i in range(self.first, self.last + 1):
            if self.scores[i] > 0:
                seen.update(self.lines.content(i))
        return frozenset(seen), frozenset(w for w, times in seen.items() if times > 1)

    def closeness(self, i: int) -> float | None:
        """Share of a line's content words that stand elsewhere in the region; None for too few."""
        content = self.lines.content(i)
        if len(content) < _LEAST_CONTENT:
            return None
        once, again = self._region_words
        if self.scores[i] > 0 and self.first <= i <= self.last:
            return len(again & content) / len(content)
        return len(once & content) / len(content)

    def values(self, i: int) -> list[float]:
        """Quantities of line `i` in the order of `FEATURES`."""
        own, words, padded = self.bounded[i], self.blocks[i].words, self._padded
        before, after = self._before[i], self._after[i]
        label = words < 6
        heading = self.lines.w[i] < LONG and not self.lines.ends[i]
        found = [own, self.scores[i] - own, own if own < 0 else 0.0, own if words >= 20 else 0.0]
        found += padded[i : i + _NEAR]
        found += padded[i + _NEAR + 1 : i + 2 * _NEAR + 1]
        found += (
            before,
            after,
            before if before < after else after,
            after if before < after else before,
            before if label else 0.0,
            after if label else 0.0,
            after if heading else 0.0,
            padded[i + _NEAR + 1] if heading else 0.0,
        )
        found += [means[i] for means in self._means]
        self._region(i, own, found)
        return found

    def _region(self, i: int, own: float, found: list[float]) -> None:
        inside = self.first <= i <= self.last
        if inside:
            start, end = i - self.first + 1, self.last - i + 1
            found += (1.0, own, min(4.0, _doublings(start)), min(4.0, _doublings(end)), 0.0, 0.0)
        elif i < self.first:
            found += (0.0, 0.0, 0.0, 0.0, _doublings(self.first - i + 1), 0.0)
        else:
            found += (0.0, 0.0, 0.0, 0.0, 0.0, _doublings(i - self.last + 1))
        before, after = self._before_text[i], self._after_text[i]
        found += (
            before,
            after,
            1.0 if before < _NO_TEXT else 0.0,
            1.0 if after < _NO_TEXT else 0.0,
            self._gaps_before[i],
            self._gaps_after[i],
            self._region_mean,
            self._text_mean,
            self._text_mean if own > 0 else 0.0,
            *self._alike_elsewhere(i),
        )
        close = self.closeness(i)
        if close is None:
            found += (0.0, 0.0, 0.0, 0.0)
        else:
            close -= 0.5
            found += (close, close, 0.0, 1.0) if inside else (close, 0.0, close, 1.0)


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


def _gaps(sure: Sequence[bool]) -> list[float]:
    """For every line how far the last sure one above it is."""
    gaps: list[float] = []
    far = 0
    for is_sure in sure:
        gaps.append(min(_MOST_GAP, _doublings(far)) if far else _NO_GAP)
        far = 1 if is_sure else far + (far > 0)
    return gaps


def _doublings(lines: int) -> float:
    return _DOUBLINGS[min(lines, len(_DOUBLINGS) - 1)]


class Feature(StrEnum):
    """Names of `Runs.values`, in order; a card's `context` table holds points a unit of each."""

    OWN = "own"
    OWN_BEYOND = "own beyond"
    OWN_BELOW_0 = "own below 0"
    OWN_OF_A_PARAGRAPH = "own of a paragraph"
    LINE_FOUR_BACK = "line -4"
    LINE_THREE_BACK = "line -3"
    LINE_TWO_BACK = "line -2"
    LINE_ONE_BACK = "line -1"
    LINE_ONE_ON = "line 1"
    LINE_TWO_ON = "line 2"
    LINE_THREE_ON = "line 3"
    LINE_FOUR_ON = "line 4"
    BEFORE = "before"
    AFTER = "after"
    WORSE_SIDE = "worse side"
    BETTER_SIDE = "better side"
    BEFORE_A_LABEL = "before a label"
    AFTER_A_LABEL = "after a label"
    AFTER_A_HEADING = "after a heading"
    NEXT_AFTER_A_HEADING = "next after a heading"
    SIX_BEFORE = "6 before"
    SIX_AFTER = "6 after"
    TWELVE_BEFORE = "12 before"
    TWELVE_AFTER = "12 after"
    THIRTY_BEFORE = "30 before"
    THIRTY_AFTER = "30 after"
    IN_REGION = "in region"
    OWN_IN_REGION = "own in region"
    FROM_START = "from start"
    TO_END = "to end"
    AHEAD_OF_REGION = "ahead of region"
    BEHIND_REGION = "behind region"
    TEXT_BEFORE = "text before"
    TEXT_AFTER = "text after"
    NO_TEXT_BEFORE = "no text before"
    NO_TEXT_AFTER = "no text after"
    GAP_BEFORE = "gap before"
    GAP_AFTER = "gap after"
    REGION_MEAN = "region mean"
    TEXT_MEAN = "text mean"
    TEXT_MEAN_OF_TEXT = "text mean of text"
    FAMILY = "family"
    REST_OF_THE_FAMILY = "rest of the family"
    REST_OF_A_LARGE_FAMILY = "rest of a large family"
    LARGE_FAMILY = "large family"
    NO_FAMILY = "no family"
    CLOSE = "close"
    CLOSE_INSIDE = "close inside"
    CLOSE_OUTSIDE = "close outside"
    SUBJECT_TOLD = "subject told"


FEATURES = tuple(Feature)
