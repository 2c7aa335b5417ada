"""What the small elements around a block are called: the concepts of their class and id tokens."""

from __future__ import annotations

from declutter.document import Block, Document
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
        containers = page.containers
        sums = page.word_sums
        for c in containers:
            first, last, parent = c.first, c.last, c.parent
            if (
                last - first > self.MOST_BLOCKS
                or sums[last] - sums[first] > self.MOST_WORDS
                or parent < 0
            ):
                near.append(_NONE)
            elif c.tokens:
                near.append(_joined(token_concepts(c.tokens), near[parent]))
            else:
                near.append(near[parent])
        self.of: list[Concepts] = []
        for b in page.blocks:
            names, around = b.tokens, near[b.container]
            if names and len(names) > len(containers[b.container].tokens):
                around = _joined(token_concepts(names), around)
            self.of.append(around)


def _joined(own: Concepts, around: Concepts) -> Concepts:
    return own | around if own and around else own or around


def called(block: Block) -> str:
    """The names of a block's element as the evidence of a decision."""
    return " ".join(sorted(block.tokens))
