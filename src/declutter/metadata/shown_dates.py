"""Dates that a page shows in short lines, and the words it shows them in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from declutter.lexicon import Concept, TimeUnit, glued_time, months, normalise, weekdays
from declutter.lexicon.languages import base_language
from declutter.metadata.dates import MAX_TEXT, parse_date
from declutter.metadata.days import day_of
from declutter.metadata.evidence import Evidence, Line
from declutter.metadata.leads import listed
from declutter.metadata.lines import LINE_SCORE, lines
from declutter.metadata.tables import affixes, words

SURE = 5
"""Points at which a shown date is preferred to one in the address."""
LEAST = 2
"""Points below which a shown date is left alone; docs/metadata.md has the shares by points."""
UPDATED = 2
"""Points taken from a line that tells of a change."""
ALIKE = 1
"""Points by which a line may be less sure than the surest and still count as much: of the posts of
a topic, whose dates differ by a word or two, the first one tells."""
OPENS = 1
"""Points for a line that begins with its date."""
HEAD = 5
"""Words of a date with its day of the week."""
BESIDE = 2
"""Lines between the day of publication and that of a change beside it, at most one other."""
MAX_RELATIVE = 10
"""Words of a line without digits that may date the page ("yesterday")."""

MAX_NAME = 5
"""Words of a source before a relative time, where little else speaks for the line."""

_DIGIT = re.compile(r"\d")


class ShownDate(NamedTuple):
    """A date that the page shows, and how the line came by its points."""

    moment: date | datetime
    line: Line
    points: int
    updated: bool


def shown_dates(evidence: Evidence, least: int) -> list[ShownDate]:
    """The dates that short lines anywhere show, those of `least` points, the surest first."""
    found = lines(evidence, Concept.DATELINE, _has_digit, least=least - OPENS, whole_page=True)
    return _dated(found, evidence, least)


def near_dates(evidence: Evidence) -> list[ShownDate]:
    """The sure dates that lines around the title show, the surest first."""
    likely = (x for x in near_lines(evidence) if _has_digit(x.block.text))
    return _dated(likely, evidence, SURE)


def near_lines(evidence: Evidence) -> tuple[Line, ...]:
    """The lines around the title that may date the page, in reading order."""
    if evidence.date_lines is None:
        found = lines(evidence, Concept.DATELINE, _may_date, least=SURE - 1)
        evidence.date_lines = tuple(found)
    return evidence.date_lines


def _dated(found: Iterable[Line], evidence: Evidence, least: int) -> list[ShownDate]:
    """The dates in lines, those of `least` points, the surest first."""
    dates: list[ShownDate] = []
    language = evidence.language
    for line in found:
        text = line.block.text
        is_bare = line.block.words <= LINE_SCORE.barest
        label = evidence.label_above(line.block) if is_bare else ""
        if _is_others(text) or _is_others(label) or _is_period(text, language):
            continue
        points = line.points
        # A bare date has points for that already, and is no surer.
        if not is_bare or points + OPENS < SURE:
            points += OPENS * _opens_with_date(text, language)
        for told in dict.fromkeys((text, _from_published(text, language))):
            moment = parse_date(told, language)
            if moment is not None:
                updated = is_update(told) or is_update(label)
                dates.append(ShownDate(moment, line, points - UPDATED * updated, updated))
    dates = _beside_update(dates)
    at = evidence.title_at or 0
    surest = max((s.points for s in dates), default=0)
    alike = max(SURE, surest - ALIKE)

    def rank(shown: ShownDate) -> tuple[int, bool, int]:
        index = shown.line.block.index
        level = shown.points >= alike and index >= at and not shown.updated
        return -(surest if level else shown.points), index < at, index

    enough = (s for s in dates if s.points + UPDATED * s.updated >= least)
    return sorted(enough, key=rank)


def _opens_with_date(text: str, language: str | None) -> bool:
    """Whether a line begins with its date, or with the day of the week before it."""
    first = normalise(text.split(maxsplit=1)[0])
    if not first[:1].isdigit() and not (first in months(language) or first in weekdays(language)):
        return False
    head = " ".join(text.split(maxsplit=HEAD)[:HEAD])
    return parse_date(head, language) is not None


def _is_period(text: str, language: str | None) -> bool:
    """Whether a line tells of the time between two days, which dates an event or a run."""
    first, dash, last = text.partition(" – ")
    both = bool(dash) and all(map(_has_digit, (first, last)))
    return both and _opens_with_date(last, language) and parse_date(first, language) is not None


def _beside_update(dates: list[ShownDate]) -> list[ShownDate]:
    """The dates, with those right beside one of a later change as sure as that."""
    changes = {s.line.block.index: s for s in dates if s.updated}
    if not changes:
        return dates

    def points(shown: ShownDate) -> int:
        at, day = shown.line.block.index, day_of(shown.moment)
        beside = (changes.get(i) for i in range(at - BESIDE, at + BESIDE + 1))
        later = (c.points for c in beside if c and day <= day_of(c.moment))
        return max([shown.points, *later])

    return [s if s.updated else s._replace(points=points(s)) for s in dates]


def date_words(evidence: Evidence) -> str | None:
    """The date in the page's own words, from the line that shows it best."""
    for line in sorted(near_lines(evidence), key=lambda x: (-x.points, x.block.index)):
        found = _words_in(line, evidence)
        if found:
            return found
    return None


def _words_in(line: Line, evidence: Evidence) -> str | None:
    """The words of a line that date it: a relative time, or the line with a full date."""
    text = line.block.text
    if not _has_digit(text) and line.block.words > MAX_RELATIVE:
        return None
    found = glued_time(text, evidence.language)
    sure = line.points >= SURE
    if found and found.fixed:  # "today" dates a line, "now" does on its own
        told = sure and (found.unit is TimeUnit.DAY or not found.start)
    else:
        told = found is not None and (sure or len(text[: found.start].split()) <= MAX_NAME)
    if found and told:
        return text[found.start : found.end]
    dated = sure and _has_digit(text) and parse_date(text, evidence.language)
    return text if dated else None


def _may_date(text: str) -> bool:
    return len(text) <= MAX_TEXT


def _has_digit(text: str) -> bool:
    return len(text) <= MAX_TEXT and _DIGIT.search(text) is not None


def is_update(text: str) -> bool:
    """Whether a line opens with words that tell of a change."""
    folded = text.casefold().lstrip("([ ")
    return folded.startswith(affixes("dates", "updated"))


def _from_published(text: str, language: str | None) -> str:
    """A line that tells of a change first and of publication then, from where it does so."""
    if not is_update(text):
        return text
    match = _published(base_language(language)).search(text)
    return text[match.start() :] if match else text


@lru_cache(maxsize=64)
def _published(language: str | None) -> re.Pattern[str]:
    """The words before a day of publication, with a number behind them in their line."""
    told = {p.rstrip(":") for p in listed(language, Concept.DATELINE, "start") if "#" not in p}
    known = sorted((p for p in told if not is_update(p)), key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b(?=.*\d)", re.IGNORECASE)


def _is_others(text: str) -> bool:
    """Whether a line dates something else: the rights in the page, or a member's entry."""
    folded = text.casefold()
    if any(sign in folded for sign in words("dates", "rights")):
        return True
    return folded.lstrip("([ ").startswith(affixes("dates", "members"))
