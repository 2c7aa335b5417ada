"""An `Article` as Markdown or HTML: its title, and the blocks that make up `text`, nothing else.

Rendering reads the roles that were given and never chooses; both formats walk the same runs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from declutter.document import Kind
from declutter.model import Article, BlockTrace

CELL_RULE = " | "
"""What parts the cells of a row block."""

_ALWAYS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""Characters that mean something to Markdown wherever they stand; `_` only at a word's edge."""

_AT_LINE_START = re.compile(r"^(?:([#+=-])|(\d{1,9})([.)]))", re.MULTILINE)
"""Headings, list markers, rules and underlines, which count only where a line begins."""


class _Run(NamedTuple):
    """Neighbouring blocks that are written as one element: a list, a table, a quote ..."""

    kind: Kind
    blocks: tuple[BlockTrace, ...]


_Writer = Callable[[tuple[BlockTrace, ...]], str]


def to_markdown(article: Article) -> str:
    """The article as CommonMark with pipe tables, the title as `#` heading where there is one.

    Ends without a newline; empty where the article has neither title nor text.
    """
    parts = [f"# {_md_line(article.title)}"] if article.title else []
    parts += [_MARKDOWN.get(run.kind, _md_paragraphs)(run.blocks) for run in _runs(article)]
    return "\n\n".join(parts)


def to_html(article: Article) -> str:
    """The article as an `<article>` element, the title as `<h1>` where there is one.

    A fragment without attributes, styles or addresses: nothing of the page's markup gets through.
    """
    parts = [f"<h1>{_html_line(article.title)}</h1>"] if article.title else []
    parts += [_HTML.get(run.kind, _html_paragraphs)(run.blocks) for run in _runs(article)]
    return "\n".join(["<article>", *parts, "</article>"])


def _runs(article: Article) -> Iterator[_Run]:
    """The blocks of the text, grouped into runs."""
    shown = (b for b in article.blocks if b.role.in_text and b.text.strip())
    for kind, blocks in groupby(shown, key=_family):
        yield _Run(kind, tuple(blocks))


def _family(block: BlockTrace) -> Kind:
    """The kind of run a block stands in: terms and definitions alternate in one list."""
    return Kind.DEFINITION if block.kind is Kind.TERM else block.kind


def _heading_level(block: BlockTrace) -> int:
    """2..6: level 1 is the title's, and headings of flattened text may have none."""
    return min(max(block.level, 2), 6)


def _depths(blocks: Iterable[BlockTrace]) -> list[int]:
    """Nesting of list items from 0, never more than one deeper than the item before."""
    open_levels: list[int] = []
    depths = []
    for block in blocks:
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        depths.append(len(open_levels) - 1)
    return depths


def _table(blocks: tuple[BlockTrace, ...]) -> list[list[str]]:
    """Cells by row, short rows filled up with empty cells."""
    # The spaces let empty cells at either end part like those in the middle.
    rows = [[c.strip() for c in f" {b.text} ".split(CELL_RULE)] for b in blocks]
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def _md(text: str, line_break: str) -> str:
    """Text that Markdown shows as it stands, its own line breaks written as `line_break`."""
    lines = "\n".join(line.strip() for line in text.strip().splitlines() if line.strip())
    escaped = _ALWAYS.sub(r"\\\g<0>", lines)
    return _AT_LINE_START.sub(_escape_marker, escaped).replace("\n", line_break)


def _escape_marker(found: re.Match[str]) -> str:
    marker, number, stop = found.groups()
    return f"\\{marker}" if marker else f"{number}\\{stop}"


def _md_line(text: str) -> str:
    """Text for a single line, a heading or cell; there a closing `#` would be dropped."""
    line = _md(text, " ")
    return re.sub(r"#+$", lambda m: "\\#" * len(m[0]), line)


