"""When a page was published and changed: declared dates, shown dates, dates in the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from declutter.document import Field
from declutter.lexicon import TimeUnit, glued_time
from declutter.metadata.dates import parse_date
from declutter.metadata.days import day_of, first_day, other_reading
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.head import TIME
from declutter.metadata.htmldates import last_resort
from declutter.metadata.openings import opening_dates
from declutter.metadata.own_day import settled
from declutter.metadata.shown_dates import (
    LEAST,
    SURE,
    ShownDate,
    date_words,
    near_dates,
    shown_dates,
)
from declutter.model import Rejected

_IN_PATH = re.compile(
    r"[/_=-]((?:19|20)\d{2})(?:[/_.-](\d{1,2})[/_.-](\d{1,2})|(\d{2})(\d{2}))(?=\D|$)"
)
_DAY_FIRST = re.compile(r"[/_=-](\d{1,2})[_.-](\d{1,2})[_.-]((?:19|20)\d{2})(?=\D|$)")
_DAYS = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}
_HOURS = {TimeUnit.SECOND: 1 / 3600, TimeUnit.MINUTE: 1 / 60, TimeUnit.HOUR: 1}


def date_published(evidence: Evidence) -> Pick:
    """The day (and time) of publication, None where the page does not tell one surely."""
    lost: list[Rejected] = []
    reads = list(_declared(evidence, Field.DATE_PUBLISHED, lost))
    timed = [r for r in reads if r.source == TIME]
    declared = [r for r in reads if r.source != TIME]
    if declared:
        others = [*timed, *_in_address(evidence)]
        return pick(settled(declared, others, evidence), lost)
    shown = shown_dates(evidence, LEAST)
    shown = [s for s in shown if not _too_late(s.moment, evidence.now)]
    sure = [_read(s) for s in shown if s.points >= SURE]
    unsure = [_read(s) for s in shown if LEAST <= s.points < SURE]
    found = [*sure, *_in_address(evidence), *timed]
    found = [*(found or opening_dates(evidence)), *unsure, *_ago(evidence)]
    return pick(found or last_resort(evidence), lost)


def date_published_raw(evidence: Evidence) -> Pick:
    """The date in the page's own words, from the line that shows it best."""
    return Pick(date_words(evidence), None)


def _read(shown: ShownDate) -> Read:
    return Read(shown.moment, shown.line.block.text, "dateline")


def _ago(evidence: Evidence) -> Iterator[Read]:
    """The day that a relative time means, counted back from `now`; nothing without it."""
    if evidence.now is None:
        return
    worded = date_words(evidence)
    found = glued_time(worded, evidence.language) if worded else None
    if found is None or found.amount is None:
        return
    days = _DAYS.get(found.unit)
    if days is not None:
        yield Read(
            (evidence.now - timedelta(days=days * found.amount)).date(), str(worded), "relative"
        )
    elif found.unit in _HOURS:
        hours = timedelta(hours=_HOURS[found.unit] * found.amount)
        yield Read(evidence.now - hours, str(worded), "relative")


def date_modified(evidence: Evidence) -> Pick:
    """The day (and time) of the last change: as declared, else as a line at the title tells it."""
    lost: list[Rejected] = []
    declared = list(_declared(evidence, Field.DATE_MODIFIED, lost))
    if declared:
        return pick(declared, lost)
    told = (s for s in near_dates(evidence) if s.updated)
    return pick((_read(s) for s in told if not _too_late(s.moment, evidence.now)), lost)


def _declared(evidence: Evidence, field: Field, lost: list[Rejected]) -> Iterator[Read]:
    """The declared values that are dates, and none of the future of `now`."""
    for c in evidence.declared(field):
        moment = parse_date(c.value, evidence.language)
        if moment is None:
            lost.append(Rejected(value=c.value, source=c.source, reason="no date"))
        elif _too_late(moment, evidence.now):
            lost.append(Rejected(value=c.value, source=c.source, reason="in the future"))
        else:
            yield Read(moment, c.value, c.source)


def _in_address(evidence: Evidence) -> Iterator[Read]:
    """The date that stands in the page's address."""
    for address in evidence.dating_addresses:
        for day, raw in _days_in(address):
            if not _too_late(day, evidence.now):
                yield Read(day, raw, "url")


def _days_in(address: str) -> Iterator[tuple[date, str]]:
    """The days in an address; "04-03-2021" could be two, and is none."""
    for match in _IN_PATH.finditer(address):
        day = first_day(match[1], match[2] or match[4], match[3] or match[5])
        if day:
            yield day, match[0]
    for match in _DAY_FIRST.finditer(address):
        day = first_day(match[3], match[2], match[1])
        if day and other_reading(day) is None:
            yield day, match[0]


def _too_late(moment: date | datetime, now: datetime | None) -> bool:
    return now is not None and day_of(moment) > day_of(now)
