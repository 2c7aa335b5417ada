"""The headline: the declared and shown titles agree on it; the site's name is no part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from declutter.document import UNSPACED
from declutter.metadata.affixes import Site, first_part, parted, says_home, without_site

SHOWN = frozenset({"h1", "block"})
"""Sources that readers see: first-level headings and the block taken for the title."""

# In scripts without spaces every character is a word.
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")


class Wording(NamedTuple):
    """A title as some source words it."""

    text: str
    source: str


@dataclass(frozen=True)
class TitleChoice:
    """How much a source says by itself, and how much each source that agrees adds.

    The first values were set by hand from how often each source alone is right (the table in
    docs/metadata.md); each was then varied by itself over a few steps on aed-dev, fundus-dev and
    wcxb-dev together, and what gained less than a page or two was left as it was.
    """

    heading: float = 1.2
    """The first h1; later ones get `later_heading`."""
    later_heading: float = 0.3
    block: float = 1.2
    """The block that the stages took for the title."""
    declared: float = 0.5
    """JSON-LD, og:title and the like."""
    element: float = 0.3
    """The title element."""
    agreement: float = 0.5
    """Times the likeness (word F1) to each other family of sources."""
    unlike: float = 0.25
    """A shown title less like every declared one than this is a logo, a slogan or the name of a
    section ..."""
    short: int = 8
    """... when it has at most so many words."""
    penalty: float = 1.0
    """What it then loses."""


DEFAULT = TitleChoice()


OFFER = replace(DEFAULT, heading=0.6, block=0.6)
"""On pages that offer a service: the heading is a slogan there as often as the page's name."""


def choose_title(
    wordings: Sequence[Wording], own: Site, params: TitleChoice = DEFAULT
) -> list[Wording]:
    """The wordings ordered by trust, the site's name taken off; empty when there is none.

    Where a page calls itself nothing but the site's name, that is its title.
    """
    told = {(w.text, w.source in SHOWN) for w in wordings}
    bared = {(text, shown): _bare(text, own, shown=shown) for text, shown in told}
    named = ((bared[w.text, w.source in SHOWN], w.source) for w in wordings)
    bare = [Wording(text, source) for text, source in named if text]
    if not bare:
        named = ((_named(w.text), w.source) for w in wordings if w.source not in SHOWN)
        return [Wording(text, source) for text, source in named if text][:1]
    if len(bare) < 2:
        return bare
    scores = _scores(bare, params)
    return [bare[i] for i in sorted(range(len(bare)), key=lambda i: (-scores[i], i))]


def _bare(wording: str, own: Site, *, shown: bool) -> str:
    text = without_site(wording, own, shown=shown)
    text = text if shown else first_part(text)
    return "" if says_home(text) else text


def _named(declared: str) -> str:
    """The site's name as the title of a page that declares nothing else."""
    parts = parted(first_part(declared))
    if says_home(parts[0]):
        return "".join(parts[2:])
    return "".join(parts[:-2] if says_home(parts[-1]) else parts)


def _scores(wordings: Sequence[Wording], p: TitleChoice) -> list[float]:
    """For each wording its source's worth and the likeness to the other families of sources."""
    voices = dict.fromkeys((w.text, _family(w.source)) for w in wordings)
    others = {voice: _agreement(voice, voices) for voice in voices}
    scores: list[float] = []
    headed = False
    for text, source in wordings:
        likenesses = others[text, _family(source)]
        score = _worth(source, headed, p) + p.agreement * sum(likenesses)
        if source in SHOWN and max(likenesses, default=1.0) < p.unlike:
            score -= p.penalty * (len(_WORD.findall(text)) <= p.short)
        scores.append(score)
        headed = headed or source == "h1"
    return scores


def _agreement(voice: tuple[str, str], voices: Iterable[tuple[str, str]]) -> list[float]:
    """For each other family how like its likest wording is."""
    text, own = voice
    best: dict[str, float] = {}
    for other, family in voices:
        if family != own and best.get(family, 0.0) < 1.0:
            best[family] = max(best.get(family, 0.0), likeness(text, other))
    return list(best.values())


def _worth(source: str, headed: bool, p: TitleChoice) -> float:
    """What a source says by itself; `headed` when an h1 stands before it."""
    match source:
        case "h1":
            return p.later_heading if headed else p.heading
        case "block":
            return p.block
        case "title":
            return p.element
        case _:
            return p.declared


def _family(source: str) -> str:
    """Sources that copy each other speak with one voice: all metas, all JSON-LD, all that is
    shown."""
    return "shown" if source in SHOWN else source.partition(":")[0]


def likeness(one: str, other: str) -> float:
    """Word F1 of two wordings, 0..1, case ignored."""
    if one == other:
        return 1.0
    a, words = _bag(one)
    b, others = _bag(other)
    if not words or not others:
        return 0.0
    common = sum([min(n, b[word]) for word, n in a.items() if word in b])
    return 2 * common / (words + others)


@lru_cache(maxsize=256)
def _bag(text: str) -> tuple[Counter[str], int]:
    """The words of a text with their counts, and how many there are."""
    words = _WORD.findall(text.casefold())
    return Counter(words), len(words)
