"""Document and closed ledger -> `Article`. Nothing is decided here any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from declutter.document import Block, Document, Kind
from declutter.metadata.choose import Chosen
from declutter.model import Article, BlockTrace, PageWarning, Section, Status, trace
from declutter.pipeline import Decision, Ledger
from declutter.related import chrome_items, comments, related_items
from declutter.roles import LABELS, TEXT_ROLES, Role
from declutter.scoring.confidence import confidence
from declutter.scoring.oddities import oddities

# Neighbours of these kinds stand on consecutive lines; everything else is parted by a blank line.
_LINED = frozenset([Kind.LIST_ITEM, Kind.ROW, Kind.TERM, Kind.DEFINITION])


def assemble(
    page: Document,
    ledger: Ledger,
    chosen: Chosen,
    warnings: tuple[PageWarning, ...],
) -> Article:
    """Put the article together from the roles in the ledger and the chosen metadata."""
    body = [b for b, role in zip(page.blocks, ledger.roles, strict=True) if role in TEXT_ROLES]
    text = join(body)
    empty = PageWarning(code="empty", message="no article text was found on the page")
    return Article(
        status=Status.OK if text else Status.EMPTY,
        text=text,
        sections=sections(body, ledger),
        related=related_items(page, ledger),
        chrome=chrome_items(page, ledger),
        comments=comments(page, ledger),
        blocks=tuple(_traces(page, ledger.verdicts)),
        url=page.url,
        confidence=confidence(page, ledger),
        warnings=(*warnings, *(oddities(page, ledger) if text else (empty,))),
        **chosen_fields(chosen),
    )


def chosen_fields(chosen: Chosen) -> dict[str, Any]:
    """The metadata as arguments of `Article`."""
    return {f.name: getattr(chosen, f.name) for f in fields(chosen)}


def join(blocks: Iterable[Block]) -> str:
    """The blocks' text: paragraphs parted by a blank line, list items and rows by a newline."""
    parts: list[str] = []
    before: Block | None = None
    for b in blocks:
        if before is not None:
            parts.append("\n" if b.kind in _LINED and before.kind in _LINED else "\n\n")
        parts.append(b.text)
        before = b
    return "".join(parts)


def sections(body: Iterable[Block], ledger: Ledger) -> tuple[Section, ...]:
    """The text cut at its headings; the lead stands under heading None, level 0."""
    made: list[Section] = []
    heading: Block | None = None
    under: list[Block] = []

    def close() -> None:
        if heading is not None or under:
            made.append(
                Section(
                    heading=heading.text if heading else None,
                    level=(heading.level or 2) if heading else 0,
                    paragraphs=tuple(b.text for b in under),
                )
            )

    for b in body:
        if ledger.roles[b.index] is Role.HEADING:
            close()
            heading, under = b, []
        else:
            under.append(b)
    close()
    return tuple(made)


def _traces(page: Document, verdicts: list[Decision]) -> Iterator[BlockTrace]:
    for b, d in zip(page.blocks, verdicts, strict=True):
        role = d.role
        yield trace(
            b.index,
            b.text,
            role,
            LABELS[role],
            d.stage,
            str(d.reason),
            d.evidence,
            b.location,
            b.kind,
            b.level,
        )
