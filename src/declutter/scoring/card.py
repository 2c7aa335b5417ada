"""The scorecard: points a trait, calibrated on labelled pages and kept as data.

A block's score is the sum of the points of its traits: log-odds that it is article text. The cards
are written by `benchmarks/calibrate.py`; a person can read them, and change them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from declutter.document import Document
from declutter.scoring.traits import Traits


@dataclass(frozen=True)
class Card:
    """Points by trait: of the block itself, of its element's names, of the names around it."""

    block: Mapping[str, float]
    near: Mapping[str, float]
    around: Mapping[str, float]
    context: Mapping[str, float]

    def scores(self, page: Document) -> list[float]:
        """The score of every block of a page from the block and its place alone."""
        traits = page.derived(Traits)
        of_element = [_total(self.near, names) for names in traits.near]
        passed_on = [_total(self.around, names) for names in traits.near]
        around = [0.0] * len(passed_on)
        for c in page.containers[1:]:
            around[c.index] = around[c.parent] + passed_on[c.parent]
        get = self.block.get
        scores = []
        for b in page.blocks:
            own = page.containers[b.container].tokens
            inline = _total(self.near, b.tokens - own) if len(b.tokens) > len(own) else 0.0
            points = sum(get(t, 0.0) for t in traits.of(b.index))
            scores.append(points + of_element[b.container] + inline + around[b.container])
        return scores


def _total(points: Mapping[str, float], names: Iterable[str]) -> float:
    return sum(points[n] for n in names if n in points)


@lru_cache(maxsize=8)
def card(name: str) -> Card:
    """The card kept in `data/scorecards/<name>.toml`."""
    source = files("declutter") / "data" / "scorecards" / f"{name}.toml"
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return Card(tables["block"], tables["near"], tables["around"], tables["context"])
