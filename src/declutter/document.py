"""The page as stages see it: flat blocks, the containers they stand in, and what the page declares.

HTML and flattened text meet here. A `Document` is built once by `declutter.reading` and never
changed: stages look at it and answer with `Decision`s (see `declutter.pipeline`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

T = TypeVar("T")


UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that are written without spaces (Thai, CJK), as ranges of a character class."""
_UNSPACED = re.compile(f"[{UNSPACED}]")


def count_words(text: str) -> int:
    """Number of words; in scripts without spaces (CJK, Thai) two characters count as one.

    >>> count_words("Rain fell on Tuesday."), count_words("火曜日に雨が降った")
    (4, 5)
    """
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return len(text.split())
    return len(_UNSPACED.sub(" ", text).split()) + (unspaced + 1) // 2


def holds_unspaced(text: str) -> bool:
    """Whether a text holds characters of a script that is written without spaces."""
    return not text.isascii() and _UNSPACED.search(text) is not None


class Kind(StrEnum):
    """The structural kind of a block, from its element or its shape in the text."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    ROW = "row"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"
    TERM = "term"
    DEFINITION = "definition"
    CONTROL = "control"
    IMAGE_ALT = "image_alt"


class Location(NamedTuple):
    """Where a block stands in the source.

    `xpath` leads to the element in HTML (None in text); `line` and `end_line` are 1-based source
    lines, both inclusive. In HTML `end_line` equals `line`; 0 where the parser knows no line.
    """

    xpath: str | None
    line: int
    end_line: int


class Link(NamedTuple):
    """An anchor inside a block: its address as written, its words, and how many they are."""

    href: str
    text: str
    words: int


class Image(NamedTuple):
    """An image on the page; `block` is the index of the first block that follows it."""

    src: str
    alt: str
    block: int
    container: int


class Block(NamedTuple):
    """A run of visible text: a paragraph, heading, list item, table row, caption, line ...

    `level` is the heading level (1-6) of a heading and the nesting depth of a list item, else 0.
    `container` is the index of the `Container` of the block's own element (of the section, in a
    text). `tokens` are the whole class and id tokens of that element and of the inline elements
    inside it. `words` and `link_words` are counted by `count_words`. `emphasis` is the share of
    the words in bold; `gap` the number of blank lines before it (text only).
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which records have no use for
    text: str
    kind: Kind
    level: int
    container: int
    tag: str
    tokens: frozenset[str]
    words: int
    link_words: int
    links: tuple[Link, ...]
    emphasis: float
    gap: int
    location: Location

    @property
    def link_density(self) -> float:
        """Share of the block's words that stand in links, 0..1."""
        return min(1.0, self.link_words / self.words) if self.words else 0.0


class Container(NamedTuple):
    """An element (or section of a text) that holds blocks `first` .. `last - 1`.

    `parent` is the index of the enclosing container, -1 at the root. `role` is the ARIA role,
    `label` the aria-label;
    `itemprop` the microdata property and `itemtype` the last path segment of its type; `href` is
    set for anchors that hold blocks. `shape` is equal for elements written alike (tag and class).
    """

    index: int  # type: ignore[assignment]  # as in Block
    parent: int
    depth: int
    tag: str
    tokens: frozenset[str]
    role: str
    itemprop: str
    itemtype: str
    label: str
    href: str
    shape: str
    first: int
    last: int

    @property
    def blocks(self) -> range:
        """Indices of the blocks inside, nested ones included."""
        return range(self.first, self.last)


class Field(StrEnum):
    """Metadata fields for which candidates are collected."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHORS = "authors"
    SITE_NAME = "site_name"
    DATE_PUBLISHED = "date_published"
    DATE_MODIFIED = "date_modified"
    LANGUAGE = "language"
    DESCRIPTION = "description"
    CANONICAL_URL = "canonical_url"
    IMAGES = "images"
    TAGS = "tags"
    BREADCRUMBS = "breadcrumbs"
    PAGE_TYPE = "page_type"
    IS_ACCESSIBLE_FOR_FREE = "is_accessible_for_free"
    ARTICLE_BODY = "article_body"


class Candidate(NamedTuple):
    """A value that the page declares for a field, and where ("json-ld", "meta:og:title")."""

    field: Field
    value: str
    source: str


@dataclass(frozen=True)
class Document:
    """A page: blocks in reading order, containers in document order, declared metadata.

    `containers[0]` is the root and holds every block. `base_url` resolves the page's links.
    `reference` asks another extractor for its view of the main text; it costs several times what
    all the rest does, and there is none for a text.
    """

    blocks: tuple[Block, ...]
    containers: tuple[Container, ...]
    images: tuple[Image, ...] = ()
    declared: tuple[Candidate, ...] = ()
    language: str | None = None
    url: str | None = None
    base_url: str | None = None
    has_markup: bool = field(default=True)
    reference: Callable[[], str | None] | None = field(default=None, compare=False, repr=False)

    def derived(self, make: Callable[[Document], T]) -> T:
        """`make(self)`, worked out once a page however many stages ask for it."""
        store = self.__dict__.setdefault("_derived", {})
        if make not in store:
            store[make] = make(self)
        made: T = store[make]
        return made

    def forget(self) -> None:
        """Let go of what was derived; it refers back to the page, and would outlive it."""
        self.__dict__.pop("_derived", None)

    def declarations(self, name: Field) -> tuple[str, ...]:
        """Values declared for a field, in document order."""
        return tuple(c.value for c in self.declared if c.field is name)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The page's own addresses: the caller's, then the canonical ones that it declares."""
        given = (self.url,) if self.url else ()
        return (*given, *self.declarations(Field.CANONICAL_URL))

    def has_siblings(self, container: Container) -> bool:
        """Whether other elements beside a container are written alike."""
        parent = container.parent
        return parent >= 0 and self.shape_counts[parent, container.shape] > 1

    def ancestors(self, container: int) -> Iterator[Container]:
        """The container itself and every one around it, innermost first."""
        while container >= 0:
            current = self.containers[container]
            yield current
            container = current.parent

    def nearest(self, says: Callable[[Container], T | None]) -> list[T | None]:
        """For each container what it says, or else the nearest one around it that says anything."""
        found: list[T | None] = []
        for c in self.containers:
            outer = found[c.parent] if c.parent >= 0 else None
            found.append(says(c) or outer)
        return found

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each container the indices of the containers directly inside it."""
        lists: list[list[int]] = [[] for _ in self.containers]
        for c in self.containers:
            if c.parent >= 0:
                lists[c.parent].append(c.index)
        return tuple(map(tuple, lists))

    @cached_property
    def shape_counts(self) -> Counter[tuple[int, str]]:
        """How often each shape stands directly inside a container: by (its index, shape)."""
        return Counter((c.parent, c.shape) for c in self.containers)

    @cached_property
    def word_sums(self) -> tuple[int, ...]:
        """Running total of words: blocks a..b-1 hold `word_sums[b] - word_sums[a]` words."""
        return tuple(accumulate((b.words for b in self.blocks), initial=0))

    @cached_property
    def link_sums(self) -> tuple[int, ...]:
        """Running total of link words, like `word_sums`."""
        return tuple(accumulate((b.link_words for b in self.blocks), initial=0))

    def words_in(self, span: range) -> int:
        """Words in a run of blocks."""
        return self.word_sums[span.stop] - self.word_sums[span.start]
