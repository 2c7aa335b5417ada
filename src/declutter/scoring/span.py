"""Where the article's text begins and ends, as the scores have it."""

from __future__ import annotations

from declutter.document import Document
from declutter.scoring.lines import Lines
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged


class Span:
    """The run of blocks from the first to the last paragraph of the article.

    `first` and `last` are indices of the blocks of at least `PARAGRAPH_WORDS` words that score as
    text; `head` is the headline's index where it stands ahead of them (of a flattened page the line
    that its address spells), else `first`. All are -1 on a page without such a block.
    """

    PARAGRAPH_WORDS = 12
    # The headline stands at most this many blocks ahead of the first paragraph.
    HEAD_BLOCKS = 40

    def __init__(self, page: Document) -> None:
        scores = page.derived(Judged).scores
        headline = page.derived(Traits).headline
        if headline is None and not page.has_markup:
            headline = page.derived(Lines).headline
        sure = [
            b.index
            for b in page.blocks
            if b.words >= self.PARAGRAPH_WORDS and scores[b.index] > 0 and b.index != headline
        ]
        self.first, self.last = (sure[0], sure[-1]) if sure else (-1, -1)
        self.head = self.first
        if headline is not None and 0 <= self.first - headline <= self.HEAD_BLOCKS:
            self.head = headline
