"""Which blocks are running text: prose with links in it rather than links."""

from __future__ import annotations

from declutter.document import Block, Kind

# A block longer than a label of which no more than this share is link is prose with links in it;
# of a sentence of the second length nearly all must be link.
PROSE_LINKS = 0.5
LABEL_WORDS = 12
SENTENCE_LINKS = 0.9
SENTENCE_WORDS = 20
_CLOSING = (".", "!", "?", "”", '"')


def is_prose(block: Block) -> bool:
    """Whether a block is running text, or a heading, with links in it rather than links."""
    if not block.link_words:
        return block.words >= LABEL_WORDS
    density = block.link_density
    if density <= PROSE_LINKS:
        return block.words >= LABEL_WORDS or block.kind is Kind.HEADING
    long = block.words >= SENTENCE_WORDS and block.text.endswith(_CLOSING)
    return long and density < SENTENCE_LINKS


def runs_on(block: Block) -> bool:
    """Whether a block is running text of a sentence's length."""
    return block.words >= LABEL_WORDS and is_prose(block)
