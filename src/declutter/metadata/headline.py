"""Title and subtitle of a page from what it declares and what the stages found."""

from __future__ import annotations

from urllib.parse import urlsplit

from declutter.document import Field, Kind
from declutter.metadata.affixes import key
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.titles import Wording, choose_title, likeness
from declutter.roles import Role

MAX_TITLE = 400
"""Characters of a visible title; the longest gold title of the dev corpora has 257."""
ALIKE = 0.6
"""Likeness from which a heading shows the title, which may be worded a little otherwise there."""


def title(evidence: Evidence) -> Pick:
    """The headline without the site's name."""
    wordings = [Wording(c.value, c.source) for c in evidence.declared(Field.TITLE)]
    wordings += [
        Wording(b.text, "block") for b in evidence.blocks(Role.TITLE) if len(b.text) <= MAX_TITLE
    ][:1]
    ranked = choose_title(wordings, site_names(evidence))
    return pick(Read(w.text, w.text, w.source) for w in ranked)


def subtitle(evidence: Evidence) -> Pick:
    """The standfirst: the block taken for it, else what is declared as one."""
    shown = [Read(b.text, b.text, "block") for b in evidence.blocks(Role.SUBTITLE)]
    declared = [Read(c.value, c.value, c.source) for c in evidence.declared(Field.SUBTITLE)]
    return pick((*shown, *declared))


def shown_at(evidence: Evidence, title: str | None) -> int | None:
    """The index of the block that shows the title: one taken for it, a heading, or a like line."""
    marked = list(evidence.blocks(Role.TITLE))
    if marked:
        return max(marked, key=lambda b: (likeness(b.text, title or ""), -b.index)).index
    if not title:
        return None
    blocks = [b for b in evidence.page.blocks if len(b.text) <= MAX_TITLE]
    likely = [
        (likeness(b.text, title), b.level == 1, -b.index) for b in blocks if b.kind is Kind.HEADING
    ]
    best = max(likely, default=(0.0, False, 0))
    if best[0] >= ALIKE:
        return -best[2]
    name = key(title)
    return next((b.index for b in blocks if key(b.text) == name), None)


def site_names(evidence: Evidence) -> list[str]:
    """The names under which the site may stand beside a title: declared ones and its host's."""
    names = [c.value.lstrip("@") for c in evidence.declared(Field.SITE_NAME)]
    addresses = [evidence.page.url, *(c.value for c in evidence.declared(Field.CANONICAL_URL))]
    for address in addresses[:3]:
        names.extend(_host_names(address))
    return names


def _host_names(address: str | None) -> list[str]:
    try:
        host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return []
    labels = host.split(".")
    return [host, *labels[:-1]] if len(labels) > 1 else []
