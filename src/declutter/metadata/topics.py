"""What a page is filed under: its tags and the trail of sections that leads to it."""

from __future__ import annotations

from declutter.document import Field
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.tables import words

MAX_TAGS = 50
"""Tags kept; pages that stuff more into their keywords do not tag."""
MAX_TAG = 80
"""Characters of a tag."""


def tags(evidence: Evidence) -> Pick:
    """Topics: article:tag one by one, keyword lists cut at their commas."""
    return _listed(evidence, Field.TAGS, frozenset())


def breadcrumbs(evidence: Evidence) -> Pick:
    """The declared trail, without the page's root; else the declared section."""
    declared = evidence.declared(Field.BREADCRUMBS)
    trail = [c for c in declared if c.source.endswith("BreadcrumbList")]
    if trail:
        title = {c.value.casefold() for c in evidence.declared(Field.TITLE)}
        names = tuple(
            c.value
            for c in trail
            if c.value.casefold() not in words("fields", "home") and c.value.casefold() not in title
        )
        if names:
            return pick(
                [
                    Read(
                        tuple(dict.fromkeys(names)),
                        " > ".join(c.value for c in trail),
                        trail[0].source,
                    )
                ]
            )
    return _listed(evidence, Field.BREADCRUMBS, words("fields", "home"))


def _listed(evidence: Evidence, field: Field, dropped: frozenset[str]) -> Pick:
    """All values of the most trusted source that has any."""
    by_source: dict[str, list[str]] = {}
    for c in evidence.declared(field):
        by_source.setdefault(c.source, []).append(c.value)
    read = []
    for source, values in by_source.items():
        cut = [p.strip() for v in values for p in (v.split(",") if len(values) == 1 else [v])]
        kept = {
            p.casefold(): p for p in cut if 1 < len(p) <= MAX_TAG and p.casefold() not in dropped
        }
        if kept and len(kept) <= MAX_TAGS:
            read.append(Read(tuple(kept.values()), ", ".join(values), source))
    return pick(read)
