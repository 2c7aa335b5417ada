"""Text -> `Document`: lines become blocks, runs of one indentation become containers."""

from __future__ import annotations

import html
from collections.abc import Sequence
from operator import attrgetter

from declutter.document import Block, Container, Document, Location, count_words
from declutter.lexicon import guess_language
from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.reading.text.exported import without_head
from declutter.reading.text.fences import without_listings
from declutter.reading.text.giant import cut_giant
from declutter.reading.text.glue import split_glued
from declutter.reading.text.lines import Line, read_lines
from declutter.reading.text.markdown import is_markdown, read_markdown
from declutter.reading.text.minified import part_minified
from declutter.reading.text.nodes import join_nodes
from declutter.reading.text.wrap import join_wrapped

# Characters of a line that is prose enough to tell the language by.
_PROSE = 80
_SAMPLE = 4_000  # some 600 words, which tell it as well as more do
_NO_TOKENS: frozenset[str] = frozenset()


def segment_text(
    text: str,
    url: str | None = None,
    *,
    escaped: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Cut a flattened page into blocks with their line spans. Every visible word is in one block.

    Args:
        text: the page as a flattener or crawler wrote it.
        url: the page's address; else that in the head of an export.
        escaped: whether special characters stand as character references ("caf&eacute;").
        limits: `limits.blocks` bounds the blocks; what is beyond it is joined to the last one.
    """
    text, listings = without_listings(html.unescape(text) if escaped else text)
    lines, address = without_head(read_lines(text))
    lines = join_wrapped(lines)
    url = url or address
    marked = address is not None or bool(listings) or is_markdown(lines)
    lines = part_minified(cut_giant(read_markdown(lines) if marked else lines, url))
    language = _language(lines)
    if not marked:
        lines = join_nodes(lines, language)
    lines = split_glued(lines, language)
    if listings:
        lines = sorted([*lines, *listings], key=attrgetter("first"))
    lines = _bounded(lines, limits.blocks)
    containers, places = _containers(lines)
    return Document(
        tuple(
            _block(i, line, place)
            for i, (line, place) in enumerate(zip(lines, places, strict=True))
        ),
        containers,
        language=language,
        url=url,
        base_url=url,
        has_markup=False,
    )


def _language(lines: Sequence[Line]) -> str | None:
    size, sample = 0, []
    for line in lines:
        if len(line.text) >= _PROSE:
            sample.append(line.text[:_SAMPLE])
            size += len(line.text)
            if size > _SAMPLE:
                break
    return guess_language(" ".join(sample or (line.text for line in lines[:200])))


def _bounded(lines: list[Line], most: int) -> list[Line]:
    if len(lines) <= most:
        return lines
    rest = lines[most - 1 :]
    joined = rest[0]._replace(text=" ".join(line.text for line in rest), last=rest[-1].last)
    return [*lines[: most - 1], joined]


def _block(index: int, line: Line, container: int) -> Block:
    words = count_words(line.text)
    linked = min(words, sum(link.words for link in line.links)) if line.links else 0
    # By position, because there is one for every line of every page.
    return Block(
        index,
        line.text,
        line.kind,
        line.level,
        container,
        "",
        _NO_TOKENS,
        words,
        linked,
        line.links,
        0.0,
        line.gap,
        Location(None, line.first, line.last),
    )


def _containers(lines: Sequence[Line]) -> tuple[tuple[Container, ...], list[int]]:
    """Runs of lines that are indented alike, deeper ones inside; `depth` is the nesting.

    The indentation in columns is the `shape` of a container, so that runs alike have one shape.
    """
    made = [_container(0, -1, 0, 0, 0)]
    stack = [(0, 0)]  # container, indent
    places: list[int] = []
    for i, line in enumerate(lines):
        if line.indent != stack[-1][1]:
            while len(stack) > 1 and line.indent < stack[-1][1]:
                inner, _ = stack.pop()
                made[inner] = made[inner]._replace(last=i)
            if line.indent > stack[-1][1]:
                made.append(_container(len(made), stack[-1][0], len(stack), line.indent, i))
                stack.append((len(made) - 1, line.indent))
        places.append(stack[-1][0])
    for inner, _ in stack:
        made[inner] = made[inner]._replace(last=len(lines))
    return tuple(made), places


def _container(index: int, parent: int, depth: int, indent: int, first: int) -> Container:
    return Container(
        index, parent, depth, "", _NO_TOKENS, "", "", "", "", "", str(indent), first, first
    )
