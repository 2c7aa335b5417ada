"""Notes about the article: who the author is, who paid, where it first stood.

Marks author bios as `author_bio` and disclosures ("we may earn a commission") as `disclosure`.
Apart because they are written in whole sentences, and only what they speak of tells them from the
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document, Kind
from declutter.lexicon import Concept, Position, TokenConcept
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.finder import Finder
from declutter.scoring.naming import Naming, called
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """Why a block is a note."""

    BIO_NAMED = "named_as_bio"
    BIO_BELOW = "under_about_the_author"
    BIO_CUE = "speaks_of_the_author"
    DISCLOSURE_NAMED = "named_as_disclosure"
    DISCLOSURE_CUE = "speaks_of_the_article"


_NAMES = (TokenConcept.AUTHOR_BIO, TokenConcept.DISCLOSURE)
_PHRASES = (Concept.AUTHOR_BIO, Concept.DISCLOSURE)


@dataclass(frozen=True)
class Notes:
    """Marks author bios and disclosures."""

    name: str = "notes"
    # Notes are a sentence or three; a longer block that holds such a phrase is text.
    most_words: int = 80
    # Log-odds of text from which a block is text though it speaks of the article: on the labelled
    # pages 18 such blocks are gold and 4 are not, below it 40 and 90.
    text: float = 2.0
    # A heading over a bio is over so many blocks at most.
    blocks: int = 3

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide by name, then by cue phrase."""
        names, cues = page.derived(Naming).of, page.derived(Traits).cues
        scores, finder = page.derived(Judged).scores, page.derived(Finder)
        for i in sorted({*finder.called(*_NAMES), *finder.said(*_PHRASES)}):
            b = page.blocks[i]
            if b.words > self.most_words or b.kind is Kind.HEADING:
                continue
            if TokenConcept.AUTHOR_BIO in names[i]:
                yield Decision(i, Role.AUTHOR_BIO, self.name, Reason.BIO_NAMED, called(b))
                continue
            if TokenConcept.DISCLOSURE in names[i]:
                yield Decision(
                    i,
                    Role.DISCLOSURE,
                    self.name,
                    Reason.DISCLOSURE_NAMED,
                    called(b),
                )
                continue
            if scores[i] > self.text:
                continue
            for c in cues[i]:
                if c.concept is Concept.DISCLOSURE:
                    yield Decision(i, Role.DISCLOSURE, self.name, Reason.DISCLOSURE_CUE, c.phrase)
                    break
                if c.concept is Concept.AUTHOR_BIO and c.position is not Position.INSIDE:
                    yield Decision(i, Role.AUTHOR_BIO, self.name, Reason.BIO_CUE, c.phrase)
                    break
        yield from self._below(page, verdicts)

    def _below(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        """What stands under a heading that says "About the author"."""
        scores = page.derived(Judged).scores
        for i, cue in page.derived(Finder).labels(Concept.AUTHOR_BIO):
            for b in page.blocks[i + 1 : i + 1 + self.blocks]:
                if b.kind is Kind.HEADING or scores[b.index] > self.text:
                    break
                if verdicts.roles[b.index] in TEXT_ROLES and b.words <= self.most_words:
                    reason = Reason.BIO_BELOW
                    yield Decision(b.index, Role.AUTHOR_BIO, self.name, reason, cue.phrase)
