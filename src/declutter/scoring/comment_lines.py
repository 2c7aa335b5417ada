"""Readers' comments as lines: what announces them, who wrote when, and what was said.

Where no element is called a comment, this is what a reader knows them by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, Cue, Position, is_relative_time, relative_time
from declutter.scoring.announced import OVER_OFFERS
from declutter.scoring.finder import Finder
from declutter.scoring.traits import Traits

# Shorter blocks are names, dates and buttons; a comment of two words is lost.
LEAST_WORDS = 3
# Entries that tell when they were written: from two on, a line above them announces comments.
LEAST_ENTRIES = 2
# The line over an entry holds a name and a date.
WRITER_WORDS = 12
# A comment stands this near below the line that says who wrote it.
REACH = 4
# Words between the heading and the first entry: forms, rules of conduct, buttons to sort.
AHEAD_WORDS = 150
# Words of one entry, and of what stands around it.
ENTRY_WORDS = 600

# A year or a clock time: the lines over comments bear one, the lines of an article rarely do.
_WHEN = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
_QUIET = frozenset([Kind.HEADING, Kind.CONTROL, Kind.IMAGE_ALT, Kind.CAPTION])


class Thread(NamedTuple):
    """Entries under the line that announces them: the line, its cue, the writers' lines."""

    heading: Block
    cue: Cue
    writers: list[int]

    @property
    def reach(self) -> range:
        """The blocks in which its entries stand."""
        return range(self.writers[0], self.writers[-1] + REACH + 1)


class CommentLines:
    """Reads the lines of a page as comments."""

    def __init__(self, page: Document) -> None:
        self._page = page
        self._cues = page.derived(Traits).cues
        self._dated: dict[int, bool] = {}

    def threads(self) -> Iterator[Thread]:
        """The lines that announce comments, with the entries under them."""
        seen = -1  # the last entry under a line before
        for i in self._page.derived(Finder).said(Concept.COMMENTS):
            cue = self._announces(i) if i > seen else None
            if cue is not None:
                writers = list(self._writers(i))
                if len(writers) >= LEAST_ENTRIES:
                    seen = writers[-1]
                    yield Thread(self._page.blocks[i], cue, writers)

    def said_under(self, writer: int) -> Iterator[Block]:
        """The sentences under a writer's line, up to the next line that says something else."""
        for b in self._page.blocks[writer + 1 : writer + 1 + REACH]:
            if self.is_writer(b) or not self.speaks(b):
                return
            yield b

    def is_writer(self, block: Block) -> bool:
        """Whether a line tells who wrote when."""
        if block.words > WRITER_WORDS:
            return False
        found = self._dated.get(block.index)
        if found is None:
            text, language = block.text, self._page.language
            found = bool(_WHEN.search(text)) or relative_time(text, language) is not None
            self._dated[block.index] = found
        return found

    def speaks(self, block: Block) -> bool:
        """Whether a block is something said: no label, date, button or notice of the interface."""
        return (
            block.words >= LEAST_WORDS
            and block.kind not in _QUIET
            and block.link_density < 0.5
            and not any(c.position is not Position.INSIDE for c in self._cues[block.index])
            and not is_relative_time(block.text, self._page.language)
            and not (block.words <= WRITER_WORDS and _WHEN.search(block.text))
        )

    def _announces(self, i: int) -> Cue | None:
        block = self._page.blocks[i]
        if self._page.has_markup and block.kind is not Kind.HEADING:
            return None
        cues = self._cues[i] if block.words <= WRITER_WORDS else ()
        whole = (c for c in cues if c.position is not Position.INSIDE)
        return next((c for c in whole if c.concept is Concept.COMMENTS), None)

    def _writers(self, heading: int) -> Iterator[int]:
        """Lines with a date, from the announcement to the next heading that names no writer, or to
        a gap longer than an entry: below a button above the article stand its own dates, and all of
        its text between them."""
        blocks, sums = self._page.blocks, self._page.word_sums
        above, most = heading, AHEAD_WORDS
        for i in range(heading + 1, len(blocks)):
            b = blocks[i]
            if sums[i] - sums[above + 1] > most:
                return
            if b.kind is Kind.HEADING and not any(map(self.is_writer, blocks[i + 1 : i + 2])):
                return
            if not self._page.has_markup and self._heads_offers(i):
                return
            if self.is_writer(b):
                yield i
                above, most = i, ENTRY_WORDS

    def _heads_offers(self, i: int) -> bool:
        """Whether a line is nothing but the heading of a list of other articles."""
        cues = self._cues[i]
        return any(c.position is Position.WHOLE and c.concept in OVER_OFFERS for c in cues)
