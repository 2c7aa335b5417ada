"""Which links of a page offer another article: points for the signs of each address, kept as data.

`benchmarks/calibrate_offers.py` weighs the signs on pages whose links people judged.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from declutter.document import Block, Document
from declutter.model import PageType
from declutter.scoring.addresses import Address
from declutter.scoring.announced import announced, announces
from declutter.scoring.card import points
from declutter.scoring.link_signs import (
    CHROME_CUE,
    LISTING,
    MIXED,
    OTHER_SITE,
    SERVICE,
    SOCIAL,
    SPELT,
    UNDER_A_HEADING,
    LinkSigns,
)
from declutter.scoring.links import Links, Use
from declutter.scoring.page_type import PageTypes
from declutter.scoring.traits import Traits

CARD = "offers"
# Log-odds from which an address is an offer. 0 is where the calibration balances both errors.
THRESHOLD = 0.0
# Log-odds from which a link is an offer among the paragraphs of a text, where most links that fill
# a line lead to what the text speaks of. Lines that announce an offer ("Also read: ...") need none.
THRESHOLD_IN_TEXT = 2.5
# The entries of one list are of one kind: where so large a share of its candidates are offers,
# another whose address spells its words is, too, from these log-odds on. Of the judged links that
# are no offers by their own score 8 are found so, and one that people do not call an offer.
MOST_OF_A_LIST = 2 / 3
THRESHOLD_IN_A_LIST = -1.5
# On an article a link as long as a headline, under a heading over offers ("Related articles"), is
# an offer from these log-odds on, though its address spells nothing.
THRESHOLD_ANNOUNCED = -1.7
ANNOUNCED_WORDS = 5
ARTICLE = 0.5  # likelihood
_NO_HEADLINE = frozenset([LISTING, SERVICE, SOCIAL, OTHER_SITE, MIXED, CHROME_CUE])
# Words of a link that a line points to, from which it is an offer whatever else speaks against it.
POINTED_WORDS = 3
# An element is a text when so many of its own blocks are prose, with so many words together.
TEXT_BLOCKS = 2
TEXT_WORDS = 60


class Offer(NamedTuple):
    """An address that offers another article; `blocks` are those whose links lead there."""

    address: Address
    href: str
    blocks: tuple[int, ...]
    score: float


class Offers:
    """The offers of a page, in page order."""

    def __init__(self, page: Document) -> None:
        self.items: list[Offer] = []
        links = page.derived(Links)
        if not links.uses:
            return
        signs, texts, worth = LinkSigns(page), _Texts(page), points(CARD)["points"]
        is_article = page.derived(PageTypes).shares[PageType.ARTICLE] > ARTICLE
        near: list[_Scored] = []
        tally = _Tally(links)
        for address, uses in links.candidates():
            found = signs.of(address, uses)
            made = _Scored(sum([worth[s] for s in found if s in worth]), address, uses)
            tally.count(made)
            if made.score > THRESHOLD:
                self._add(made, texts)
            elif pointed := [u for u in uses if _is_pointed_to(page, u)]:
                self._add(made._replace(uses=pointed), texts)
            elif made.score > THRESHOLD_IN_A_LIST and SPELT in found:
                near.append(made)
            elif is_article and _is_announced(made, found):
                self._add(made, texts)
        for made in near:
            self._add(made._replace(uses=tally.among_offers(made.uses)), texts)
        self.items.sort(key=lambda o: o.blocks[0])

    def _add(self, made: _Scored, texts: _Texts) -> None:
        uses = [u for u in made.uses if texts.stands_out(u.block, made.score)]
        if uses:
            blocks = tuple(dict.fromkeys(u.block.index for u in uses))
            self.items.append(Offer(made.address, uses[0].link.href, blocks, made.score))


def _is_pointed_to(page: Document, use: Use) -> bool:
    """Whether a line says "also read:", and nothing but this link's headline."""
    cues = page.derived(Traits).cues[use.block.index]
    if not cues or use.link.words < POINTED_WORDS:
        return False
    headline = announced(use.block.text, cues)
    return headline != use.block.text and use.link.text.endswith(headline)


def _is_announced(made: _Scored, signs: list[str]) -> bool:
    """Whether a candidate reads as a headline under a heading over offers."""
    return (
        made.score > THRESHOLD_ANNOUNCED
        and UNDER_A_HEADING in signs
        and _NO_HEADLINE.isdisjoint(signs)
        and max([u.link.words for u in made.uses]) >= ANNOUNCED_WORDS
    )


class _Scored(NamedTuple):
    """A candidate with its log-odds."""

    score: float
    address: Address
    uses: list[Use]


class _Tally:
    """How many candidates of each run of like elements are offers."""

    def __init__(self, links: Links) -> None:
        self._entry = links.entry
        self._all: Counter[tuple[int, str] | None] = Counter()
        self._offers: Counter[tuple[int, str] | None] = Counter()

    def count(self, made: _Scored) -> None:
        for run in {self._entry(u.block) for u in made.uses}:
            self._all[run] += 1
            self._offers[run] += made.score > THRESHOLD

    def among_offers(self, uses: list[Use]) -> list[Use]:
        """The uses that stand in a list most of whose entries are offers."""
        return [u for u in uses if self._is_list(self._entry(u.block))]

    def _is_list(self, run: tuple[int, str] | None) -> bool:
        return run is not None and self._offers[run] >= MOST_OF_A_LIST * self._all[run] > 0


class _Texts:
    """The elements of a page that are a text, whose links lead to what it speaks of."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self._begin = self._texts()

    def stands_out(self, block: Block, score: float) -> bool:
        """Whether a use of an offer is no part of a text: it stands elsewhere, or says so."""
        c = self.page.containers[block.container]
        if c.tag == "li" and c.parent >= 0:
            c = self.page.containers[c.parent]
        begin = self._begin.get(c.parent)
        if begin is None or block.index < begin:
            return True
        if announces(self.page.derived(Traits).cues[block.index]):
            return True
        return score > THRESHOLD_IN_TEXT and not block.text.endswith(".")

    def _texts(self) -> dict[int, int]:
        """Containers whose own blocks, or their paragraphs, are prose: where each text begins."""
        begin: dict[int, int] = {}
        blocks: Counter[int] = Counter()
        words: Counter[int] = Counter()
        containers = self.page.containers
        for b, flows in zip(self.page.blocks, self.page.derived(Links).flows, strict=True):
            if flows:
                for c in {b.container, containers[b.container].parent}:
                    begin.setdefault(c, b.index)
                    blocks[c] += 1
                    words[c] += b.words
        long = {c for c in begin if blocks[c] >= TEXT_BLOCKS and words[c] >= TEXT_WORDS}
        return {c: i for c, i in begin.items() if c in long}
