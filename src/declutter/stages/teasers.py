"""Teasers: cards that offer another article, wherever they stand on the page.

Marks each card's headline, its labels, source and date, and its teaser or whole body. Apart from
the related headings because cards stand under none as well: in side columns, in menus, at the end
of an endless page. What counts as an offer is weighed in `declutter.scoring.offers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Position, is_relative_time
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.teasers import Teaser, Teasers
from declutter.scoring.traits import Traits

_SENTENCE_END = (".", "!", "?", "…", '"', "”", "»", ":", "。")
_DATE_WORDS = 4  # "12 March 2024", "Tue 12.03.2024"
_INTERFACE = frozenset(
    [Concept.SHARE, Concept.FOLLOW, Concept.COMMENTS, Concept.PRINT, Concept.ADVERTISING]
)


class Reason(StrEnum):
    """What a block is to its card."""

    HEADLINE = "headline_of_an_offer"
    REPEATED = "headline_repeated"
    LABEL = "label_in_a_card"
    BODY = "text_in_a_card"


@dataclass(frozen=True)
class TeaserCards:
    """Marks the blocks of every card as related title, meta and body."""

    name: str = "teasers"
    # Blocks of at most so many words are labels unless they end like a sentence: sources, dates,
    # topics, writers have one to six words on the judged pages, teasers eight and more.
    label_words: int = 6
    # Headlines have four to twenty-five words; a longer link is a teaser that is linked as a whole.
    headline_words: tuple[int, int] = (4, 25)

    # A page that lists others is its cards: they hold over card_share of what else is text there,
    # and before the first of them stands an introduction of less than intro_words. Listings that
    # were labelled have up to 87 words ahead and a share of 0.3 at least; articles with whole other
    # articles below have 115 words and more ahead, all others a share of 0.26 at most.
    intro_words: int = 90
    card_share: float = 0.3

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks of all cards; those that a listing consists of stay its text."""
        teasers = page.derived(Teasers)
        text = [role is not None and role.in_text for role in verdicts.roles]
        listing = self._lists(page, teasers, text)
        announced = min(teasers.announced, default=len(text))
        for card in teasers.items:
            if listing and card.first < announced and _share(page, card, text) > 0.5:
                continue
            yield from self._card(page, card)

    def _lists(self, page: Document, teasers: Teasers, text: list[bool]) -> bool:
        start = page.derived(Traits).headline or 0
        inside = {i for card in teasers.items for i in card.blocks if i > start and text[i]}
        if not inside:
            return False
        first = min(inside)
        ahead = sum(page.blocks[i].words for i in range(start + 1, first) if text[i])
        cards = sum(page.blocks[i].words for i in inside)
        rest = sum(
            b.words for b in page.blocks[start + 1 :] if text[b.index] and b.index not in inside
        )
        return ahead < self.intro_words and cards > self.card_share * rest

    def _card(self, page: Document, card: Teaser) -> Iterator[Decision]:
        traits = page.derived(Traits)
        blocks = [b for b in page.blocks[card.first : card.last] if not _interface(traits, b)]
        if not blocks:
            return
        title = self.headline(page, card, blocks)
        wording = traits.normal[title.index]
        evidence = f"{card.offer.score:.1f} > 0"
        after = [b for b in blocks if b.index > title.index and self._is_text(b, page.language)]
        begin = after[0].index if after else card.last
        end = after[-1].index if after else -1
        for b in blocks:
            if b is title:
                yield self._says(b, Role.RELATED_TITLE, Reason.HEADLINE, evidence)
            elif traits.normal[b.index] == wording:
                yield self._says(b, Role.RELATED_TITLE, Reason.REPEATED, wording)
            elif begin <= b.index <= end or self._is_text(b, page.language):
                yield self._says(b, Role.RELATED_BODY, Reason.BODY, f"{b.words} words")
            else:
                yield self._says(b, Role.RELATED_META, Reason.LABEL, f"{b.words} words")

    def headline(self, page: Document, card: Teaser, blocks: list[Block]) -> Block:
        """The block that names the offer: a heading before other links, a headline's length."""
        low, high = self.headline_words
        linked = frozenset(card.offer.blocks)

        def rank(b: Block) -> tuple[bool, bool, bool, int, int]:
            time = is_relative_time(b.text, page.language) or _is_date(b)
            fits = low <= b.words <= high and not time
            heading = b.kind is Kind.HEADING and not time
            return heading and b.words > 1, fits, b.index in linked, min(b.words, low), -b.index

        return max(blocks, key=rank)

    def _is_text(self, block: Block, language: str | None) -> bool:
        if block.words <= self.label_words and not block.text.endswith(_SENTENCE_END):
            return False
        return not is_relative_time(block.text, language)

    def _says(self, block: Block, role: Role, reason: Reason, evidence: str) -> Decision:
        return Decision(block.index, role, self.name, reason, evidence)


def _is_date(block: Block) -> bool:
    """Whether a short line is a date: nearly all of it digits or it ends in a year."""
    return block.words <= _DATE_WORDS and block.text[-4:].isdigit()


def _share(page: Document, card: Teaser, text: list[bool]) -> float:
    """Share of a card's words that were taken for text so far."""
    words = sum(page.blocks[i].words for i in card.blocks if text[i])
    return words / max(1, page.words_in(card.blocks))


def _interface(traits: Traits, block: Block) -> bool:
    """Buttons in a card are the page's, not the offer's."""
    return any(
        c.concept in _INTERFACE and c.position is Position.WHOLE for c in traits.cues[block.index]
    )
