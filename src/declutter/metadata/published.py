"""When a page was published and changed: declared dates, shown dates, dates in the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from declutter.document import Field
from declutter.lexicon import TimeUnit, relative_time
from declutter.metadata.dates import first_day, parse_date
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.head import TIME
from declutter.metadata.htmldates import last_resort
from declutter.metadata.shown_dates import LEAST, SURE, ShownDate, date_words, shown_dates
from declutter.model import Rejected

_IN_PATH = re.compile(r"[/_=-]((?:19|20)\d{2})([/_.-]?)(\d{1,2})\2(\d{1,2})(?=\D|$)")
_DAYS = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}
_HOURS = {TimeUnit.SECOND: 1 / 3600, TimeUnit.MINUTE: 1 / 60, TimeUnit.HOUR: 1}


def date_published(evidence: Evidence) -> Pick:
    """The day (and time) of publication, None where the page does not tell one surely."""
    lost: list[Rejected] = []
    reads = list(_declared(evidence, Field.DATE_PUBLISHED, lost))
    timed = [r for r in reads if r.source == TIME]
    declared = [r for r in reads if r.source != TIME]
    if declared:
        return pick(_on_own_day(declared, evidence), lost)
    shown = shown_dates(evidence, least=LEAST, whole_page=True)
    shown = [s for s in shown if not _too_late(s.moment, evidence.now)]
    sure = [_read(s) for s in shown if s.points >= SURE]
    unsure = [_read(s) for s in shown if LEAST <= s.points < SURE]
    found = [*sure, *_in_address(evidence), *timed, *unsure, *_ago(evidence)]
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
    found = relative_time(worded, evidence.language) if worded else None
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
    """The day (and time) of the last change, as declared."""
    lost: list[Rejected] = []
    return pick(list(_declared(evidence, Field.DATE_MODIFIED, lost)), lost)


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


def _on_own_day(declared: list[Read], evidence: Evidence) -> list[Read]:
    """The declared dates; a moment given in universal time is put on the day that the page
    itself shows, in its address or beside its title, where that is the neighbouring one."""
    first = declared[0].value
    if not isinstance(first, datetime) or first.utcoffset() != timedelta(0):
        return declared
    own = {_day(r.value) for r in _in_address(evidence) if isinstance(r.value, date)}
    day = first.date()
    if day not in own:
        shown = shown_dates(evidence, least=SURE, whole_page=False)
        own |= {_day(s.moment) for s in shown if not s.updated}
    if day in own:
        return declared
    near = [d for d in own if abs(d - day) == timedelta(days=1)]
    if len(near) != 1:
        return declared
    return [Read(near[0], declared[0].raw, declared[0].source), *declared[1:]]


def _in_address(evidence: Evidence) -> Iterator[Read]:
    """The date that stands in the page's address."""
    addresses = [evidence.page.url] + [c.value for c in evidence.declared(Field.CANONICAL_URL)]
    for address in addresses[:3]:
        for match in _IN_PATH.finditer((address or "")[:500]):
            day = first_day(match[1], match[3], match[4])
            if day and not _too_late(day, evidence.now):
                yield Read(day, match[0], "url")


def _too_late(moment: date | datetime, now: datetime | None) -> bool:
    return now is not None and _day(moment) > _day(now)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
