"""Closing lines that turn to the reader: subscribe, follow, get the app; who holds the rights.

Marks the last paragraphs of an article that say so anywhere in a sentence or two. Apart from the
cues because amid the text such words prove nothing, and apart from the notes because it is the
place, behind all that is told, that makes them sure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document, Kind
from declutter.lexicon import Concept, Cue, Position
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """What a closing line is about."""

    PITCH = "closes_with_a_pitch"
    BIO = "closes_with_the_author"
    RIGHTS = "closes_with_rights"


_PITCHES = {
    Concept.NEWSLETTER: Role.NEWSLETTER,
    Concept.FOLLOW: Role.SHARE,
    Concept.APP_PROMO: Role.APP_PROMO,
    Concept.LOGIN: Role.NAVIGATION,
}


@dataclass(frozen=True)
class Closings:
    """Marks closing lines, from the last block of the text upwards."""

    name: str = "closings"
    # Likelihood of an article: other pages end with what they offer.
    article: float = 0.5
    # Of the last lines of labelled articles up to this length that hold such a cue 18 are foreign
    # to the gold text and none belongs to it; longer ones are paragraphs.
    most_words: int = 60
    # A copyright line names an owner and a year.
    rights_words: int = 15
    # So many lines from the end at most; and so many blocks must be left.
    lines: int = 4
    least_text: int = 3

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the last lines until one is the text's own."""
        if not page.has_markup or not page.blocks:
            return
        text = [i for i, role in enumerate(verdicts.roles) if role in TEXT_ROLES]
        if len(text) <= self.least_text:
            return
        cues = page.derived(Traits).cues
        for i in text[: -1 - self.lines : -1]:
            block = page.blocks[i]
            found = self._closing(cues[i], block.words)
            if found is None or block.kind is Kind.HEADING or block.words > self.most_words:
                return
            if page.derived(PageTypes).shares[PageType.ARTICLE] <= self.article:
                return
            role, reason, cue = found
            yield Decision(i, role, self.name, reason, cue.phrase)

    def _closing(self, cues: tuple[Cue, ...], words: int) -> tuple[Role, Reason, Cue] | None:
        for cue in cues:
            if cue.concept in _PITCHES:
                return _PITCHES[cue.concept], Reason.PITCH, cue
            if cue.concept is Concept.AUTHOR_BIO and cue.position is Position.INSIDE:
                return Role.AUTHOR_BIO, Reason.BIO, cue
            if (
                cue.concept is Concept.FOOTER
                and cue.position is Position.START
                and words <= self.rights_words
            ):
                return Role.FOOTER, Reason.RIGHTS, cue
        return None
