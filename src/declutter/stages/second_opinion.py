"""A second opinion: trafilatura's, where no text was found.

Marks as body the blocks that stand in the text of another extractor, weakly, so that every stage
that knows a reason against one keeps its word. Asked only where the pipeline has found no text on a
page that may well be running text: elsewhere it made the text worse on dev pages, above all where
the page is a list, a product or a thread, and on short articles it changes next to nothing. Apart
because it is the only stage that looks beyond the `Document`. Falling back on other extractors is
trafilatura's own idea.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Strength, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.page_type import PageTypes


class Reason(StrEnum):
    """Why a block is text."""

    SECONDED = "in_second_opinion"


_SHINGLE = 3
Shingles = set[tuple[str, ...]]


@dataclass(frozen=True)
class SecondOpinion:
    """Weakly marks blocks as body that another extractor takes for text, on pages without any.

    `SecondOpinion(few_words=100)` asks on short articles as well.
    """

    name: str = "second_opinion"
    # Asked below this many words of text. Of the nine labelled pages on which it was asked below
    # 100, six stayed as they were, one gained .01 and two lost .13 together; from 150 on more lost.
    few_words: int = 1
    # Asked where the page's types with running text have at least this share. Without this bar it
    # cost dev pages more than it brought.
    textual: float = 0.2
    # A block is seconded when more than this share of its words, by threes, stands in the opinion.
    share: float = 0.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks that the other extractor has."""
        roles = verdicts.roles
        text = sum(b.words for b, r in zip(page.blocks, roles, strict=True) if r in TEXT_ROLES)
        if page.reference is None or text >= min(self.few_words, page.word_sums[-1]):
            return
        if page.derived(PageTypes).textual < self.textual:
            return
        words = (page.reference() or "").split()
        known, whole = _shingles(words), " ".join(words)
        for block, role in zip(page.blocks, roles, strict=True):
            if block.words < _SHINGLE or role in TEXT_ROLES:
                continue  # shorter ones say little of where they stand
            own = block.text.split()
            # Whole first: scripts without spaces have no words to count by threes.
            found = 1.0 if " ".join(own) in whole else _held(_shingles(own), known)
            if found > self.share:
                evidence = f"{found:.2f} > {self.share:g}, {text} < {self.few_words} words"
                yield Decision(
                    block.index, Role.BODY, self.name, Reason.SECONDED, evidence, Strength.WEAK
                )


def _held(own: Shingles, known: Shingles) -> float:
    """Share of a block's shingles that are known, 0..1."""
    return len(own & known) / len(own) if own else 0.0


def _shingles(words: list[str]) -> Shingles:
    """Runs of three words; none of fewer."""
    return {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
