"""The headline: the declared and visible titles agree on it; the site's name is no part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from declutter.metadata.tables import words

SHORTEST_PART = 2
"""Words that a title before a bar must have. Cutting there wins 15 pages on wcxb-dev, loses none
on aed-dev and fundus-dev; cutting before a dash as well gains nothing, so it is left complete."""

_WORD = re.compile(r"\w+")


class Wording(NamedTuple):
    """A title as some source words it."""

    text: str
    source: str


@dataclass(frozen=True)
class TitleChoice:
    """How much a source says by itself, and how much each source that agrees adds.

    Calibrated on the titles of aed-dev, fundus-dev and wcxb-dev (docs/metadata.md): the first
    heading alone is right on 94 %, 77 % and 74 % of the pages that have one, og:title on 82 %,
    79 % and 60 %.
    """

    heading: float = 1.0
    """The first h1; later ones get `later_heading`."""
    later_heading: float = 0.3
    block: float = 1.2
    """The block that the stages took for the title."""
    declared: float = 0.5
    """JSON-LD, og:title and the like."""
    element: float = 0.3
    """The title element."""
    agreement: float = 0.5
    """Times the likeness (word F1) to each other source's wording."""
    unlike: float = 0.25
    """A heading less like every declared title than this is a logo or a section's name ..."""
    short: int = 3
    """... when it has at most so many words."""


def choose_title(
    wordings: Sequence[Wording], sites: Iterable[str], params: TitleChoice | None = None
) -> list[Wording]:
    """The wordings ordered by trust, the site's name taken off; empty when there is none."""
    p = params or TitleChoice()
    names = frozenset(k for k in map(key, sites) if k)
    bare = [
        Wording(text, w.source)
        for w in wordings
        if (text := _first_part(without_site(w.text, names), w.source))
    ]
    ranked = sorted(range(len(bare)), key=lambda i: (_score(bare, i, p), -i), reverse=True)
    return [bare[i] for i in ranked]


def _score(wordings: Sequence[Wording], at: int, p: TitleChoice) -> float:
    text, source = wordings[at]
    if source == "h1":
        first = all(w.source != "h1" for w in wordings[:at])
        score = p.heading if first else p.later_heading
    elif source == "title":
        score = p.element
    elif source == "block":
        score = p.block
    else:
        score = p.declared
    own = _family(source)
    others: dict[str, float] = {}
    for i, w in enumerate(wordings):
        family = _family(w.source)
        if i != at and family != own:
            others[family] = max(others.get(family, 0.0), likeness(text, w.text))
    alone = source == "h1" and max(others.values(), default=1.0) < p.unlike
    if alone and len(_WORD.findall(text)) <= p.short:
        score -= p.heading
    return score + p.agreement * sum(others.values())


def _first_part(text: str, source: str) -> str:
    """A title before its first bar: behind it stand sections and slogans, unless it is shown so."""
    if source in ("h1", "block"):
        return text
    first = _bar().split(text, maxsplit=1)[0]
    return first if len(first.split()) >= SHORTEST_PART else text


def _family(source: str) -> str:
    """Sources that copy each other speak with one voice: all metas are one, all JSON-LD is one."""
    return source.partition(":")[0]


def likeness(one: str, other: str) -> float:
    """Word F1 of two wordings, 0..1, case ignored."""
    if one == other:
        return 1.0
    a, b = _bag(one), _bag(other)
    if not a or not b:
        return 0.0
    return 2 * (a & b).total() / (a.total() + b.total())


@lru_cache(maxsize=256)
def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def without_site(text: str, names: frozenset[str]) -> str:
    """A title without the site's name before or after it; "" when it is nothing but the name.

    >>> without_site("A bridge too far - again | The Example", frozenset({"theexample"}))
    'A bridge too far - again'
    """
    if key(text) in names:
        return ""
    parts = _splitter().split(text)
    first, last = 0, len(parts)
    while last - first > 2 and key(parts[last - 1]) in names:
        last -= 2
    while last - first > 2 and key(parts[first]) in names:
        first += 2
    return "".join(parts[first:last]).strip()


def key(text: str) -> str:
    """Letters and digits of a name, case-folded: "The Example" and "theexample" are one name."""
    return "".join(_WORD.findall(text.casefold())).replace("_", "")


@cache
def _bar() -> re.Pattern[str]:
    glued = "|".join(map(re.escape, sorted(words("title", "glued"))))
    return re.compile(rf"\s*(?:{glued})\s*")


@cache
def _splitter() -> re.Pattern[str]:
    """Splits at separators and keeps them, blanks included."""
    spaced = "|".join(map(re.escape, sorted(words("title", "separators"), key=len, reverse=True)))
    glued = "|".join(map(re.escape, sorted(words("title", "glued"))))
    return re.compile(rf"(\s+(?:{spaced})\s+|\s*(?:{glued})\s*|:\s+)")
