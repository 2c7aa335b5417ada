"""Pages built for the choice of metadata: declared candidates, lines with roles, no tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from declutter.document import Block, Candidate, Container, Document, Field, Kind, Location
from declutter.metadata.choose import Chosen, choose
from declutter.pipeline import Decision
from declutter.roles import Role

NOW = datetime(2024, 5, 8, 12, tzinfo=UTC)


@dataclass
class Given:
    """Verdicts as a test sets them."""

    roles: Sequence[Role | None]

    @property
    def standing(self) -> Sequence[Decision | None]:
        return [None] * len(self.roles)


def block(index: int, text: str, *, heading: bool = False) -> Block:
    kind = Kind.HEADING if heading else Kind.PARAGRAPH
    words = len(text.split())
    place = Location(None, index + 1, index + 1)
    return Block(index, text, kind, int(heading), 0, "p", frozenset(), words, 0, (), 0.0, 0, place)


def chosen(
    declared: Sequence[tuple[Field, str, str]] = (),
    lines: Sequence[tuple[str, Role | None]] = (),
    *,
    url: str | None = None,
    now: datetime | None = None,
    language: str | None = "en",
) -> Chosen:
    blocks = tuple(
        block(i, text, heading=role is Role.TITLE) for i, (text, role) in enumerate(lines)
    )
    none: frozenset[str] = frozenset()
    root = Container(0, -1, 0, "body", none, "", "", "", "", "", "", 0, len(blocks))
    page = Document(
        blocks, (root,), declared=tuple(Candidate(*c) for c in declared), language=language, url=url
    )
    return choose(page, Given([role for _, role in lines]), now)