def _md_paragraphs(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n\n".join(_md(b.text, "\\\n") for b in blocks)


def _md_headings(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n\n".join(f"{'#' * _heading_level(b)} {_md_line(b.text)}" for b in blocks)


def _md_list(blocks: tuple[BlockTrace, ...]) -> str:
    lines = []
    for block, depth in zip(blocks, _depths(blocks), strict=True):
        indent = "  " * depth
        lines.append(f"{indent}- " + _md(block.text, f"\\\n{indent}  "))
    return "\n".join(lines)


def _md_table(blocks: tuple[BlockTrace, ...]) -> str:
    first, *rest = (f"| {' | '.join(map(_md_line, row))} |" for row in _table(blocks))
    rule = "|" + " --- |" * len(_table(blocks)[0])
    return "\n".join([first, rule, *rest])


def _md_quote(blocks: tuple[BlockTrace, ...]) -> str:
    lines = _md_paragraphs(blocks).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _md_code(blocks: tuple[BlockTrace, ...]) -> str:
    parts = []
    for block in blocks:
        longest = max(map(len, re.findall("`+", block.text)), default=0)
        fence = "`" * max(3, longest + 1)
        parts.append(f"{fence}\n{block.text}\n{fence}")
    return "\n\n".join(parts)


def _md_definitions(blocks: tuple[BlockTrace, ...]) -> str:
    # CommonMark has no definition lists.
    return "\n\n".join(
        f"**{_md_line(b.text)}**" if b.kind is Kind.TERM else _md(b.text, "\\\n") for b in blocks
    )


def _html(text: str) -> str:
    """Escaped text, its own line breaks as `<br>`."""
    return "<br>\n".join(html.escape(x.strip(), quote=False) for x in text.strip().splitlines())


def _html_line(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=False)


def _html_paragraphs(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n".join(f"<p>{_html(b.text)}</p>" for b in blocks)


def _html_headings(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n".join(
        f"<h{level}>{_html_line(b.text)}</h{level}>"
        for b, level in ((b, _heading_level(b)) for b in blocks)
    )


def _html_list(blocks: tuple[BlockTrace, ...]) -> str:
    out: list[str] = []
    above = -1
    for block, depth in zip(blocks, _depths(blocks), strict=True):
        if depth > above:
            out.append("<ul>\n")
        else:
            out.append("</li>\n" + "</ul>\n</li>\n" * (above - depth))
        out.append(f"<li>{_html(block.text)}")
        above = depth
    out.append("</li>\n" + "</ul>\n</li>\n" * above + "</ul>")
    return "".join(out)


def _html_table(blocks: tuple[BlockTrace, ...]) -> str:
    rows = ("".join(f"<td>{_html_line(c)}</td>" for c in row) for row in _table(blocks))
    return "\n".join(["<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>"])


def _html_quote(blocks: tuple[BlockTrace, ...]) -> str:
    return f"<blockquote>\n{_html_paragraphs(blocks)}\n</blockquote>"


def _html_code(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n".join(f"<pre><code>{html.escape(b.text, quote=False)}</code></pre>" for b in blocks)


def _html_definitions(blocks: tuple[BlockTrace, ...]) -> str:
    tags = ("dt" if b.kind is Kind.TERM else "dd" for b in blocks)
    items = (f"<{tag}>{_html(b.text)}</{tag}>" for tag, b in zip(tags, blocks, strict=True))
    return "\n".join(["<dl>", *items, "</dl>"])


_MARKDOWN: dict[Kind, _Writer] = {
    Kind.HEADING: _md_headings,
    Kind.LIST_ITEM: _md_list,
    Kind.ROW: _md_table,
    Kind.QUOTE: _md_quote,
    Kind.CODE: _md_code,
    Kind.DEFINITION: _md_definitions,
}

_HTML: dict[Kind, _Writer] = {
    Kind.HEADING: _html_headings,
    Kind.LIST_ITEM: _html_list,
    Kind.ROW: _html_table,
    Kind.QUOTE: _html_quote,
    Kind.CODE: _html_code,
    Kind.DEFINITION: _html_definitions,
}
