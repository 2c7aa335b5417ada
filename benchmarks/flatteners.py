"""Quality on the same pages as each of many flatteners leaves them.

    python benchmarks/flatteners.py FOLDER [--every 4]

Takes every n-th article with a gold text from the HTML corpora in FOLDER (see measure.py), flattens
each page in every way whose library is installed (beautifulsoup4, html2text, html_text, inscriptis,
markdownify, resiliparse), and prints the mean word F1, the share of the text lost, and the share of
titles found. "as HTML" is the page itself.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib.util import find_spec
from itertools import islice
from multiprocessing import Pool
from pathlib import Path
from statistics import mean
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from measure import figures, records  # noqa: E402  the package need not be installed

CORPORA = ("wcxb-dev", "aed-dev", "fundus-dev")
FIGURES = ("f1", "lost", "title")
UNSEEN = ("script", "style", "noscript", "template")
AS_HTML = "as HTML"


def soup(html: str) -> Any:
    """The page without what nobody sees, as users of BeautifulSoup prepare it."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(html, "lxml")
    for element in page(UNSEEN):
        element.decompose()
    return page


def text_nodes(html: str) -> str:
    """One text node a line, without blank lines."""
    return "\n".join(soup(html).stripped_strings)


def html2text(html: str, **options: Any) -> str:
    """Markdown as html2text writes it."""
    from html2text import HTML2Text

    writer = HTML2Text()
    for name, value in options.items():
        setattr(writer, name, value)
    return str(writer.handle(str(soup(html))))


def markdownify(html: str) -> str:
    """Markdown as markdownify writes it, with underlined headings."""
    from markdownify import markdownify as convert

    return str(convert(str(soup(html))))


def resiliparse(html: str, **options: Any) -> str:
    """The whole page as resiliparse flattens it."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=False, **options))


def wet(html: str) -> str:
    """Lines of blocks without blank lines or bullets, as in Common Crawl's WET files."""
    lines = resiliparse(html, alt_texts=False, list_bullets=False).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def inscriptis(html: str) -> str:
    """Columns and indentation."""
    from inscriptis import get_text

    return str(get_text(html))


def html_text(html: str, **options: Any) -> str:
    """Blocks as html_text guesses them."""
    from html_text import extract_text

    return str(extract_text(html, **options))


# By name the library that each way needs, and the way.
WAYS: dict[str, tuple[str, Callable[[str], str]]] = {
    "resiliparse": ("resiliparse", lambda h: resiliparse(h, alt_texts=True)),
    "WET": ("resiliparse", wet),
    "inscriptis": ("inscriptis", inscriptis),
    "html_text": ("html_text", html_text),
    "html_text, one line": ("html_text", lambda h: html_text(h, guess_layout=False)),
    "html2text": ("html2text", html2text),
    "html2text, no links": ("html2text", lambda h: html2text(h, body_width=0, ignore_links=True)),
    "html2text, references": ("html2text", lambda h: html2text(h, inline_links=False)),
    "markdownify": ("markdownify", markdownify),
    'get_text("\\n"), stripped': ("bs4", text_nodes),
    'get_text("\\n")': ("bs4", lambda h: str(soup(h).get_text("\n"))),
    'get_text(" ")': ("bs4", lambda h: str(soup(h).get_text(" "))),
    "get_text()": ("bs4", lambda h: str(soup(h).get_text())),
    'get_text(" "), one line': ("bs4", lambda h: " ".join(soup(h).get_text(" ").split())),
}


def articles(folder: Path, every: int) -> list[dict[str, Any]]:
    """Every n-th article of each corpus that has a gold text."""
    found: list[dict[str, Any]] = []
    for name in CORPORA:
        path = folder / f"{name}.jsonl.xz"
        if path.is_file():
            kept = (r for r in records(path) if r["type"] == "article" and r.get("text"))
            found += islice(kept, None, None, every)
    return found


def measured(job: tuple[str, dict[str, Any]]) -> tuple[str, dict[str, list[float]]]:
    """The figures of one page in one way."""
    name, record = job
    if name != AS_HTML:
        record = record | {"html": None, "flat": WAYS[name][1](record["html"])}
    return name, figures(record)


def main() -> int:
    """The table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=4, help="every n-th article (4)")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    pages = articles(options.folder, options.every)
    if not pages:
        parser.error(f"no pages with a gold text in {options.folder}")
    needed = {library for library, _ in WAYS.values()} | {"bs4"}
    missing = sorted(library for library in needed if find_spec(library) is None)
    if missing:
        print(f"left out, not installed: {', '.join(missing)}", file=sys.stderr)
    # Most libraries are given the page that BeautifulSoup has cleaned.
    ways = [AS_HTML, *(n for n, (library, _) in WAYS.items() if library not in missing)]
    sums: dict[str, dict[str, list[float]]] = {n: {f: [] for f in FIGURES} for n in ways}
    with Pool(options.jobs) as pool:
        for name, found in pool.imap(measured, [(n, p) for p in pages for n in ways], chunksize=8):
            for figure in FIGURES:
                sums[name][figure] += found.get(figure, [])
    print(f"| {len(pages)} pages | F1 | lost | title |\n| --- | --- | --- | --- |")
    for name, values in sums.items():
        print(f"| {name} | {' | '.join(f'{mean(values[f]):.3f}' for f in FIGURES)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
