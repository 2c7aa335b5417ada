"""The second reading of a line: what stands around it, and the run of lines that is the article.

The article's region is the run of lines whose scores sum up highest; a line is judged by its
neighbours, by where it stands in or outside the region, and by whether it speaks of the same
things as the region.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from math import exp, log2
from operator import mul, sub

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
_PARAGRAPH_WORDS, _LABEL_WORDS = 20, 6
_NO_TEXT = 0.02  # share of the page's text that is none
# Doublings of a distance in lines, up to the largest that are told apart.
_DOUBLINGS = [0.0, *(min(6.0, log2(n)) for n in range(1, 65))]
_MOST_FAR = 4.0  # doublings beyond which a line of the region is far from its ends
_GAPS = [_NO_GAP, *(min(_MOST_GAP, n) for n in _DOUBLINGS[1:])]
_WEIGHTS: list[float] = [n**0.75 for n in range(_FULL_WORDS + 1)]

Column = Sequence[float]


class Runs:
    """Scores put into their surroundings; `first` and `last` bound the region, both inclusive.

    `columns` are the quantities of all lines in the order of `FEATURES`.
    """

    def __init__(self, lines: Lines, scores: Sequence[float]) -> None:
        self.lines = lines
        self.blocks = blocks = lines.page.blocks
        self.scores = scores
        self.bounded = bounded(scores)
        self._words = [b.words for b in blocks]
        self._weights = [_WEIGHTS[min(n + 1, _FULL_WORDS)] for n in self._words]
        weighed: list[float] = list(map(mul, self.bounded, self._weights))
        self._sums = list(accumulate(weighed, initial=0.0))
        self._weight_sums = list(accumulate(self._weights, initial=0.0))
        self.first, self.last = best_run(weighed)
        self._heading = [w < LONG and not end for w, end in zip(lines.w, lines.ends, strict=True)]
        self.columns: list[Column] = [
            *self._own(),
            *self._beside(),
            *(around for reach in _REACHES for around in self._around(reach)),
            *self._region(),
            *self._text(),
            *Families(of_lines(blocks), self.bounded, self._weights).columns(),
            *self._subject(),
        ]

    def weighed(self, weights: Sequence[float]) -> list[float]:
        """For every line the sum of its quantities, each by its weight."""
        return [sum(map(mul, weights, row)) for row in zip(*self.columns, strict=True)]

    def mean(self, first: int, last: int) -> float:
        """Weighted mean score of lines first .. last - 1, cut to the page."""
        first, last = max(0, first), min(len(self.scores), last)
        if first >= last:
            return OUTSIDE
        weight = self._weight_sums[last] - self._weight_sums[first]
        return (self._sums[last] - self._sums[first]) / (weight + _STEADY)

    def _own(self) -> Iterator[Column]:
        """A line's own score, bounded and by what is beyond that."""
        yield self.bounded
        yield list(map(sub, self.scores, self.bounded))
        yield [own if own < 0 else 0.0 for own in self.bounded]
        pairs = zip(self.bounded, self._words, strict=True)
        yield [own if words >= _PARAGRAPH_WORDS else 0.0 for own, words in pairs]

    def _beside(self) -> Iterator[Column]:
        """The scores of the lines near by, one by one, and of those that can speak for a line."""
        count = len(self.scores)
        padded = [OUTSIDE] * _NEAR + self.bounded + [OUTSIDE] * _NEAR
        for offset in (*range(_NEAR), *range(_NEAR + 1, 2 * _NEAR + 1)):
            yield padded[offset : offset + count]
        before, after = speakers(self.blocks, self.bounded)
        yield before
        yield after
        pairs = list(zip(before, after, strict=True))
        yield [a if a < b else b for a, b in pairs]
        yield [b if a < b else a for a, b in pairs]
        label = [words < _LABEL_WORDS for words in self._words]
        yield _where(label, before)
        yield _where(label, after)
        yield _where(self._heading, after)
        yield _where(self._heading, padded[_NEAR + 1 :])

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
        before.pop()
        last_sums = sums[1 + pad :] + sums[-1:] * pad
        last_weights = weights[1 + pad :] + weights[-1:] * pad
        after = [
            (s1 - s) / (w1 - w + _STEADY)
            for s, s1, w, w1 in zip(sums[1:], last_sums, weights[1:], last_weights, strict=True)
        ]
        before[0] = after[-1] = OUTSIDE
        return before, after

    def _region(self) -> Iterator[Column]:
        """Where lines stand in the region, or how far from it."""
        ahead, inside, behind = self._parts
        zeros, zeros_behind = [0.0] * ahead, [0.0] * behind
        yield [*zeros, *([1.0] * inside), *zeros_behind]
        yield [*zeros, *self.bounded[ahead : ahead + inside], *zeros_behind]
        from_end = [min(_MOST_FAR, n) for n in _doublings(1, inside)]
        yield [*zeros, *from_end, *zeros_behind]
        yield [*zeros, *reversed(from_end), *zeros_behind]
        yield [*reversed(_doublings(2, ahead)), *([0.0] * (inside + behind))]
        yield [*([0.0] * (ahead + inside)), *_doublings(2, behind)]

    @cached_property
    def _parts(self) -> tuple[int, int, int]:
        """How many lines stand ahead of the region, in it, and behind it."""
        return self.first, self.last + 1 - self.first, len(self.scores) - self.last - 1

    def _text(self) -> Iterator[Column]:
        """How much of the page's text stands before and after a line, how far it is from lines that
        surely are text, and what scores the text has as a whole."""
        blocks, count = self.blocks, len(self.scores)
        mass = [n / (1 + exp(-s)) for n, s in zip(self._words, self.bounded, strict=True)]
        masses = list(accumulate(mass, initial=0.0))
        total = masses[-1] or 1.0
        before = [m / total for m in masses]
        before.pop()
        after = [1 - m / total for m in masses[1:]]
        yield before
        yield after
        yield [1.0 if share < _NO_TEXT else 0.0 for share in before]
        yield [1.0 if share < _NO_TEXT else 0.0 for share in after]
        sure = [s > 0 and n >= _SURE_WORDS for n, s in zip(self._words, self.scores, strict=True)]
        yield _gaps(sure)
        yield _gaps(sure[::-1])[::-1]
        yield [self.mean(self.first, self.last + 1)] * count
        mean = text_mean(blocks, self.bounded)
        yield [mean] * count
        yield [mean if own > 0 else 0.0 for own in self.bounded]

    def _subject(self) -> Iterator[Column]:
        """How much of what a line speaks of stands in the region, and whether that can be told."""
        ahead, inside, behind = self._parts
        told = [self.closeness(i) for i in range(len(self.scores))]
        close = [0.0 if share is None else share - 0.5 for share in told]
        zeros, zeros_behind = [0.0] * ahead, [0.0] * behind
        yield close
        yield [*zeros, *close[ahead : ahead + inside], *zeros_behind]
        yield [*close[:ahead], *([0.0] * inside), *close[ahead + inside :]]
        yield [0.0 if share is None else 1.0 for share in told]

    @cached_property
    def _region_words(self) -> tuple[set[str], set[str]]:
        """The content words of the region, and those that stand in several lines of it."""
        once: set[str] = set()
        again: set[str] = set()
        for i in range(self.first, self.last + 1):
            if self.scores[i] > 0:
                content = self.lines.content(i)
                again |= once & content
                once |= content
        return once, again

    def closeness(self, i: int) -> float | None:
        """Share of a line's content words that stand elsewhere in the region; None for too few."""
        content = self.lines.content(i)
        if len(content) < _LEAST_CONTENT:
            return None
        once, again = self._region_words
        if self.scores[i] > 0 and self.first <= i <= self.last:
            return len(again & content) / len(content)
        return len(once & content) / len(content)


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


def _where(mask: Sequence[bool], values: Sequence[float]) -> Column:
    """The values where the mask holds, 0 elsewhere; there may be more values than the mask has."""
    return [value if holds else 0.0 for holds, value in zip(mask, values, strict=False)]


def _gaps(sure: Sequence[bool]) -> list[float]:
    """For every line how far the last sure one above it is."""
    gaps: list[float] = []
    far, most = 0, len(_GAPS) - 1
    for is_sure in sure:
        gaps.append(_GAPS[far if far < most else most])
        far = 1 if is_sure else far + (far > 0)
    return gaps


def _doublings(first: int, count: int) -> list[float]:
    """Doublings of so many distances, from `first` on."""
    found = _DOUBLINGS[first : first + count]
    return found + _DOUBLINGS[-1:] * (count - len(found))


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
