"""When a page was published and changed: declared dates, shown dates, dates in the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from declutter.document import Field
from declutter.lexicon import is_relative_time
from declutter.metadata.dates import parse_date
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.model import Rejected
from declutter.roles import Role


def date_published(evidence: Evidence) -> Pick:
    """The day (and time) of publication, None where the page does not tell one surely."""
    lost: list[Rejected] = []
    reads = list(_checked(_published(evidence), evidence, lost))
    return pick(reads, lost)


def date_published_raw(evidence: Evidence) -> Pick:
    """The date in the page's own words."""
    for block in evidence.blocks(Role.DATELINE, Role.BYLINE):
        if parse_date(block.text, evidence.language) or is_relative_time(
            block.text, evidence.language
        ):
            return Pick(block.text, None)
    return Pick(None, None)


def date_modified(evidence: Evidence) -> Pick:
    """The day (and time) of the last change, as declared."""
    lost: list[Rejected] = []
    found = [(c.value, c.source) for c in evidence.declared(Field.DATE_MODIFIED)]
    return pick(list(_checked(found, evidence, lost)), lost)


def _published(evidence: Evidence) -> Iterator[tuple[str, str]]:
    for c in evidence.declared(Field.DATE_PUBLISHED):
        yield c.value, c.source
    for block in evidence.blocks(Role.DATELINE, Role.BYLINE):
        yield block.text, "dateline"


def _checked(
    found: Iterable[tuple[str, str]], evidence: Evidence, lost: list[Rejected]
) -> Iterator[Read]:
    """The values that are dates, and none of the future of `now`."""
    for raw, source in found:
        moment = parse_date(raw, evidence.language)
        if moment is None:
            lost.append(Rejected(value=raw, source=source, reason="no date"))
        elif evidence.now is not None and _day(moment) > _day(evidence.now):
            lost.append(Rejected(value=raw, source=source, reason="in the future"))
        else:
            yield Read(moment, raw, source)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
