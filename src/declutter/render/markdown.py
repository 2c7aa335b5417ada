"""An `Article` as Markdown."""

from __future__ import annotations

import re

from declutter.document import Kind
from declutter.model import Article, BlockTrace
from declutter.render.runs import Writer, depths, heading_level, runs, table

_ALWAYS = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""Characters that mean something to Markdown wherever they stand; `_` only at a word's edge."""

_AT_LINE_START = re.compile(
    r"^(?:(>|#(?=#{0,5}(?:\s|$))|\+(?=\s|$)|-(?=[\s-]|$)|=(?==*\s*$))|(\d{1,9})([.)])(?=\s|$))",
    re.MULTILINE,
)
"""Headings, list markers, rules and underlines, which count only where a line begins."""


def to_markdown(article: Article) -> str:
    """The article as CommonMark with pipe tables, the title as `#` heading where there is one.

    Ends without a newline; empty where the article has neither title nor text.
    """
    parts = [f"# {_line(article.title)}"] if article.title else []
    parts += [_WRITERS.get(run.kind, _paragraphs)(run.blocks) for run in runs(article)]
    return "\n\n".join(parts)


def _escaped(text: str, line_break: str) -> str:
    """Text that Markdown shows as it stands, its own line breaks written as `line_break`."""
    lines = "\n".join(line.strip() for line in text.strip().splitlines() if line.strip())
    escaped = _ALWAYS.sub(r"\\\g<0>", lines)
    return _AT_LINE_START.sub(_escape_marker, escaped).replace("\n", line_break)


def _escape_marker(found: re.Match[str]) -> str:
    marker, number, stop = found.groups()
    return f"\\{marker}" if marker else f"{number}\\{stop}"


def _line(text: str) -> str:
    """Text for a single line, a heading or cell; there a `#` that closes it would be dropped."""
    line = _escaped(text, " ")
    return re.sub(r"(?<=\s)#+$", lambda m: "\\#" * len(m[0]), line)


def _paragraphs(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n\n".join(_escaped(b.text, "\\\n") for b in blocks)


def _headings(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n\n".join(f"{'#' * heading_level(b)} {_line(b.text)}" for b in blocks)


def _list(blocks: tuple[BlockTrace, ...]) -> str:
    lines = []
    for block, depth in zip(blocks, depths(blocks), strict=True):
        indent = "  " * depth
        lines.append(f"{indent}- " + _escaped(block.text, f"\\\n{indent}  "))
    return "\n".join(lines)


def _table(blocks: tuple[BlockTrace, ...]) -> str:
    first, *rest = (f"| {' | '.join(map(_line, row))} |" for row in table(blocks))
    rule = "|" + " --- |" * len(table(blocks)[0])
    return "\n".join([first, rule, *rest])


def _quote(blocks: tuple[BlockTrace, ...]) -> str:
    lines = _paragraphs(blocks).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _code(blocks: tuple[BlockTrace, ...]) -> str:
    parts = []
    for block in blocks:
        longest = max(map(len, re.findall("`+", block.text)), default=0)
        fence = "`" * max(3, longest + 1)
        parts.append(f"{fence}\n{block.text}\n{fence}")
    return "\n\n".join(parts)


def _definitions(blocks: tuple[BlockTrace, ...]) -> str:
    # CommonMark has no definition lists.
    return "\n\n".join(
        f"**{_line(b.text)}**" if b.kind is Kind.TERM else _escaped(b.text, "\\\n") for b in blocks
    )


_WRITERS: dict[Kind, Writer] = {
    Kind.HEADING: _headings,
    Kind.LIST_ITEM: _list,
    Kind.ROW: _table,
    Kind.QUOTE: _quote,
    Kind.CODE: _code,
    Kind.DEFINITION: _definitions,
}
