"""Text that stands on the page already: quoted posts, a copy for narrow screens, a caption again.

Marks the later copies as boilerplate, where the kind of page tells that they are no part of the
text. Apart because it compares what all the other stages took for text, and asks for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.lines import COMPARED
from declutter.scoring.page_type import PageTypes
from declutter.scoring.traits import Traits

_NO_COPY = frozenset([Kind.CODE, Kind.ROW])  # whose lines are alike by nature
_PROSE = frozenset([Kind.PARAGRAPH, Kind.QUOTE])


class Reason(StrEnum):
    """Why a block is a copy."""

    STANDS_ABOVE = "stands_above"


@dataclass(frozen=True)
class Repeats:
    """Marks blocks that repeat the text above them, and runs of them.

    Counted on the dev pages with a gold text, by the words of the copies that the gold has not once
    more: threads 0.83, products 0.91, elsewhere single blocks 0.25 to 0.5 (refrains, terms of
    several offers, references) but runs of them with prose 0.8 to 1.0; in flattened text single
    lines 0.78 (captions, pull quotes), runs of two or three 0.5 to 0.85 (points ahead of a text).
    """

    name: str = "repeats"
    # Share of thread and product from which any copy goes that is a run or has so many words.
    entries: float = 0.4
    least_words: int = 4
    # Share of types whose text runs on from which, as in flattened text, a run goes that is much of
    # a text: so many blocks, with so many words of prose. All copies go where they are a text
    # shown twice: so large a share of the words, in other elements or several paragraphs.
    textual: float = 0.4
    text_blocks: int = 4
    text_prose: int = 100
    doubled: float = 1 / 3
    # Words of a single line of flattened text that goes.
    line_words: int = 6
    # The same on all other pages; and words of a paragraph that counts as prose.
    blocks: int = 2
    prose: int = 12

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the copies of text that stands above them."""
        normal, roles = page.derived(Traits).normal, verdicts.roles
        text = [b for b in page.blocks if roles[b.index] in TEXT_ROLES and normal[b.index]]
        # Long texts are normalised in their beginning only.
        said = [(normal[b.index], b.text[COMPARED:]) for b in text]
        if len(set(said)) == len(said):
            return
        for run in self._copies(page, text, _runs(text, said)):
            for block, above in run:
                copied = f"block {above.index}"
                yield Decision(
                    block.index, Role.BOILERPLATE, self.name, Reason.STANDS_ABOVE, copied
                )

    def _copies(self, page: Document, text: list[Block], runs: list[Run]) -> Iterator[Run]:
        """The runs, or what of them is no part of the text on such a page."""
        types = page.derived(PageTypes) if page.has_markup else None
        if types and types.shares[PageType.FORUM] + types.shares[PageType.PRODUCT] > self.entries:
            for run in runs:
                least = 0 if len(run) > 1 else self.least_words
                yield [c for c in run if c[0].words >= least and c[0].kind not in _NO_COPY]
        elif types is None or types.textual > self.textual:
            words = sum(self._prose_in(run) for run in runs if self._is_copied(page, run))
            doubled = words >= self.doubled * sum(b.words for b in text)
            for run in runs:
                is_line = types is None and len(run) == 1 and run[0][0].words >= self.line_words
                if doubled or is_line or self._is_much(run):
                    yield run
        else:
            for run in runs:
                if len(run) >= self.blocks and self._prose_in(run) >= self.prose:
                    yield run

    def _is_copied(self, page: Document, run: Run) -> bool:
        """Whether a run is more than a paragraph that its element says again: several, or a copy in
        another element, or in flattened text, which has none."""
        several = sum(self._is_prose(block) for block, _ in run) > 1
        return several or not page.has_markup or any(_is_elsewhere(page, *c) for c in run)

    def _is_much(self, run: Run) -> bool:
        return len(run) >= self.text_blocks and self._prose_in(run) >= self.text_prose

    def _prose_in(self, run: Run) -> int:
        return sum(block.words for block, _ in run if self._is_prose(block))

    def _is_prose(self, block: Block) -> bool:
        return block.kind in _PROSE and block.words >= self.prose


def _is_elsewhere(page: Document, block: Block, above: Block) -> bool:
    """Whether a block stands in another element than the one it repeats."""
    one, other = (page.containers[b.container].parent for b in (block, above))
    return one != other


Run = list[tuple[Block, Block]]
"""Neighbouring blocks of a text that repeat neighbouring ones above, each with what it repeats."""


def _runs(text: list[Block], said: list[tuple[str, str]]) -> list[Run]:
    """The copies in a text, in order; `said` is what its blocks say."""
    first: dict[tuple[str, str], int] = {}
    runs: list[Run] = []
    before = -1  # where what the block before repeats stands in the text
    for at, (block, words) in enumerate(zip(text, said, strict=True)):
        above = first.setdefault(words, at)
        if above == at:
            before = -1
            continue
        if before < 0 or above != before + 1:
            runs.append([])
        runs[-1].append((block, text[above]))
        before = above
    return runs
