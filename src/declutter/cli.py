"""The command `declutter`: bytes in, an `Article` out, in one of four formats."""

from __future__ import annotations

import os
import sys
import textwrap
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from declutter.model import Article

STDIN = "-"


class Format(StrEnum):
    """How an article is written."""

    JSON = "json"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="declutter-article", prog_name="declutter")
def main() -> None:
    """Take the main article out of web pages, from HTML or flattened text."""


@main.command(context_settings={"max_content_width": 100})
@click.argument("files", nargs=-1, metavar="[FILE|-]...")
@click.option(
    "--format",
    "fmt",
    type=click.Choice([f.value for f in Format]),
    default=Format.JSON.value,
    show_default=True,
    help="json: the whole Article, one line a page; text: the main text alone; "
    "markdown, html: title and main text.",
)
@click.option("--url", metavar="U", help="Address of the page; its relative links start from it.")
@click.option(
    "--pretty",
    is_flag=True,
    help="For the eye: indented JSON; text with title, source, related items and chrome.",
)
def extract(files: tuple[str, ...], fmt: str, url: str | None, pretty: bool) -> None:
    """Extract the article of each FILE (standard input without one, or for -).

    A FILE holds a page as HTML or as flattened plain text, in any encoding. Output is UTF-8.
    Nothing is fetched. Of several files, JSON takes a line each; Markdown is parted by rules, HTML
    stands in <article> elements, and text under a line "==> FILE <==".

    \b
    Examples:
      declutter extract page.html --url https://example.org/story --format markdown
      declutter extract *.txt > articles.jsonl
      curl -s https://example.org/story | declutter extract --pretty

    \b
    Exit codes:
      0  every file was read (an empty page gives an Article with a warning)
      1  a file could not be read; the others were extracted
      2  wrong usage
    """
    sources = files or (STDIN,)
    if url is not None and len(sources) > 1:
        raise click.UsageError("--url is the address of one page, but several files are given")
    if url is not None and not url.isprintable():
        raise click.BadParameter("holds bytes that are no text", param_hint="'--url'")
    if sources.count(STDIN) > 1:
        raise click.UsageError("standard input (-) can be read only once")
    try:
        failed = _extract_all(sources, Format(fmt), url, pretty)
    except BrokenPipeError:
        # Whoever read our output has enough (`| head`); that is no failure. Python would complain
        # once more when it flushes at exit, so give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    if failed:
        sys.exit(1)


def _extract_all(sources: tuple[str, ...], fmt: Format, url: str | None, pretty: bool) -> bool:
    """Write the article of each source; whether one could not be read."""
    out = sys.stdout.buffer  # UTF-8 whatever the locale says
    written, failed = 0, False
    for source in sources:
        try:
            data = _read(source)
        except OSError as e:
            failed = True
            reason = e.strerror or str(e)
            click.echo(f"declutter: {click.format_filename(source)}: {reason}", err=True)
            continue
        # Not at the top: this module should cost --help and wrong usage nothing but click.
        from declutter.api import extract as extract_article

        page = _written(extract_article(data, url=url), fmt, pretty)
        rule = _rule(source, fmt, first=not written) if len(sources) > 1 else ""
        out.write(f"{rule}{page}\n".encode())
        out.flush()
        written += 1
    return failed


def _read(source: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; raises OSError."""
    if source != STDIN:
        return Path(source).read_bytes()
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()


def _rule(source: str, fmt: Format, *, first: bool) -> str:
    """What parts the article of `source` from the one before it; JSON lines need nothing."""
    if fmt is Format.TEXT:
        name = "standard input" if source == STDIN else click.format_filename(source)
        return f"{'' if first else chr(10)}==> {name} <==\n"
    if fmt is Format.MARKDOWN and not first:
        return "\n---\n\n"
    return ""


def _written(article: Article, fmt: Format, pretty: bool) -> str:
    """The article in a format, without a closing newline."""
    match fmt:
        case Format.JSON:
            return article.model_dump_json(indent=2 if pretty else None)
        case Format.TEXT:
            return _for_reading(article) if pretty else article.text
        case Format.MARKDOWN:
            return article.markdown()
        case Format.HTML:
            return article.html()


def _for_reading(article: Article) -> str:
    """A page of plain text that shows the parts of an article: title, text, related, chrome."""
    signed = [*article.authors, article.site_name, article.date_published_raw]
    parts = [
        article.title or "(no title)",
        " - ".join(word for word in signed if word),
        article.text or "(no text)",
    ]
    if article.related:
        parts.append(f"== Related items: {len(article.related)}")
    for item in article.related:
        source = " - ".join(x for x in (item.site_name, item.date_published_raw, item.url) if x)
        body = "\n".join(
            textwrap.wrap(item.text, 100, initial_indent="    ", subsequent_indent="    ")
        )
        parts.append(
            "\n".join(x for x in (f"* {item.title}", source and f"    {source}", body) if x)
        )
    if article.comments:
        parts.append(f"== Comments: {len(article.comments)}")
        parts += [f"* {comment}" for comment in article.comments]
    if article.chrome:
        parts.append("== Chrome")
        parts.append(
            "\n".join(
                f"{c.kind.value:12} {' / '.join(c.text.split(chr(10)))}" for c in article.chrome
            )
        )
    parts += [f"warning: {w.message}" for w in article.warnings]
    return "\n\n".join(part for part in parts if part)
