"""The authors: persons before desks and houses, the page's own declaration before its bylines."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.document import Field
from declutter.metadata.bylines import in_bio, shown
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.headline import site_names
from declutter.metadata.people import declared_names
from declutter.metadata.titles import key


def authors(evidence: Evidence) -> Pick:
    """Names of those who sign the piece."""
    sites = {key(n) for n in site_names(evidence)}
    persons: list[Read] = []
    groups: list[Read] = []
    for read, desks in _declared(evidence):
        own = [n for n in _names(read) if key(n) not in sites]
        houses = [*(n for n in _names(read) if key(n) in sites), *desks]
        if own:
            persons.append(Read(tuple(own), read.raw, read.source))
        if houses:
            groups.append(Read(tuple(houses), read.raw, read.source))
    if persons:
        return pick((*persons, *groups))
    named = shown(evidence) or list(in_bio(evidence))
    return pick((*named, *groups))


def _names(read: Read) -> tuple[str, ...]:
    return read.value if isinstance(read.value, tuple) else ()


def _declared(evidence: Evidence) -> Iterator[tuple[Read, tuple[str, ...]]]:
    """Per source the persons it names, and the desks."""
    by_source: dict[str, list[str]] = {}
    for c in evidence.declared(Field.AUTHORS):
        by_source.setdefault(c.source, []).append(c.value)
    for source, values in by_source.items():
        inverted = "citation" in source or source.startswith(("meta:dc", "meta:dcterms"))
        found = [declared_names(v, evidence.language, inverted=inverted) for v in values]
        persons = tuple(dict.fromkeys(n for f in found for n in f.persons))
        groups = tuple(dict.fromkeys(n for f in found for n in f.groups))
        if source.endswith("(group)"):
            persons, groups = (), (*persons, *groups)
        raw = "; ".join(values)
        yield Read(persons, raw, source), groups
