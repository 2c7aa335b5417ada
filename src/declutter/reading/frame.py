"""The elements that are open on the walk, and the containers that those with blocks become.

Most elements hold no block of their own; a container is made only when the first block inside one
is found, and then for every element around it that has none yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import add

from lxml import etree

from declutter.document import Container, Kind
from declutter.lexicon import tokenize
from declutter.reading.elements import shape

# What few containers tell of themselves besides their names.
_TELLING = frozenset(["role", "itemprop", "itemtype", "aria-label"])
# A container but for the block it ends before; a record is made much faster from all its fields.
_Head = tuple[int, int, int, str, frozenset[str], str, str, str, str, str, str, int]
_container = partial(tuple.__new__, Container)


class Frame:
    """An open element; `outer` is the innermost block-level one around it. `container` is -1 until
    a block in it is found, and only then are `path` and `tokens` set: most elements never need
    them."""

    __slots__ = (
        "children",
        "container",
        "element",
        "is_block",
        "kind",
        "level",
        "outer",
        "parent",
        "path",
        "position",
        "tag",
        "tokens",
    )
    path: str
    tokens: frozenset[str]

    def __init__(
        self,
        element: etree._Element,
        tag: str,
        position: int,
        parent: Frame | None,
        outer: Frame | None,
        is_block: bool,
    ) -> None:
        self.element = element
        self.tag = tag
        self.position = position
        self.parent = parent
        self.outer = outer
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
        self._heads: list[_Head] = []
        self.ends: list[int] = []  # of each container, the block behind it

    def open(self, frame: Frame, first: int) -> None:
        """Make the container of an element whose first block is `first`, and those around it."""
        pending = []
        outer: Frame | None = frame
        while outer is not None and not (outer.is_block and outer.container >= 0):
            pending.append(outer)
            outer = outer.parent
        parent, path, depth = -1, "", 0
        if outer is not None:
            parent, path, depth = outer.container, outer.path, self._heads[outer.container][2] + 1
        heads, ends = self._heads, self.ends
        for inner in reversed(pending):
            tag = inner.tag
            path = f"{path}/*[{inner.position}]" if path else f"/{tag}"
            inner.path = path
            if not inner.is_block:
                continue
            attributes: dict[str, str] = dict(inner.element.items())  # type: ignore[arg-type]
            get = attributes.get
            classes, name = get("class", ""), get("id")
            role = prop = item = label = ""
            if not _TELLING.isdisjoint(attributes):
                role, label = get("role", "").lower(), get("aria-label", "")
                prop, item = get("itemprop", ""), get("itemtype", "").rpartition("/")[2]
            href = get("href", "") if tag == "a" else ""
            inner.tokens = tokens = tokenize(classes if name is None else f"{classes} {name}")
            inner.container = index = len(heads)
            heads.append(
                (
                    index,
                    parent,
                    depth,
                    tag,
                    tokens,
                    role,
                    prop,
                    item,
                    label,
                    href,
                    shape(tag, classes),
                    first,
                )
            )
            ends.append(first + 1)
            parent, depth = index, depth + 1

    def containers(self) -> tuple[Container, ...]:
        """The containers that hold blocks, in document order."""
        return tuple(map(_container, map(add, self._heads, zip(self.ends, strict=True))))
