"""Does memory stay flat? Extracts many pages in one process and prints the resident size.

    python benchmarks/soak.py CORPUS.jsonl.xz ... [--pages 20000]

Lines of a corpus hold `html` or `flat`; the first 300 of each corpus are read, in turn, again and
again. Ends with exit code 1 if the resident size grows by more
than 20 MB from page 1,000 to the last.
"""

from __future__ import annotations

import argparse
import itertools
import json
import lzma
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
GROWTH = 20.0


def resident() -> float:
    """Megabytes of this process in memory (Linux)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmRSS in /proc/self/status")


def sources(corpus: Path, most: int = 300) -> list[str]:
    """The first pages of a corpus."""
    with lzma.open(corpus, "rt", encoding="utf-8", errors="surrogatepass") as lines:
        records = [json.loads(line) for line in itertools.islice(lines, most)]
    return [r.get("html") or r.get("flat") or "" for r in records]


def main() -> int:
    """One line for every tenth of the pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--pages", type=int, default=20_000)
    options = parser.parse_args()
    from declutter import extract

    pages = [page for corpus in options.corpora for page in sources(corpus)]
    start = 0.0
    first = min(1000, options.pages // 4)
    for number, page in enumerate(itertools.islice(itertools.cycle(pages), options.pages), 1):
        extract(page)
        if number == first:
            start = resident()
        if number % max(1, options.pages // 10) == 0:
            print(f"{number:6d} pages  {resident():7.1f} MB", flush=True)
    growth = resident() - start
    print(f"growth from page {first}: {growth:.1f} MB (at most {GROWTH:.0f})")
    return 1 if growth > GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
