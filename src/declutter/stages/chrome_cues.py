"""Chrome by cue: lines that say themselves that they belong to the interface.

Marks "Share", "Sign up for our newsletter", "We use cookies", "Advertisement" and their like. Apart
from the places because such lines stand in the middle of the text too, in elements without a name.
The idea of a list of telling phrases is jusText's and trafilatura's; here a phrase must be the
whole line where the block was taken for text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Cue, Position
from declutter.pipeline import Decision, Verdicts
from declutter.roles import BODY_ROLES, Role
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """How the block says it."""

    WHOLE = "whole_line_is_a_cue"
    START = "begins_with_a_cue"
    INSIDE = "holds_a_cue"


_REASONS = {
    Position.WHOLE: Reason.WHOLE,
    Position.START: Reason.START,
    Position.INSIDE: Reason.INSIDE,
}
_KINDS = {
    Concept.SHARE: Role.SHARE,
    Concept.FOLLOW: Role.SHARE,
    Concept.PRINT: Role.SHARE,
    Concept.NEWSLETTER: Role.NEWSLETTER,
    Concept.APP_PROMO: Role.APP_PROMO,
    Concept.COMMENTS: Role.COMMENTS_UI,
    Concept.CONSENT: Role.CONSENT,
    Concept.PAYWALL: Role.PAYWALL,
    Concept.SUPPORT: Role.PAYWALL,
    Concept.ADVERTISING: Role.AD,
    Concept.SPONSORED: Role.AD,
    Concept.MEDIA_UI: Role.MEDIA_UI,
    Concept.BREADCRUMB: Role.BREADCRUMB,
    Concept.FOOTER: Role.FOOTER,
    Concept.NAVIGATION: Role.NAVIGATION,
    Concept.SECTION: Role.NAVIGATION,
    Concept.LOGIN: Role.NAVIGATION,
    Concept.READ_MORE: Role.NAVIGATION,
}
# What these call themselves no sentence or heading of an article does.
_SURE = frozenset(
    [
        Concept.SHARE,
        Concept.FOLLOW,
        Concept.PRINT,
        Concept.NEWSLETTER,
        Concept.APP_PROMO,
        Concept.COMMENTS,
        Concept.CONSENT,
        Concept.PAYWALL,
        Concept.ADVERTISING,
        Concept.MEDIA_UI,
        Concept.LOGIN,
        Concept.READ_MORE,
    ]
)
# What a text that is one number reads as: "7", "1984", but "3:05" as well.
_NUMBER = "#"
# Pitches that run over a sentence or two and are known by how they begin.
_PITCHES = frozenset(
    [
        Concept.NEWSLETTER,
        Concept.APP_PROMO,
        Concept.CONSENT,
        Concept.SHARE,
        Concept.FOLLOW,
        Concept.ADVERTISING,
        Concept.MEDIA_UI,
        Concept.LOGIN,
        Concept.PRINT,
        Concept.BREADCRUMB,
    ]
)


@dataclass(frozen=True)
class ChromeCues:
    """Marks lines of the interface by what they say."""

    name: str = "chrome_cues"
    # A pitch taken for text must be this short to be taken out: prose that begins like one is
    # longer on the labelled pages.
    pitch_words: int = 30
    # Log-odds of text above which a heading ("Cookies"), or prose that begins like a pitch, is the
    # text's own: on held-out sites 12 labelled pages gain by it and none loses.
    clear: float = 2.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks that hold a cue."""
        cues, scores = page.derived(Traits).cues, page.derived(Judged).scores
        for b, role in zip(page.blocks, verdicts.roles, strict=True):
            cue = None
            if not cues[b.index]:
                continue
            if role in BODY_ROLES:
                cue = self._in_text(b, cues[b.index], scores[b.index] > self.clear)
            elif role is Role.BOILERPLATE:  # where the place gave a kind it knows better
                cue = next((c for c in cues[b.index] if c.concept in _KINDS), None)
            if cue is not None:
                kind = _KINDS[cue.concept]
                yield Decision(b.index, kind, self.name, _REASONS[cue.position], cue.phrase)

    def _in_text(self, block: Block, cues: tuple[Cue, ...], clear: bool) -> Cue | None:
        heading = block.kind is Kind.HEADING
        for cue in cues:
            if cue.phrase == _NUMBER and ":" not in block.text:
                continue  # no clock of a player, and as good as its place
            if cue.position is Position.WHOLE and cue.concept in _SURE and not (clear and heading):
                return cue
            if (
                cue.position is Position.START
                and cue.concept in _PITCHES
                and block.words <= self.pitch_words
                and not (clear or heading)
            ):
                return cue
        return None
