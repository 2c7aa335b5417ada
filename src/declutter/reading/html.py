"""HTML tree -> `Document`: one read-only walk that cuts the visible text into blocks.

A block is a run of inline content inside one block-level element; two line breaks in a row, or a
nested block-level element, end it. What a browser does not show (scripts, templates, hidden
elements, fallbacks of media) is not visible text and yields no block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from lxml import etree

from declutter.document import (
    Block,
    Container,
    Document,
    Image,
    Kind,
    Link,
    Location,
    count_words,
)
from declutter.lexicon import tokenize
from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.sanitize import clean_text

INVISIBLE = frozenset(
    "head script style template svg iframe object embed canvas audio video map datalist"
    " frameset noframes applet param source track link meta base title area rp colgroup".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr"
    " output progress q rb rt ruby rtc s samp small span strike strong sub sup time tt u var wbr"
    " math mi mn mo ms mtext mrow msup msub mfrac msqrt semantics annotation".split()
)
BOLD = frozenset(["b", "strong"])
HEADINGS = {f"h{i}": i for i in range(1, 7)}
KIND_OF = {
    "li": Kind.LIST_ITEM,
    "blockquote": Kind.QUOTE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "dt": Kind.TERM,
    "dd": Kind.DEFINITION,
    "button": Kind.CONTROL,
    "select": Kind.CONTROL,
    "legend": Kind.CONTROL,
    "pre": Kind.CODE,
    "listing": Kind.CODE,
    "xmp": Kind.CODE,
    "tr": Kind.ROW,
} | dict.fromkeys(HEADINGS, Kind.HEADING)
PREFORMATTED = frozenset(["pre", "listing", "xmp"])
# A table row is kept as one block unless a cell holds one of these: then the table is layout.
LAYOUT_CELL = "table ul ol h1 h2 h3 h4 h5 h6 article section form pre blockquote".split()
BREAK = "\u2028"
_NEVER_HIDDEN = frozenset(["html", "body", "main", "article"])
_PANELS = frozenset(["tabpanel", "region"])  # a click shows them: closed tabs and accordions
_DIGITS = re.compile(r"\d+")
_HIDDEN_BARE = frozenset(["noscript", "dialog"])  # without any attribute
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _shape(tag: str, classes: str) -> str:
    return f"{tag}.{_DIGITS.sub('', classes)}"


# A page whose own prose a script would show (streamed markup, a reader's view for browsers without
# scripts, a wall that fades) hides it at first: a hidden part with at least this many words of
# paragraphs, and more than all that is visible, is the page. Calibrated on pages whose text a
# person copied from the browser; the exact figure hardly matters between 40 and 150.
REVEAL_WORDS = 80
_PROSE_WORDS = 12


def _hidden(tag: str, attributes: dict[str, str]) -> bool:
    if tag in _NEVER_HIDDEN or attributes.get("role") in _PANELS:
        return False
    if tag == "noscript":
        return True
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDING.search(style):
        return True
    return tag == "dialog" and "open" not in attributes


class _Frame:
    """An open element during the walk."""

    __slots__ = (
        "attributes",
        "children",
        "container",
        "element",
        "is_block",
        "kind",
        "level",
        "parent",
        "path",
        "position",
        "tag",
    )

    def __init__(
        self,
        element: etree._Element,
        tag: str,
        attributes: dict[str, str],
        position: int,
        parent: _Frame | None,
        is_block: bool,
    ) -> None:
        self.element = element
        self.tag = tag
        self.attributes = attributes
        self.position = position
        self.parent = parent
        self.is_block = is_block
        self.children: Iterator[tuple[int, etree._Element]] = enumerate(element, 1)
        self.container = -1
        self.path: str | None = None
        self.kind: Kind = parent.kind if parent is not None else Kind.PARAGRAPH
        self.level: int = parent.level if parent is not None else 0


class _Walk:
    """The state of one walk: blocks and containers so far, and the inline run being gathered."""

    def __init__(self, most: int, revealed: frozenset[etree._Element] = frozenset()) -> None:
        self.most = most  # blocks; what is beyond is left out
        self.revealed = revealed
        self.hidden: list[etree._Element] = []
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self.images: list[Image] = []
        self.owner: _Frame | None = None  # innermost open block-level element
        self.row: _Frame | None = None  # open table row whose cells make one block
        self.bold = 0
        self.link: tuple[str, int] | None = None  # href, where its text starts in `pieces`
        self._reset()

    def _reset(self) -> None:
        self.pieces: list[str] = []
        self.links: list[Link] = []
        self.link_words = 0
        self.bold_words = 0
        self.inline_names: list[str] = []
        if self.link is not None:
            self.link = (self.link[0], 0)

    def run(self, root: etree._Element) -> None:
        frame: _Frame | None = self.open(root, 1, None)
        while frame is not None:
            for position, child in frame.children:
                inner = self.open(child, position, frame)
                if inner is not None:
                    frame = inner
                    break
                if child.tail:
                    self.text(child.tail)
            else:
                self.close(frame)
                if frame.parent is not None and frame.element.tail:
                    self.text(frame.element.tail)
                frame = frame.parent
        self.flush()

    def open(self, element: etree._Element, position: int, parent: _Frame | None) -> _Frame | None:
        """Enter an element; None where it has no visible text of its own to walk."""
        tag = element.tag
        if not isinstance(tag, str) or tag in INVISIBLE:
            return None
        attributes = cast("dict[str, str]", dict(element.items()))
        if (
            (attributes or tag in _HIDDEN_BARE)
            and _hidden(tag, attributes)
            and element not in self.revealed
        ):
            self.hidden.append(element)
            return None
        if tag == "br":
            self.line_break()
            return None
        if tag == "img" or tag == "input":
            self.image(tag, attributes)
            return None
        is_block = self.row is None and self._is_block(element, tag)
        frame = _Frame(element, tag, attributes, position, parent, is_block)
        if is_block:
            self._open_block(frame)
        else:
            self._open_inline(frame)
        if tag in PREFORMATTED and is_block:
            self.pieces.append(_whole_text(element))
            self.close(frame)
            return None
        if element.text:
            self.text(element.text)
        return frame

    def _is_block(self, element: etree._Element, tag: str) -> bool:
        if tag in INLINE:
            return tag == "a" and len(element) > 0 and _holds_blocks(element)
        if tag == "button" or tag == "select":
            return self.owner is None or self.owner.tag != "p"
        return True

    def _open_block(self, frame: _Frame) -> None:
        self.flush()
        self.owner = frame
        tag = frame.tag
        kind = KIND_OF.get(tag)
        if kind is not None:
            frame.kind = kind
            if kind is Kind.HEADING:
                frame.level = HEADINGS[tag]
        elif tag == "ul" or tag == "ol":
            frame.level = frame.level + 1 if frame.kind is Kind.LIST_ITEM else 1
        elif tag == "article" or tag == "section" or tag == "table" or tag == "nav":
            frame.kind = Kind.PARAGRAPH
        if tag == "a":
            self.link = (frame.attributes.get("href", ""), 0)
        elif tag == "tr" and _is_data_row(frame.element):
            self.row = frame
        elif tag == "tr":
            frame.kind = Kind.PARAGRAPH

    def _open_inline(self, frame: _Frame) -> None:
        tag = frame.tag
        if tag == "a":
            self._close_link()
            self.link = (frame.attributes.get("href", ""), len(self.pieces))
        elif tag in BOLD:
            self.bold += 1
        elif self.row is not None and tag not in INLINE:
            self.pieces.append(" | " if tag in ("td", "th") and self.pieces else " ")
        names = frame.attributes.get("class")
        if names:
            self.inline_names.append(names)

    def close(self, frame: _Frame) -> None:
        tag = frame.tag
        if frame.is_block:
            self.flush()
            if frame.container >= 0:
                made = self.containers[frame.container]
                self.containers[frame.container] = made._replace(last=len(self.blocks))
            if self.row is frame:
                self.row = None
            outer = frame.parent
            while outer is not None and not outer.is_block:
                outer = outer.parent
            self.owner = outer
        if tag == "a":
            self._close_link()
        elif tag in BOLD:
            self.bold = max(0, self.bold - 1)

    def text(self, text: str) -> None:
        self.pieces.append(text)
        if self.bold:
            self.bold_words += len(text.split())

    def line_break(self) -> None:
        """One break is a new line in the block; two in a row end the block (never a table row)."""
        if self.row is not None:
            self.pieces.append(" ")
            return
        for piece in reversed(self.pieces):
            if piece == BREAK:
                self.flush()
                return
            if not piece.isspace():
                break
        self.pieces.append(BREAK)

    def image(self, tag: str, attributes: dict[str, str]) -> None:
        src = attributes.get("src") or attributes.get("data-src") or ""
        if tag == "img" and src:
            container = self.owner.container if self.owner is not None else 0
            alt = attributes.get("alt", "").strip()
            self.images.append(Image(src, alt, len(self.blocks), max(0, container)))

    def _close_link(self) -> None:
        if self.link is None:
            return
        href, start = self.link
        self.link = None
        self._count_link(href, start)

    def _count_link(self, href: str, start: int) -> None:
        text = clean_text(" ".join("".join(self.pieces[start:]).split()))
        if text and href:
            words = count_words(text)
            self.link_words += words
            self.links.append(Link(href, text, words))

    def flush(self) -> None:
        """End the block being gathered; nothing happens where it has no visible character."""
        if not self.pieces:
            return
        raw = "".join(self.pieces)
        if raw.isspace():
            self._reset()
            return
        owner = self.owner
        if owner is None:  # text outside every element: cannot happen below a root element
            return
        if self.link is not None:
            self._count_link(*self.link)
        text = clean_text(_tidy(raw, owner.tag in PREFORMATTED))
        if text and len(self.blocks) < self.most:
            self._emit(text, owner)
        self._reset()

    def _emit(self, text: str, owner: _Frame) -> None:
        container = self._materialise(owner)
        words = count_words(text)
        line = cast("int | None", owner.element.sourceline) or 0
        tokens = self.containers[container].tokens
        for names in self.inline_names:
            tokens = tokens | tokenize(names)
        self.blocks.append(
            Block(
                index=len(self.blocks),
                text=text,
                kind=owner.kind,
                level=owner.level,
                container=container,
                tag=owner.tag,
                tokens=tokens,
                words=words,
                link_words=self.link_words,
                links=tuple(self.links),
                emphasis=min(1.0, self.bold_words / words) if words else 0.0,
                gap=0,
                location=Location(owner.path, line, line),
            )
        )

    def _materialise(self, frame: _Frame) -> int:
        """The container of an element; made, with those around it, when it first holds a block."""
        pending = []
        outer: _Frame | None = frame
        while outer is not None and not (outer.is_block and outer.container >= 0):
            pending.append(outer)
            outer = outer.parent
        parent = outer.container if outer is not None else -1
        path = outer.path if outer is not None else ""
        depth = self.containers[parent].depth + 1 if parent >= 0 else 0
        for inner in reversed(pending):
            path = f"{path}/*[{inner.position}]" if path else f"/{inner.tag}"
            inner.path = path
            if not inner.is_block:
                continue
            inner.container = len(self.containers)
            self.containers.append(self._container(inner, parent, depth))
            parent, depth = inner.container, depth + 1
        return frame.container

    def _container(self, frame: _Frame, parent: int, depth: int) -> Container:
        attributes = frame.attributes
        classes = attributes.get("class", "")
        names = f"{classes} {attributes['id']}" if "id" in attributes else classes
        return Container(
            index=frame.container,
            parent=parent,
            depth=depth,
            tag=frame.tag,
            tokens=tokenize(names),
            role=attributes.get("role", "").lower(),
            itemprop=attributes.get("itemprop", ""),
            itemtype=attributes.get("itemtype", "").rpartition("/")[2],
            label=attributes.get("aria-label", ""),
            href=attributes.get("href", "") if frame.tag == "a" else "",
            shape=_shape(frame.tag, classes),
            first=len(self.blocks),
            last=len(self.blocks) + 1,
        )


def _whole_text(element: etree._Element) -> str:
    return "".join(cast("Iterator[str]", element.itertext()))


def _tidy(raw: str, keep_lines: bool) -> str:
    if keep_lines:
        return raw.strip("\r\n").rstrip()
    if BREAK in raw:
        lines = (" ".join(line.split()) for line in raw.split(BREAK))
        return "\n".join(line for line in lines if line)
    return " ".join(raw.split())


def _holds_blocks(anchor: etree._Element) -> bool:
    return any(
        e.tag not in INLINE and e.tag not in INVISIBLE and e.tag not in ("img", "br")
        for e in anchor.iterdescendants()
    )


def _is_data_row(row: etree._Element) -> bool:
    """Whether a table row reads as one line: several cells, none of them built of blocks."""
    if sum(1 for cell in row if cell.tag in ("td", "th")) < 2:
        return False
    return next(row.iterdescendants(*LAYOUT_CELL), None) is None


def _prose(element: etree._Element) -> int:
    """Words of unlinked running text in a hidden element; forms are not read."""
    total = 0
    for p in element.iter("p", "li"):
        words = len(_whole_text(p).split())
        if words >= _PROSE_WORDS and next(p.iterancestors("form", "nav"), None) is None:
            linked = sum(len(_whole_text(a).split()) for a in p.iter("a"))
            total += words if 2 * linked < words else 0
    return total


def _withheld(walk: _Walk) -> frozenset[etree._Element]:
    """Hidden elements, of one shape together, that hold more prose than the visible page does."""
    if not walk.hidden:
        return frozenset()
    shown = sum(b.words for b in walk.blocks if b.words >= _PROSE_WORDS and b.link_density < 0.5)
    alike: dict[str, list[etree._Element]] = {}
    for element in walk.hidden:
        if len(element):
            shape = _shape(str(element.tag), element.get("class") or "")
            alike.setdefault(shape, []).append(element)
    bar = max(REVEAL_WORDS, shown)
    return frozenset(
        element for group in alike.values() if sum(map(_prose, group)) >= bar for element in group
    )


def segment(
    root: etree._Element, url: str | None = None, *, limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Cut a parsed page into blocks. The tree is only read.

    Args:
        root: the `<html>` element (or the root of a fragment) as libxml2 built it.
        url: the page's address, used where the page sets no `<base>`.
        limits: `limits.blocks` bounds the blocks; the rest of the page is left out.
    """
    walk = _Walk(limits.blocks)
    walk.run(root)
    revealed = _withheld(walk)
    if revealed:
        walk = _Walk(limits.blocks, revealed)
        walk.run(root)
    containers = tuple(walk.containers) or (
        Container(0, -1, 0, "html", frozenset(), "", "", "", "", "", "html.", 0, 0),
    )
    base = root.find(".//base[@href]")
    base_url = base.get("href") if base is not None else None
    return Document(
        blocks=tuple(walk.blocks),
        containers=containers,
        images=tuple(walk.images),
        language=root.get("lang") or None,
        url=url,
        base_url=base_url or url,
    )
