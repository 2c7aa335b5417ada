"""The walk over an HTML tree that cuts its visible text into blocks.

A block is a run of inline content inside one block-level element; two line breaks in a row, or a
nested block-level element, end it. The loop runs once for every element of every page, so it is
written for speed: an element without children never becomes a frame unless it holds text.
"""

from __future__ import annotations

from lxml import etree

from declutter.document import Block, Container, Image, Kind, Link, Location, count_words
from declutter.lexicon import tokenize
from declutter.limits import Limits
from declutter.reading.elements import (
    BOLD,
    HEADINGS,
    HIDDEN_UNMARKED,
    INLINE,
    JOINED,
    KIND_OF,
    PREFORMATTED,
    RESETTING,
    SORT_OF,
    Sort,
    fills_heading,
    heading_level,
    holds_blocks,
    is_data_row,
    is_hidden,
    is_shadow,
    preformatted,
)
from declutter.reading.frame import Frame, Frames
from declutter.reading.run import Run, collapse
from declutter.sanitize import clean_text

# Looking up members of an enumeration costs more than comparing them.
SKIP, BREAK, PICTURE, WITHIN = Sort.SKIP, Sort.BREAK, Sort.PICTURE, Sort.WITHIN


class Walk:
    """One walk: `blocks`, `images`, elements left out as `hidden`; `containers()` at the end.

    `bases` are the `<base>` elements that stand outside the head.
    `limits` bound the blocks; `revealed` are hidden elements to walk into all the same.
    """

    def __init__(self, limits: Limits, revealed: frozenset[etree._Element] = frozenset()) -> None:
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.hidden: list[etree._Element] = []
        self.bases: list[etree._Element] = []
        self._most = limits.blocks
        self._combining = limits.combining
        self._revealed = revealed
        self._frames = Frames()
        self._owner: Frame | None = None  # innermost open block-level element
        self._row: Frame | None = None  # open table row whose cells make one block
        self._run = Run()

    def over(self, root: etree._Element) -> None:
        """Walk the tree from its root."""
        enter, add, part, pieces = self._open, self._run.add, self._run.part, self._run.pieces
        frame = enter(root, 1, None)
        while frame is not None:
            for position, child in frame.children:
                inner = enter(child, position, frame)
                if inner is not None:
                    frame = inner
                    break
                tail = child.tail
                if tail and (pieces or not tail.isspace()):
                    if pieces and child.tag not in JOINED:
                        part(tail)
                    add(tail)
            else:
                self._close(frame)
                parent = frame.parent
                if parent is not None:
                    tail = frame.element.tail
                    if tail and (pieces or not tail.isspace()):
                        if pieces and frame.tag not in JOINED:
                            part(tail)
                        add(tail)
                frame = parent

    def containers(self) -> tuple[Container, ...]:
        """The containers that hold blocks, in document order."""
        return self._frames.containers()

    def _open(self, element: etree._Element, position: int, parent: Frame | None) -> Frame | None:
        """Enter an element; None where nothing below it is left to walk."""
        tag = element.tag
        sort = SORT_OF.get(tag)
        if sort is SKIP and not is_shadow(tag, element):
            if tag == "base":
                self.bases.append(element)
            return None
        if sort is BREAK:
            self._break()
            return None
        get = element.get
        if (
            (get("style") or get("hidden") is not None or tag in HIDDEN_UNMARKED)
            and is_hidden(tag, element)
            and element not in self._revealed
        ):
            self.hidden.append(element)
            return None
        if sort is PICTURE:
            self._image(tag, element)
            return None
        text, childless = element.text, len(element) == 0
        if (
            (sort is WITHIN and (tag != "a" or childless or not holds_blocks(element)))
            or self._row is not None
            or ((tag == "button" or tag == "select") and self._owner and self._owner.tag == "p")
        ):
            return self._open_inline(element, tag, position, parent)
        run = self._run
        if run.pieces:
            self._flush()
        blank = not text or text.isspace()
        if childless and blank:
            return None
        frame = Frame(element, tag, position, parent, self._owner, True)
        self._owner = frame
        self._set_kind(frame, tag)
        if tag in PREFORMATTED:
            run.add(preformatted(element))
            childless = True
        elif text and not blank:
            run.add(text)
        if childless:
            self._close(frame)
            return None
        return frame

    def _open_inline(
        self, element: etree._Element, tag: str, position: int, parent: Frame | None
    ) -> Frame | None:
        run, text = self._run, element.text
        if text and run.pieces and tag not in JOINED:
            run.part(text)
        if tag == "a":
            run.open_link(element.get("href", ""))
        elif tag in BOLD:
            run.bold += 1
        elif self._row is not None and tag not in INLINE:
            run.add(" | " if tag in ("td", "th") and run.pieces else " ")
        names = element.get("class")
        if text:
            run.add(text)
        if len(element):
            if names:
                run.around.append((names, len(self.blocks)))
            return Frame(element, tag, position, parent, self._owner, False)
        if names:
            run.names.append(names)
        self._close_inline(tag)
        return None

    def _set_kind(self, frame: Frame, tag: str) -> None:
        """Give a block-level element the kind of its blocks, where it is not that around it."""
        kind = KIND_OF.get(tag)
        if kind is None:
            if tag == "ul" or tag == "ol":
                frame.level = frame.level + 1 if frame.kind is Kind.LIST_ITEM else 1
            elif tag in RESETTING:
                frame.kind = Kind.PARAGRAPH
            elif frame.element.get("role") == "heading" and not holds_blocks(frame.element):
                frame.kind, frame.level = Kind.HEADING, heading_level(frame.element)
            elif tag == "a":
                self._run.open_link(frame.element.get("href", ""))
            return
        if kind is Kind.CONTROL and frame.kind is Kind.HEADING and fills_heading(frame.element):
            return  # it stays a heading
        frame.kind = kind
        if kind is Kind.HEADING:
            frame.level = HEADINGS[tag]
        elif kind is Kind.ROW:
            if is_data_row(frame.element):
                self._row = frame
            else:
                frame.kind = Kind.PARAGRAPH

    def _close(self, frame: Frame) -> None:
        run = self._run
        if not frame.is_block:
            if frame.element.get("class"):
                names, first = run.around.pop()
                if run.pieces or first == len(self.blocks):
                    run.names.append(names)
            self._close_inline(frame.tag)
            return
        if run.pieces:
            self._flush()
        elif run.names:
            run.names.clear()  # those of inline elements that showed nothing
        if frame.container >= 0:
            self._frames.ends[frame.container] = len(self.blocks)
        if self._row is frame:
            self._row = None
        if frame.tag == "a":
            self._run.close_link()
        self._owner = frame.outer

    def _close_inline(self, tag: str) -> None:
        run = self._run
        if tag == "a":
            run.close_link()
        elif tag in BOLD:
            run.bold = max(0, run.bold - 1)
        run.ended = len(run.pieces)

    def _break(self) -> None:
        """One break is a new line in the block; two in a row end it (never a table row)."""
        if self._row is not None:
            self._run.add(" ")
        elif self._run.ends_in_break():
            self._flush()
        else:
            self._run.add_break()

    def _image(self, tag: str, element: etree._Element) -> None:
        src = element.get("data-src") or element.get("src") if tag == "img" else None
        if src:
            container = self._owner.container if self._owner is not None else 0
            alt = element.get("alt", "").strip()
            self.images.append(Image(src, alt, len(self.blocks), max(0, container)))

    def _flush(self) -> None:
        """End the block being gathered; nothing happens where it has no visible character."""
        run, owner = self._run, self._owner
        if owner is not None and not (len(run.pieces) == 1 and run.pieces[0].isspace()):
            keep = owner.tag in PREFORMATTED
            shown = run.text(keep)
            text = clean_text(shown, self._combining)
            if text is not shown and not keep:
                text = collapse(text)  # blanks that stood around what was dropped
            if text and len(self.blocks) < self._most:
                links = run.all_links()
                if text[-1] == "]" and links and owner.kind is Kind.HEADING:
                    self._emit_heading(text, owner, links)
                else:
                    self._emit(text, owner, owner.kind, links)
        run.reset()

    def _emit_heading(self, text: str, owner: Frame, links: tuple[Link, ...]) -> None:
        """A heading, and apart from it the tools behind it: "History [edit | edit source]"."""
        start = text.rfind("[")
        named = [part.strip() for part in text[start + 1 : -1].split("|")]
        first = len(links) - len(named)
        apart = start > 0 and first >= 0 and [link.text for link in links[first:]] == named
        if not apart or len(self.blocks) + 1 == self._most:
            self._emit(text, owner, owner.kind, links)
            return
        self._emit(text[:start].rstrip(), owner, owner.kind, links[:first])
        self._emit(text[start:], owner, Kind.CONTROL, links[first:])

    def _emit(self, text: str, owner: Frame, kind: Kind, links: tuple[Link, ...]) -> None:
        run = self._run
        if owner.container < 0:
            self._frames.open(owner, len(self.blocks))
        words = count_words(text)
        line: int = owner.element.sourceline or 0  # type: ignore[assignment]
        tokens = owner.tokens
        for names, _ in run.around:
            tokens = tokens | tokenize(names)
        for names in run.names:
            tokens = tokens | tokenize(names)
        self.blocks.append(
            Block(
                len(self.blocks),
                text,
                kind,
                owner.level if kind is owner.kind else 0,
                owner.container,
                owner.tag,
                tokens,
                words,
                sum([link.words for link in links]) if links else 0,
                links,
                min(1.0, run.bold_words / words) if run.bold_words and words else 0.0,
                0,
                Location(owner.path, line, line),
            )
        )
