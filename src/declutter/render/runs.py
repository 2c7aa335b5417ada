"""What both formats walk: runs of blocks, nesting of lists, cells of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from declutter.document import Kind
from declutter.model import Article, BlockTrace

CELL_RULE = " | "
"""What parts the cells of a row block."""


class Run(NamedTuple):
    """Neighbouring blocks that are written as one element: a list, a table, a quote ..."""

    kind: Kind
    blocks: tuple[BlockTrace, ...]


Writer = Callable[[tuple[BlockTrace, ...]], str]
"""Writes the blocks of a run."""


def runs(article: Article) -> Iterator[Run]:
    """The blocks of the text, grouped into runs."""
    shown = (b for b in article.blocks if b.role.in_text and b.text.strip())
    for kind, blocks in groupby(shown, key=_family):
        yield Run(kind, tuple(blocks))


def _family(block: BlockTrace) -> Kind:
    """The kind of run a block stands in: terms and definitions alternate in one list."""
    return Kind.DEFINITION if block.kind is Kind.TERM else block.kind


def heading_level(block: BlockTrace) -> int:
    """2..6: level 1 is the title's, and headings of flattened text may have none."""
    return min(max(block.level, 2), 6)


def depths(blocks: Iterable[BlockTrace]) -> list[int]:
    """Nesting of list items from 0, never more than one deeper than the item before."""
    open_levels: list[int] = []
    found = []
    for block in blocks:
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        found.append(len(open_levels) - 1)
    return found


def table(blocks: tuple[BlockTrace, ...]) -> list[list[str]]:
    """Cells by row, short rows filled up with empty cells."""
    # The spaces let empty cells at either end part like those in the middle.
    rows = [[c.strip() for c in f" {b.text} ".split(CELL_RULE)] for b in blocks]
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]
