"""Closing lines that turn to the reader: subscribe, follow, get the app; who holds the rights.

Marks the last paragraphs of an article that say so anywhere in a sentence or two, and in a
flattened page the labels left behind the last one. Apart from the cues because amid the text such
words prove nothing, and apart from the notes because it is the place, behind all that is told, that
makes them sure.
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
from declutter.scoring.lines import Lines
from declutter.scoring.page_type import PageTypes
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """What a closing line is about."""

    PITCH = "closes_with_a_pitch"
    BIO = "closes_with_the_author"
    RIGHTS = "closes_with_rights"
    LABEL = "label_behind_the_text"


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
    # In a flattened page a line of so many words that ends no sentence heads nothing there: of the
    # last lines of labelled texts that are so short 79 are foreign to the gold and 3 belong to it.
    label_words: int = 4

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the last lines until one is the text's own."""
        text = [i for i, role in enumerate(verdicts.roles) if role in TEXT_ROLES]
        if len(text) <= self.least_text:
            return
        if not page.has_markup:
            yield from self._labels(page, text)
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

    def _labels(self, page: Document, text: list[int]) -> Iterable[Decision]:
        """The last lines of a flattened page as long as they are labels."""
        ends = page.derived(Lines).ends
        for i in text[: -1 - self.lines : -1]:
            words = page.blocks[i].words
            if words > self.label_words or ends[i]:
                return
            evidence = f"{words} <= {self.label_words} words"
            yield Decision(i, Role.BOILERPLATE, self.name, Reason.LABEL, evidence)

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
