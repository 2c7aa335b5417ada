"""Tables are text as a whole: the rows of one that the text takes in come in together.

Marks the rows of a table as `body` where most of the table's words are text already. Apart because
a header or a row of numbers alone reads like a menu.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Container, Document, Kind
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role

_LEFT = frozenset([Role.BOILERPLATE, None])


class Reason(StrEnum):
    """Why a row is text."""

    AMONG_ROWS = "row_of_a_table_in_the_text"


@dataclass(frozen=True)
class Tables:
    """Takes in the rows of tables that are text."""

    name: str = "tables"
    # Share of a table's words in the text from which all its rows are.
    share: float = 0.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the rows that are left of tables in the text."""
        kind = Kind.ROW
        rows = [b for b in page.blocks if b.kind is kind]
        if not rows:
            return
        tables: dict[Container, list[Block]] = {}
        around = page.nearest(lambda c: c if c.tag == "table" else None)
        for b in rows:
            table = around[b.container]
            if table is not None:
                tables.setdefault(table, []).append(b)
        for inside in tables.values():
            taken = sum(b.words for b in inside if verdicts.roles[b.index] in TEXT_ROLES)
            total = sum(b.words for b in inside)
            if taken and taken >= self.share * total:
                evidence = f"{taken} of {total} words"
                for b in inside:
                    if verdicts.roles[b.index] in _LEFT:
                        yield Decision(b.index, Role.BODY, self.name, Reason.AMONG_ROWS, evidence)
