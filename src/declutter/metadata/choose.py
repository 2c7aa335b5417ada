"""One choice a field: declared candidates and visible lines come together here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lxml import etree

from declutter.document import Document
from declutter.metadata import authors, fields, headline, images, kind_of_page, published, topics
from declutter.metadata.evidence import Evidence, Pick
from declutter.model import ImageRef, PageType, Provenance
from declutter.pipeline import Verdicts


@dataclass(frozen=True)
class Chosen:
    """The metadata fields of an `Article`, and for each that is set where it comes from."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    site_name: str | None = None
    date_published: datetime | date | None = None
    date_published_raw: str | None = None
    date_modified: datetime | date | None = None
    language: str | None = None
    description: str | None = None
    canonical_url: str | None = None
    images: tuple[ImageRef, ...] = ()
    tags: tuple[str, ...] = ()
    breadcrumbs: tuple[str, ...] = ()
    page_type: PageType | None = None
    is_accessible_for_free: bool | None = None
    provenance: dict[str, Provenance] = field(default_factory=dict)


_CHOICES: dict[str, Callable[[Evidence], Pick]] = {
    "title": headline.title,
    "subtitle": headline.subtitle,
    "authors": authors.authors,
    "site_name": fields.site_name,
    "date_published": published.date_published,
    "date_published_raw": published.date_published_raw,
    "date_modified": published.date_modified,
    "language": fields.language,
    "description": fields.description,
    "canonical_url": fields.canonical_url,
    "images": images.images,
    "tags": topics.tags,
    "breadcrumbs": topics.breadcrumbs,
    "page_type": kind_of_page.page_type,
    "is_accessible_for_free": fields.is_accessible_for_free,
}


def choose(
    page: Document,
    verdicts: Verdicts,
    now: datetime | None = None,
    root: etree._Element | None = None,
) -> Chosen:
    """The metadata of a page, from its declared candidates and from the blocks' roles.

    `now` resolves relative dates and bars later ones; `root` is the page's tree, looked at only
    when cheaper evidence fails (None for text). Nothing on a page raises.
    """
    evidence = Evidence(page, verdicts, now, root)
    values: dict[str, Any] = {}
    provenance: dict[str, Provenance] = {}
    for name, choice in _CHOICES.items():
        found = choice(evidence)
        if name == "title":
            evidence.title_at = headline.shown_at(
                evidence, found.value if isinstance(found.value, str) else None
            )
        if found.value is not None and found.value != ():
            values[name] = found.value
            if found.provenance is not None:
                provenance[name] = found.provenance
    return Chosen(**values, provenance=provenance)
