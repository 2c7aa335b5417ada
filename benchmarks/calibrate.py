"""Calibrate the scorecards on labelled pages; writes src/declutter/data/scorecards/*.toml.

    python benchmarks/calibrate.py CORPORA              cross-validate, print, write the cards
    python benchmarks/calibrate.py CORPORA --dry-run    without writing

CORPORA is a folder with <name>.jsonl.xz files, a page a line: id, url, html, text (gold), type.
A block is gold when over half of its three-word shingles stand in the gold text. Three steps, each
a logistic regression: the page's type (`page_types`), blocks by their traits (`article` for pages
whose text runs on, `broad` for the rest), blocks by what their surroundings scored (the cards'
`context`, fitted on scores of held-out pages mixed as the engine mixes them). Traits must occur on
MIN_HOSTS sites, so that no card knows a site. Folds keep a site's pages together; the printed F1
is of whole pages, all three steps held out, by even odds; `heldout.py` measures the whole of
`extract` like that. Needs numpy, scipy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from declutter.document import Document
from declutter.limits import DEFAULT_LIMITS
from declutter.metadata.declared import declare
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.scoring.card import APART, element_names
from declutter.scoring.context import FEATURES, Context
from declutter.scoring.landmarks import Landmarks
from declutter.scoring.page_traits import PAGE_WIDE, page_traits
from declutter.scoring.traits import Traits
from measure import records, word_f1, words

HERE = Path(__file__).resolve().parent
CARDS = HERE.parent / "src" / "declutter" / "data" / "scorecards"
MIN_HOSTS = 30
REGULARISATION = 0.03
PAGE_HOSTS = 15
PAGE_REGULARISATION = 0.05
SMALLEST = 0.04  # points below this are left out of the card
CONTEXT_REGULARISATION = 1.0
FOLDS = 3
ALL = -1  # in place of a fold: nothing is held out
CARD_TYPES = {
    "article": ("article", "documentation"),
    "broad": ("service", "listing", "product", "collection", "forum"),
}


@dataclass
class Page:
    corpus: str
    kind: str
    host: str
    gold: list[str]
    document: Document
    labels: np.ndarray
    words: list[list[str]]
    traits: list[list[str]]


def load(folder: Path) -> Iterator[Page]:
    for name in ("aed-dev", "fundus-dev", "wcxb-dev"):
        for number, record in enumerate(records(folder / f"{name}.jsonl.xz")):
            if record["text"] is not None:
                yield page_of(name, number, record)


def page_of(name: str, number: int, record: dict[str, Any]) -> Page:
    root = parse(record["html"].encode("utf-8", "replace").decode(), DEFAULT_LIMITS).root
    url = record.get("url")
    document = replace(segment(root, url), declared=declare(root, url))
    gold = words(record["text"])
    blocks = [words(b.text) for b in document.blocks]
    host = host_of(url, f"{name}-{number}")
    marks, traits = labels(blocks, gold), trait_lists(document)
    return Page(name, record["type"], host, gold, document, marks, blocks, traits)


def labels(blocks: list[list[str]], gold: list[str]) -> np.ndarray:
    grams, run = set(zip(gold, gold[1:], gold[2:], strict=False)), f" {' '.join(gold)} "
    out = []
    for w in blocks:
        if len(w) >= 3:
            hits = [g in grams for g in zip(w, w[1:], w[2:], strict=False)]
            out.append(2 * sum(hits) > len(hits))
        else:
            out.append(bool(w) and f" {' '.join(w)} " in run)
    return np.array(out, dtype=int)


def trait_lists(document: Document) -> list[list[str]]:
    """For every block its traits, prefixed with the card's table they belong to."""
    traits = document.derived(Traits)
    named: list[list[str]] = []
    around: list[list[str]] = []
    for c in document.containers:
        names = [] if c.tag in PAGE_WIDE else [*element_names(c), *sorted(c.tokens)]
        outer = around[c.parent] if c.parent >= 0 else []
        named.append([f"near\t{n}" for n in names] + outer)
        around.append(outer + [f"around\t{n}" for n in names])
    lists = []
    for b in document.blocks:
        inline = [f"near\t{n}" for n in b.tokens - document.containers[b.container].tokens]
        own = [f"block\t{t}" for t in traits.of(b.index)]
        lists.append(own + inline + named[b.container])
    return lists


