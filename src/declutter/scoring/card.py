"""Scorecards: points by trait, calibrated on labelled pages and kept as data.

A block's score is the sum of the points of its traits: log-odds that it is article text. The cards
are written by `benchmarks/calibrate.py`; a person can read them, and change them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import repeat

from declutter.document import Container, Document
from declutter.scoring.bounded import BOUND
from declutter.scoring.landmarks import Landmarks
from declutter.scoring.page_traits import PAGE_WIDE
from declutter.scoring.traits import Traits

# The score of a block that is surely no text: as low as scores count.
APART = -BOUND
# Two cards are mixed by so many parts at most, so that a mixture is made once, not once a page.
SHARES = 32


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


class _Names(dict[frozenset[str], tuple[float, float]]):
    """Points of sets of class and id tokens, as the names of an element and as names around it.

    A page uses each set many times.
    """

    def __init__(self, points: Card) -> None:
        super().__init__()
        self._near, self._around = points.near.get, points.around.get
        self._known = points.names

    def __missing__(self, tokens: frozenset[str]) -> tuple[float, float]:
        near = around = 0.0
        # Sorted, because the sum of floats depends on the order and sets have none.
        for name in sorted(tokens & self._known):
            near += self._near(name, 0.0)
            around += self._around(name, 0.0)
        self[tokens] = near, around
        return near, around


def scores(page: Document, points: Card) -> list[float]:
    """First reading of every block by a card: the block, its place, the names around.

    Blocks in landmarks are not read; they get the score that stands for that.
    """
    traits, landmarks = page.derived(Traits), page.derived(Landmarks)
    of, nothing = points.block.get, repeat(0.0)
    names = _Names(points)
    named = _of_names(page, points, names)
    containers = page.containers
    result = [APART] * len(page.blocks)
    for b, apart in zip(page.blocks, landmarks.inside, strict=True):
        if not apart:
            score = sum(map(of, traits.of(b.index), nothing)) + named[b.container]
            tokens = containers[b.container].tokens
            if len(b.tokens) > len(tokens):
                score += names[b.tokens][0] - names[tokens][0]
            result[b.index] = score
    return result


def _of_names(page: Document, points: Card, names: _Names) -> list[float]:
    """For each container outside landmarks the points of its names and of the names around it."""
    near, around = points.near.get, points.around.get
    passed = [0.0] * len(page.containers)
    result = list(passed)
    for c in page.derived(Landmarks).others:
        index, tag = c.index, c.tag
        outer = passed[c.parent] if c.parent >= 0 else 0.0
        if tag in PAGE_WIDE:
            result[index] = passed[index] = outer
            continue
        own, inner = names[c.tokens]
        for name in element_names(c):
            own += near(name, 0.0)
            inner += around(name, 0.0)
        result[index] = own + outer
        passed[index] = inner + outer
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


@lru_cache(maxsize=SHARES + 1)
def mixed(one: str, other: str, parts: int) -> Card:
    """Two kept cards in one: `parts` of `SHARES` parts of the first, the rest of the second."""
    return mix(parts / SHARES, card(one), card(other))


def mix(share: float, one: Card, other: Card) -> Card:
    """A card whose points are `share` of the first one's, and the rest of the other's."""

    def tables(a: Mapping[str, float], b: Mapping[str, float]) -> dict[str, float]:
        return {t: share * a.get(t, 0.0) + (1 - share) * b.get(t, 0.0) for t in {**a, **b}}

    return Card(
        tables(one.block, other.block),
        tables(one.near, other.near),
        tables(one.around, other.around),
        tables(one.context, other.context),
    )


@lru_cache(maxsize=8)
def points(name: str) -> Mapping[str, Mapping[str, float]]:
    """The tables of `data/scorecards/<name>.toml`."""
    source = files("declutter") / "data" / "scorecards" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
