"""Which links of a page offer another article: points for each address, kept as data.

A reader knows an offer by its headline-long anchor, by an address that spells the headline, by
the place it stands in, and by its neighbours: an entry among long entries is a headline, among
short ones a menu's. `benchmarks/calibrate_offers.py` weighs these signs on pages whose links
people judged.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from declutter.document import Block, Document, Kind, Link
from declutter.lexicon import Concept, Cue, Position, guess_language, relative_time
from declutter.scoring import places
from declutter.scoring.addresses import (
    Address,
    Addresses,
    is_listing,
    is_service,
    is_social,
)
from declutter.scoring.places import Places
from declutter.scoring.traits import Traits

# Log-odds from which an address is an offer. 0 is where the calibration balances both errors.
THRESHOLD = 0.0
# A block longer than a label of which no more than this share is link is prose with links in it;
# of a sentence of the second length nearly all must be link.
PROSE_LINKS = 0.5
LABEL_WORDS = 12
SENTENCE_LINKS = 0.9
SENTENCE_WORDS = 20
# Log-odds from which a link is an offer among the paragraphs of a text, where most links that fill
# a line lead to what the text speaks of. Lines that announce an offer ("Also read: ...") need none.
THRESHOLD_IN_TEXT = 2.5
# An element is a text when so many of its own blocks are prose, with so many words together.
TEXT_BLOCKS = 2
TEXT_WORDS = 60
# Words of a line that tells a date, at most.
TIME_WORDS = 6
# Characters of running text by which the language of dates is told.
SAMPLE = 2000
# Blocks below a headline among which its date and its teaser are looked for.
NEAR = 5
# Bucket limits.
WORDS = (2, 3, 4, 5, 7, 10, 16, 26)
RUN_WORDS = (2, 3, 4, 6, 9, 15, 30)
RUN_SIZE = (3, 5, 9, 16)
SLUG = (2, 3, 4, 5, 7)
# Words of a slug this long must be found in the anchor to say that it spells the headline.
SPELT_LETTERS = 4
SPELT_WORDS = 2
# Anchors of menus are this short; they are passed over unread, being half of a page's links.
MENU_WORDS = 3
_MENUS = places.MENU | places.HEADER | places.FOOTER
_NO_RUN = frozenset(["p", "h1", "h2", "h3", "h4", "body", "main"])
_PLACES = {
    "in a menu": places.MENU,
    "in the header": places.HEADER,
    "in the footer": places.FOOTER,
    "in an aside": places.ASIDE,
    "among offers": places.OFFERS,
    "in a card": places.CARD,
    "in a dialog": places.DIALOG,
}
_CHROME = frozenset(
    [
        Concept.NAVIGATION,
        Concept.FOOTER,
        Concept.LOGIN,
        Concept.SHARE,
        Concept.FOLLOW,
        Concept.COMMERCE,
        Concept.NEWSLETTER,
        Concept.APP_PROMO,
        Concept.CONSENT,
        Concept.SUPPORT,
        Concept.SECTION,
        Concept.PRINT,
        Concept.COMMENTS,
        Concept.FORM,
        Concept.PAYWALL,
    ]
)


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
_ANNOUNCING = OVER_OFFERS | {Concept.READ_MORE}


class Use(NamedTuple):
    """One use of an address: the block, and the link in it."""

    block: Block
    link: Link


class Offer(NamedTuple):
    """An address that offers another article; `blocks` are those whose links lead there."""

    address: Address
    href: str
    blocks: tuple[int, ...]
    score: float


@lru_cache(maxsize=1)
def points() -> Mapping[str, float]:
    """Points by sign, from `data/scorecards/offers.toml`."""
    source = files("declutter") / "data" / "scorecards" / "offers.toml"
    table: Mapping[str, float] = tomllib.loads(source.read_text(encoding="utf-8"))["points"]
    return table


class Links:
    """The links of a page by address, and the signs of each."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self.addresses = page.derived(Addresses)
        self.traits = page.derived(Traits)
        self.places = page.derived(Places)
        self.uses: dict[Address, list[Use]] = {}
        for b in page.blocks:
            for link in b.links:
                address = self.addresses.read(link.href)
                if address is not None:
                    self.uses.setdefault(address, []).append(Use(b, link))
        self.runs = self._runs()
        self.pictures = self._pictures()
        self.texts = self._texts()
        self.run_words: Counter[tuple[int, str]] = Counter()
        for c in page.containers:
            if c.parent >= 0:
                self.run_words[c.parent, c.shape] += page.link_words_in(c.blocks)

    def candidates(self) -> Iterator[tuple[Address, list[Use]]]:
        """Addresses that may be offers: other pages, linked to outside the prose."""
        for address, uses in self.uses.items():
            if address.key in self.addresses.own or not (address.segments or address.query):
                continue
            outside = [u for u in uses if not is_prose(u.block)]
            if outside and not _is_plain(address, outside):
                yield address, outside

    def _is_menu_entry(self, uses: list[Use]) -> bool:
        """Whether short anchors in menus, header and footer are all that leads to an address."""
        within = self.places.within
        return all(
            u.link.words <= MENU_WORDS and within[u.block.container] & _MENUS for u in uses
        )

    def signs(self, address: Address, uses: list[Use]) -> Iterator[str]:
        """What speaks for and against an address, one string a sign."""
        yield "always"
        use = max(uses, key=lambda u: u.link.words)
        block = use.block
        text, words = self._headline(use)
        yield from self._written(address, text)
        yield f"words {bisect_right(WORDS, words)}"
        if any(u.block.kind is Kind.HEADING for u in uses):
            yield "heading"
        said = {c.concept for u in uses for c in self.traits.cues[u.block.index]}
        if said & _CHROME:
            yield "chrome cue"
        if Concept.READ_MORE in said and len(uses) > 1:
            yield "read more"
        if len(uses) > 1:
            yield "again"
        if block.link_density < 0.6:
            yield "mixed"
        if len(block.links) > 2:
            yield "many links in the block"
        if self.traits.headline is not None and block.index < self.traits.headline:
            yield "before headline"
        if text.endswith((".", "!", "?", "…")):
            yield "sentence" if words < SENTENCE_WORDS else "long sentence"
        yield from self._place(uses)
        yield from self._run(block)
        yield from self._below(block)

    def stands_out(self, block: Block, score: float) -> bool:
        """Whether a use of an offer is no part of a text: it stands elsewhere, or says so."""
        c = self.page.containers[block.container]
        if c.tag == "li" and c.parent >= 0:
            c = self.page.containers[c.parent]
        begin = self.texts.get(c.parent)
        if begin is None or block.index < begin:
            return True
        if announces(self.traits.cues[block.index]) and block.link_density < 1:
            return True
        return score > THRESHOLD_IN_TEXT and not block.text.endswith(".")

    def _texts(self) -> dict[int, int]:
        """Containers whose own blocks, or their paragraphs, are prose: where each text begins."""
        begin: dict[int, int] = {}
        blocks: Counter[int] = Counter()
        words: Counter[int] = Counter()
        containers = self.page.containers
        for b in self.page.blocks:
            if runs_on(b):
                for c in {b.container, containers[b.container].parent}:
                    begin.setdefault(c, b.index)
                    blocks[c] += 1
                    words[c] += b.words
        long = {c for c in begin if blocks[c] >= TEXT_BLOCKS and words[c] >= TEXT_WORDS}
        return {c: i for c, i in begin.items() if c in long}

    def _headline(self, use: Use) -> tuple[str, int]:
        """The anchor's words; those of the card's one heading where the anchor says "read more"."""
        run = self.runs[use.block.container]
        if use.link.words <= 3 and run >= 0:
            blocks = self.page.containers[run].blocks
            if len(blocks) <= 10:
                headings = [i for i in blocks if self.page.blocks[i].kind is Kind.HEADING]
                if len(headings) == 1:
                    heading = self.page.blocks[headings[0]]
                    return heading.text, heading.words
        return use.link.text, use.link.words

    def _written(self, address: Address, text: str) -> Iterator[str]:
        slug = address.slug
        yield f"slug {bisect_right(SLUG, len(slug))}"
        yield f"depth {min(4, len(address.segments))}"
        if address.is_numbered:
            yield "number"
        if address.is_dated:
            yield "date"
        if is_listing(address):
            yield "listing"
        if is_service(address):
            yield "service"
        lower = text.lower()
        if sum(len(w) >= SPELT_LETTERS and w in lower for w in slug) >= SPELT_WORDS:
            yield "spelt"
        own = self.addresses.page
        if own is None:
            yield "page unknown"
            return
        if is_social(address):
            yield "social"
        if address.site != own.site:
            yield "other site"
            return
        a, b = own.segments, address.segments
        if len(a) == len(b):
            yield "depth of the page"
        if len(a) > 1 and a[:1] == b[:1]:
            yield "section of the page"
        if len(a) > 1 and a[:-1] == b[:-1]:
            yield "folder of the page"
        if a[: len(b)] == b:
            yield "above the page"
        ending = a[-1].rpartition(".")
        if ending[0] and b and b[-1].rpartition(".")[2] == ending[2]:
            yield "ending of the page"

    def _place(self, uses: list[Use]) -> Iterator[str]:
        within = self.places.within
        everywhere = -1
        anywhere = 0
        for u in uses:
            bits = within[u.block.container]
            everywhere &= bits
            anywhere |= bits
        for name, bit in _PLACES.items():
            if everywhere & bit:
                yield name
        if anywhere & places.OFFERS:
            yield "once among offers"

    def _run(self, block: Block) -> Iterator[str]:
        run = self.runs[block.container]
        if run < 0:
            yield "alone"
            return
        page = self.page
        one = page.containers[run]
        size = page.shape_counts[one.parent, one.shape]
        mean = self.run_words[one.parent, one.shape] / size
        yield f"run words {bisect_right(RUN_WORDS, mean)}"
        yield f"run size {bisect_right(RUN_SIZE, size)}"
        if self.pictures[one.last] > self.pictures[one.first]:
            yield "picture"
        if one.last - one.first > 1:
            yield "card of blocks"

    def _below(self, block: Block) -> Iterator[str]:
        """Whether a date, a teaser, and the headline once more follow."""
        blocks, normal = self.page.blocks, self.traits.normal
        for b in blocks[block.index + 1 : block.index + 1 + NEAR]:
            if b.link_words and b.words >= LABEL_WORDS:
                break
            if runs_on(b):
                yield "text below"
                break
            if self._is_time(b):
                yield "time below"
            if not b.links and normal[b.index] == normal[block.index]:
                yield "headline repeated"

    def _is_time(self, block: Block) -> bool:
        if block.words > TIME_WORDS or not any(map(str.isdigit, block.text)):
            return False
        return relative_time(block.text, self.language) is not None

    @cached_property
    def language(self) -> str:
        """The page's language for its dates; all languages at once would be slow."""
        if self.page.language:
            return self.page.language
        sample = " ".join(b.text for b in self.page.blocks if b.words >= LABEL_WORDS)
        return guess_language(sample[:SAMPLE]) or "en"

    def _runs(self) -> list[int]:
        """For each container the nearest one from it outwards that stands among its like."""
        counts = self.page.shape_counts
        runs: list[int] = []
        for c in self.page.containers:
            if c.parent < 0:
                runs.append(-1)
            elif c.tag not in _NO_RUN and counts[c.parent, c.shape] > 1:
                runs.append(c.index)
            else:
                runs.append(runs[c.parent])
        return runs

    def _pictures(self) -> list[int]:
        """How many images stand before each block."""
        counts = [0] * (len(self.page.blocks) + 2)
        for image in self.page.images:
            counts[min(image.block, len(self.page.blocks)) + 1] += 1
        for i in range(1, len(counts)):
            counts[i] += counts[i - 1]
        return counts


