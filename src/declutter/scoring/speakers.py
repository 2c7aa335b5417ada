"""The blocks that can speak for a block: the nearest ones before and after it that are no labels.

Both second readings ask for them, the one of elements and the one of lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from declutter.document import Block

OUTSIDE = -2.0  # what stands for a score where there is no block or no element
_NEAR_WORDS = 10  # a neighbour of at least this many words can speak for a block
_REACH = 8  # how many blocks away such a neighbour may stand


def speakers(blocks: Sequence[Block], scores: Sequence[float]) -> tuple[list[float], list[float]]:
    """For each block the score of the nearest one before and after that is long enough to speak.

    Args:
        blocks: the page's blocks.
        scores: their scores, one a block.

    Returns:
        Two lists of a score a block, `OUTSIDE` where no such neighbour stands near.
    """

    def scan(order: range) -> list[float]:
        found = [OUTSIDE] * len(blocks)
        near, at = OUTSIDE, -10 * _REACH
        for i in order:
            found[i] = near if abs(i - at) < _REACH else OUTSIDE
            if blocks[i].words >= _NEAR_WORDS:
                near, at = scores[i], i
        return found

    return scan(range(len(blocks))), scan(range(len(blocks) - 1, -1, -1))
