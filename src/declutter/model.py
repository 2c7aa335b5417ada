"""The result: `Article` and its parts. Frozen pydantic models with snake_case fields."""

from __future__ import annotations

from dataclasses import dataclass, fields, make_dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from declutter.document import Kind, Location
from declutter.roles import Label, Role


class Status(StrEnum):
    """What became of the input."""

    OK = "ok"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    LIMIT = "limit"


class PageType(StrEnum):
    """What kind of page it is."""

    ARTICLE = "article"
    FORUM = "forum"
    PRODUCT = "product"
    LISTING = "listing"
    COLLECTION = "collection"
    DOCUMENTATION = "documentation"
    SERVICE = "service"
    INDEX = "index"


class RelatedKind(StrEnum):
    """Under what flag the page offers a related item, where it tells."""

    RELATED = "related"
    RECOMMENDED = "recommended"
    POPULAR = "popular"
    LATEST = "latest"
    NEXT = "next"
    INLINE = "inline"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Section(_Model):
    """A heading and the paragraphs under it; the lead stands under heading None, level 0."""

    heading: str | None
    level: int
    paragraphs: tuple[str, ...]


class RelatedItem(_Model):
    """Another article that the page offers: a bare headline, a teaser, or its whole body."""

    title: str
    """Headline of the item."""
    url: str | None = None
    """Address, made absolute where the page's own address is known."""
    site_name: str | None = None
    """Publisher, where the item names one."""
    date_published_raw: str | None = None
    """The item's date as worded on the page ("34 minutes ago")."""
    text: str = ""
    """Teaser or whole body; empty for a bare headline."""
    sponsored: bool = False
    """Whether the page marks the item as paid for."""
    kind: RelatedKind = RelatedKind.RELATED
    """Under what flag the item is offered."""


class ChromeItem(_Model):
    """A piece of the page's interface; consecutive menu entries make one item."""

    kind: Role
    """navigation, share, newsletter, app_promo, consent, paywall, ad, footer ..."""
    text: str
    """Its words, lines parted by newlines."""


class ImageRef(_Model):
    """An image of the article."""

    url: str
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


class Rejected(_Model):
    """A candidate value that lost, and why."""

    value: str
    source: str
    reason: str


class Provenance(_Model):
    """Where a metadata field comes from."""

    source: str
    """For instance "json-ld", "meta:og:title", "byline"."""
    raw: str
    """The value as the page has it."""
    rejected: tuple[Rejected, ...] = ()
    """Candidates that lost."""


class PageWarning(_Model):
    """Something odd about the input: a stable code, and a sentence that explains it."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class BlockTrace:
    """One block of the input, what it was taken for, by which stage, and why."""

    index: int
    text: str
    role: Role
    label: Label
    stage: str
    reason: str
    evidence: str
    location: Location
    kind: Kind
    level: int


_OpenTrace = make_dataclass("_OpenTrace", [f.name for f in fields(BlockTrace)], slots=True)


def trace(*values: object) -> BlockTrace:
    """A `BlockTrace` of these values, by position: made open and frozen then. There is one for
    every block of every page, and to fill a frozen one takes five times as long."""
    made = _OpenTrace(*values)
    made.__class__ = BlockTrace
    frozen: BlockTrace = made
    return frozen


class Article(_Model):
    """The article of a page, its related items and its chrome, with an account of every block."""

    status: Status = Status.OK
    """ok, empty (no article text), unsupported (not a page) or limit (a limit cut the work)."""
    title: str | None = None
    """Headline, without the site's name."""
    subtitle: str | None = None
    """Standfirst or dek; also the first paragraph of `text` where the page shows it."""
    text: str = ""
    """The main article: paragraphs parted by a blank line; the title is not repeated."""
    sections: tuple[Section, ...] = ()
    """The same text by section."""
    authors: tuple[str, ...] = ()
    """Names of the authors, clean."""
    site_name: str | None = None
    """Publisher ("The Hindu")."""
    date_published: datetime | date | None = None
    """When it was published; None where the page does not tell a resolvable date."""
    date_published_raw: str | None = None
    """The date as the page words it ("6 days ago")."""
    date_modified: datetime | date | None = None
    """When it was last changed."""
    language: str | None = None
    """BCP 47 tag, as declared or found."""
    description: str | None = None
    """Summary that the page declares."""
    canonical_url: str | None = None
    """Canonical address that the page declares."""
    url: str | None = None
    """Address the caller gave."""
    images: tuple[ImageRef, ...] = ()
    """Images of the article, the lead image first."""
    tags: tuple[str, ...] = ()
    """Topics, keywords."""
    breadcrumbs: tuple[str, ...] = ()
    """Path of sections that leads to the page."""
    page_type: PageType | None = None
    """Kind of page, from what it declares and its structure."""
    is_accessible_for_free: bool | None = None
    """As declared (schema.org)."""
    related: tuple[RelatedItem, ...] = ()
    """Other articles the page offers, in page order, each once."""
    chrome: tuple[ChromeItem, ...] = ()
    """The page's interface."""
    comments: tuple[str, ...] = ()
    """Readers' comments."""
    blocks: tuple[BlockTrace, ...] = ()
    """Every visible word of the input stands in exactly one of these."""
    confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    """How sure the choice of `text` is, 0..1."""
    warnings: tuple[PageWarning, ...] = ()
    """What was odd about the input."""
    provenance: dict[str, Provenance] = Field(default_factory=dict)
    """For each metadata field that is set: where it comes from and what was rejected."""

    def markdown(self) -> str:
        """The article as CommonMark; the same selection as `text`, under its title."""
        from declutter.render import to_markdown

        return to_markdown(self)

    def html(self) -> str:
        """The article as a small HTML fragment; the same selection as `text`, under its title."""
        from declutter.render import to_html

        return to_html(self)
