"""Reads the Markdown that crawlers write: headings, links, images, quotes, emphasis.

A text is Markdown where it has inline links or several `#` headings; in any other text the same
characters mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from declutter.document import Kind, Link, count_words
from declutter.reading.text.lines import Line

_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +#+)?$")
_QUOTE = re.compile(r"(?:> ?)+(?=\S)")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?: +\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(<?([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)?)>?(?: +\"[^\"]*\")?\)")
_EMPHASIS = re.compile(
    r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"
)
_CODE = re.compile(r"`([^`]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
# What it takes to read a text as Markdown: so many links, or so many headings.
_LINKS, _HEADINGS = 2, 2


def is_markdown(lines: Iterable[Line]) -> bool:
    """Whether a text is written in Markdown."""
    links = headings = 0
    for line in lines:
        if "](" in line.text:
            links += len(_LINK.findall(line.text))
        elif line.text[0] == "#":
            headings += _HEADING.match(line.text) is not None
        if links >= _LINKS or headings >= _HEADINGS:
            return True
    return False


def read_markdown(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with their marks read; lines that hold nothing but marks are left out."""
    gap = 0
    for line in lines:
        read = _read(line)
        if not any(map(str.isalnum, read.text)):
            gap += line.gap + 1
            continue
        yield read._replace(gap=read.gap + gap)
        gap = 0


def _read(line: Line) -> Line:
    text, kind, level = line.text, line.kind, line.level
    heading = _HEADING.match(text)
    if heading:
        text, kind, level = heading[2], Kind.HEADING, len(heading[1])
    elif (quote := _QUOTE.match(text)) is not None:
        text, kind = text[quote.end() :], Kind.QUOTE
    image = _IMAGE.search(text)
    if image:
        alone = not _LINK.sub(r"\1", _IMAGE.sub("", text)).strip("[]() !")
        kind = Kind.IMAGE_ALT if alone and kind is Kind.PARAGRAPH else kind
        text = _IMAGE.sub(r"\1", text)
    links = tuple(
        Link(target, " ".join(_plain(words).split()), count_words(words))
        for words, target in _LINK.findall(text)
    )
    text = " ".join(_plain(_LINK.sub(r"\1", text)).split())
    return line._replace(text=text, kind=kind, level=level, links=links)


def _plain(text: str) -> str:
    if "*" in text or "_" in text or "~" in text:
        text = _EMPHASIS.sub(lambda m: m[2] or m[3], text)
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
