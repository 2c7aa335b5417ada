"""Reads the Markdown that crawlers write: headings, links, images, quotes, emphasis.

A text is Markdown where it has inline links or several `#` headings, or begins with one and a blank
line; in any other text the same characters mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from declutter.document import Kind, Link, count_words
from declutter.reading.text.lines import Line

_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +#+)?$")
_UNDERLINES = {"=": 1, "-": 2}  # levels of headings by the line below them
_QUOTE = re.compile(r"(?:> ?)+(?=\S)")
# A picture that is written into its address holds blanks and brackets as it likes.
_IMAGE = re.compile(
    r"!\[([^\[\]]*)\]\("
    r"(?:data:(?:(?!!\[).)*?\)(?=[\s)\]!]|$)|[^()\s]*(?:\([^()]*\)[^()\s]*)?(?: +\"[^\"]*\")?\))"
)
_LINK = re.compile(r"\[([^\[\]]*)\]\(<?([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)?)>?(?: +\"[^\"]*\")?\)")
_LINK_START = re.compile(r"^\[(?!.*\])")
_LINK_END = re.compile(r"\]\(<?([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)?)>?(?: +\"[^\"]*\")?\)\s*$")
_CARD_LINES = 12  # of a link around a card
_EMPHASIS = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)\1|(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])")
# Links whose addresses stand at the end of the page.
_DEFINITION = re.compile(r"\[([^\[\]]+)\]: *<?([^\s<>]+)>?(?: +[\"'(].*)?$")
_ADDRESS = re.compile(r"[/#?.]|\w+:|www\.")
_REFERENCE = re.compile(r"\[([^\[\]]*)\] ?\[([^\[\]]+)\]")
# Addresses that some crawlers leave unescaped, blanks and all.
_LOOSE = re.compile(r"\[([^\[\]]*)\]\(((?:mailto|https?|javascript):[^()]*)\)")
_NUMBERED = re.compile(r"\d{1,2}[.)] +(?=\S)")
_CODE = re.compile(r"`([^`]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
# What it takes to read a text as Markdown: so many links, or so many headings.
_LINKS, _HEADINGS = 2, 2


def is_markdown(lines: Sequence[Line]) -> bool:
    """Whether a text is written in Markdown."""
    if len(lines) > 1 and lines[1].gap and _HEADING.match(lines[0].text):
        return True
    links = headings = 0
    for line in lines:
        if "](" in line.text:
            links += len(_LINK.findall(line.text))
        elif line.text[0] == "[":
            links += _definition(line) is not None
        elif line.text[0] == "#":
            headings += _HEADING.match(line.text) is not None
        if links >= _LINKS or headings >= _HEADINGS:
            return True
    return False


def read_markdown(lines: Sequence[Line]) -> list[Line]:
    """The lines with their marks read; lines that hold nothing but marks are left out.

    A link around a card begins on one line and ends on another: all between are in it.
    """
    made: list[Line] = []
    gap = 0
    opened: int | None = None  # how many lines were made before the link that is open
    for line in _resolved(lines):
        begins, target, line = _edges(line)
        if begins:
            opened = len(made)
        read = _read(line)
        if any(map(str.isalnum, read.text)):
            made.append(read._replace(gap=read.gap + gap))
            gap = 0
        else:
            gap += line.gap + 1
        if target and opened is not None:
            made[opened:] = [_linked(inner, target) for inner in made[opened:]]
        if target or (opened is not None and len(made) - opened > _CARD_LINES):
            opened = None
    return made


def _resolved(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with links by reference made links in place, and without the list of addresses."""
    found = [_definition(line) for line in lines]
    targets = {m[1].lower(): m[2] for m in found if m}

    def resolve(reference: re.Match[str]) -> str:
        target = targets.get(reference[2].lower())
        return f"[{reference[1]}]({target})" if target else reference[0]

    for line, definition in zip(lines, found, strict=True):
        if definition is None:
            text = _REFERENCE.sub(resolve, line.text) if targets and "][" in line.text else None
            yield line._replace(text=text) if text else line


def _definition(line: Line) -> re.Match[str] | None:
    """The address of a link by reference; a remark in brackets is none."""
    found = _DEFINITION.match(line.text) if line.text[0] == "[" else None
    return found if found and (found[1].isdigit() or _ADDRESS.match(found[2])) else None


def _edges(line: Line) -> tuple[bool, str, Line]:
    """Whether a link begins here that ends on another line, the target of one that began on
    another line, and the line without these marks."""
    text = line.text
    if "[" not in text and "](" not in text:
        return False, "", line
    rest = _LINK.sub("", _IMAGE.sub("", text))
    end, start = _LINK_END.search(rest), _LINK_START.search(rest)
    if end and "[" not in rest[: end.start()]:
        return False, end[1], line._replace(text="".join(text.rsplit(end[0], 1)))
    if start and text.startswith("["):
        return True, "", line._replace(text=text[1:].lstrip())
    return False, "", line


def _linked(line: Line, target: str) -> Line:
    if line.links:
        return line
    return line._replace(links=(Link(target, line.text, count_words(line.text)),))


def _read(line: Line) -> Line:
    text, kind, level = line.text, line.kind, line.level
    heading = _HEADING.match(text)
    if heading:
        text, kind, level = heading[2], Kind.HEADING, len(heading[1])
    elif line.underline in _UNDERLINES and kind is Kind.PARAGRAPH:
        kind, level = Kind.HEADING, _UNDERLINES[line.underline]
    elif (quote := _QUOTE.match(text)) is not None:
        text, kind = text[quote.end() :], Kind.QUOTE
    elif (number := _NUMBERED.match(text)) is not None and kind is Kind.PARAGRAPH:
        text, kind, level = text[number.end() :], Kind.LIST_ITEM, 1
    image = _IMAGE.search(text)
    if image:
        alone = not _LINK.sub(r"\1", _IMAGE.sub("", text)).strip("[]() !")
        kind = Kind.IMAGE_ALT if alone and kind is Kind.PARAGRAPH else kind
        text = _IMAGE.sub(r"\1", text)
    links = tuple(
        Link(target, " ".join(_plain(words).split()), count_words(words))
        for words, target in _LINK.findall(text)
    )
    text = " ".join(_plain(_LOOSE.sub(r"\1", _LINK.sub(r"\1", text))).split())
    return line._replace(text=text, kind=kind, level=level, links=links)


def _plain(text: str) -> str:
    if "*" in text or "_" in text or "~" in text:
        text = _EMPHASIS.sub(lambda m: m[2] or m[3], text)
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
