"""Which cards a page consists of, so that they are its text and no offers of other articles.

A listing is its cards; so are the services of a company and the chapters of a guide. What tells
them from teasers under an article: what was taken for text so far, how much of it stands outside
the cards and ahead of them, what type of page it is, and what heading announces them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from declutter.document import Document
from declutter.model import PageType
from declutter.scoring.announced import announces
from declutter.scoring.page_type import PageTypes
from declutter.scoring.prose import LABEL_WORDS
from declutter.scoring.teasers import TEASER_WORDS, Teaser, Teasers, sums
from declutter.scoring.traits import Traits

# Besides lists: their posts, and what they lead on to, is their own.
_OWN = (PageType.FORUM, PageType.DOCUMENTATION)


@dataclass(frozen=True)
class Bounds:
    """What makes cards a page's own; see the calibration where they are set.

    `sure` points make a card an offer all the same; `intro_words` and `card_share` make a page a
    listing; under a share of `textual` types whose text runs on, the page consists of its teasers
    where there are `cards` of them. From a likelihood of `entries` that the page is a list of
    entries, a thread or documentation, what scores as text in a card is text, announced or not.
    """

    sure: float
    intro_words: int
    card_share: float
    textual: float
    cards: int
    entries: float


class OwnCards:
    """Tells for each card of a page whether it belongs to the page's own text.

    `entries`: the page is entries, posts or documentation: what scores as text in a card is text.
    """

    def __init__(self, page: Document, text: Sequence[bool], bounds: Bounds) -> None:
        """`text[i]` says whether block i was taken for text so far."""
        self.page = page
        self.bounds = bounds
        self.teasers = page.derived(Teasers)
        types = page.derived(PageTypes)
        own = max(types.entries, *(types.shares[kind] for kind in _OWN))
        self.entries = own >= bounds.entries
        inside = {i for card in self.teasers.items for i in card.blocks}
        words = [b.words if t else 0 for b, t in zip(page.blocks, text, strict=True)]
        outer = [0 if i in inside else n for i, n in enumerate(words)]
        self._text = sums(words)
        self._outer = sums(outer)
        self._prose = sums([n if n >= LABEL_WORDS else 0 for n in outer])
        self._announced = sorted(self.teasers.announced)
        self.listing = self._is_listing(inside, text)
        short = [c for c in self.teasers.items if self._is_text(c) and self._is_short(c)]
        self.consists = types.textual < bounds.textual and len(short) >= bounds.cards

    def keep(self, card: Teaser) -> bool:
        """Whether the card's blocks stay text."""
        if not self._is_text(card):
            return False
        if self.entries:
            return True
        if self._is_announced(card):
            return False
        if card.offer.score < self.bounds.sure or self.listing:
            return True
        return self.consists and self._is_short(card)

    def _is_text(self, card: Teaser) -> bool:
        return 2 * (self._text[card.last] - self._text[card.first]) > self.page.words_in(
            card.blocks
        )

    def _is_short(self, card: Teaser) -> bool:
        return self.page.words_in(card.blocks) <= TEASER_WORDS

    def _is_announced(self, card: Teaser) -> bool:
        """Whether a heading, or the line itself, says that the card leads elsewhere."""
        if card.container < 0 and announces(self.page.derived(Traits).cues[card.first]):
            return True
        text = self._prose[card.first]
        return any(h < card.first and text == self._prose[h] for h in self._announced)

    def _is_listing(self, inside: set[int], text: Sequence[bool]) -> bool:
        start = (self.page.derived(Traits).headline or 0) + 1
        first = next((i for i in sorted(inside) if i >= start and text[i]), None)
        if first is None or self._text[first] - self._text[start] >= self.bounds.intro_words:
            return False
        rest = self._outer[-1] - self._outer[start]
        return self._text[-1] - self._text[start] - rest > self.bounds.card_share * rest
