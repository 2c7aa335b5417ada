"""The elements that are open on the walk, and the containers that those with blocks become.

Most elements hold no block of their own; a container is made only when the first block inside one
is found, and then for every element around it that has none yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from declutter.document import Container, Kind
from declutter.lexicon import tokenize
from declutter.reading.elements import shape

# What containers tell of themselves but for their names; few elements have any of it.
_TELLING = frozenset(["role", "itemprop", "itemtype", "aria-label"])
_NO_ATTRIBUTES: dict[str, str] = {}


class Frame:
    """An open element; `container` is -1 until a block in it is found, and only then are
    `attributes`, `path` and `tokens` set: most elements never need them."""

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
        "tokens",
    )
    attributes: dict[str, str]
    path: str
    tokens: frozenset[str]

    def __init__(
        self,
        element: etree._Element,
        tag: str,
        position: int,
        parent: Frame | None,
        is_block: bool,
    ) -> None:
        self.element = element
        self.tag = tag
        self.position = position
        self.parent = parent
        self.is_block = is_block
        self.children: Iterator[tuple[int, etree._Element]] = enumerate(element, 1)
        self.container = -1
        if parent is not None:
            self.kind: Kind = parent.kind
            self.level: int = parent.level
        else:
            self.kind, self.level = Kind.PARAGRAPH, 0


class Frames:
    """The containers of a page in the making; see `containers` for the result."""

    def __init__(self) -> None:
        self._made: list[tuple[Frame, int, int, int]] = []  # frame, parent, depth, first block
        self._ends: list[int] = []

    def open(self, frame: Frame, first: int) -> None:
        """Make the container of an element whose first block is `first`, and those around it."""
        pending = []
        outer: Frame | None = frame
        while outer is not None and not (outer.is_block and outer.container >= 0):
            pending.append(outer)
            outer = outer.parent
        parent, path, depth = -1, "", 0
        if outer is not None:
            parent, path, depth = outer.container, outer.path, self._made[outer.container][2] + 1
        for inner in reversed(pending):
            path = f"{path}/*[{inner.position}]" if path else f"/{inner.tag}"
            inner.path = path
            if not inner.is_block:
                continue
            attributes: dict[str, str] = dict(inner.element.items())  # type: ignore[arg-type]
            inner.attributes = attributes
            names = attributes.get("class", "")
            if "id" in attributes:
                names = f"{names} {attributes['id']}"
            inner.tokens = tokenize(names)
            inner.container = len(self._made)
            self._made.append((inner, parent, depth, first))
            self._ends.append(first + 1)
            parent, depth = inner.container, depth + 1

    def close(self, frame: Frame, end: int) -> None:
        """The element ends; block `end` is the first behind it."""
        if frame.container >= 0:
            self._ends[frame.container] = end

    def containers(self) -> tuple[Container, ...]:
        """The containers that hold blocks, in document order."""
        made = []
        for index, (frame, parent, depth, first) in enumerate(self._made):
            attributes, tag = frame.attributes, frame.tag
            get = _NO_ATTRIBUTES.get if _TELLING.isdisjoint(attributes) else attributes.get
            made.append(
                Container(
                    index,
                    parent,
                    depth,
                    tag,
                    frame.tokens,
                    get("role", "").lower(),
                    get("itemprop", ""),
                    get("itemtype", "").rpartition("/")[2],
                    get("aria-label", ""),
                    attributes.get("href", "") if tag == "a" else "",
                    shape(tag, attributes.get("class", "")),
                    first,
                    self._ends[index],
                )
            )
        return tuple(made)
