"""The last resort: a page on which nothing scores as text still has its words.

Marks the running text of such a page as `body`. Apart because it looks at the page as a whole: one
sentence is too little for any sign to speak for it, and still it is what the caller gave.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document, Kind
from declutter.pipeline import Decision, Strength, Verdicts
from declutter.roles import TEXT_ROLES, Role


class Reason(StrEnum):
    """Why a block is text after all."""

    NOTHING_ELSE = "nothing_else_is_text"


@dataclass(frozen=True)
class LastResort:
    """Takes unlinked prose where the page would otherwise have no text at all."""

    name: str = "last_resort"
    # Shorter blocks are labels; a page of labels has no article, and is rightly empty.
    least_words: int = 8
    # Share of link words up to which a block is prose.
    most_linked: float = 0.3

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide blocks that only weak decisions leave out."""
        if any(role in TEXT_ROLES for role in verdicts.roles):
            return
        for b, standing in zip(page.blocks, verdicts.standing, strict=True):
            if standing is not None and standing.strength > Strength.WEAK:
                continue
            if b.words < self.least_words or b.link_density > self.most_linked:
                continue
            if b.kind is not Kind.CONTROL and b.kind is not Kind.CAPTION:
                yield Decision(
                    b.index,
                    Role.BODY,
                    self.name,
                    Reason.NOTHING_ELSE,
                    f"{b.words} >= {self.least_words}",
                    Strength.WEAK,
                )
