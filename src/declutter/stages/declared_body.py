"""The declared article body: what the page's own structured data gives as its text.

Marks blocks whose text stands in the declared `articleBody` as `body` where the score alone would
leave them out. Apart because it is evidence of another kind, and no verdict: bodies are declared
shortened, with captions in them, or of another article, so nothing is ever taken out by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document, Field
from declutter.lexicon import normalise
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.span import Span
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """Why a block is body."""

    DECLARED = "stands_in_declared_body"


@dataclass(frozen=True)
class DeclaredBody:
    """Takes in blocks that the declared article body repeats."""

    name: str = "declared_body"
    # Shorter lines stand in a body by chance.
    least_words: int = 8
    # Declared bodies of fewer characters are teasers.
    least_body: int = 300
    # Log-odds below which a block looks like no text at all, whatever is declared.
    least_score: float = -1.0
    # Blocks ahead of the first and behind the last paragraph that may still belong to the text.
    reach: int = 12

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide blocks near the text that score as other and are declared as body."""
        declared, span = page.declarations(Field.ARTICLE_BODY), page.derived(Span)
        if not declared or span.first < 0:
            return
        scores, normal = page.derived(Judged).scores, page.derived(Traits).normal
        left = [
            b.index
            for b in page.blocks[max(0, span.head - self.reach) : span.last + 1 + self.reach]
            if verdicts.roles[b.index] not in TEXT_ROLES
            and b.words >= self.least_words
            and scores[b.index] >= self.least_score
            and b.link_density < 0.5
        ]
        bodies = [normalise(body) for body in declared] if left else []
        bodies = [body for body in bodies if len(body) >= self.least_body]
        for i in left:
            if any(normal[i] in body for body in bodies):
                evidence = f"{scores[i]:.1f} >= {self.least_score}"
                yield Decision(i, Role.BODY, self.name, Reason.DECLARED, evidence)
