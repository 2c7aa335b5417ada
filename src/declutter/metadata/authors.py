"""The authors: persons before desks and houses, the page's own declaration before its bylines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from declutter.document import Field
from declutter.metadata.affixes import key
from declutter.metadata.bios import in_bio
from declutter.metadata.bylines import elsewhere, shown
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.names import is_name
from declutter.metadata.people import declared_names
from declutter.metadata.tables import words

LEAST_OWN = 2
"""Words of a site's name that tell a longer one to be its own."""
MOST_SIGNERS = 10
"""Longer lists of names are a staff page or a roll of contributors, not a byline."""


def authors(evidence: Evidence) -> Pick:
    """Names of those who sign the piece."""
    sites = evidence.own_site.names
    persons: list[Read] = []
    groups: list[Read] = []
    for read, desks in _declared(evidence):
        own = [n for n in _names(read) if key(n) not in sites]
        houses = [*(n for n in _names(read) if key(n) in sites), *desks]
        if own:
            persons.append(Read(tuple(own), read.raw, read.source))
        if houses:
            groups.append(Read(tuple(houses), read.raw, read.source))
    lines = shown(evidence, near=bool(persons))
    named = [r for r in lines if all(map(is_name, _names(r)))]
    house = [r for r in named if any(_is_own(n, sites) for n in _names(r))]
    signed = [r for r in named if r not in house]
    unsigned = [*house, *(r for r in lines if r not in named)]
    if persons:
        others = [r for r in persons[1:] if r.source.startswith("meta:")]
        known = _names(persons[0])
        fuller = [r for r in (*signed[:1], *others) if _completes(_names(r), known)]
        return pick((*fuller, *persons, *signed, *groups))
    found = [*signed, *(elsewhere(evidence) if not signed else ()), *in_bio(evidence)]
    return pick((*found, *groups, *unsigned))


def _is_own(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is the site's, or begins with it ("The Example staff")."""
    parts = name.split()
    return any(key(" ".join(parts[:n])) in sites for n in range(LEAST_OWN, len(parts) + 1))


def _completes(names: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether names hold all known ones and more, or write them with the accents they lack."""
    plain, given = set(map(_plain, names)), set(map(_plain, known))
    if not given <= plain or len(names) > MOST_SIGNERS:
        return False
    return given < plain or (
        names != known and not "".join(names).isascii() and "".join(known).isascii()
    )


def _plain(name: str) -> str:
    return key(
        "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    )


def _cites(source: str) -> bool:
    """Whether a source writes names as catalogues do ("Doe, Jane")."""
    return "citation" in source or source.startswith(("meta:dc", "meta:dcterms"))


def _names(read: Read) -> tuple[str, ...]:
    return read.value if isinstance(read.value, tuple) else ()


def _declared(evidence: Evidence) -> Iterator[tuple[Read, tuple[str, ...]]]:
    """Per source the persons it names, and the desks."""
    by_source: dict[str, list[str]] = {}
    for c in evidence.declared(Field.AUTHORS):
        by_source.setdefault(c.source, []).append(c.value)
    cited = {v for source, values in by_source.items() if _cites(source) for v in values}
    for source, values in by_source.items():
        found = [declared_names(v, evidence.language, inverted=v in cited) for v in values]
        persons = tuple(dict.fromkeys(n for f in found for n in f.persons))
        groups = tuple(dict.fromkeys(n for f in found for n in f.groups))
        # Beside its reporter an agency signs, too; alone it gives way to a byline.
        alone = all(n.casefold() in words("people", "agencies") for n in persons)
        if alone or source.endswith("(group)"):
            persons, groups = (), (*persons, *groups)
        raw = "; ".join(values)
        yield Read(persons, raw, source), groups
