"""The card around each offer: the largest element that shows this offer and nothing else.

A card holds an offer's headline, picture text, source, date and teaser, or the whole of another
article. It ends where another offer, the page's own headline or text, a section heading or a menu
would come in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from declutter.document import Block, Container, Document, Kind
from declutter.lexicon import Concept
from declutter.scoring import places
from declutter.scoring.addresses import Addresses
from declutter.scoring.announced import HEADING_WORDS, announces, heading_cue
from declutter.scoring.links import Links
from declutter.scoring.offers import Offer, Offers
from declutter.scoring.places import Places
from declutter.scoring.traits import Traits

# Links to other places that a card may hold besides its own: a writer, a topic, the comments.
FOREIGN_LINKS = 3
# Words of prose beyond which a card is a whole article and must say so by a headline of its own.
TEASER_WORDS = 90

# Words of a link that closes a card, at most ("Read the whole story").
BUTTON_WORDS = 5
# Blocks of such a card above that link, at most.
CARD_BLOCKS = 10
# Blocks from a heading to the first offer under it, at most: pictures' texts, labels, a sentence.
HEADING_REACH = 5
# A cue that stands this often on a page is a label of cards ("News"), not a heading.
LABEL_TIMES = 3
_ENTRIES = frozenset(["li", "article", "tr"])
_FRAMES = frozenset(["html", "body", "main"])


class Teaser(NamedTuple):
    """A card: the blocks first .. last - 1 show one offer; `container` is -1 for a bare block."""

    offer: Offer
    container: int
    first: int
    last: int

    @property
    def blocks(self) -> range:
        """The card's blocks."""
        return range(self.first, self.last)


