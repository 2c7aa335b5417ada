"""How far a score counts, and what the scores of a page say of its text as a whole.

Both second readings, of elements and of lines, go by these; so do the verdict and the confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from declutter.document import Block

BOUND = 4.0
"""Log-odds beyond this say no more: one long block must not decide alone."""


def bounded(scores: Iterable[float]) -> list[float]:
    """The scores, none of them beyond `BOUND` on either side."""
    low, high = -BOUND, BOUND
    return [low if score < low else high if score > high else score for score in scores]


def text_mean(blocks: Sequence[Block], scores: Sequence[float]) -> float:
    """Mean score, by words, of the blocks above 0, which are text by their scores; 0 where there
    is none."""
    words = total = 0.0
    for block, score in zip(blocks, scores, strict=True):
        if score > 0:
            words += block.words
            total += block.words * min(BOUND, score)
    return total / words if words else 0.0
