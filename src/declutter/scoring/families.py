"""Blocks written alike: what the others of a block's kind scored, wherever on the page they stand.

The paragraphs of an article are written alike even where pictures, boxes and cards part them, and
so are the entries of a list. A family are the blocks whose element, the one around it and the one
around that have the same tags and classes. That repetition tells the template from the text goes
back to the work on site templates (Bar-Yossef and Rajagopalan, 2002); here it is within a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from declutter.document import Container, Document

_STEADY = 3  # weight of nothing in a mean, so that few words say little
_LARGE = 5.0  # doublings of one block from which a family is as large as can be


class Families:
    """What the family of each block scored, the block's own part of it taken out or not."""

    def __init__(self, page: Document, bounded: Sequence[float], weights: Sequence[float]) -> None:
        """`bounded` are the scores of the page's blocks, `weights` what each of them weighs."""
        self._bounded, self._weights = bounded, weights
        family_of = _families(page.containers)
        self._of = of = [family_of[b.container] for b in page.blocks]
        count = max(family_of, default=-1) + 1
        self._sums, self._weight_sums, self._sizes = [0.0] * count, [0.0] * count, [0] * count
        for family, score, weight in zip(of, bounded, weights, strict=True):
            self._sums[family] += score * weight
            self._weight_sums[family] += weight
            self._sizes[family] += 1
        self._large = [min(1.0, log2(n) / _LARGE) if n else 0.0 for n in self._sizes]
        self._means = [
            s / (w + _STEADY) for s, w in zip(self._sums, self._weight_sums, strict=True)
        ]

    def values(self, i: int) -> tuple[float, float, float, float, float]:
        """For block `i`: the family's mean score, that of the others in it, the same by how large
        the family is, how large it is (0 to 1), and whether the block is all of it."""
        family, weight = self._of[i], self._weights[i]
        others = (self._sums[family] - self._bounded[i] * weight) / (
            self._weight_sums[family] - weight + _STEADY
        )
        large = self._large[family]
        alone = 1.0 if self._sizes[family] == 1 else 0.0
        return self._means[family], others, others * large, large, alone


def _families(containers: Sequence[Container]) -> list[int]:
    """For each container the number of the family that blocks right inside it belong to."""
    known: dict[tuple[str, str, str], int] = {}
    shapes: list[tuple[str, str]] = []  # of each container and the one around it
    families: list[int] = []
    for c in containers:
        around, beyond = shapes[c.parent] if c.parent >= 0 else ("", "")
        shapes.append((c.shape, around))
        families.append(known.setdefault((c.shape, around, beyond), len(known)))
    return families
