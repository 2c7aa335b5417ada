"""Headings inside the text, where only lines are known.

Marks a short line of the article that does not end like a sentence and has article paragraphs
above or below as a heading. Apart because it only names what other stages took for text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from declutter.document import Block, Document, Kind
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.kinds import Kinds, LineKind
from declutter.scoring.lines import only_lines

_SENTENCE_END = ".,;:…。।،؛"


class Reason(StrEnum):
    """Why a line is a heading."""

    OVER_TEXT = "short_line_over_text"


@dataclass(frozen=True)
class LineHeadings:
    """Marks headings among the lines of the text."""

    name: str = "line_headings"
    # Section headings of the dev corpora have up to twelve words in 95 % of the cases.
    most_words: int = 14

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide short lines that stand directly over a paragraph of the text."""
        if not only_lines(page):
            return
        kinds, roles = page.derived(Kinds).of, verdicts.roles
        text = [b for b in page.blocks if roles[b.index] is Role.BODY]
        for block, below in pairwise(text):
            control = kinds[block.index] is LineKind.INTERFACE
            if self._is_heading(block) and not control and kinds[below.index] is LineKind.PROSE:
                standing = verdicts.standing[block.index]
                strength = standing.strength if standing is not None else None
                if strength is not None:
                    yield Decision(
                        block.index,
                        Role.HEADING,
                        self.name,
                        Reason.OVER_TEXT,
                        f"{block.words} words",
                        strength,
                    )

    def _is_heading(self, block: Block) -> bool:
        if block.kind is Kind.HEADING:
            return True
        if block.kind is not Kind.PARAGRAPH or block.words > self.most_words:
            return False
        return block.text[-1] not in _SENTENCE_END
