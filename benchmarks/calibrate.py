"""Calibrate the scorecards on labelled pages; writes src/declutter/data/scorecards/*.toml.

    python benchmarks/calibrate.py CORPORA              cross-validate, print, write the cards
    python benchmarks/calibrate.py CORPORA --dry-run    without writing

CORPORA is a folder as told in material.py. Three steps, each a logistic regression: the page's type
(`page_types`), blocks by their traits (`article` for pages whose text runs on, `broad` for the
rest), blocks by what their surroundings scored (the cards' `context`, fitted on scores of held-out
pages mixed as the engine mixes them). Traits must occur on MIN_HOSTS sites, so that no card knows a
site. Then the cards teach themselves (self-training): the blocks of UNLABELLED pages get the labels
that the cards give them, weigh little, and the last two steps are done again. Folds keep a site's
pages together; the printed F1 is of whole pages, all steps held out, by even odds; `heldout.py`
measures the whole of `extract` like that. Needs numpy, scipy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from declutter.scoring.card import APART
from declutter.scoring.context import FEATURES, Context
from declutter.scoring.page_traits import ADDRESS, NO_ADDRESS, page_traits
from material import FOLDS, Layer, Material, load
from measure import word_f1

HERE = Path(__file__).resolve().parent
CARDS = HERE.parent / "src" / "declutter" / "data" / "scorecards"
REGULARISATION = 0.02
PAGE_HOSTS = 15
PAGE_REGULARISATION = 0.05
SMALLEST = 0.04  # points below this are left out of the card
CONTEXT_REGULARISATION = 1.0
# What a block of a page without labels weighs, and the score from which its label weighs all that.
TAUGHT_WEIGHT = 0.3
SURE = 2.0
ALL = -1  # in place of a fold: nothing is held out
CARD_TYPES = {
    "article": ("article", "documentation"),
    "broad": ("service", "listing", "product", "collection", "forum"),
}


def fit(x: Any, y: np.ndarray, weight: np.ndarray, c: float) -> tuple[np.ndarray, float]:
    model = LogisticRegression(C=c, max_iter=400).fit(x, y, sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def context_matrix(m: Material, scores: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """The surroundings of the chosen pages' blocks, by the scores of a first reading."""
    rows: list[list[float]] = []
    for k in np.flatnonzero(chosen):
        page = m.pages[k].document
        context = Context(page, scores[m.offsets[k] : m.offsets[k + 1]].tolist())
        rows.extend(context.values(b.index) for b in page.blocks)
    return np.array(rows)


def report(title: str, m: Material, scores: np.ndarray) -> None:
    """Print the mean F1 of the labelled pages by corpus and type."""
    groups: dict[str, list[float]] = defaultdict(list)
    for k in np.flatnonzero(m.kind != ""):
        p, s = m.pages[k], scores[m.offsets[k] : m.offsets[k + 1]]
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
Fit = dict[str, tuple[np.ndarray, float]]  # points and bias by card


def fit_cards(
    m: Material, x: Any, weight: np.ndarray, c: float, fold: int, taught: Taught | None = None
) -> Fit:
    """Both cards, fitted on the pages outside a fold, those without labels as they were taught."""
    found: Fit = {}
    for name, kinds in CARD_TYPES.items():
        train = m.rows(np.isin(m.kind, kinds) & (m.fold != fold))
        y, w = m.y[train], weight[train]
        if taught is not None:
            more = m.rows((m.kind == "") & (m.fold != fold) & taught.on[name])
            scores = taught.scores[more]
            sure = np.minimum(1.0, np.abs(scores) / SURE)
            train = np.concatenate([train, more])
            y = np.concatenate([y, scores > 0])
            w = np.concatenate([w, TAUGHT_WEIGHT * sure * weight[more]])
        found[name] = fit(x[train], y, w, c)
    return found


def mixed(m: Material, x: Any, fitted: Fit, shares: np.ndarray) -> np.ndarray:
    """Scores of all blocks by two cards, mixed as the engine mixes them."""
    share = m.textual(shares)
    (a, bias_a), (b, bias_b) = fitted["article"], fitted["broad"]
    scores = share * (x @ a + bias_a) + (1 - share) * (x @ b + bias_b)
    return np.where(m.apart, APART, scores)


def held_out(m: Material, x: Any, fits: dict[int, Fit], types: dict[int, Types]) -> np.ndarray:
    """Scores of all blocks, each by the cards fitted without its page's fold."""
    scores = np.zeros(len(m.y))
    for f in range(FOLDS):
        rows = m.rows(m.fold == f)
        scores[rows] = mixed(m, x, fits[f], types[f].textual)[rows]
    return scores


class Types(NamedTuple):
    """The page type card of one fold: the share of textual types of every page; its tables."""

    textual: np.ndarray
    tables: Tables


