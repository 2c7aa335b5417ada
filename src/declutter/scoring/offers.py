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
_SLUG = [f"slug {n}" for n in range(len(SLUG) + 1)]
_DEPTH = [f"depth {n}" for n in range(5)]
_WORDS = [f"words {n}" for n in range(len(WORDS) + 1)]
_RUN_WORDS = [f"run words {n}" for n in range(len(RUN_WORDS) + 1)]
_RUN_SIZE = [f"run size {n}" for n in range(len(RUN_SIZE) + 1)]
_NO_RUN = frozenset(["p", "h1", "h2", "h3", "h4", "body", "main"])
_PLACES = (
    ("in a menu", places.MENU),
    ("in the header", places.HEADER),
    ("in the footer", places.FOOTER),
    ("in an aside", places.ASIDE),
    ("among offers", places.OFFERS),
    ("in a card", places.CARD),
    ("in a dialog", places.DIALOG),
)
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
        self.flows = [b.words >= LABEL_WORDS and is_prose(b) for b in page.blocks]
        self._times: dict[int, bool] = {}
        self.uses: dict[Address, list[Use]] = {}
        read = self.addresses.read
        for b in page.blocks:
            if not b.links:
                continue
            outside = not is_prose(b)
            for link in b.links:
                address = read(link.href)
                if address is not None:
                    uses = self.uses.setdefault(address, [])
                    if outside:
                        uses.append(Use(b, link))
        self.run_words: dict[tuple[int, str], int] = {}
        self.runs = self._runs()
        self.pictures = self._pictures()
        self.texts = self._texts()

    def candidates(self) -> Iterator[tuple[Address, list[Use]]]:
        """Addresses that may be offers: other pages, linked to outside the prose."""
        own = self.addresses.own
        for address, uses in self.uses.items():
            if address.key in own or not (address.segments or address.query):
                continue
            if uses and not _is_plain(address, uses):
                yield address, uses

    def signs(self, address: Address, uses: list[Use]) -> list[str]:
        """What speaks for and against an address, one string a sign."""
        found = ["always"]
        add = found.append
        use = uses[0] if len(uses) == 1 else max(uses, key=lambda u: u.link.words)
        block = use.block
        text, words = self._headline(use)
        self._written(address, text, found)
        add(_WORDS[bisect_right(WORDS, words)])
        if Kind.HEADING in [u.block.kind for u in uses]:
            add("heading")
        cues = self.traits.cues
        said = {c.concept for u in uses for c in cues[u.block.index]}
        if said and not _CHROME.isdisjoint(said):
            add("chrome cue")
        if len(uses) > 1:
            if Concept.READ_MORE in said:
                add("read more")
            add("again")
        if block.link_density < 0.6:
            add("mixed")
        if len(block.links) > 2:
            add("many links in the block")
        if self.traits.headline is not None and block.index < self.traits.headline:
            add("before headline")
        if text.endswith((".", "!", "?", "…")):
            add("sentence" if words < SENTENCE_WORDS else "long sentence")
        self._place(uses, found)
        self._run(block, found)
        self._below(block, found)
        return found

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
        for b, flows in zip(self.page.blocks, self.flows, strict=True):
            if flows:
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

    def _written(self, address: Address, text: str, found: list[str]) -> None:
        add = found.append
        slug, b = address.slug, address.segments
        add(_SLUG[bisect_right(SLUG, len(slug))])
        add(_DEPTH[min(4, len(b))])
        if address.is_numbered:
            add("number")
        if address.is_dated:
            add("date")
        elif is_listing(address):
            add("listing")
        if is_service(address):
            add("service")
        if len(slug) >= SPELT_WORDS:
            lower = text.lower()
            if len([w for w in slug if len(w) >= SPELT_LETTERS and w in lower]) >= SPELT_WORDS:
                add("spelt")
        own = self.addresses.page
        if own is None:
            add("page unknown")
            return
        if is_social(address):
            add("social")
        if address.site != own.site:
            add("other site")
            return
        self._beside(own.segments, b, found)

    def _beside(self, a: tuple[str, ...], b: tuple[str, ...], found: list[str]) -> None:
        """How the path of a link, b, goes with the page's own, a."""
        add = found.append
        if len(a) == len(b):
            add("depth of the page")
        if len(a) > 1 and a[:1] == b[:1]:
            add("section of the page")
        if len(a) > 1 and a[:-1] == b[:-1]:
            add("folder of the page")
        if a[: len(b)] == b:
            add("above the page")
        ending = a[-1].rpartition(".")
        if ending[0] and b and b[-1].rpartition(".")[2] == ending[2]:
            add("ending of the page")

    def _place(self, uses: list[Use], found: list[str]) -> None:
        within = self.places.within
        everywhere = -1
        anywhere = 0
        for u in uses:
            bits = within[u.block.container]
            everywhere &= bits
            anywhere |= bits
        if everywhere:
            found += [name for name, bit in _PLACES if everywhere & bit]
        if anywhere & places.OFFERS:
            found.append("once among offers")

    def _run(self, block: Block, found: list[str]) -> None:
        run = self.runs[block.container]
        if run < 0:
            found.append("alone")
            return
        page = self.page
        one = page.containers[run]
        key = one.parent, one.shape
        size = page.shape_counts[key]
        found.append(_RUN_WORDS[bisect_right(RUN_WORDS, self.run_words[key] / size)])
        found.append(_RUN_SIZE[bisect_right(RUN_SIZE, size)])
        if self.pictures[one.last] > self.pictures[one.first]:
            found.append("picture")
        if one.last - one.first > 1:
            found.append("card of blocks")

    def _below(self, block: Block, found: list[str]) -> None:
        """Whether a date, a teaser, and the headline once more follow."""
        blocks, normal, flows = self.page.blocks, self.traits.normal, self.flows
        begin = block.index + 1
        for i in range(begin, min(begin + NEAR, len(blocks))):
            b = blocks[i]
            if b.words >= LABEL_WORDS:
                if b.link_words:
                    break
                if flows[i]:
                    found.append("text below")
                    break
            elif b.words <= TIME_WORDS and self._is_time(b):
                found.append("time below")
            if not b.links and normal[i] == normal[block.index]:
                found.append("headline repeated")

    def _is_time(self, block: Block) -> bool:
        known = self._times.get(block.index)
        if known is None:
            known = self._times[block.index] = (
                any(map(str.isdigit, block.text))
                and relative_time(block.text, self.language) is not None
            )
        return known

    @cached_property
    def language(self) -> str:
        """The page's language for its dates; all languages at once would be slow."""
        if self.page.language:
            return self.page.language
        sample = " ".join(b.text for b in self.page.blocks if b.words >= LABEL_WORDS)
        return guess_language(sample[:SAMPLE]) or "en"

    def _runs(self) -> list[int]:
        """For each container the nearest one from it outwards that stands among its like.

        Of these the words in links are added up, by the container around and the shape.
        """
        counts, sums, words = self.page.shape_counts, self.page.link_sums, self.run_words
        runs: list[int] = []
        for c in self.page.containers:
            parent = c.parent
            if parent < 0:
                runs.append(-1)
                continue
            key = parent, c.shape
            if counts[key] > 1 and c.tag not in _NO_RUN:
                runs.append(c.index)
                words[key] = words.get(key, 0) + sums[c.last] - sums[c.first]
            else:
                runs.append(runs[parent])
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
            score = sum([worth[s] for s in links.signs(address, uses) if s in worth])
            if score > THRESHOLD:
                uses = [u for u in uses if links.stands_out(u.block, score)]
            if score > THRESHOLD and uses:
                blocks = tuple(dict.fromkeys(u.block.index for u in uses))
                self.items.append(Offer(address, uses[0].link.href, blocks, score))
        self.items.sort(key=lambda o: o.blocks[0])


def _is_plain(address: Address, uses: list[Use]) -> bool:
    """Whether a link is a menu's at first sight: a word or two, to a path of a word or two."""
    return (
        not address.query
        and max([u.link.words for u in uses]) < WORDS[1]
        and len(address.slug) < SLUG[1]
        and not address.is_numbered
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
