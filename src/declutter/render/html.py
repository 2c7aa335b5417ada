"""An `Article` as a small HTML fragment."""

from __future__ import annotations

import html

from declutter.document import Kind
from declutter.model import Article, BlockTrace
from declutter.render.runs import Writer, depths, heading_level, runs, table


def to_html(article: Article) -> str:
    """The article as an `<article>` element, the title as `<h1>` where there is one.

    A fragment without attributes, styles or addresses: nothing of the page's markup gets through.
    """
    parts = [f"<h1>{_line(article.title)}</h1>"] if article.title else []
    parts += [_WRITERS.get(run.kind, _paragraphs)(run.blocks) for run in runs(article)]
    return "\n".join(["<article>", *parts, "</article>"])


def _escaped(text: str) -> str:
    """Escaped text, its own line breaks as `<br>`."""
    return "<br>\n".join(html.escape(x.strip(), quote=False) for x in text.strip().splitlines())


def _line(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=False)


def _paragraphs(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n".join(f"<p>{_escaped(b.text)}</p>" for b in blocks)


def _headings(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n".join(
        f"<h{level}>{_line(b.text)}</h{level}>"
        for b, level in ((b, heading_level(b)) for b in blocks)
    )


def _list(blocks: tuple[BlockTrace, ...]) -> str:
    out: list[str] = []
    above = -1
    for block, depth in zip(blocks, depths(blocks), strict=True):
        if depth > above:
            out.append("<ul>\n")
        else:
            out.append("</li>\n" + "</ul>\n</li>\n" * (above - depth))
        out.append(f"<li>{_escaped(block.text)}")
        above = depth
    out.append("</li>\n" + "</ul>\n</li>\n" * above + "</ul>")
    return "".join(out)


def _table(blocks: tuple[BlockTrace, ...]) -> str:
    rows = ("".join(f"<td>{_line(c)}</td>" for c in row) for row in table(blocks))
    return "\n".join(["<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>"])


def _quote(blocks: tuple[BlockTrace, ...]) -> str:
    return f"<blockquote>\n{_paragraphs(blocks)}\n</blockquote>"


def _code(blocks: tuple[BlockTrace, ...]) -> str:
    return "\n".join(f"<pre><code>{html.escape(b.text, quote=False)}</code></pre>" for b in blocks)


def _definitions(blocks: tuple[BlockTrace, ...]) -> str:
    tags = ("dt" if b.kind is Kind.TERM else "dd" for b in blocks)
    items = (f"<{tag}>{_escaped(b.text)}</{tag}>" for tag, b in zip(tags, blocks, strict=True))
    return "\n".join(["<dl>", *items, "</dl>"])


_WRITERS: dict[Kind, Writer] = {
    Kind.HEADING: _headings,
    Kind.LIST_ITEM: _list,
    Kind.ROW: _table,
    Kind.QUOTE: _quote,
    Kind.CODE: _code,
    Kind.DEFINITION: _definitions,
}
