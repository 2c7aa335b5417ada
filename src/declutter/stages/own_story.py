"""The text of the page's own story, weighed without the other stories on the page.

Marks lines weakly as body or boilerplate, as the scorecard does, where the page holds further
stories or offers. Apart from the scorecard because it needs their lines first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Strength, Verdicts
from declutter.roles import Role
from declutter.scoring.kinds import Kinds, LineKind
from declutter.scoring.lines import only_lines
from declutter.scoring.offered import Offered
from declutter.scoring.retold import Retold
from declutter.scoring.stories import Stories


class Reason(StrEnum):
    """Why a line is text of the page's own story, or none."""

    TEXT = "scores_as_own_text"
    OTHER = "scores_as_other"


@dataclass(frozen=True)
class OwnStory:
    """Weakly marks the lines that are left when the other stories are told apart."""

    name: str = "own_story"
    # Log-odds from which a line is text, as in the scorecard.
    threshold: float = 0.0
    # The same for prose under a head with source, date or a repeated headline, before the page
    # turns to comments, letters or apps: on dev pages with such heads most prose there is text.
    under_head: float = -1.0
    # ... and where further stories with a text of their own have been told apart as well.
    before_stories: float = -2.0
    # ... but less surely below the last of them, where the page's own promotions stand.
    behind_stories: float = -1.5
    # The same for what is no prose behind the last paragraph under such a head: a heading there
    # heads nothing, and what closes a story (a place, a list) scores higher.
    closing: float = 0.7

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide every line where there are other stories."""
        if not only_lines(page):
            return
        scores = page.derived(Retold).scores
        for i, least in self._bars(page, scores):
            found = scores[i] > least
            yield Decision(
                i,
                Role.BODY if found else Role.BOILERPLATE,
                self.name,
                Reason.TEXT if found else Reason.OTHER,
                f"{scores[i]:.1f} {'>' if found else '<='} {least:g}",
                Strength.WEAK,
            )

    def _bars(self, page: Document, scores: Mapping[int, float]) -> Iterator[tuple[int, float]]:
        """For every line that is left the score from which it is text."""
        under, bar = self._under_head(page)
        told = max((max(s.body) for s in page.derived(Stories).next if s.body), default=-1)
        bars = {
            i: bar if i < told else max(bar, self.behind_stories) for i in self._prose(page, under)
        }
        text = {i: s > bars.get(i, self.threshold) for i, s in scores.items()}
        last = max((i for i in bars if text.get(i)), default=len(page.blocks))
        order = list(scores)
        for above, i, below in zip([-1, *order], order, [*order[1:], -1], strict=False):
            if i in bars:
                yield i, bars[i]
            elif i in under and above in bars and below in bars and text[above] and text[below]:
                yield i, bar
            else:
                yield i, self.closing if i in under and i > last else self.threshold

    def _prose(self, page: Document, under: range) -> frozenset[int]:
        """The lines of a range that read as paragraphs; a colon announces something else."""
        kinds, blocks = page.derived(Kinds).of, page.blocks
        return frozenset(
            i for i in under if kinds[i] is LineKind.PROSE and not blocks[i].text.endswith(":")
        )

    def _under_head(self, page: Document) -> tuple[range, float]:
        """The lines under a sure head up to the first stop, and the bar for prose there."""
        kinds, stories = page.derived(Kinds).of, page.derived(Stories)
        main = stories.main
        if main is None or not (main.metas or main.again):
            return range(0), self.threshold
        below = range(main.end, len(kinds))
        stop = next((i for i in below if kinds[i] is LineKind.STOP), len(kinds))
        told = any(story.body for story in stories.next) or any(
            item.body for items in page.derived(Offered).sections.values() for item in items
        )
        return range(main.end, stop), self.before_stories if told else self.under_head
