"""Captions and credits: the words of pictures.

Marks blocks of `<figcaption>` and of elements named as captions as `caption`, lines that only name
the photographer or agency as `credit`. Apart because they stand in the middle of the text and read
like it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document, Kind
from declutter.lexicon import Concept, Position, TokenConcept
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.naming import Naming, called
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """Why a block belongs to a picture."""

    CAPTION_ELEMENT = "caption_element"
    CAPTION_NAMED = "named_as_caption"
    CREDIT_NAMED = "named_as_credit"
    CREDIT_CUE = "begins_as_credit"


# A row of a table is made of several cells, one of which may name a picture.
_OTHERS = frozenset([Kind.HEADING, Kind.CONTROL, Kind.ROW])
_PICTURES = frozenset([TokenConcept.CAPTION, TokenConcept.CREDIT])


@dataclass(frozen=True)
class Captions:
    """Marks captions and credits."""

    name: str = "captions"
    # Credits are a name and an agency; a longer block that begins with a cue is a caption or prose.
    most_credit_words: int = 14

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide blocks inside figures, and credit lines anywhere."""
        names, cues = page.derived(Naming).of, page.derived(Traits).cues
        for b in page.blocks:
            i = b.index
            if b.kind is Kind.CAPTION:
                yield Decision(i, Role.CAPTION, self.name, Reason.CAPTION_ELEMENT, b.tag)
            elif b.kind in _OTHERS:
                continue
            elif not _PICTURES.isdisjoint(names[i]):
                tokens = called(b)
                if TokenConcept.CAPTION in names[i]:
                    yield Decision(i, Role.CAPTION, self.name, Reason.CAPTION_NAMED, tokens)
                else:
                    yield Decision(i, Role.CREDIT, self.name, Reason.CREDIT_NAMED, tokens)
            elif not cues[i]:
                continue
            elif b.words <= self.most_credit_words:
                for c in cues[i]:
                    if c.concept is Concept.CREDIT and c.position is not Position.INSIDE:
                        yield Decision(i, Role.CREDIT, self.name, Reason.CREDIT_CUE, c.phrase)
                        break
