"""The fields that are read off what is declared: site, language, description, address, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from declutter.document import Field
from declutter.lexicon import Concept, Position, glued_time, guess_language, lexicon_for
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.leads import is_lead
from declutter.metadata.shown_dates import is_update, near_lines
from declutter.metadata.tables import load, words
from declutter.metadata.values import address
from declutter.model import PageType
from declutter.roles import Role

MAX_SOURCE = 60
"""Characters of a source's name before a relative time."""
_MARKS = " \t,.;:|·•–—-()"
_TAG = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?$")


def site_name(evidence: Evidence) -> Pick:
    """The publisher, as declared, else as named before a relative time; a social handle is none."""
    declared = [
        Read(c.value, c.value, c.source)
        for c in evidence.declared(Field.SITE_NAME)
        if not c.value.startswith("@") and not c.value.startswith("http")
    ]
    return pick(declared or _named_source(evidence))


def _named_source(evidence: Evidence) -> Iterator[Read]:
    """The source that aggregators set before the time in their date line ("The Example2 h ago")."""
    above = ""
    for block in evidence.blocks(Role.DATELINE, Role.BYLINE):
        found = glued_time(block.text, evidence.language)
        date_line = evidence.verdicts.roles[block.index] is Role.DATELINE
        line, above = above, block.text if date_line and not found else ""
        if found and found.start <= MAX_SOURCE and len(line) <= MAX_SOURCE:
            name = block.text[: found.start].strip(_MARKS) or line
            if _is_source(name, evidence):
                yield Read(name, block.text, "dateline")
    for near in near_lines(evidence):
        text = near.block.text
        found = glued_time(text, evidence.language)
        if found and 0 < found.start <= MAX_SOURCE and text[found.start - 1].isalpha():
            name = text[: found.start].strip(_MARKS)
            if _is_source(name, evidence):
                yield Read(name, text, "dateline")


def _is_source(name: str, evidence: Evidence) -> bool:
    """Whether a name is one, not words for "by" or "published", nor a section's or a button's."""
    if not name[:1].isalpha() or name[0].islower() or is_lead(name, evidence.language):
        return False
    cues = lexicon_for(evidence.language).cues(name, len(name.split()))
    dates = any(c.concept is Concept.DATELINE and c.position is Position.START for c in cues)
    return not (dates or is_update(name) or any(c.position is Position.WHOLE for c in cues))


def language(evidence: Evidence) -> Pick:
    """The declared tag, unless the text is written in another language."""
    declared = [
        Read(_tag(c.value), c.value, c.source)
        for c in sorted(evidence.declared(Field.LANGUAGE), key=lambda c: c.source != "html:lang")
        if _TAG.match(c.value)
    ]
    if declared:
        return pick(declared)
    if evidence.page.language:
        return pick([Read(evidence.page.language, evidence.page.language, "text")])
    sample = " ".join(b.text for b in evidence.blocks(Role.BODY))[:4000]
    guessed = guess_language(sample) if sample else None
    return pick([Read(guessed, guessed, "text")] if guessed else [])


def _tag(value: str) -> str:
    """A BCP 47 tag in its usual spelling: "pt-BR", "zh-Hant"."""
    first, *rest = re.split("[-_]", value)
    return "-".join(
        [first.lower(), *(p.title() if len(p) == len("Hant") else p.upper() for p in rest)]
    )


def description(evidence: Evidence) -> Pick:
    """The summary that the page declares."""
    return pick(Read(c.value, c.value, c.source) for c in evidence.declared(Field.DESCRIPTION))


def canonical_url(evidence: Evidence) -> Pick:
    """The canonical address, absolute: the link element before og:url and JSON-LD."""
    order = {"link:canonical": 0, "meta:og:url": 1}
    declared = evidence.declared(Field.CANONICAL_URL)
    base = evidence.page.base_url or evidence.page.url
    first = {c.value: c for c in reversed(declared)}
    return pick(
        Read(whole, c.value, c.source)
        for c in sorted(first.values(), key=lambda c: order.get(c.source, 2))
        if (whole := address(c.value, base)) is not None
    )


def page_type(evidence: Evidence) -> Pick:
    """The page type as declared."""
    table = _page_types()
    return pick(
        Read(PageType(table[c.value.lower()]), c.value, c.source)
        for c in evidence.declared(Field.PAGE_TYPE)
        if c.value.lower() in table
    )


@cache
def _page_types() -> dict[str, str]:
    return {v: k for k, listed in load("fields")["page_types"].items() for v in listed}


def is_accessible_for_free(evidence: Evidence) -> Pick:
    """Whether the page may be read for free, as declared."""
    free, paid = words("meta", "free"), words("meta", "paid")
    return pick(
        Read(folded in free, c.value, c.source)
        for c in evidence.declared(Field.IS_ACCESSIBLE_FOR_FREE)
        if (folded := c.value.casefold().rpartition("/")[2]) in free | paid
    )
