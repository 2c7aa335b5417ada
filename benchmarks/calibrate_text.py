"""Calibrate the scorecards for flattened text: data/scorecards/text.toml and headline.toml.

    python benchmarks/calibrate_text.py CORPORA              cross-validate, print, write the card
    python benchmarks/calibrate_text.py CORPORA --dry-run    without writing

CORPORA holds flat-dev.jsonl.xz, a page a line: id, url, flat, text (gold), flattener. As in
calibrate.py a line is gold when over half of its three-word shingles stand in the gold text, and
there are two logistic regressions: the line and its place, then its surroundings' scores. Both
flattenings of a page, and all pages of a site, are in one fold. A third of the pages is read
without its address, which callers often do not have. The printed figures are those of held-out
sites. Needs numpy, scipy and scikit-learn, which the package does not.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

import calibrate
from calibrate import (
    SMALLEST,
    Layer,
    Page,
    card_tables,
    f1,
    fit,
    labels,
    page_weight,
    words,
    write,
)
from declutter.document import Document
from declutter.reading.text import segment_text
from declutter.scoring.line_traits import LineTraits
from declutter.scoring.lines import Lines
from declutter.scoring.runs import FEATURES, Runs

CARD = "text"
FOLDS = 4
HEADLINE_HOSTS = 10
SAME_TITLE = 0.9
REGULARISATION = 0.03
calibrate.MIN_HOSTS = 12


def load(folder: Path) -> Iterator[Page]:
    with lzma.open(folder / "flat-dev.jsonl.xz") as f:
        for line in f:
            record = json.loads(line)
            url = record.get("url")
            page = record["id"].rsplit("-", 1)[0]
            host = (urlsplit(url or "").hostname or page).removeprefix("www.")
            known = url if sum(map(ord, page)) % 3 else None
            document = segment_text(record["flat"], known)
            gold = words(record["text"])
            blocks = [words(b.text) for b in document.blocks]
            yield Page(
                "flat",
                record["flattener"],
                host,
                gold,
                document,
                labels(blocks, gold),
                blocks,
                traits(document),
            )


def traits(document: Document) -> list[list[str]]:
    lines = LineTraits(document.derived(Lines))
    return [[f"block\t{t}" for t in lines.of(b.index)] for b in document.blocks]


def surroundings(
    pages: list[Page], offsets: np.ndarray, scores: np.ndarray
) -> tuple[np.ndarray, list[str]]:
    rows: list[dict[str, float]] = []
    for k, p in enumerate(pages):
        runs = Runs(p.document.derived(Lines), scores[offsets[k] : offsets[k + 1]].tolist())
        rows.extend(
            dict(zip(FEATURES, runs.values(b.index), strict=True)) for b in p.document.blocks
        )
    names = sorted({n for r in rows for n in r})
    return np.array([[r.get(n, 0.0) for n in names] for r in rows], dtype=np.float32), names


def report(title: str, pages: list[Page], offsets: np.ndarray, scores: np.ndarray) -> None:
    groups: dict[str, list[float]] = defaultdict(list)
    for k, p in enumerate(pages):
        s = scores[offsets[k] : offsets[k + 1]]
        pred = [w for v, ws in zip(s, p.words, strict=True) if v > 0 for w in ws]
        for group in (p.kind, "all"):
            groups[group].append(f1(pred, p.gold))
    print(title, {g: round(float(np.mean(v)), 4) for g, v in groups.items()}, flush=True)


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    args = parser.parse_args()
    pages = list(load(args.corpora))
    layer = Layer(pages)
    print(len(pages), "pages", layer.matrix.shape, file=sys.stderr)
    offsets = np.cumsum([0] + [len(p.labels) for p in pages])
    y = np.concatenate([p.labels for p in pages])
    weight = np.concatenate([page_weight(p) for p in pages])
    hosts = sorted({p.host for p in pages})
    drawn = np.random.RandomState(0).randint(FOLDS, size=len(hosts))
    fold_of = dict(zip(hosts, drawn, strict=True))
    fold = np.concatenate([np.full(len(p.labels), fold_of[p.host]) for p in pages])

    first = np.zeros(len(y))
    for k in range(FOLDS):
        points, bias = fit(layer.matrix[fold != k], y[fold != k], weight[fold != k], REGULARISATION)
        points[np.abs(points) < SMALLEST] = 0
        first[fold == k] = layer.matrix[fold == k] @ points + bias
    report("layer 1", pages, offsets, first)
    x, names = surroundings(pages, offsets, first)
    second = np.zeros(len(y))
    for k in range(FOLDS):
        points, bias = fit(x[fold != k], y[fold != k], weight[fold != k], 1.0)
        second[fold == k] = x[fold == k] @ points + bias
    report("layer 2", pages, offsets, second)
    if args.dry_run:
        return
    context, bias2 = fit(x, y, weight, 1.0)
    points, bias = fit(layer.matrix, y, weight, REGULARISATION)
    table = {n: float(v) for n, v in zip(names, context, strict=True)} | {"always": bias2}
    write(CARD, card_tables(layer, points, bias) | {"context": table}, 2)


if __name__ == "__main__":
    main()
