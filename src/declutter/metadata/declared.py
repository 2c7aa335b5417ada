"""What a page declares about itself, as candidates with their sources, before any stage runs."""

from __future__ import annotations

from lxml import etree

from declutter.document import Candidate, Field
from declutter.metadata import head as heads
from declutter.metadata import jsonld, microdata, own_node, schema_org
from declutter.metadata.values import page_key

JSON_LD_BYTES = 2_000_000
"""Default for the characters of JSON-LD that are read; `declutter.limits` sets its own."""

_ENOUGH = {Field.TITLE, Field.AUTHORS, Field.DATE_PUBLISHED, Field.DATE_MODIFIED}
"""With these told by JSON-LD and the head, microdata repeats them: the walk for it is spared."""


def declare(
    root: etree._Element, url: str | None, *, json_ld_bytes: int = JSON_LD_BYTES
) -> tuple[Candidate, ...]:
    """Candidates from JSON-LD, meta elements, title, headings, links, microdata and RDFa.

    Per field they stand in the order of trust: JSON-LD of the page's own node, meta names by rank,
    microdata, title and headings. At most `json_ld_bytes` characters of JSON-LD are read. The tree
    is not changed; nothing in it raises.
    """
    head = heads.read(root)
    declared = list(heads.candidates(head))
    page = own_node.Page(
        addresses=frozenset(page_key(a) for a in (url, *_addresses(declared)) if a),
        titles=tuple(c.value.casefold() for c in declared if c.field is Field.TITLE),
    )
    linked = list(schema_org.candidates(jsonld.parse(head.scripts, json_ld_bytes), page))
    told = {c.field for c in (*linked, *declared) if c.source != heads.TIME}
    marked = () if told >= _ENOUGH else microdata.candidates(root)
    return tuple(dict.fromkeys((*linked, *declared, *marked)))


def _addresses(declared: list[Candidate]) -> list[str]:
    return [c.value for c in declared if c.field is Field.CANONICAL_URL]
