"""The headline: the block that says what the page is about.

Marks the heading that repeats a declared title, and every copy of it, as `title`; without one, the
first top heading. Apart because the title stands in `Article.title` and is not repeated in the
text, which is the first thing peers get wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import UNSPACED, Block, Document, Kind
from declutter.lexicon import TokenConcept, token_concepts
from declutter.pipeline import Decision, Strength, Verdicts
from declutter.roles import Role
from declutter.scoring.traits import Traits

_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")


class Reason(StrEnum):
    """Why a block is taken for the title."""

    DECLARED = "equals_declared_title"
    ALIKE = "like_declared_title"
    TOP_HEADING = "first_top_heading"


@dataclass(frozen=True)
class Headline:
    """Marks the title, and its copies."""

    name: str = "headline"
    # Share of the words (of both sides) that a heading has in common with a declared title: site
    # names and sections in <title> make up the rest.
    likeness: float = 0.7
    # A block of more words is a paragraph even if it holds the title.
    most_words: int = 40

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks that are the title."""
        found = list(self._declared(page))
        if not any(page.blocks[d.block].kind is Kind.HEADING for d in found):
            found.extend(self._like(page))
        if not found:
            found.extend(self._first(page))
        return found

    def _declared(self, page: Document) -> Iterator[Decision]:
        traits = page.derived(Traits)
        titles = traits.titles
        for i in [i for i, normal in enumerate(traits.normal) if normal in titles]:
            b = page.blocks[i]
            if b.words <= self.most_words and (b.words >= 2 or b.kind is Kind.HEADING):
                yield self._is(b, Reason.DECLARED, traits.normal[i])

    def _like(self, page: Document) -> Iterator[Decision]:
        """The heading most like a declared title, the first of equals."""
        traits = page.derived(Traits)
        titles = list(map(_words, traits.titles))
        best: Block | None = None
        most = self.likeness
        for b in page.blocks:
            if b.words > self.most_words or not _is_heading(b):
                continue
            words = _words(traits.normal[b.index])
            for title in titles:
                share = 2 * len(words & title) / max(1, len(words) + len(title))
                if share > most:
                    best, most = b, share
        if best is not None:
            for b in page.blocks:
                if b.text == best.text:
                    yield self._is(b, Reason.ALIKE, f"{most:.2f} > {self.likeness}")

    def _first(self, page: Document) -> Iterator[Decision]:
        for b in page.blocks:
            if b.kind is Kind.HEADING and b.level == 1 and b.words <= self.most_words:
                yield self._is(b, Reason.TOP_HEADING, "h1")
                return

    def _is(self, block: Block, reason: Reason, evidence: str) -> Decision:
        return Decision(block.index, Role.TITLE, self.name, reason, evidence, Strength.STRONG)


def _words(normal: str) -> frozenset[str]:
    """The words of a normalised text; a mark between a title and the site's name is none.

    In scripts without blanks every character is one.
    """
    return frozenset(w for w in _WORD.findall(normal) if len(w) > 1 or w.isalnum())


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADING or TokenConcept.TITLE in token_concepts(block.tokens)