def page_types(material: Material, folds: list[int]) -> dict[int, Types]:
    """For each fold the card for page types, fitted without it."""
    pages, fold_of, y = material.pages, material.fold, material.kind
    labelled = y != ""
    lists = [sorted(set(page_traits(p.document))) for p in pages]
    hosts: dict[str, set[str]] = defaultdict(set)
    for p, traits in zip(pages, lists, strict=True):
        for t in traits if p.kind else ():
            hosts[t].add(p.host)
    names = sorted(t for t, h in hosts.items() if len(h) >= PAGE_HOSTS)
    column = {t: i for i, t in enumerate(names)}
    indices = [[column[t] for t in traits if t in column] for traits in lists]
    pointers = np.cumsum([0] + [len(row) for row in indices])
    flat = [i for row in indices for i in row]
    x = sp.csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(pages), len(names)))
    count = Counter(y[labelled].tolist())
    # Between one vote a page and one a type.
    weight = np.array([count[k] ** -0.4 if k else 0.0 for k in y])
    weight /= weight[labelled].mean()
    right = 0
    found: dict[int, Types] = {}
    for fold in folds:
        train, test = labelled & (fold_of != fold), labelled & (fold_of == fold)
        fitted = LogisticRegression(C=PAGE_REGULARISATION, max_iter=500)
        fitted.fit(x[train], y[train], sample_weight=weight[train])
        shares = fitted.predict_proba(x)
        textual = shares[:, np.isin(fitted.classes_, CARD_TYPES["article"])].sum(axis=1)
        found[fold] = Types(textual, type_tables(fitted, names, x[labelled].mean(axis=0).A1))
        right += int((fitted.classes_[shares.argmax(axis=1)] == y)[test].sum())
    print(f"page types: {right / labelled.sum():.3f} right, {x.shape[1]} traits", flush=True)
    return found


def type_tables(fitted: LogisticRegression, names: list[str], shares: np.ndarray) -> Tables:
    """The tables of the page type card, one a type. Where a page has no address, what addresses
    are worth on average stands in: `shares` of the pages have each trait."""
    tables: Tables = {}
    of_address = np.array([n.startswith(ADDRESS) for n in names])
    for kind, row, bias in zip(fitted.classes_, fitted.coef_, fitted.intercept_, strict=True):
        table = {n: float(v) for n, v in zip(names, row, strict=True) if abs(v) >= SMALLEST}
        tables[str(kind)] = table | {
            "always": table.get("always", 0.0) + float(bias),
            NO_ADDRESS: float((row * shares)[of_address].sum()),
        }
    return tables


class Taught(NamedTuple):
    """Labels that cards gave: scores a block, and by card which pages it is to learn from."""

    scores: np.ndarray
    on: dict[str, np.ndarray]


def teach(
    m: Material, folds: list[int], first: dict[int, Fit], second: dict[int, Fit], types: Any
) -> dict[int, Taught]:
    """For each fold what its cards say of the pages without labels."""
    found: dict[int, Taught] = {}
    x, unlabelled = m.layer.matrix, m.kind == ""
    rows = m.rows(unlabelled)
    for f in folds:
        textual = types[f].textual
        scores = mixed(m, x, first[f], textual)
        around = np.zeros((len(m.y), len(FEATURES)))
        around[rows] = context_matrix(m, scores, unlabelled)
        runs_on = textual > 0.5
        on = {"article": runs_on, "broad": ~runs_on}
        found[f] = Taught(mixed(m, around, second[f], textual), on)
    return found


def calibrate(m: Material, folds: list[int]) -> dict[int, Cards]:
    """For each fold the cards fitted without it; prints the F1 of held-out pages.

    The context of one fold's cards is fitted on scores by the cards of the others, which have seen
    the fold; the thirty points of a context carry nothing of that over.
    """
    x, types = m.layer.matrix, page_types(m, folds)
    weight = m.weight()
    apart = np.where(m.apart, 0.0, weight)  # the engine does not read those apart
    labelled = m.kind != ""
    taught: dict[int, Taught] = {}
    for step in ("labelled pages", "and what they teach of others"):
        first = {f: fit_cards(m, x, weight, REGULARISATION, f, taught.get(f)) for f in folds}
        scores = held_out(m, x, first, types)
        report(f"first reading, {step}", m, scores)
        around = np.zeros((len(m.y), len(FEATURES)))
        around[m.rows(labelled)] = context_matrix(m, scores, labelled)
        second = {f: fit_cards(m, around, apart, CONTEXT_REGULARISATION, f) for f in folds}
        report(f"second reading, {step}", m, held_out(m, around, second, types))
        if not taught:
            taught = teach(m, folds, first, second, types)
    found: dict[int, Cards] = {}
    for f in folds:
        found[f] = {"page_types": types[f].tables}
        for name in CARD_TYPES:
            points, bias = second[f][name]
            context = dict(zip(FEATURES, map(float, points), strict=True)) | {"always": bias}
            found[f][name] = card_tables(m.layer, *first[f][name]) | {"context": context}
    return found


def options(description: str | None) -> argparse.ArgumentParser:
    """The command line of a calibration, its module's docstring as the help."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=description, formatter_class=raw)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    return parser


def main() -> None:
    args = options(__doc__).parse_args()
    material = Material(list(load(args.corpora)))
    print(len(material.pages), "pages", material.layer.matrix.shape, file=sys.stderr)
    folds = [*range(FOLDS)] if args.dry_run else [*range(FOLDS), ALL]
    cards = calibrate(material, folds)
    if not args.dry_run:
        for name, tables in cards[ALL].items():
            write(name, tables, 2)


if __name__ == "__main__":
    main()