class Offers:
    """The offers of a page, in page order."""

    def __init__(self, page: Document) -> None:
        links = page.derived(Links)
        worth = points()
        self.items: list[Offer] = []
        for address, uses in links.candidates():
            score = sum(worth.get(s, 0.0) for s in links.signs(address, uses))
            if score > THRESHOLD:
                uses = [u for u in uses if links.stands_out(u.block, score)]
            if score > THRESHOLD and uses:
                blocks = tuple(dict.fromkeys(u.block.index for u in uses))
                self.items.append(Offer(address, uses[0].link.href, blocks, score))
        self.items.sort(key=lambda o: o.blocks[0])


def _is_plain(address: Address, uses: list[Use]) -> bool:
    """Whether a link is a menu's at first sight: a word or two, to a path of a word."""
    return (
        max(u.link.words for u in uses) < WORDS[1]
        and len(address.slug) < SLUG[0]
        and not address.is_numbered
        and not address.query
    )


def is_prose(block: Block) -> bool:
    """Whether a block is running text, or a heading, with links in it rather than links."""
    if block.link_density <= PROSE_LINKS:
        return block.words >= LABEL_WORDS or (block.kind is Kind.HEADING and block.link_words > 0)
    long = block.words >= SENTENCE_WORDS and block.text.endswith((".", "!", "?", "”", '"'))
    return long and block.link_density < SENTENCE_LINKS


def runs_on(block: Block) -> bool:
    """Whether a block is running text of a sentence's length."""
    return block.words >= LABEL_WORDS and is_prose(block)


def announces(cues: tuple[Cue, ...]) -> bool:
    """Whether a line begins with words that announce an offer ("Also read")."""
    return any(c.concept in _ANNOUNCING and c.position is Position.START for c in cues)


def heading_cue(cues: tuple[Cue, ...]) -> Cue | None:
    """The cue that makes a short block a heading over offers, None if there is none."""
    for cue in cues:
        if cue.concept in OVER_OFFERS and cue.position is not Position.INSIDE:
            return cue
    return None
