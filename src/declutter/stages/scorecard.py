"""Main text by points: the weak first word on every block.

Marks every block `body` or `boilerplate` by its score in its surroundings. Apart from the others
because it weighs many small signs that decide nothing alone; stages that know a reason overrule
it. The idea of adding up shallow traits of a block is boilerpipe's (Kohlschütter et al., 2010);
taking the element with the highest sum is Readability's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.pipeline import Decision, Strength, Verdicts
from declutter.roles import Role
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """Why the score says so."""

    TEXT = "scores_as_text"
    OTHER = "scores_as_other"


@dataclass(frozen=True)
class Scorecard:
    """Weakly marks every block as body or boilerplate by its points."""

    name: str = "scorecard"
    # Log-odds from which a block is text. 0 is where the calibration balances both errors.
    threshold: float = 0.0

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide every block."""
        above, below = f"%.1f > {self.threshold:g}", f"%.1f <= {self.threshold:g}"
        for i, score in enumerate(page.derived(Judged).scores):
            if score > self.threshold:
                role, reason, evidence = Role.BODY, Reason.TEXT, above % score
            else:
                role, reason, evidence = Role.BOILERPLATE, Reason.OTHER, below % score
            yield Decision(i, role, self.name, reason, evidence, Strength.WEAK)