class Layer:
    """A sparse matrix of traits over the blocks of all pages."""

    def __init__(self, pages: list[Page]) -> None:
        hosts: dict[str, set[str]] = defaultdict(set)
        for p in pages:
            for trait in {t for traits in p.traits for t in traits}:
                if len(hosts[trait]) < MIN_HOSTS:
                    hosts[trait].add(p.host)
        self.names = sorted(t for t, h in hosts.items() if len(h) >= MIN_HOSTS)
        column = {t: i for i, t in enumerate(self.names)}
        indices: list[int] = []
        pointers = [0]
        for p in pages:
            for traits in p.traits:
                indices.extend(column[t] for t in traits if t in column)
                pointers.append(len(indices))
            p.traits = []
        ones = np.ones(len(indices), dtype=np.float32)
        shape = (len(pointers) - 1, len(self.names))
        self.matrix = sp.csr_matrix((ones, np.array(indices), np.array(pointers)), shape=shape)
        self.matrix.sum_duplicates()


def fit(x: Any, y: np.ndarray, weight: np.ndarray, c: float) -> tuple[np.ndarray, float]:
    model = LogisticRegression(C=c, max_iter=400).fit(x, y, sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def context_matrix(pages: list[Page], offsets: np.ndarray, scores: np.ndarray) -> np.ndarray:
    rows: list[list[float]] = []
    for k, p in enumerate(pages):
        if p.document.blocks:
            context = Context(p.document, scores[offsets[k] : offsets[k + 1]].tolist())
            rows.extend(context.values(b.index) for b in p.document.blocks)
    return np.array(rows)


def report(title: str, pages: list[Page], offsets: np.ndarray, scores: np.ndarray) -> None:
    groups: dict[str, list[float]] = defaultdict(list)
    for k, p in enumerate(pages):
        s = scores[offsets[k] : offsets[k + 1]]
        pred = [w for v, ws in zip(s, p.words, strict=True) if v > 0 for w in ws]
        groups[f"{p.corpus}/{p.kind}"].append(word_f1(pred, p.gold))
    print(title, {g: round(float(np.mean(v)), 3) for g, v in groups.items()}, flush=True)


def card_tables(layer: Layer, points: np.ndarray, bias: float) -> dict[str, dict[str, float]]:
    tables: dict[str, dict[str, float]] = {"block": {}, "near": {}, "around": {}}
    for trait, value in zip(layer.names, points, strict=True):
        table, _, key = trait.partition("\t")
        if abs(value) >= SMALLEST:
            tables[table][key] = float(value)
    tables["block"]["always"] = tables["block"].get("always", 0.0) + bias
    return tables


def write(name: str, tables: dict[str, dict[str, float]], digits: int) -> None:
    lines = ["# Written by benchmarks/calibrate.py: points (log-odds) a trait."]
    for table, entries in tables.items():
        lines.append(f"\n[{table}]")
        for key, value in sorted(entries.items()):
            lines.append(f"{json.dumps(key, ensure_ascii=False)} = {value:.{digits}f}")
    CARDS.mkdir(parents=True, exist_ok=True)
    (CARDS / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


Tables = dict[str, dict[str, float]]
Cards = dict[str, Tables]  # by the name of the file they are kept in


class Material:
    """The labelled pages, a row a block; `fold` of each page, `apart` blocks the engine skips."""

    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        self.layer = Layer(pages)
        self.offsets = np.cumsum([0] + [len(p.labels) for p in pages])
        self.y = np.concatenate([p.labels for p in pages])
        self.apart = np.concatenate([p.document.derived(Landmarks).inside for p in pages])
        hosts = sorted({p.host for p in pages})
        drawn = np.random.RandomState(0).randint(FOLDS, size=len(hosts))
        self.fold_of_host = dict(zip(hosts, map(int, drawn), strict=True))
        self.fold = np.array([self.fold_of_host[p.host] for p in pages])

    def rows(self, chosen: np.ndarray) -> np.ndarray:
        """The rows of the chosen pages' blocks."""
        ends = self.offsets
        return np.concatenate([np.arange(ends[k], ends[k + 1]) for k in np.flatnonzero(chosen)])

    def weight(self) -> np.ndarray:
        """Weights of the rows. The blocks apart count: they show what menus elsewhere look like."""
        return np.concatenate([page_weight(p) for p in self.pages])

    def fits(self, x: Any, weight: np.ndarray, c: float, folds: list[int]) -> dict[int, Any]:
        """For each fold, points and bias by card, fitted on the pages outside the fold."""
        kind = np.array([p.kind for p in self.pages])
        found: dict[int, Any] = {}
        for f in folds:
            found[f] = {}
            for name, kinds in CARD_TYPES.items():
                train = self.rows(np.isin(kind, kinds) & (self.fold != f))
                found[f][name] = fit(x[train], self.y[train], weight[train], c)
        return found

    def mixed(self, x: Any, fits: dict[int, Any], textual: np.ndarray) -> np.ndarray:
        """Scores of held-out blocks, the cards mixed as the engine mixes them."""
        share = np.repeat(textual, [len(p.labels) for p in self.pages])
        scores = np.zeros(len(self.y))
        for f in range(FOLDS):
            test = self.rows(self.fold == f)
            (a, bias_a), (b, bias_b) = fits[f]["article"], fits[f]["broad"]
            scores[test] = share[test] * (x[test] @ a + bias_a)
            scores[test] += (1 - share[test]) * (x[test] @ b + bias_b)
        return np.where(self.apart, APART, scores)


def page_types(material: Material, folds: list[int]) -> tuple[np.ndarray, dict[int, Tables]]:
    """Shares of textual types of held-out pages; for each fold the tables of the card."""
    pages, fold_of = material.pages, material.fold
    lists = [sorted(set(page_traits(p.document))) for p in pages]
    hosts: dict[str, set[str]] = defaultdict(set)
    for p, traits in zip(pages, lists, strict=True):
        for t in traits:
            hosts[t].add(p.host)
    names = sorted(t for t, h in hosts.items() if len(h) >= PAGE_HOSTS)
    column = {t: i for i, t in enumerate(names)}
    indices = [[column[t] for t in traits if t in column] for traits in lists]
    pointers = np.cumsum([0] + [len(row) for row in indices])
    flat = [i for row in indices for i in row]
    x = sp.csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(pages), len(names)))
    y = np.array([p.kind for p in pages])
    count = Counter(y.tolist())
    weight = np.array([count[k] ** -0.4 for k in y])  # between one vote a page and one a type
    weight /= weight.mean()
    textual, right = np.zeros(len(pages)), 0
    tables: dict[int, Tables] = {}
    for fold in folds:
        train, test = fold_of != fold, fold_of == fold
        fitted = LogisticRegression(C=PAGE_REGULARISATION, max_iter=500)
        fitted.fit(x[train], y[train], sample_weight=weight[train])
        tables[fold] = type_tables(fitted, names)
        if test.any():
            shares = fitted.predict_proba(x[test])
            textual[test] = shares[:, np.isin(fitted.classes_, CARD_TYPES["article"])].sum(axis=1)
            right += int((fitted.classes_[shares.argmax(axis=1)] == y[test]).sum())
    print(f"page types: {right / len(pages):.3f} right, {x.shape[1]} traits", flush=True)
    return textual, tables


