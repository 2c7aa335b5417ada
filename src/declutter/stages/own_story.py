"""The text of the page's own story, weighed without the other stories on the page.

Marks lines weakly as body or boilerplate, as the scorecard does, where the page holds further
stories or offers. Apart from the scorecard because it needs their lines first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Strength, Verdicts
from declutter.roles import Role
from declutter.scoring.lines import only_lines
from declutter.scoring.retold import Retold


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

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide every line where there are other stories."""
        if not only_lines(page):
            return
        for i, score in enumerate(page.derived(Retold).scores):
            text = score > self.threshold
            yield Decision(
                i,
                Role.BODY if text else Role.BOILERPLATE,
                self.name,
                Reason.TEXT if text else Reason.OTHER,
                f"{score:.1f} > {self.threshold:g}"
                if text
                else f"{score:.1f} <= {self.threshold:g}",
                Strength.WEAK,
            )
