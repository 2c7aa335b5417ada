"""How fast, beside the bare parse and trafilatura, in one process over the same pages.

    python benchmarks/speed.py CORPUS.jsonl.xz [--pages 200] [--without-trafilatura]

Prints processor time as multiples of the bare lxml parse, because milliseconds differ from machine
to machine; the slowest pages; and for flattened pages megabytes of text a second.
"""

from __future__ import annotations

import argparse
import itertools
import json
import lzma
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))


def timed(work: Callable[[str], object], pages: list[str]) -> list[float]:
    """Processor seconds a page."""
    times = []
    for page in pages:
        start = time.process_time()
        work(page)
        times.append(time.process_time() - start)
    return times


def bare_parse(page: str) -> object:
    """What any lxml-based extractor pays at least."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    return etree.fromstring(page.encode("utf-8", "replace") or b"<p/>", parser)


def main() -> int:
    """The table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--without-trafilatura", action="store_true")
    options = parser.parse_args()
    from declutter import extract

    with lzma.open(options.corpus, "rt", encoding="utf-8", errors="surrogatepass") as lines:
        records = [json.loads(line) for line in itertools.islice(lines, options.pages)]
    html = [r["html"] for r in records if r.get("html")]
    flat = [r["flat"] for r in records if r.get("flat")]
    for page in (html or flat)[:5]:
        extract(page)
    if html:
        parse = timed(bare_parse, html)
        rows = {"bare parse": parse, "declutter": timed(extract, html)}
        if not options.without_trafilatura:
            import trafilatura

            rows["trafilatura"] = timed(trafilatura.extract, html)
        for name, times in rows.items():
            ordered = sorted(times)
            p99 = ordered[int(0.99 * len(ordered))]
            mean = sum(times) / len(times)
            print(
                f"{name:12s} x{sum(times) / sum(parse):6.2f}   mean {mean * 1e3:8.2f} ms   "
                f"p99 x{p99 / mean:5.1f} of the mean   max {ordered[-1] * 1e3:8.1f} ms"
            )
    if flat:
        times = timed(extract, flat)
        size = sum(map(len, flat)) / 1e6
        print(f"text         {size / sum(times):6.2f} MB a second   max {max(times) * 1e3:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
