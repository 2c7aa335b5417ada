"""What speaks for and against a link's being an offer: signs, short strings with points.

A reader knows an offer by its headline-long anchor, by an address that spells the headline, by
the place it stands in, and by its neighbours: an entry among long entries is a headline, among
short ones a menu's.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, guess_language, latin, relative_time
from declutter.scoring import places
from declutter.scoring.addresses import Address, is_listing, is_service, is_social
from declutter.scoring.announced import Announced
from declutter.scoring.links import Links, Use
from declutter.scoring.places import Places
from declutter.scoring.prose import LABEL_WORDS, SENTENCE_WORDS
from declutter.scoring.traits import Traits

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
SPELT = "spelt"
UNDER_A_HEADING = "under a heading"
LISTING, SERVICE, SOCIAL = "listing", "service", "social"
OTHER_SITE = "other site"
MIXED = "mixed"
CHROME_CUE = "chrome cue"
SPELT_IN = 500  # characters
_SLUG = [f"slug {n}" for n in range(len(SLUG) + 1)]
_DEPTH = [f"depth {n}" for n in range(5)]
_WORDS = [f"words {n}" for n in range(len(WORDS) + 1)]
_RUN_WORDS = [f"run words {n}" for n in range(len(RUN_WORDS) + 1)]
_RUN_SIZE = [f"run size {n}" for n in range(len(RUN_SIZE) + 1)]
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


class LinkSigns:
    """The signs of the links of a page, from the links themselves and what stands around them."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self._links = page.derived(Links)
        self._traits = page.derived(Traits)
        self._within = page.derived(Places).within
        self._announced = page.derived(Announced).under
        self._own = self._links.addresses.page
        self._times: dict[int, bool] = {}

    def of(self, address: Address, uses: list[Use]) -> list[str]:
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
        cues = self._traits.cues
        said = {c.concept for u in uses for c in cues[u.block.index]}
        if said and not _CHROME.isdisjoint(said):
            add(CHROME_CUE)
        if len(uses) > 1:
            if Concept.READ_MORE in said:
                add("read more")
            add("again")
        if block.link_density < 0.6:
            add(MIXED)
        if len(block.links) > 2:
            add("many links in the block")
        if self._traits.headline is not None and block.index < self._traits.headline:
            add("before headline")
        if text.endswith((".", "!", "?", "…")):
            add("sentence" if words < SENTENCE_WORDS else "long sentence")
        self._place(uses, found)
        self._run(block, found)
        self._below(block, found)
        return found

    def _headline(self, use: Use) -> tuple[str, int]:
        """The anchor's words; those of the card's one heading where the anchor says "read more"."""
        run = self._links.runs[use.block.container]
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
        dated = False
        if address.is_numbered:  # as a date is
            add("number")
            dated = address.is_dated
        if dated:
            add("date")
        elif is_listing(address):
            add(LISTING)
        if is_service(address):
            add(SERVICE)
        if len(slug) >= SPELT_WORDS:
            spelt = latin(text[:SPELT_IN])
            if len([w for w in slug if len(w) >= SPELT_LETTERS and w in spelt]) >= SPELT_WORDS:
                add(SPELT)
        own = self._own
        if own is None:
            add("page unknown")
            return
        if is_social(address):
            add(SOCIAL)
        if address.site != own.site:
            add(OTHER_SITE)
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
        within = self._within
        everywhere = -1
        anywhere = 0
        for u in uses:
            bits = within[u.block.container]
            everywhere &= bits
            anywhere |= bits
        if everywhere:
            found += [name for name, bit in _PLACES if everywhere & bit]
        if any(self._announced[u.block.index] for u in uses):
            found.append(UNDER_A_HEADING)
        if anywhere & places.OFFERS:
            found.append("once among offers")

    def _run(self, block: Block, found: list[str]) -> None:
        run = self._links.runs[block.container]
        if run < 0:
            found.append("alone")
            return
        page = self.page
        one = page.containers[run]
        key = one.parent, one.shape
        size = page.shape_counts[key]
        found.append(_RUN_WORDS[bisect_right(RUN_WORDS, self._links.run_words[key] / size)])
        found.append(_RUN_SIZE[bisect_right(RUN_SIZE, size)])
        if self._links.pictures[one.last] > self._links.pictures[one.first]:
            found.append("picture")
        if one.last - one.first > 1:
            found.append("card of blocks")

    def _below(self, block: Block, found: list[str]) -> None:
        """Whether a date, a teaser, and the headline once more follow."""
        blocks, normal, flows = self.page.blocks, self._traits.normal, self._links.flows
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
