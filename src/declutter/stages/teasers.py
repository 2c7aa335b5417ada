"""Teasers: cards that offer another article, wherever they stand on the page.

Marks each card's headline, its labels, source and date, and its teaser or whole body. Apart from
the related headings because cards stand under none as well: in side columns, in menus, at the end
of an endless page. What counts as an offer is weighed in `declutter.scoring.offers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Cue, Position, is_relative_time
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import SIGNATURE_ROLES, TEXT_ROLES, Role
from declutter.scoring.own_cards import Bounds, OwnCards
from declutter.scoring.page_type import PageTypes
from declutter.scoring.teasers import Teaser, Teasers
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged

_SENTENCE_END = (".", "!", "?", "…", '"', "”", "»", ":", "。")
_DATE_WORDS = 4  # "12 March 2024", "Tue 12.03.2024"
_INTERFACE = frozenset(
    [Concept.SHARE, Concept.FOLLOW, Concept.COMMENTS, Concept.PRINT, Concept.ADVERTISING]
)
# "Read more: ..." stands amid the text and is as good a sentence as any.
_POINTERS = frozenset([Concept.READ_MORE, Concept.RELATED, Concept.RECOMMENDED])


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
    # Log-odds of text, and likelihood of an article, from which a single line is the text's own:
    # of such links on labelled articles 34 (25 sites) are gold and 13 (7 sites) are not.
    prose: float = 2.0
    article: float = 0.5
    # Share of link words from which it is nothing but a link.
    linked: float = 0.95
    # When cards are the page's own text (see `scoring.own_cards`). What a text lists (chapters,
    # shops) has 0.2 to 1.4 points on the labelled pages, other articles 2.0 and more. Listings have
    # up to 87 words of text ahead of the first card, and the cards hold 0.3 of the other text or
    # more; articles with whole articles below have 115 words and more ahead, other articles a share
    # of 0.26 at most. A page of which less than half is textual is a shop, a list, a service, and
    # consists of teasers if it has four. Of pages that are a list by 0.4 or more, on held-out sites
    # twelve gain and six lose if what scores as text in a card is text; with threads, and with
    # cards below "Featured" or "Similar", thirteen more gain and nine lose, three and none with
    # documentation.
    bounds: Bounds = field(
        default=Bounds(sure=1.5, intro_words=90, card_share=0.3, textual=0.5, cards=4, entries=0.4)
    )

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks of all cards; those that the page consists of stay its text."""
        if not page.derived(Teasers).items:
            return
        text = [role in TEXT_ROLES for role in verdicts.roles]
        own = OwnCards(page, text, self.bounds)
        for card in own.teasers.items:
            signed = card.last - card.first == 1 and verdicts.roles[card.first] in SIGNATURE_ROLES
            if signed or own.keep(card) or self._is_prose(page, card):
                continue
            for decision in self._card(page, card):
                if not (own.entries and text[decision.block]):
                    yield decision

    def _is_prose(self, page: Document, card: Teaser) -> bool:
        """Whether a card is a line of the article that reads like one, and points to nothing."""
        if card.last - card.first > 1 or not page.has_markup:
            return False
        scores, cues = page.derived(Judged).scores, page.derived(Traits).cues
        return (
            scores[card.first] > self.prose
            and page.blocks[card.first].link_density < self.linked
            and page.derived(PageTypes).shares[PageType.ARTICLE] > self.article
            and not any(
                c.concept in _POINTERS and c.position is not Position.INSIDE
                for c in cues[card.first]
            )
        )

    def _card(self, page: Document, card: Teaser) -> Iterator[Decision]:
        traits = page.derived(Traits)
        cues = traits.cues
        blocks = [
            b
            for b in page.blocks[card.first : card.last]
            if not cues[b.index] or not _is_interface(cues[b.index])
        ]
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
        if len(blocks) == 1:
            return blocks[0]
        low, high = self.headline_words
        linked = frozenset(card.offer.blocks)

        def rank(b: Block) -> tuple[bool, bool, bool, int, int]:
            fits = low <= b.words <= high
            heading = b.kind is Kind.HEADING
            if (fits or heading) and (_is_date(b) or is_relative_time(b.text, page.language)):
                fits = heading = False
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


def _is_interface(cues: tuple[Cue, ...]) -> bool:
    """Buttons in a card are the page's, not the offer's."""
    return any(c.concept in _INTERFACE and c.position is Position.WHOLE for c in cues)
