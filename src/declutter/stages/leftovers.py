"""Leftovers: short lines below the element that holds the article's text.

Between the end of the text and the footer stand pitches in words that no list foresees ("Try our
smart tools"). Marks short lines taken for text where the text proper, nearly all of it, stands in
an element that ended before them. Apart from the cues because it looks at the place alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from declutter.document import Container, Document
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role


class Reason(StrEnum):
    """Why a line is left over."""

    BELOW = "below_the_text"


@dataclass(frozen=True)
class Leftovers:
    """Marks short lines below the element of the text as boilerplate."""

    name: str = "leftovers"
    # The element must hold this share of the words taken for text. Bodies split over elements have
    # at most 0.8 in one of them.
    share: float = 0.9
    # Longer blocks are paragraphs: where one stands below, the text has two parts.
    line_words: int = 12

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the short lines below."""
        if not page.has_markup:
            return
        text = [role is Role.BODY or role is Role.HEADING for role in verdicts.roles]
        taken = (b.words if t else 0 for b, t in zip(page.blocks, text, strict=True))
        words = list(accumulate(taken, initial=0))
        holder = self._holder(page, words)
        below = page.blocks[holder.last :]
        if any(text[b.index] and b.words > self.line_words for b in below):
            return  # the text goes on there
        for b in below:
            if text[b.index] and b.words <= self.line_words:
                share = (words[holder.last] - words[holder.first]) / max(1, words[-1])
                evidence = f"{share:.2f} > {self.share}"
                yield Decision(b.index, Role.BOILERPLATE, self.name, Reason.BELOW, evidence)

    def _holder(self, page: Document, words: list[int]) -> Container:
        """The innermost element with nearly all of the text."""
        best = page.containers[0]
        for c in page.containers:
            if words[c.last] - words[c.first] > self.share * words[-1]:
                best = c
        return best
