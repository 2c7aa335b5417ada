"""The last resort for a date: the htmldate library, asked only when nothing else dates a page."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from declutter.document import Field
from declutter.metadata.dates import parse_date
from declutter.metadata.days import FIRST_YEAR, LAST_YEAR
from declutter.metadata.evidence import Evidence, Read
from declutter.metadata.tables import words

MAX_BLOCKS = 600
"""Blocks of a page up to which it is asked; its time grows with the page (10-60 ms at 600)."""


def last_resort(evidence: Evidence) -> list[Read]:
    """What htmldate finds in a tree of moderate size; nothing for text. The tree is not changed."""
    if evidence.root is None or len(evidence.page.blocks) > MAX_BLOCKS or not _is_dated(evidence):
        return []
    from htmldate import find_date  # loads in 100 ms, and is needed for few pages
    from lxml.html import document_fromstring

    latest = evidence.now or datetime(LAST_YEAR, 1, 1)
    try:
        found = find_date(
            document_fromstring(etree.tostring(evidence.root, encoding="unicode", method="html")),
            original_date=True,
            extensive_search=False,
            min_date=datetime(FIRST_YEAR, 1, 1),
            max_date=latest.replace(tzinfo=None),
        )
    except Exception:
        return []
    moment = parse_date(found) if found else None
    return [Read(moment, str(found), "htmldate")] if moment else []


def _is_dated(evidence: Evidence) -> bool:
    """Whether the page says that it is a piece of writing; shops and services have no date."""
    return any(
        c.value.casefold() in words("fields", "dated") for c in evidence.declared(Field.PAGE_TYPE)
    ) or any(evidence.declared(Field.AUTHORS))
