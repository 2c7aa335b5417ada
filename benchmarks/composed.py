"""Quality on pages put together from articles (see compose.py), by how they are made.

    python benchmarks/composed.py CORPORA              400 pages of articles no card has seen so
    python benchmarks/composed.py CORPORA --pages 100

CORPORA is a folder as told in material.py. Each page is read as elements, as bare lines, and as two
flatteners write it. Printed are the means of F1 of the text, `lost` (share of its four-word
shingles that are missing), the share of right titles, F1 of the related items by title, and `leak`
(share of their bodies' shingles that stand in the text).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from statistics import mean
from typing import Any

from calibrate_text import flattened
from compose import Composed, composed
from measure import figures

SEED = 7
COLUMNS = ("f1", "lost", "title", "related", "leak")


def forms(page: Composed) -> Iterator[tuple[str, dict[str, Any]]]:
    """The page in all its forms, by name."""
    record = page.record("html")
    yield "html", record
    yield "lines", page.record("lines")
    for name, flat in flattened(page.html):
        yield name, {**record, "html": None, "flat": flat}


def measured(page: Composed) -> list[tuple[list[str], dict[str, list[float]]]]:
    """For each form the groups that the page counts in, and its figures."""
    found = []
    for name, record in forms(page):
        kind = "html" if name == "html" else "text"
        groups = [name, *(f"{kind} {key}: {value}" for key, value in page.shape.items())]
        found.append((groups, figures(record)))
    return found


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    args = parser.parse_args()
    groups: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with Pool() as pool:
        pages = composed(args.corpora, args.pages, SEED, test=True)
        for names, found in (f for page in pool.imap(measured, pages, chunksize=8) for f in page):
            for name in names:
                for key, values in found.items():
                    groups[name][key] += values
    print(f"{'':32}" + "".join(f"{c:>8}" for c in COLUMNS))
    for name in sorted(groups, key=lambda n: (n.count(":"), n)):
        row = (f"{mean(groups[name][c]):8.3f}" if groups[name][c] else " " * 8 for c in COLUMNS)
        print(f"{name:32}" + "".join(row))


if __name__ == "__main__":
    main()
