"""Calibrate the scorecard for flattened text: data/scorecards/text.toml.

    python benchmarks/calibrate_text.py CORPORA              cross-validate, print, write the card
    python benchmarks/calibrate_text.py CORPORA --dry-run    without writing

CORPORA holds flat-dev.jsonl.xz, a page a line: id, url, flat, text (gold), flattener; and pages in
HTML, which are flattened here: the articles with a gold text, and the pages of snippets-dev and
dates-dev, whose gold text is what the engine takes out of the HTML. The elements teach what the
lines mean: with these pages 0.005 more F1 on held-out sites, and a fifth less text lost. Each page
is flattened as flat-dev's are, and in one more of the ways of flatteners.py, in turn.

As in calibrate.py a line is gold when over half of its three-word shingles stand in the gold text,
and there are two logistic regressions: the line and its place, then its surroundings' scores. All
pages of a domain are in one fold. A third of the pages is read without its address, which callers
often do not have. Printed are the figures of held-out domains, of flat-dev ("all") and by
flattener. Needs numpy, scipy, scikit-learn and what flatteners.py does; the package does not.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np
from inscriptis import get_text
from inscriptis.model.config import ParserConfig
from resiliparse.extract.html2text import extract_plain_text

from calibrate import SMALLEST, card_tables, fit, options, write
from declutter import extract
from declutter.document import Document
from declutter.reading.text import segment_text
from declutter.scoring.line_traits import LineTraits
from declutter.scoring.lines import Lines
from declutter.scoring.runs import FEATURES, Runs
from flatteners import WAYS
from material import LABELLED, UNLABELLED, Layer, Page, labels, page_weight
from measure import records, word_f1, words

CARD = "text"
FOLDS = 4
OTHERS = [name for name in WAYS if name not in ("resiliparse", "inscriptis")]
TAUGHT_WEIGHT = 1.0  # at 0.5 the same F1, and a little more text lost
LEAST_TAUGHT = 400  # characters of text; below, the engine is unsure what the page is about
REGULARISATION = 0.03
MIN_HOSTS = 14


class Sample(NamedTuple):
    """A flattened page: `weight` says how much it counts, `judged` whether figures are its."""

    name: str
    kind: str
    url: str | None
    flat: str
    gold: str
    weight: float
    judged: bool


def samples(folder: Path) -> Iterator[Sample]:
    """The pages of flat-dev, then those flattened here."""
    known = set()
    for r in records(folder / "flat-dev.jsonl.xz"):
        name = r["id"].rsplit("-", 1)[0]
        known.add(name)
        yield Sample(name, r["flattener"], r.get("url"), r["flat"], r["text"], 1.0, True)
    for corpus in LABELLED:
        for number, r in enumerate(records(folder / f"{corpus}.jsonl.xz")):
            if r["type"] == "article" and r["text"]:
                name = f"{corpus.removesuffix('-dev')}-{r['id']}"
                ways = [] if name in known else flattened(r["html"])
                for kind, flat in (*ways, otherwise(r["html"], number)):
                    yield Sample(name, kind, r.get("url"), flat, r["text"], 1.0, name in known)
    for corpus in UNLABELLED:
        for number, r in enumerate(records(folder / f"{corpus}.jsonl.xz")):
            text = extract(r["html"], url=r.get("url")).text
            if len(text) >= LEAST_TAUGHT:
                for kind, flat in (*flattened(r["html"]), otherwise(r["html"], number)):
                    name = f"{corpus}-{r['id']}"
                    yield Sample(name, kind, r.get("url"), flat, text, TAUGHT_WEIGHT, False)


def flattened(html: str) -> Iterator[tuple[str, str]]:
    """A page as both flatteners of flat-dev write it."""
    yield "resiliparse", extract_plain_text(html)
    yield "inscriptis", get_text(html, ParserConfig(display_images=False))


def otherwise(html: str, number: int) -> tuple[str, str]:
    """The `number`-th page as one of the other flatteners writes it."""
    name = OTHERS[number % len(OTHERS)]
    return name, WAYS[name][1](html)


def domain(url: str | None, page: str) -> str:
    """The site a page is on, subdomains taken together; the page's name where it has no address."""
    parts = (urlsplit(url or "").hostname or page).split(".")
    short = len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2  # co.uk
    return ".".join(parts[-3:] if short else parts[-2:])


