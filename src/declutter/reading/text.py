"""Flattened text -> `Document`: a block a line, with its line span."""

from __future__ import annotations

import html

from declutter.document import Block, Container, Document, Kind, Location, count_words

_BULLETS = ("•", "*", "-", "–", "·", "◦", "▪", "‣")


def segment_text(text: str, url: str | None = None, *, escaped: bool = False) -> Document:
    """Cut a flattened page into blocks, one a line; `gap` counts the blank lines before it.

    `escaped` says that special characters stand as character references ("caf&eacute;").
    """
    blocks: list[Block] = []
    gap = 0
    for number, raw in enumerate((html.unescape(text) if escaped else text).splitlines(), 1):
        line = " ".join(raw.split())
        if not line:
            gap += 1
            continue
        bullet = len(line) > 1 and line[0] in _BULLETS and line[1] == " "
        blocks.append(
            Block(
                index=len(blocks),
                text=line,
                kind=Kind.LIST_ITEM if bullet else Kind.PARAGRAPH,
                level=1 if bullet else 0,
                container=0,
                tag="",
                tokens=frozenset(),
                words=count_words(line),
                link_words=0,
                links=(),
                emphasis=0.0,
                gap=gap,
                location=Location(None, number, number),
            )
        )
        gap = 0
    root = Container(0, -1, 0, "", frozenset(), "", "", "", "", "", "", 0, len(blocks))
    return Document(tuple(blocks), (root,), url=url, base_url=url, has_markup=False)
