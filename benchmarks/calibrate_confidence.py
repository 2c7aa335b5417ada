"""Calibrate the confidence; writes src/declutter/data/scorecards/confidence.toml.

    python benchmarks/calibrate_confidence.py CORPORA             cross-validate, print, write
    python benchmarks/calibrate_confidence.py CORPORA --dry-run   without writing

CORPORA holds aed-dev, fundus-dev and wcxb-dev (HTML) and flat-dev (lines), see measure.py. A
logistic regression of the text's real word F1 on the signs of `declutter.scoring.confidence`: each
page counts as right by its F1 and as wrong by the rest. Folds keep a site's pages together. Printed
for held-out sites: the mean F1 in each tenth of the confidence, their correlation, and the mean
error beside that of always naming the mean. Run it after the other cards are written. Needs numpy
and scikit-learn.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from declutter.assemble import join  # noqa: E402
from declutter.document import Document  # noqa: E402
from declutter.limits import DEFAULT_LIMITS  # noqa: E402
from declutter.metadata.declared import declare  # noqa: E402
from declutter.presets import default_pipeline  # noqa: E402
from declutter.reading.decode import decode  # noqa: E402
from declutter.reading.html import segment  # noqa: E402
from declutter.reading.parse import parse  # noqa: E402
from declutter.reading.text import segment_text  # noqa: E402
from declutter.scoring.confidence import doubts  # noqa: E402
from material import host_of  # noqa: E402
from measure import records, word_f1, words  # noqa: E402

CARD = HERE.parent / "src/declutter/data/scorecards/confidence.toml"
CORPORA = {"elements": ("aed-dev", "fundus-dev", "wcxb-dev"), "lines": ("flat-dev",)}
REGULARISATION = 1.0
FOLDS = 5


def rows(path: Path) -> Iterator[tuple[dict[str, float], float, str]]:
    """Signs, F1 and site of each page of a corpus that has any text."""
    pipeline = default_pipeline()
    for record in records(path):
        page = document(record)
        ledger = pipeline.run(page)
        signs = doubts(page, ledger)
        if record["text"] is None or not signs:
            continue
        text = join([b for b in page.blocks if ledger.verdict(b.index).role.in_text])
        host = host_of(record.get("url"), record["id"].rsplit("-", 1)[0])
        yield signs, word_f1(words(text), words(record["text"])), host


def document(record: dict[str, Any]) -> Document:
    """The page as the engine reads it, without a second opinion."""
    url = record.get("url")
    if record.get("html") is None:
        return segment_text(record["flat"], url)
    root = parse(decode(record["html"], DEFAULT_LIMITS).text, DEFAULT_LIMITS).root
    return replace(segment(root, url), declared=declare(root, url))


def fit(x: np.ndarray, f1: np.ndarray) -> np.ndarray:
    """Points a sign."""
    model = LogisticRegression(C=REGULARISATION, max_iter=5000, fit_intercept=False)
    right = np.r_[np.ones(len(f1)), np.zeros(len(f1))]
    model.fit(np.r_[x, x], right, sample_weight=np.r_[f1, 1 - f1])
    return model.coef_[0]


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


def report(kind: str, told: np.ndarray, f1: np.ndarray) -> None:
    """The held-out figures."""
    error, naive = np.abs(told - f1).mean(), np.abs(f1.mean() - f1).mean()
    likeness = np.corrcoef(told, f1)[0, 1]
    print(f"{kind}: {len(f1)} pages, r {likeness:.2f}, error {error:.3f} (the mean: {naive:.3f})")
    for tenth in range(10):
        at = (told * 10).astype(int).clip(0, 9) == tenth
        if at.any():
            means = f"told {told[at].mean():.2f}  F1 {f1[at].mean():.2f}"
            print(f"  {tenth / 10:.1f}..{(tenth + 1) / 10:.1f}  {at.sum():5d} pages  {means}")


def main() -> None:
    """Calibrate both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    lines = ["# Written by benchmarks/calibrate_confidence.py: points (log-odds) a unit of a sign."]
    for kind, corpora in CORPORA.items():
        read_ = [row for name in corpora for row in rows(options.corpora / f"{name}.jsonl.xz")]
        names = sorted({name for signs, _, _ in read_ for name in signs})
        x = np.array([[signs.get(name, 0.0) for name in names] for signs, _, _ in read_])
        f1 = np.array([value for _, value, _ in read_])
        hosts = sorted({host for _, _, host in read_})
        drawn = np.random.RandomState(0).randint(FOLDS, size=len(hosts))
        fold_of = dict(zip(hosts, drawn, strict=True))
        fold = np.array([fold_of[host] for _, _, host in read_])
        told = np.zeros(len(f1))
        for k in range(FOLDS):
            told[fold == k] = sigmoid(x[fold == k] @ fit(x[fold != k], f1[fold != k]))
        report(kind, told, f1)
        lines += ["", f"[{kind}]"]
        points = fit(x, f1)
        lines += [f'"{n}" = {p:.2f}' for n, p in zip(names, points, strict=True)]
    if not options.dry_run:
        CARD.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