def load(folder: Path) -> Iterator[tuple[Page, Sample]]:
    for sample in samples(folder):
        known = sample.url if sum(map(ord, sample.name)) % 3 else None
        document = segment_text(sample.flat, known)
        gold = words(sample.gold)
        blocks = [words(b.text) for b in document.blocks]
        host = domain(sample.url, sample.name)
        marks = labels(blocks, gold)
        page = Page("flat", sample.kind, host, gold, document, marks, blocks, traits(document))
        yield page, sample._replace(flat="", gold="")


def traits(document: Document) -> list[list[str]]:
    lines = LineTraits(document.derived(Lines))
    return [[sys.intern(f"block\t{t}") for t in lines.of(b.index)] for b in document.blocks]


def surroundings(pages: list[Page], offsets: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """The quantities of all lines, by the scores of a first reading."""
    tables = []
    for k, p in enumerate(pages):
        runs = Runs(p.document.derived(Lines), scores[offsets[k] : offsets[k + 1]].tolist())
        tables.append(np.array(runs.columns, dtype=np.float32).T)
    return np.concatenate(tables)


def report(
    title: str, pages: list[Page], judged: list[bool], offsets: np.ndarray, scores: np.ndarray
) -> None:
    groups: dict[str, list[float]] = defaultdict(list)
    for k, p in enumerate(pages):
        if not judged[k]:
            continue
        s = scores[offsets[k] : offsets[k + 1]]
        pred = [w for v, ws in zip(s, p.words, strict=True) if v > 0 for w in ws]
        for group in (p.kind, "other" if p.kind in OTHERS else "all"):
            groups[group].append(word_f1(pred, p.gold))
    print(title, {g: round(float(np.mean(v)), 4) for g, v in groups.items()}, flush=True)


def main() -> None:
    args = options(__doc__).parse_args()
    pages, origins = map(list, zip(*load(args.corpora), strict=True))
    judged = [s.judged for s in origins]
    layer = Layer(pages, MIN_HOSTS)
    print(len(pages), "pages", layer.matrix.shape, file=sys.stderr)
    offsets = np.cumsum([0] + [len(p.labels) for p in pages])
    y = np.concatenate([p.labels for p in pages])
    weight = np.concatenate(
        [s.weight * page_weight(p) for p, s in zip(pages, origins, strict=True)]
    )
    hosts = sorted({p.host for p in pages})
    drawn = np.random.RandomState(0).randint(FOLDS, size=len(hosts))
    fold_of = dict(zip(hosts, drawn, strict=True))
    fold = np.concatenate([np.full(len(p.labels), fold_of[p.host]) for p in pages])

    first = np.zeros(len(y))
    for k in range(FOLDS):
        points, bias = fit(layer.matrix[fold != k], y[fold != k], weight[fold != k], REGULARISATION)
        points[np.abs(points) < SMALLEST] = 0
        first[fold == k] = layer.matrix[fold == k] @ points + bias
    report("layer 1", pages, judged, offsets, first)
    x = surroundings(pages, offsets, first)
    second = np.zeros(len(y))
    for k in range(FOLDS):
        points, bias = fit(x[fold != k], y[fold != k], weight[fold != k], 1.0)
        second[fold == k] = x[fold == k] @ points + bias
    report("layer 2", pages, judged, offsets, second)
    if args.dry_run:
        return
    context, bias2 = fit(x, y, weight, 1.0)
    points, bias = fit(layer.matrix, y, weight, REGULARISATION)
    table = {str(n): float(v) for n, v in zip(FEATURES, context, strict=True)} | {"always": bias2}
    write(CARD, card_tables(layer, points, bias) | {"context": table}, 2)


if __name__ == "__main__":
    main()
