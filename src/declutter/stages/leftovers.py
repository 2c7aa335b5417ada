"""Leftovers: short lines below the element that holds the article's text, or above its headline.

Between the end of the text and the footer stand pitches in words that no list foresees ("Try our
smart tools"). Marks short lines taken for text where the text proper, nearly all of it, stands in
an element that ended before them; below the whole stories of others also sentences; and on articles
the entries of menus that stand above the headline. The little that stands behind the footer of the
page is left over, too. Apart from the cues because it looks at the place alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from declutter.document import Block, Container, Document, Kind
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import BODY_ROLES, Role
from declutter.scoring import places
from declutter.scoring.kinds import Kinds, LineKind
from declutter.scoring.lines import Lines, only_lines
from declutter.scoring.page_type import PageTypes
from declutter.scoring.places import Places
from declutter.scoring.stories import Stories


class Reason(StrEnum):
    """Why a line is left over."""

    ABOVE = "above_the_headline"
    BELOW = "below_the_text"
    BELOW_WITH_STORIES = "below_the_text_with_other_stories"
    FOOTER = "behind_the_footer"


@dataclass(frozen=True)
class Leftovers:
    """Marks what is taken for text below the element of the text as boilerplate."""

    name: str = "leftovers"
    # The element must hold this share of the words taken for text. Bodies split over elements have
    # at most 0.8 in one of them.
    share: float = 0.9
    # Longer blocks are paragraphs: where one stands below, the text has two parts.
    line_words: int = 12
    # The same where the page tells whole stories of others below (in so many words): it does not
    # come back to its own. Five labelled pages are so, and none of what is below is gold; of seven
    # with longer paragraphs below the gold of three goes on there.
    share_above_stories: float = 0.6
    line_words_above_stories: int = 45
    story_words: int = 30
    # Likelihood of an article from which nothing but paragraphs stands above the headline. Of such
    # lines on the labelled pages 4 are no gold and 3 are, on one page that is none.
    article: float = 0.5
    # Words of a headline behind the last paragraph of a flattened text. 23 labelled texts gain
    # by leaving those out and 3 lose; 20 and 3 by leaving out what stands above their headline.
    heads: int = 8
    # Words taken for text behind the page's footer, to those ahead of it, that are no part of it.
    behind: float = 0.25

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide what stands above and below."""
        if only_lines(page):
            yield from self._beyond(page, verdicts)
            return
        yield from self._above(page, verdicts)
        text = [role in BODY_ROLES for role in verdicts.roles]
        taken = (b.words if t else 0 for b, t in zip(page.blocks, text, strict=True))
        words = list(accumulate(taken, initial=0))
        share, reason = self.share, Reason.BELOW
        holder, below = self._below(page, text, words, share, self.line_words)
        told = -1 if below else self._last_story(page, verdicts)
        if told >= 0:
            share, reason = self.share_above_stories, Reason.BELOW_WITH_STORIES
            most = self.line_words_above_stories
            holder, below = self._below(page, text, words, share, most)
            below = below if told >= holder.last else []
        for b in below:
            held = (words[holder.last] - words[holder.first]) / words[-1]
            evidence = f"{held:.2f} > {share}"
            yield self._is(b, reason, evidence)
        yield from self._behind_footer(page, verdicts, text, words)

    def _behind_footer(
        self, page: Document, verdicts: Verdicts, text: list[bool], words: list[int]
    ) -> Iterator[Decision]:
        """What is taken for text behind the footer of the page, where it is little."""
        within = page.derived(Places).within
        footers = (i for i, role in enumerate(verdicts.roles) if role is Role.FOOTER)
        at = next((i for i in footers if within[page.blocks[i].container] & places.FOOTER), None)
        if at is not None and 0 < words[-1] - words[at] <= self.behind * words[at]:
            for b in page.blocks[at:]:
                if text[b.index]:
                    yield self._is(b, Reason.FOOTER, f"block {at}")

    def _beyond(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        """Lines of a text above its headline, where that is sure, and headlines behind its last
        paragraph; entries of a list are none."""
        kinds, main = page.derived(Kinds).of, page.derived(Stories).main
        head = 0
        if main and (main.is_sure or page.derived(Lines).headline in main.titles):
            head = main.first
        text = [b for b in page.blocks if verdicts.roles[b.index] is Role.BODY]
        last = max((b.index for b in text if b.words >= self.line_words), default=len(kinds))
        for b in text:
            if b.index < head:
                yield self._is(b, Reason.ABOVE, f"block {head}")
            elif (
                b.index > last
                and b.words <= self.heads
                and kinds[b.index] is LineKind.HEADLINE
                and b.kind is not Kind.LIST_ITEM
            ):
                yield self._is(b, Reason.BELOW, f"block {last}")

    def _is(self, block: Block, reason: Reason, evidence: str) -> Decision:
        return Decision(block.index, Role.BOILERPLATE, self.name, reason, evidence)

    def _above(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        """The short lines above the headline, which is the last title ahead of the paragraphs."""
        roles = verdicts.roles
        titles: list[int] = []
        lines: list[Block] = []
        for b in page.blocks:
            role = roles[b.index]
            if role is Role.TITLE:
                titles.append(b.index)
            elif role is Role.BODY and b.words >= self.line_words:
                break
            elif role in BODY_ROLES:
                lines.append(b)
        if not titles or not lines or lines[0].index > titles[-1]:
            return
        if page.derived(PageTypes).shares[PageType.ARTICLE] > self.article:
            for b in (b for b in lines if b.index < titles[-1]):
                said = f"block {titles[-1]}"
                yield Decision(b.index, Role.NAVIGATION, self.name, Reason.ABOVE, said)

    def _last_story(self, page: Document, verdicts: Verdicts) -> int:
        """The last paragraph of another story, -1 where none is told."""
        if Role.RELATED_BODY not in verdicts.roles:
            return -1
        for b in reversed(page.blocks):
            if b.words >= self.story_words and verdicts.roles[b.index] is Role.RELATED_BODY:
                return b.index
        return -1

    def _below(
        self, page: Document, text: list[bool], words: list[int], share: float, most: int
    ) -> tuple[Container, list[Block]]:
        """The element with the text, and what is taken for text below; nothing if that goes on."""
        holder = self._holder(page, words, share)
        below = [b for b in page.blocks[holder.last :] if text[b.index]]
        return holder, [] if any(b.words > most for b in below) else below

    def _holder(self, page: Document, words: list[int], share: float) -> Container:
        """The innermost element with more than a share, half at least, of the words taken for text:
        it is around the word in their middle."""
        middle = bisect_right(words, words[-1] / 2) - 1
        around = page.ancestors(page.blocks[middle].container) if words[-1] else ()
        least = share * words[-1]
        wide = (c for c in around if words[c.last] - words[c.first] > least)
        return next(wide, page.containers[0])
