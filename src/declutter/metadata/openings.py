"""The date with which a text opens: "LYON, 3 May 2024 - The river ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from declutter.metadata.dates import parse_date
from declutter.metadata.evidence import Evidence, Read
from declutter.roles import Role

MAX_HEAD = 70
"""Characters of a paragraph within which the mark behind its date stands."""
PARAGRAPHS = 2
"""Paragraphs at the head of the text that are looked at; the first may be a standfirst."""

_MARK = re.compile(r"\s[-–—]{1,2}\s|\)|[.:]\s|\s/")
_PLACE = re.compile(r"[^\W\d_a-z][\w'’-]*(?:[ -][^\W\d_a-z][\w'’-]*){0,3}[,:]?[ ]?\(?|\(?")


def opening_dates(evidence: Evidence) -> Iterator[Read]:
    """The dates that open the first paragraphs, after a place at most."""
    language = evidence.language
    for block, _ in zip(evidence.blocks(Role.SUBTITLE, Role.BODY), range(PARAGRAPHS), strict=False):
        moment = opening_date(block.text, language)
        if moment is not None:
            yield Read(moment, block.text[:MAX_HEAD], "dateline")


def opening_date(text: str, language: str | None = None) -> date | datetime | None:
    """The date at the head of a text, parted from it by a mark; None where words lead up to it.

    >>> opening_date("OSLO, March 3, 2024 - The ferry is back.", "en")
    datetime.date(2024, 3, 3)
    """
    head = text[:MAX_HEAD]
    if not any(c.isdigit() for c in head):
        return None
    for mark in _MARK.finditer(head):
        before = head[: mark.start()]
        moment = parse_date(before, language)
        if moment is not None:
            return moment if _opens(before, language) else None
    return None


def _opens(before: str, language: str | None) -> bool:
    """Whether a date stands at the head of a text, or behind nothing but a place."""
    place = _PLACE.match(before)
    rest = before[place.end() :] if place else before
    if place and place[0].rstrip()[-1:] in (",", ":", "(") and parse_date(rest, language):
        return True
    return (
        before.lstrip("( ")[:1].isdigit()
        or parse_date(" ".join(before.split()[:3]), language) is not None
    )
