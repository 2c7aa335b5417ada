"""Calibrate the scorecards on labelled pages; writes src/declutter/data/scorecards/<name>.toml.

    python benchmarks/calibrate.py CORPORA article              cross-validate, print, write
    python benchmarks/calibrate.py CORPORA article --dry-run    without writing

CORPORA is a folder with <name>.jsonl.xz files, a page a line: id, url, html, text (gold), type.
A block is gold when over half of its three-word shingles stand in the gold text. Two logistic
regressions: block and place (layer 1), then the surroundings' scores (layer 2, fitted on layer 1
scores of held-out pages). Names must occur on MIN_HOSTS sites, so that no card knows a site.
Folds keep a site's pages together. Needs numpy, scipy and scikit-learn, which the package does not.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
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
from declutter.scoring.context import Context
from declutter.scoring.traits import Traits

HERE = Path(__file__).resolve().parent
CARDS = HERE.parent / "src" / "declutter" / "data" / "scorecards"
WORD = re.compile(r"\w+")
CJK = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f])")
MIN_HOSTS = 30
REGULARISATION = 0.03
SMALLEST = 0.04  # points below this are left out of the card
FOLDS = 3
CARD_TYPES = {
    "article": ("article", "documentation"),
    "broad": ("service", "listing", "product", "collection", "forum"),
}


def words(text: str) -> list[str]:
    return WORD.findall(CJK.sub(r" \1 ", text.lower()))


def f1(pred: list[str], gold: list[str]) -> float:
    overlap = sum((Counter(pred) & Counter(gold)).values())
    return 2 * overlap / (len(pred) + len(gold)) if pred or gold else 1.0


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
        with lzma.open(folder / f"{name}.jsonl.xz") as f:
            for number, line in enumerate(f):
                record = json.loads(line)
                if record["text"] is None:
                    continue
                yield page_of(name, number, record)


def page_of(name: str, number: int, record: dict[str, Any]) -> Page:
    root = parse(record["html"].encode("utf-8", "replace").decode(), DEFAULT_LIMITS).root
    url = record.get("url")
    document = replace(segment(root, url), declared=declare(root, url))
    gold = words(record["text"])
    blocks = [words(b.text) for b in document.blocks]
    host = (urlsplit(url or "").hostname or f"{name}-{number}").removeprefix("www.")
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
    around: list[list[str]] = [[]] * len(document.containers)
    for c in document.containers[1:]:
        around[c.index] = around[c.parent] + [f"around\t{n}" for n in traits.near[c.parent]]
    lists = []
    for b in document.blocks:
        names = set(traits.near[b.container]) | b.tokens
        own = [f"block\t{t}" for t in traits.of(b.index)]
        lists.append(own + [f"near\t{n}" for n in names] + around[b.container])
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


def context_matrix(
    pages: list[Page], offsets: np.ndarray, scores: np.ndarray
) -> tuple[np.ndarray, list[str]]:
    rows: list[dict[str, float]] = []
    for k, p in enumerate(pages):
        if not p.document.blocks:
            continue
        context = Context(p.document, scores[offsets[k] : offsets[k + 1]].tolist())
        rows.extend(dict(context.features(b.index)) for b in p.document.blocks)
    names = sorted({n for r in rows for n in r})
    return np.array([[r.get(n, 0.0) for n in names] for r in rows]), names


def report(title: str, pages: list[Page], offsets: np.ndarray, scores: np.ndarray) -> None:
    groups: dict[str, list[float]] = defaultdict(list)
    for k, p in enumerate(pages):
        s = scores[offsets[k] : offsets[k + 1]]
        pred = [w for v, ws in zip(s, p.words, strict=True) if v > 0 for w in ws]
        groups[f"{p.corpus}/{p.kind}"].append(f1(pred, p.gold))
    print(title, {g: round(float(np.mean(v)), 3) for g, v in groups.items()}, flush=True)


def write(
    name: str, layer: Layer, points: np.ndarray, bias: float, context: dict[str, float]
) -> None:
    tables: dict[str, dict[str, float]] = {"block": {}, "near": {}, "around": {}}
    for trait, value in zip(layer.names, points, strict=True):
        table, _, key = trait.partition("\t")
        if abs(value) >= SMALLEST:
            tables[table][key] = float(value)
    tables["block"]["always"] = tables["block"].get("always", 0.0) + bias
    tables["context"] = context
    lines = ["# Written by benchmarks/calibrate.py: points (log-odds of article text) a trait."]
    for table, entries in tables.items():
        lines.append(f"\n[{table}]")
        for key, value in sorted(entries.items()):
            lines.append(f"{json.dumps(key, ensure_ascii=False)} = {value:.2f}")
    CARDS.mkdir(parents=True, exist_ok=True)
    (CARDS / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("card", choices=sorted(CARD_TYPES))
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

    def rows(chosen: list[int]) -> np.ndarray:
        return np.concatenate([np.arange(offsets[k], offsets[k + 1]) for k in chosen])

    mine = [k for k, p in enumerate(pages) if p.kind in CARD_TYPES[args.card] and len(p.labels)]
    first = np.zeros(len(y))
    for fold in range(FOLDS):
        train = rows([k for k in mine if fold_of[pages[k].host] != fold])
        test = rows([k for k, p in enumerate(pages) if fold_of[p.host] == fold])
        points, bias = fit(layer.matrix[train], y[train], weight[train], REGULARISATION)
        points[np.abs(points) < SMALLEST] = 0
        first[test] = layer.matrix[test] @ points + bias
    report("layer 1", pages, offsets, first)
    x, names = context_matrix(pages, offsets, first)
    second = np.zeros(len(y))
    for fold in range(FOLDS):
        train = rows([k for k in mine if fold_of[pages[k].host] != fold])
        test = rows([k for k, p in enumerate(pages) if fold_of[p.host] == fold])
        points, bias = fit(x[train], y[train], weight[train], 1.0)
        second[test] = x[test] @ points + bias
    report("layer 2", pages, offsets, second)
    if args.dry_run:
        return
    train = rows(mine)
    context, bias2 = fit(x[train], y[train], weight[train], 1.0)
    points, bias = fit(layer.matrix[train], y[train], weight[train], REGULARISATION)
    table = {n: float(v) for n, v in zip(names, context, strict=True)} | {"always": bias2}
    write(args.card, layer, points, bias, table)


def page_weight(page: Page) -> np.ndarray:
    """Blocks weigh by the root of their words; every page weighs the same."""
    w = np.sqrt([b.words + 2 for b in page.document.blocks])
    return w * 60 / max(1.0, w.sum())


if __name__ == "__main__":
    main()
