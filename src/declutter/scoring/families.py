"""Blocks written alike: what the others of a block's kind scored, wherever on the page they stand.

The paragraphs of an article are written alike even where pictures, boxes and cards part them, and
so are the entries of a list. Of elements a family are the blocks whose element, the one around it
and the one around that have the same tags and classes; of lines, those that begin, end and are
about as long alike. That repetition tells the template from the text goes back to the work on site
templates (Bar-Yossef and Rajagopalan, 2002); here it is within a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from operator import mul

from declutter.document import Block, Document

_STEADY = 3  # weight of nothing in a mean, so that few words say little
_LONGEST = 4  # doublings of a word from which all lines are as long
_LARGE = 5.0  # doublings of one block from which a family is as large as can be


class Families:
    """What the family of each block scored, the block's own part of it taken out or not."""

    def __init__(
        self, of: Sequence[int], bounded: Sequence[float], weights: Sequence[float]
    ) -> None:
        """`of` are the numbers of the blocks' families (`of_elements`, `of_lines`), `bounded` the
        scores of the blocks, `weights` what each of them weighs."""
        self._of, self._bounded, self._weights = of, bounded, weights
        count = max(of, default=-1) + 1
        self._sums, self._weight_sums, self._sizes = [0.0] * count, [0.0] * count, [0] * count
        for family, score, weight in zip(of, bounded, weights, strict=True):
            self._sums[family] += score * weight
            self._weight_sums[family] += weight
            self._sizes[family] += 1
        self._large = [min(1.0, log2(n) / _LARGE) if n else 0.0 for n in self._sizes]
        self._means = [
            s / (w + _STEADY) for s, w in zip(self._sums, self._weight_sums, strict=True)
        ]

    def columns(self) -> tuple[list[float], ...]:
        """For all blocks: the family's mean score, that of the others in it, the same by how large
        the family is, how large it is (0 to 1), and whether the block is all of it (1 or 0)."""
        of = self._of
        sums, weights = self._sums, self._weight_sums
        others = [
            (sums[family] - score * weight) / (weights[family] - weight + _STEADY)
            for family, score, weight in zip(of, self._bounded, self._weights, strict=True)
        ]
        large = [self._large[family] for family in of]
        alone = [1.0 if size == 1 else 0.0 for size in self._sizes]
        return (
            [self._means[family] for family in of],
            others,
            list(map(mul, others, large)),
            large,
            [alone[family] for family in of],
        )


def of_elements(page: Document) -> list[int]:
    """For each block the number of its family, by its element and the two around that."""
    known: dict[tuple[str, str, str], int] = {}
    shapes: list[tuple[str, str]] = []  # of each container and the one around it
    families: list[int] = []
    for c in page.containers:
        around, beyond = shapes[c.parent] if c.parent >= 0 else ("", "")
        shapes.append((c.shape, around))
        families.append(known.setdefault((c.shape, around, beyond), len(known)))
    return [families[b.container] for b in page.blocks]


def of_lines(blocks: Sequence[Block]) -> list[int]:
    """For each line the number of its family: its kind and level, its first and last character
    (letters are alike, and so are digits), its length in doublings, a gap above, links."""
    known: dict[tuple[object, ...], int] = {}
    families: list[int] = []
    for b in blocks:
        first, last = b.text[0], b.text[-1]
        opening = first if not first.isalnum() else "0" if first.isdigit() else "a"
        closing = last if not last.isalnum() else "a"
        length = min(_LONGEST, (b.words + 1).bit_length() - 1)
        key = (opening, closing, b.kind, b.level, length, b.gap > 0, bool(b.links))
        families.append(known.setdefault(key, len(known)))
    return families
