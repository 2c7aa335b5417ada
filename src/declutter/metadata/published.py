"""When a page was published and changed: declared dates, shown dates, dates in the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from declutter.document import Field
from declutter.lexicon import Concept, is_relative_time, relative_time
from declutter.metadata.dates import MAX_TEXT, first_day, parse_date
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.lines import Line, lines
from declutter.metadata.tables import words
from declutter.model import Rejected

SURE = 5
"""Points at which a shown date is preferred to one in the address."""
LEAST = 2
"""Points below which a shown date is left alone."""

_IN_PATH = re.compile(r"[/_=-]((?:19|20)\d{2})([/_.-]?)(\d{1,2})\2(\d{1,2})(?=\D|$)")
_YEAR = re.compile(r"\d")


class _Shown(NamedTuple):
    """A date that the page shows, and how the line came by its points."""

    moment: date | datetime
    line: Line
    updated: bool


def date_published(evidence: Evidence) -> Pick:
    """The day (and time) of publication, None where the page does not tell one surely."""
    lost: list[Rejected] = []
    declared = list(_declared(evidence, Field.DATE_PUBLISHED, lost))
    shown = [s for s in _shown(evidence) if not _too_late(s.moment, evidence.now)]
    if declared:
        return pick(_on_own_day(declared, shown, evidence), lost)
    ranked = sorted(shown, key=lambda s: (s.line.points - 2 * s.updated, -s.line.block.index), reverse=True)
    reads = [(s.line.points, Read(s.moment, s.line.block.text, "dateline")) for s in ranked]
    sure = [r for points, r in reads if points >= SURE]
    unsure = [r for points, r in reads if LEAST <= points < SURE]
    path = list(_in_address(evidence))
    return pick((*sure, *path, *unsure), lost)


def date_published_raw(evidence: Evidence) -> Pick:
    """The date in the page's own words, from the line that shows it best."""
    best: tuple[int, int, str] | None = None
    for line in lines(evidence, evidence.title_at, Concept.DATELINE, _has_date(evidence)):
        ranked = (line.points, -line.block.index, line.block.text)
        if line.points >= SURE and (best is None or ranked > best):
            best = ranked
    if best is None:
        return Pick(None, None)
    found = relative_time(best[2], evidence.language)
    words_shown = best[2][found.start : found.end] if found else best[2]
    return Pick(words_shown, None)


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


def _shown(evidence: Evidence) -> list[_Shown]:
    """The dates that short lines show, with the line's points."""
    found: list[_Shown] = []
    for line in lines(evidence, evidence.title_at, Concept.DATELINE, _has_digit):
        moment = parse_date(line.block.text, evidence.language)
        if moment is not None and not _is_rights(line.block.text):
            found.append(_Shown(moment, line, _is_update(line.block.text)))
    return found


def _has_digit(text: str) -> bool:
    return len(text) <= MAX_TEXT and _YEAR.search(text) is not None


def _has_date(evidence: Evidence):  # type: ignore[no-untyped-def]
    def wanted(text: str) -> bool:
        return _has_digit(text) and (
            is_relative_time(text, evidence.language) or parse_date(text, evidence.language) is not None
        )

    return wanted


def _is_update(text: str) -> bool:
    folded = text.casefold().lstrip("([ ")
    return folded.startswith(tuple(words("dates", "updated")))


def _is_rights(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in words("dates", "rights"))


def _on_own_day(declared: list[Read], shown: list[_Shown], evidence: Evidence) -> list[Read]:
    """The declared dates; a moment given in universal time is put on the day that the page
    itself shows, in its address or beside its title, where that is the neighbouring one."""
    first = declared[0].value
    if not isinstance(first, datetime) or first.utcoffset() != timedelta(0):
        return declared
    own = {_day(r.value) for r in _in_address(evidence) if isinstance(r.value, date)}
    own |= {_day(s.moment) for s in shown if s.line.points >= SURE and not s.updated}
    day = first.date()
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
