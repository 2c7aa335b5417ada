"""What the small elements around a block are called: the concepts of their class and id tokens."""

from __future__ import annotations

from declutter.document import Document
from declutter.lexicon import TokenConcept, token_concepts

Concepts = frozenset[TokenConcept]
_NONE: Concepts = frozenset()


class Naming:
    """For each block the concepts of its own names and of the small elements around it.

    An element is small while it holds at most `MOST_BLOCKS` blocks and `MOST_WORDS` words: the name
    of a box says what its lines are, the name of a column does not.
    """

    MOST_BLOCKS = 6
    MOST_WORDS = 120

    def __init__(self, page: Document) -> None:
        near: list[Concepts] = []
        sums = page.word_sums
        for c in page.containers:
            small = (
                c.last - c.first <= self.MOST_BLOCKS
                and sums[c.last] - sums[c.first] <= self.MOST_WORDS
                and c.parent >= 0
            )
            own = token_concepts(c.tokens) if small and c.tokens else _NONE
            around = near[c.parent] if small else _NONE
            near.append(own | around if own and around else own or around)
        self.of = [
            near[b.container] | token_concepts(b.tokens)
            if len(b.tokens) > len(page.containers[b.container].tokens)
            else near[b.container]
            for b in page.blocks
        ]
