"""The bar: the score from which a block is taken, so that the text as a whole comes out best.

Where nearly all is sure the bar lies at 0, even odds. Where much is doubtful, as on a list of
entries, it lies lower: a doubtful block that is left out costs recall, one that is taken costs less
precision the more there is beside it. The bar is set where the F1 to be expected of the text, from
the blocks' own odds, is highest; that is at half of that F1 as a probability (Lipton and others,
2014, "Optimal thresholding of classifiers to maximize F1 measure").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, log

from declutter.document import Block

SHARPNESS = 1.4
"""Scores are made this much surer before they are read as odds, because neighbours are doubtful
together. Pages in doubt on held-out sites did best from 1.2 to 1.5."""
LOWEST = -2.5
"""The bar lies no lower: what is left below is menus and footers, in which labels may agree."""


def bar(blocks: Iterable[Block], scores: Sequence[float]) -> float:
    """The log-odds above which blocks are best taken for text, `LOWEST` to 0.

    0 where no block has better than even odds: such a page may well have no text.
    """
    likely: list[tuple[float, float, float]] = []
    total = 0.0
    for block, score in zip(blocks, scores, strict=True):
        words = block.words or 0.5
        if score <= LOWEST:
            total += words * exp(SHARPNESS * score)  # nearly the probability
        else:
            odds = words / (1 + exp(-SHARPNESS * score))
            total += odds
            likely.append((score, words, odds))
    likely.sort(reverse=True)
    if not likely or likely[0][0] <= 0:
        return 0.0
    best = taken = right = 0.0
    for _, words, odds in likely:
        taken += words
        right += odds
        best = max(best, right / (taken + total))
    # `best` is half of the F1: the probability from which a block raises it.
    return max(LOWEST, min(0.0, log(best / (1 - best)) / SHARPNESS))
