"""Captions and credits: the words of pictures.

Marks blocks of `<figcaption>` and of elements named as captions as `caption`, lines that only name
the photographer or agency as `credit`. Apart because they stand in the middle of the text and read
like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Cue, Position, TokenConcept
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.finder import Finder
from declutter.scoring.naming import Naming, called
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """Why a block belongs to a picture."""

    CAPTION_ELEMENT = "caption_element"
    CAPTION_NAMED = "named_as_caption"
    CREDIT_NAMED = "named_as_credit"
    CREDIT_CUE = "begins_as_credit"
    SOURCED = "names_a_source_of_pictures"
    ALT_AGAIN = "alternative_text_again"


# A row of a table is made of several cells, one of which may name a picture.
_OTHERS = frozenset([Kind.HEADING, Kind.CONTROL, Kind.ROW])
_PICTURES = frozenset([TokenConcept.CAPTION, TokenConcept.CREDIT])


@dataclass(frozen=True)
class Captions:
    """Marks captions and credits."""

    name: str = "captions"
    # Credits are a name and an agency; a longer block that begins with a cue is a caption or prose.
    most_credit_words: int = 14
    # A flattener leaves a picture's alternative text as a line, and the caption that begins with
    # the same words and ends with the credit as the next. Of pairs in labelled texts with at least
    # so many words, and at most so many more, 26 are foreign to the gold text and 4 belong to it.
    alt_words: int = 3
    more_words: int = 10
    # In flattened text a line of at most so many words that names a source of pictures is what a
    # picture shows ("... on Monday (Photo by ...)"). 34 labelled texts gain by that and 2 lose.
    sourced_words: int = 60

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide blocks inside figures, and credit lines anywhere."""
        if not page.has_markup:
            yield from self._alternative_texts(page, verdicts)
        names, cues = page.derived(Naming).of, page.derived(Traits).cues
        finder, kind = page.derived(Finder), Kind.CAPTION
        captions = [b.index for b in page.blocks if b.kind is kind]
        for i in sorted({*captions, *finder.called(*_PICTURES), *finder.said(Concept.CREDIT)}):
            b = page.blocks[i]
            if b.kind is kind:
                yield Decision(i, Role.CAPTION, self.name, Reason.CAPTION_ELEMENT, b.tag)
            elif b.kind in _OTHERS:
                continue
            elif not _PICTURES.isdisjoint(names[i]):
                tokens = called(b)
                if TokenConcept.CAPTION in names[i]:
                    yield Decision(i, Role.CAPTION, self.name, Reason.CAPTION_NAMED, tokens)
                else:
                    yield Decision(i, Role.CREDIT, self.name, Reason.CREDIT_NAMED, tokens)
            else:
                yield from self._by_cue(page, b, cues[i])

    def _by_cue(self, page: Document, block: Block, cues: tuple[Cue, ...]) -> Iterator[Decision]:
        """What a block says by a credit at its head; in a flattened text, or within it."""
        i = block.index
        named = [c for c in cues if c.concept is Concept.CREDIT]
        heads = [c for c in named if c.position is not Position.INSIDE]
        if heads and block.words <= self.most_credit_words:
            yield Decision(i, Role.CREDIT, self.name, Reason.CREDIT_CUE, heads[0].phrase)
        elif named and not heads and not page.has_markup and block.words <= self.sourced_words:
            yield Decision(i, Role.CAPTION, self.name, Reason.SOURCED, named[0].phrase)

    def _alternative_texts(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Lines taken for text that say what a picture shows, and the captions that repeat them."""
        roles = verdicts.roles
        for alt, caption in pairwise(page.blocks):
            more = caption.words - alt.words
            if (
                0 < more <= self.more_words
                and alt.words >= self.alt_words
                and caption.text.startswith(alt.text)
                and caption.text[len(alt.text)] != ":"
                and not TEXT_ROLES.isdisjoint((roles[alt.index], roles[caption.index]))
            ):
                for b in (alt, caption):
                    yield Decision(b.index, Role.CAPTION, self.name, Reason.ALT_AGAIN, alt.text)
