"""Scorecards: points by trait, calibrated on labelled pages and kept as data.

A block's score is the sum of the points of its traits: log-odds that it is article text. The cards
are written by `benchmarks/calibrate.py`; a person can read them, and change them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import chain, repeat

from declutter.document import Container, Document
from declutter.scoring.page_traits import PAGE_WIDE
from declutter.scoring.traits import Traits

# The score of a block that is surely no text: as low as `Context` counts.
APART = -4.0


@dataclass(frozen=True)
class Card:
    """Points by trait: of the block itself, of its element's names, of the names around it;
    `context` holds points a unit of what the surroundings scored."""

    block: Mapping[str, float]
    near: Mapping[str, float]
    around: Mapping[str, float]
    context: Mapping[str, float]

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of elements that the card has points for; most tokens of a page are not known."""
        return frozenset(self.near) | frozenset(self.around)


class Blend(dict[str, float]):
    """Points of two tables mixed: `share` of the first, the rest of the second.

    Only the traits that a page has are ever mixed.
    """

    def __init__(self, share: float, one: Mapping[str, float], other: Mapping[str, float]) -> None:
        super().__init__()
        self._share, self._one, self._other = share, one, other

    def __missing__(self, trait: str) -> float:
        points = self._share * self._one.get(trait, 0.0)
        points += (1 - self._share) * self._other.get(trait, 0.0)
        self[trait] = points
        return points


class _Names(dict[frozenset[str], float]):
    """Points of sets of class and id tokens; a page uses each set many times."""

    def __init__(self, points: Blend, known: frozenset[str]) -> None:
        super().__init__()
        self._points = points
        self._known = known

    def __missing__(self, tokens: frozenset[str]) -> float:
        known = tokens & self._known
        # Sorted, because the sum of floats depends on the order and sets have none.
        total = sum(map(self._points.__getitem__, sorted(known))) if known else 0.0
        self[tokens] = total
        return total


def scores(
    page: Document, share: float, one: Card, other: Card, apart: Iterable[bool] = ()
) -> list[float]:
    """First reading of every block, by two cards mixed: the block, its place, the names around.

    Blocks that stand `apart` are not read; they get the score that stands for that.
    """
    traits = page.derived(Traits)
    of = Blend(share, one.block, other.block).__getitem__
    near, around = Blend(share, one.near, other.near), Blend(share, one.around, other.around)
    known = one.names | other.names
    named = _of_names(page, near, around, known)
    own = _Names(near, known)
    result = []
    for b, skipped in zip(page.blocks, chain(apart, repeat(False)), strict=False):
        if skipped:
            result.append(APART)
            continue
        points = sum(map(of, traits.of(b.index))) + named[b.container]
        tokens = page.containers[b.container].tokens
        if len(b.tokens) > len(tokens):
            points += own[b.tokens] - own[tokens]
        result.append(points)
    return result


def _of_names(page: Document, near: Blend, around: Blend, known: frozenset[str]) -> list[float]:
    """For each container the points of its names and of the names around it."""
    near_tokens, around_tokens = _Names(near, known), _Names(around, known)
    passed: list[float] = []
    result: list[float] = []
    for c in page.containers:
        outer = passed[c.parent] if c.parent >= 0 else 0.0
        if c.tag in PAGE_WIDE:
            result.append(outer)
            passed.append(outer)
            continue
        own, inner = near_tokens[c.tokens], around_tokens[c.tokens]
        for name in element_names(c):
            own += near[name]
            inner += around[name]
        result.append(own + outer)
        passed.append(inner + outer)
    return result


def element_names(container: Container) -> tuple[str, ...]:
    """What an element is called besides its class and id: tag, ARIA role, microdata property."""
    tag = f"<{container.tag}>"
    if not container.role and not container.itemprop:
        return (tag,)
    named = (f"role={container.role}", f"itemprop={container.itemprop}")
    return (tag, *(n for n in named if not n.endswith("=")))


@lru_cache(maxsize=8)
def card(name: str) -> Card:
    """The card kept in `data/scorecards/<name>.toml`."""
    tables = points(name)
    return Card(tables["block"], tables["near"], tables["around"], tables["context"])


@lru_cache(maxsize=8)
def points(name: str) -> Mapping[str, Mapping[str, float]]:
    """The tables of `data/scorecards/<name>.toml`."""
    source = files("declutter") / "data" / "scorecards" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
