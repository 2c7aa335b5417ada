"""The text of the page's own story, weighed without the other stories on the page.

Marks lines weakly as body or boilerplate, as the scorecard does, where the page holds further
stories or offers. Apart from the scorecard because it needs their lines first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from declutter.scoring.verdict import Judged


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
    # The same for prose amid other stories: below a head with source, date or a repeated headline
    # and above the last line of another story the page goes on with its own. Where it was lower on
    # the rest of such pages, too, what pages say of themselves came in (held-out F1 0.001 less).
    amid_stories: float = -1.5
    # The same behind the last of these paragraphs: a heading there heads nothing, and what closes a
    # story (a place, a list) scores higher.
    closing: float = 0.7
    # Share of the words of the paragraphs under the headline, up to the first stop or the heading
    # over other stories, up to which the text is in doubt as a whole (short lines below a long
    # menu, a short story above long ones, a language without spaces), and the bar for them then.
    # Five labelled texts gain by it and one loses.
    doubt: float = 1 / 3
    doubted: float = -1.5
    # The same up to which those are in doubt that stand amid paragraphs that score as text. Eleven
    # labelled texts gain by it and two lose; where it is higher, as many lose as gain.
    amid: float = 2 / 3

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide every line where there are other stories."""
        if not only_lines(page):
            return
        scores = page.derived(Retold).scores
        if scores:
            bars = self._bars(page, scores)
        else:
            scores = dict(enumerate(page.derived(Judged).scores))
            bars = self._above_others(page, self._told(page, scores), scores)
            scores = {i: scores[i] for i in bars}
        for i, score in scores.items():
            least = bars.get(i, self.threshold)
            found = score > least
            yield Decision(
                i,
                Role.BODY if found else Role.BOILERPLATE,
                self.name,
                Reason.TEXT if found else Reason.OTHER,
                f"{score:.1f} {'>' if found else '<='} {least:g}",
                Strength.WEAK,
            )

    def _bars(self, page: Document, scores: Mapping[int, float]) -> dict[int, float]:
        """The bars of the lines amid other stories, headings between two paragraphs among them."""
        kinds, amid, prose = page.derived(Kinds), _amid_stories(page), self._told(page, scores)
        bars = {i: self.amid_stories for i in prose if i in amid}
        bars |= self._above_others(page, prose, scores)
        stop = self._below(page, lambda i: kinds.of[i] is LineKind.STOP)
        bars |= self._doubtful(page, prose, scores, len(kinds.of) if stop is None else stop)
        text = {i for i in prose if scores[i] > bars.get(i, self.threshold)}
        closing = range(max(text, default=amid.stop) + 1, amid.stop)
        own = text & bars.keys()
        order = list(scores)
        for above, i, below in zip(order, order[1:], order[2:], strict=False):
            if above in own and below in own:
                bars.setdefault(i, self.amid_stories)
        return dict.fromkeys(closing, self.closing) | bars

    def _told(self, page: Document, lines: Iterable[int]) -> list[int]:
        """The paragraphs among lines; a colon at the end of one announces something else."""
        kinds = page.derived(Kinds).of
        return [
            i for i in lines if kinds[i] is LineKind.PROSE and not page.blocks[i].text.endswith(":")
        ]

    def _above_others(
        self, page: Document, prose: list[int], scores: Mapping[int, float]
    ) -> dict[int, float]:
        """The bars of the paragraphs in doubt above a heading over other stories."""
        heading = self._below(page, page.derived(Kinds).heads_others)
        return {} if heading is None else self._doubtful(page, prose, scores, heading)

    def _below(self, page: Document, is_sought: Callable[[int], bool]) -> int | None:
        """The first line under the headline that is what is sought."""
        main = page.derived(Stories).main
        begin = len(page.blocks) if main is None else main.end
        return next(filter(is_sought, range(begin, len(page.blocks))), None)

    def _doubtful(
        self, page: Document, prose: list[int], scores: Mapping[int, float], end: int
    ) -> dict[int, float]:
        """The bars of the paragraphs under the headline, up to a line that ends the story, where
        hardly any of them scores as text; where some do, of those amid them."""
        main = page.derived(Stories).main
        told = [i for i in prose if main is not None and main.end <= i < end]
        words = sum(page.blocks[i].words for i in told)
        taken = sum(page.blocks[i].words for i in told if scores[i] > self.threshold)
        if taken > self.doubt * words:
            last = max((i for i in told if scores[i] > self.threshold), default=-1)
            told = [i for i in told if i < last and taken <= self.amid * words]
        return dict.fromkeys(told, self.doubted)


def _amid_stories(page: Document) -> range:
    """The lines under a sure head, up to the first stop or the last line told of other stories."""
    kinds, stories = page.derived(Kinds).of, page.derived(Stories)
    main = stories.main
    if main is None or not main.is_sure:
        return range(0)
    bodies = [story.body for story in stories.next]
    for items in page.derived(Offered).sections.values():
        bodies += [item.body for item in items]
    last = max((max(body) for body in bodies if body), default=-1)
    below = range(main.end, last)
    stops = (i for i in below if kinds[i] is LineKind.STOP and stories.has_text(main.end, i))
    return range(main.end, next(stops, last))