def type_tables(fitted: LogisticRegression, names: list[str]) -> Tables:
    """The tables of the page type card, one a type."""
    tables: Tables = {}
    for kind, row, bias in zip(fitted.classes_, fitted.coef_, fitted.intercept_, strict=True):
        table = {n: float(v) for n, v in zip(names, row, strict=True) if abs(v) >= SMALLEST}
        tables[str(kind)] = table | {"always": table.get("always", 0.0) + float(bias)}
    return tables


def calibrate(material: Material, folds: list[int]) -> dict[int, Cards]:
    """For each fold the cards fitted without it; prints the F1 of held-out pages.

    The context of one fold's cards is fitted on scores by the cards of the others, which have seen
    the fold; the thirty points of a context carry nothing of that over.
    """
    pages, offsets = material.pages, material.offsets
    textual, types = page_types(material, folds)
    x, layer = material.layer.matrix, material.layer
    weight = material.weight()
    first = material.fits(x, weight, REGULARISATION, folds)
    scores = material.mixed(x, first, textual)
    report("first reading", pages, offsets, scores)
    around = context_matrix(pages, offsets, scores)
    weight[material.apart] = 0.0  # the engine does not read them
    second = material.fits(around, weight, CONTEXT_REGULARISATION, folds)
    report("second reading", pages, offsets, material.mixed(around, second, textual))
    found: dict[int, Cards] = {}
    for f in folds:
        found[f] = {"page_types": types[f]}
        for name in CARD_TYPES:
            points, bias = second[f][name]
            context = dict(zip(FEATURES, map(float, points), strict=True)) | {"always": bias}
            found[f][name] = card_tables(layer, *first[f][name]) | {"context": context}
    return found


def page_weight(page: Page) -> np.ndarray:
    """Blocks weigh by the root of their words; every page weighs the same."""
    w = np.sqrt([b.words + 2 for b in page.document.blocks])
    return w * 60 / max(1.0, w.sum())


def options(description: str | None) -> argparse.ArgumentParser:
    """The command line of a calibration, its module's docstring as the help."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=description, formatter_class=raw)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    return parser


def host_of(url: str | None, otherwise: str = "") -> str:
    """The site of a page."""
    return (urlsplit(url or "").hostname or otherwise).removeprefix("www.")


def main() -> None:
    args = options(__doc__).parse_args()
    material = Material([p for p in load(args.corpora) if len(p.labels)])
    print(len(material.pages), "pages", material.layer.matrix.shape, file=sys.stderr)
    folds = [*range(FOLDS)] if args.dry_run else [*range(FOLDS), ALL]
    cards = calibrate(material, folds)
    if not args.dry_run:
        for name, tables in cards[ALL].items():
            write(name, tables, 2)


if __name__ == "__main__":
    main()
