"""A declared date against the dates that the page itself shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from declutter.metadata.days import day_of, other_reading
from declutter.metadata.evidence import Evidence, Read
from declutter.metadata.lines import window
from declutter.metadata.shown_dates import ShownDate, near_dates
from declutter.metadata.tables import words

EARLIER = 9
"""Points from which a shown date before the declared one is the date of publication: systems that
a page was moved to, or edited in, declare the day of that. See docs/metadata.md for the count."""

_MONTH = re.compile(r"[/_-]((?:19|20)\d\d)[/_-](\d{1,2})(?=[/_-])")


def settled(declared: list[Read], others: Iterable[Read], evidence: Evidence) -> list[Read]:
    """The declared dates, the first on the day that the page shows.

    A moment in universal time is put on the neighbouring day where the page tells that one: by the
    same moment in another zone, by a declared day without a time, in its address (`others`) or
    beside its title. Numbers that the page shows with day and month exchanged were misread on one
    side. A sure shown date that is not called a change replaces the declared one where it is
    earlier, or where that does not say what it dates.
    """
    first = declared[0]
    if not isinstance(first.value, date):
        return declared
    local = _same_moment(first.value, (*declared[1:], *others))
    if local is not None:
        return [Read(local, first.raw, first.source), *declared[1:]]
    own = {day_of(r.value) for r in others if r.source == "url" and isinstance(r.value, date)}
    day = day_of(first.value)
    if day in own:
        return declared
    shown = [s for s in near_dates(evidence) if not s.updated]
    own |= {day_of(s.moment) for s in shown}
    told = own | {d for r in declared[1:] if (d := _only_day(r.value))}
    if day in own or not told:
        return declared
    near = [d for d in told if abs(d - day) == timedelta(days=1)]
    if near and _is_universal(first.value):
        return (
            [Read(near[0], first.raw, first.source), *declared[1:]] if len(near) == 1 else declared
        )
    swapped = other_reading(day)
    if swapped in own:
        plain = _is_numbers(first.raw)
        return [Read(swapped, first.raw, first.source), *declared[1:]] if plain else declared
    better = _better(shown, first, day, evidence)
    return [*(_read(s) for s in better[:1]), *declared]


def _better(shown: list[ShownDate], first: Read, day: date, evidence: Evidence) -> list[ShownDate]:
    """The shown dates that are to be preferred to the declared one.

    The day in the header of a site is that of the visit; it stands above the title's surroundings.
    """
    if first.source.removeprefix("meta:") in words("meta", "vague_dates"):
        around = window(evidence)
        return [s for s in shown if s.line.block.index >= around.start]
    earlier = [s for s in shown if s.points >= EARLIER and day_of(s.moment) < day]
    return [] if earlier and _tells_month(day, evidence) else earlier


def _tells_month(day: date, evidence: Evidence) -> bool:
    """Whether the page's address holds the month of a day."""
    found = (m for a in evidence.dating_addresses for m in _MONTH.finditer(a))
    return any((int(m[1]), int(m[2])) == (day.year, day.month) for m in found)


def _only_day(value: object) -> date | None:
    """A declared day without a time."""
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _same_moment(first: date | datetime, others: Iterable[Read]) -> datetime | None:
    """The first other value that is the same moment, told in the zone of a place."""
    if not isinstance(first, datetime) or not _is_universal(first):
        return None
    for other in others:
        value = other.value
        if isinstance(value, datetime) and value.utcoffset() and value == first:
            return value
    return None


def _is_universal(moment: date | datetime) -> bool:
    return isinstance(moment, datetime) and moment.utcoffset() == timedelta(0)


def _is_numbers(raw: str) -> bool:
    """Whether a date is written as day, month and year in numbers, whose order is unsure."""
    head = raw[:10].replace("/", "-").replace(".", "-").partition("-")
    return len(head[0]) <= 2 and head[0].isdigit()


def _read(shown: ShownDate) -> Read:
    return Read(shown.moment, shown.line.block.text, "dateline")
