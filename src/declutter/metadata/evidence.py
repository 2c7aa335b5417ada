"""What the choice of metadata goes by: the page, the stages' roles, the tree if there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from declutter.document import Block, Candidate, Document, Field
from declutter.model import Provenance, Rejected
from declutter.pipeline import Verdicts
from declutter.roles import Role

MAX_REJECTED = 8
"""Losing candidates kept in a provenance."""


class Pick(NamedTuple):
    """A field's value and where it comes from; `value` is None where nothing was found."""

    value: object
    provenance: Provenance | None


class Read(NamedTuple):
    """A candidate and what was read from it."""

    value: object
    raw: str
    source: str


@dataclass
class Evidence:
    """One page's evidence, with the looks at it that several fields share."""

    page: Document
    verdicts: Verdicts
    now: datetime | None = None
    root: etree._Element | None = None
    title_at: int | None = None
    """Index of the block that shows the title, once the title is chosen."""

    def declared(self, field: Field) -> list[Candidate]:
        """The candidates declared for a field, in order of trust."""
        return [c for c in self.page.declared if c.field is field]

    def blocks(self, *roles: Role) -> Iterator[Block]:
        """The blocks that the stages gave one of these roles, in reading order."""
        return (
            block
            for block, role in zip(self.page.blocks, self.verdicts.roles, strict=False)
            if role in roles
        )

    @cached_property
    def language(self) -> str | None:
        """The declared language tag, for reading names and dates."""
        if self.page.language:
            return self.page.language
        return next((c.value for c in self.declared(Field.LANGUAGE)), None)


def pick(read: Iterable[Read], lost: Iterable[Rejected] = ()) -> Pick:
    """The first of the values read; the others are kept as candidates that lost."""
    values = list(read)
    if not values:
        return Pick(None, None)
    best = values[0]
    rejected = [
        Rejected(
            value=v.raw,
            source=v.source,
            reason="equal" if v.value == best.value else "less trusted",
        )
        for v in values[1:]
    ]
    return Pick(
        best.value,
        Provenance(source=best.source, raw=best.raw, rejected=(*lost, *rejected)[:MAX_REJECTED]),
    )
