"""The pipeline: named stages, and the ledger that only the pipeline writes.

Stages look at the `Document` and at what was decided so far, and return `Decision`s. Of two
decisions on a block the stronger wins; at equal strength the later. What was overruled stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import NamedTuple, Protocol

from declutter.document import Document
from declutter.roles import Role


class Strength(IntEnum):
    """How sure a stage is; a stronger decision overrules a weaker one whatever the order."""

    WEAK = 1
    NORMAL = 2
    STRONG = 3


class Decision(NamedTuple):
    """One stage's word on one block: its role, why (`reason`, an enum of that stage), and on what
    `evidence` (the matched phrase, or a value beside its threshold)."""

    block: int
    role: Role
    stage: str
    reason: StrEnum
    evidence: str
    strength: Strength = Strength.NORMAL


class Reason(StrEnum):
    """The pipeline's own reason, for blocks on which no stage decided."""

    UNDECIDED = "undecided"


class Verdicts(Protocol):
    """What stages may read of the ledger."""

    @property
    def roles(self) -> Sequence[Role | None]:
        """The role in force for each block; None where nothing is decided."""

    @property
    def standing(self) -> Sequence[Decision | None]:
        """The decision in force for each block."""


class Stage(Protocol):
    """A named rule: reads the document and the verdicts so far, returns decisions."""

    @property
    def name(self) -> str:
        """Unique name in the pipeline."""

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide; blocks without evidence are left out."""


class Ledger:
    """Every decision in the order it was made, and the one in force for each block."""

    def __init__(self, size: int) -> None:
        self.entries: list[Decision] = []
        self._standing: list[Decision | None] = [None] * size
        self._roles: list[Role | None] = [None] * size

    @property
    def roles(self) -> Sequence[Role | None]:
        return self._roles

    @property
    def standing(self) -> Sequence[Decision | None]:
        return self._standing

    def write(self, decisions: Iterable[Decision]) -> None:
        """Enter decisions; each takes force unless a stronger one stands."""
        made = list(decisions)
        self.entries.extend(made)
        standing, roles = self._standing, self._roles
        for d in made:
            i = d.block
            now = standing[i]
            if now is None or d.strength >= now.strength:
                standing[i], roles[i] = d, d.role

    def close(self) -> None:
        """Give every block that nobody decided on the role `boilerplate`."""
        self.write(
            Decision(i, Role.BOILERPLATE, "pipeline", Reason.UNDECIDED, "", Strength.WEAK)
            for i, role in enumerate(self._roles)
            if role is None
        )

    @property
    def verdicts(self) -> list[Decision]:
        """The decision in force for each block of a closed ledger."""
        return [self.verdict(i) if d is None else d for i, d in enumerate(self._standing)]

    def verdict(self, block: int) -> Decision:
        """The decision in force for a block of a closed ledger."""
        decision = self._standing[block]
        if decision is None:
            raise LookupError(f"block {block} is undecided: close the ledger first")
        return decision


@dataclass(frozen=True)
class Pipeline:
    """An immutable sequence of stages. Every method returns a new pipeline.

    >>> from declutter.presets import default_pipeline
    >>> shorter = default_pipeline().without("second_opinion")
    >>> "second_opinion" in shorter.names
    False
    """

    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        names = [s.name for s in self.stages]
        twice = sorted({n for n in names if names.count(n) > 1})
        if twice:
            raise ValueError(f"stage names must be unique, twice here: {', '.join(twice)}")

    @property
    def names(self) -> tuple[str, ...]:
        """The stages' names in order."""
        return tuple(s.name for s in self.stages)

    def run(self, page: Document) -> Ledger:
        """Run every stage over a page and return the closed ledger."""
        ledger = Ledger(len(page.blocks))
        for stage in self.stages:
            ledger.write(stage(page, ledger))
        ledger.close()
        return ledger

    def before(self, name: str, stage: Stage) -> Pipeline:
        """A pipeline with `stage` put before the one called `name`."""
        i = self._index(name)
        return replace(self, stages=(*self.stages[:i], stage, *self.stages[i:]))

    def after(self, name: str, stage: Stage) -> Pipeline:
        """A pipeline with `stage` put after the one called `name`."""
        i = self._index(name) + 1
        return replace(self, stages=(*self.stages[:i], stage, *self.stages[i:]))

    def replace(self, name: str, stage: Stage) -> Pipeline:
        """A pipeline with `stage` in the place of the one called `name`."""
        i = self._index(name)
        return replace(self, stages=(*self.stages[:i], stage, *self.stages[i + 1 :]))

    def without(self, name: str) -> Pipeline:
        """A pipeline without the stage called `name`."""
        i = self._index(name)
        return replace(self, stages=(*self.stages[:i], *self.stages[i + 1 :]))

    def _index(self, name: str) -> int:
        if name not in self.names:
            raise ValueError(f"no stage is called {name!r}; there are: {', '.join(self.names)}")
        return self.names.index(name)