class Teasers:
    """The cards of a page in page order, and which blocks head sections of offers."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self.offers = page.derived(Offers).items
        self.items: list[Teaser] = []
        self.headings: frozenset[int] = frozenset()
        self.announced = self.headings
        if not self.offers:
            return
        self._flows = page.derived(Links).flows
        self._traits = page.derived(Traits)
        self._within = page.derived(Places).within
        own = page.derived(Addresses).page
        self._own_site = own.site if own is not None else None
        offered = [0] * len(page.blocks)
        for offer in self.offers:
            for b in offer.blocks:
                offered[b] += 1
        self.headings = self._headings(offered)
        self.announced = frozenset(i for i in self.headings if self._announces(i))
        lead = self._lead(offered)
        walls = set(self.headings)
        if self._traits.headline is not None:
            walls.add(self._traits.headline)
        if lead is not None:
            walls.add(lead)
        walls.update(i for i, n in enumerate(self._traits.normal) if n in self._traits.titles)
        self._offered = sums(offered)
        blocks = page.blocks
        self._walls = sums([i in walls for i in range(len(offered))])
        self._foreign = sums([0 if offered[b.index] else len(b.links) for b in blocks])
        self._prose = sums([b.words if self._flows[b.index] else 0 for b in blocks])
        self.items = self._cards()

    def _headings(self, offered: list[int]) -> frozenset[int]:
        """Short blocks with a cue, soon followed by an offer; a word that recurs is a label."""
        found: list[int] = []
        nearest = len(offered) + HEADING_REACH
        for i in range(len(offered) - 1, -1, -1):
            if offered[i]:
                nearest = i
            elif (
                nearest - i <= HEADING_REACH
                and self.page.blocks[i].words <= HEADING_WORDS
                and self._is_heading(self.page.blocks[i])
                and self._traits.times[self.page.blocks[i].text] < LABEL_TIMES
                and not self._within[self.page.blocks[i].container] & places.MENU
            ):
                found.append(i)
        return frozenset(found)

    def _is_heading(self, block: Block) -> bool:
        """Whether a cue heads offers; "Sponsored" alone marks the one card it stands in."""
        cue = heading_cue(self._traits.cues[block.index])
        if cue is None:
            return False
        return cue.concept is not Concept.SPONSORED or block.kind is Kind.HEADING

    def _announces(self, heading: int) -> bool:
        """Whether a heading calls what follows related or recommended: not the page's own list."""
        cue = heading_cue(self._traits.cues[heading])
        return cue is not None and cue.concept in (Concept.RELATED, Concept.RECOMMENDED)

    def _lead(self, offered: list[int]) -> int | None:
        """The first running text after the headline: the page's own article begins there."""
        start = self._traits.headline
        if start is None:
            return None
        for b in self.page.blocks[start + 1 :]:
            if self._flows[b.index] and not offered[b.index]:
                return b.index
        return None

    def _cards(self) -> list[Teaser]:
        cards: list[Teaser] = []
        for offer in self.offers:
            end = -1
            for b in offer.blocks:
                if b >= end:
                    card = self._card(offer, self.page.blocks[b])
                    cards.append(card)
                    end = card.last
        cards.sort(key=lambda t: (t.first, -t.last))
        return cards

    def _card(self, offer: Offer, block: Block) -> Teaser:
        """From the block outwards as long as the element shows this offer alone."""
        first, last, container = block.index, block.index + 1, -1
        if self._is_inline(block):
            return Teaser(offer, container, first, last)
        for c in self.page.ancestors(block.container):
            if c.tag in _FRAMES or c.parent < 0 or not self._shows(offer, block, c.first, c.last):
                break
            if c.tag == "p" and c.index != block.container:
                break  # a paragraph that a box was put into
            if container >= 0 and self._lists(c.index, self.page.containers[container]):
                break  # the other entries are no offers, but neither are they part of this one
            container, first, last = c.index, c.first, c.last
        return Teaser(offer, container, first, last)

    def _lists(self, around: int, entry: Container) -> bool:
        return entry.tag in _ENTRIES and self.page.shape_counts[around, entry.shape] > 1

    def _is_inline(self, block: Block) -> bool:
        """A line that says "also read" before its link is an offer in itself."""
        return block.link_density < 1 and announces(self._traits.cues[block.index])

    def _shows(self, offer: Offer, block: Block, first: int, last: int) -> bool:
        mine = bisect_left(offer.blocks, last) - bisect_left(offer.blocks, first)
        if self._offered[last] - self._offered[first] > mine:
            return False
        if self._walls[last] > self._walls[first]:
            return False
        if self._foreign[last] - self._foreign[first] > FOREIGN_LINKS:
            return False
        ahead = self._prose[block.index] - self._prose[first]
        if ahead and not self._closes(block, first, ahead):
            return False
        prose = self._prose[last] - self._prose[block.index]
        return self._is_headed(offer, block, first, last, prose > TEASER_WORDS)

    def _closes(self, block: Block, first: int, ahead: int) -> bool:
        """Whether a link closes a card, as "Read more" does: a heading and its teaser are above."""
        if ahead > TEASER_WORDS or block.words > BUTTON_WORDS or block.index - first > CARD_BLOCKS:
            return False
        above = self.page.blocks[first : block.index]
        headings = [b.index for b in above if b.kind is Kind.HEADING]
        return len(headings) == 1 and self._prose[headings[0]] == self._prose[first]

    def _is_headed(self, offer: Offer, block: Block, first: int, last: int, whole: bool) -> bool:
        """Whether the first heading inside is the offer's, so that what follows is its body.

        A card without much prose may bear a heading whose link is a button below it, on the same
        site. A whole article without a heading must show its headline twice.
        """
        normal = self._traits.normal
        wording = normal[block.index]
        for b in self.page.blocks[first:last]:
            if b.kind is Kind.HEADING:
                if b.index in offer.blocks or normal[b.index] == wording:
                    return True
                own = self._own_site
                return not whole and (own is None or own == offer.address.site)
        return not whole or wording in normal[block.index + 1 : last]


def sums(counts: Iterable[int]) -> list[int]:
    """Running total: what stands in a .. b - 1 is `sums[b] - sums[a]`."""
    return list(accumulate(counts, initial=0))
