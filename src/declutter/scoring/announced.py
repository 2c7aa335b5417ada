"""What stands under words that announce other articles: a heading over offers, "Also read"."""

from __future__ import annotations

import re

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Cue, Position, normalise
from declutter.scoring.traits import Traits

# Words of a heading over offers, at most.
HEADING_WORDS = 9
# An element that holds more blocks than this is not what a heading in it is over.
MOST_BLOCKS = 60
OVER_OFFERS = frozenset(
    [
        Concept.RELATED,
        Concept.RECOMMENDED,
        Concept.POPULAR,
        Concept.LATEST,
        Concept.NEXT_ARTICLE,
        Concept.SPONSORED,
    ]
)
# What announces an offer, up to a sign that points to it.
_POINTER = re.compile(r"([^:|：–—»>]{4,40}?)\s*[:|：–—»>]\s*(?=\S)")
_ANNOUNCING = OVER_OFFERS | {Concept.READ_MORE}


class Announced:
    """`under[i]`: whether block i stands under a heading over offers.

    A heading is over what follows in the smallest element that holds more than the heading, up to
    the next heading of its level.
    """

    def __init__(self, page: Document) -> None:
        self.under = [False] * len(page.blocks)
        for b, cues in zip(page.blocks, page.derived(Traits).cues, strict=True):
            if cues and b.words <= HEADING_WORDS and not b.links and heading_cue(cues):
                end = self._end(page, b)
                self.under[b.index + 1 : end] = [True] * (end - b.index - 1)

    def _end(self, page: Document, heading: Block) -> int:
        """The first block behind what a heading is over; right behind itself if that is unclear."""
        begin = heading.index + 1
        for c in page.ancestors(heading.container):
            if c.last > begin:
                if c.last - c.first > MOST_BLOCKS:
                    return begin
                for i in range(begin, c.last):
                    b = page.blocks[i]
                    if b.kind is Kind.HEADING and 0 < b.level <= heading.level:
                        return i
                return c.last
        return begin


def announces(cues: tuple[Cue, ...]) -> bool:
    """Whether a line begins with words that announce an offer ("Also read")."""
    return any(map(_announces, cues))


def announced(text: str, cues: tuple[Cue, ...]) -> str:
    """The headline in a line that announces it ("Also read: ..."), else the line itself."""
    phrases = tuple(c.phrase.rstrip(":") for c in cues if _announces(c))
    pointer = _POINTER.match(text) if phrases else None
    if pointer is None or not normalise(pointer[1]).startswith(phrases):
        return text
    return text[pointer.end() :]


def _announces(cue: Cue) -> bool:
    return cue.concept in _ANNOUNCING and cue.position is Position.START


def heading_cue(cues: tuple[Cue, ...]) -> Cue | None:
    """The cue that makes a short block a heading over offers, None if there is none."""
    for cue in cues:
        if cue.concept in OVER_OFFERS and cue.position is not Position.INSIDE:
            return cue
    return None
