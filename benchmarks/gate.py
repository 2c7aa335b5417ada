"""The benchmark gate: quality on labelled pages, held against pinned floors.

    python benchmarks/gate.py --corpora FOLDER          figures, README rows, 1 if a floor broke
    python benchmarks/gate.py --corpora FOLDER --pin    write the floors a little below the figures
    python benchmarks/gate.py --corpora FOLDER --readme README.md    write the rows into its tables

FOLDER (or $DECLUTTER_CORPORA) holds <name>.jsonl.xz, a record a line (see measure.py), and
related-dev.json. Without a folder there is nothing to check: a message, and exit code 0. Floors
stand in floors.toml beside the digest of the corpus they were measured on; a corpus of another
digest fails, because its floors mean nothing. `lost` and `leak` are ceilings.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tomllib
from collections import defaultdict
from multiprocessing import Pool
from pathlib import Path
from statistics import mean
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from measure import figures, records  # noqa: E402  the package need not be installed

FLOORS = HERE / "floors.toml"
CEILINGS = frozenset(["lost", "leak"])
LABELS = "related-dev"
# A floor is pinned so far below its figure: what a change of no consequence moves it by.
SLACK = 0.002
HTML = ("aed-dev", "fundus-dev", "wcxb-dev")
MAIN = (*HTML, "snippets-dev", "flat-dev", "composite-dev")
TYPES = ("article", "documentation", "forum", "service", "listing", "collection", "product")

ROW = "| **declutter** |"

Figures = dict[str, dict[str, float]]


def sources(folder: Path, name: str) -> Path:
    """Where a corpus is kept."""
    return folder / (f"{name}.json" if name == LABELS else f"{name}.jsonl.xz")


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def judged(folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Labels of related links, by corpus and page."""
    path = sources(folder, LABELS)
    if not path.is_file():
        return {}
    data = json.loads(path.read_text(encoding="utf-8"))
    hashed = {"hashed": data["addresses"] == "sha1-12"}
    return {(page["file"], page["id"]): page | hashed for page in data["pages"]}


def measured(
    job: tuple[dict[str, Any], dict[str, Any] | None],
) -> tuple[str, dict[str, list[float]]]:
    """A page's type and figures."""
    return job[0]["type"], figures(*job)


def measure(folder: Path, names: list[str], jobs: int) -> Figures:
    """Mean figures by corpus, and by type for wcxb-dev ("wcxb-dev/forum")."""
    labels = judged(folder)
    sums: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with Pool(jobs) as pool:
        for name in names:
            if name == LABELS:
                continue
            pages = ((r, labels.get((name, r["id"]))) for r in records(sources(folder, name)))
            for kind, found in pool.imap(measured, pages, chunksize=4):
                for key, values in found.items():
                    groups = [LABELS] if key == "links" else [name]
                    if name == "wcxb-dev" and key == "f1":
                        groups.append(f"{name}/{kind}")
                    for group in groups:
                        sums[group][key].extend(values)
            print(f"{name}: {show(sums[name])}", file=sys.stderr, flush=True)
    return {g: {k: mean(v) for k, v in keys.items()} for g, keys in sums.items()}


def show(sums: dict[str, list[float]]) -> str:
    """A corpus's figures on a line."""
    return "  ".join(f"{key} {mean(values):.3f}" for key, values in sums.items())


def rows(found: Figures) -> list[str]:
    """The rows of declutter in the README's tables: main text, by type of page, metadata."""

    def cell(name: str, key: str) -> str:
        value = found.get(name, {}).get(key)
        return "-" if value is None else f"{value:.3f}"

    fields = ("title", "authors", "date")
    cells = (
        [cell(n, "acc" if n == "snippets-dev" else "f1") for n in MAIN],
        [cell(f"wcxb-dev/{t}", "f1") for t in TYPES],
        [" / ".join(cell(n, f) for f in fields) for n in HTML],
    )
    return [f"{ROW} {' | '.join(c)} |" for c in cells]


def fill(readme: Path, found: Figures) -> None:
    """Write the rows into the tables of a README."""
    made = iter(rows(found))
    lines = readme.read_text(encoding="utf-8").split("\n")
    lines = [next(made) if line.startswith(ROW) else line for line in lines]
    readme.write_text("\n".join(lines), encoding="utf-8")


def broken(found: Figures, floors: dict[str, Any]) -> list[str]:
    """A sentence for each floor that does not hold."""
    told = []
    for name, table in floors.items():
        for key, floor in table.get("floors", {}).items():
            value = found.get(name, {}).get(key)
            if value is None:
                told.append(f"{name}: no figure {key}")
            elif value > floor if key in CEILINGS else value < floor:
                told.append(f"{name}: {key} is {value:.4f}, pinned at {floor:.4f}")
    return told


def pin(found: Figures, folder: Path) -> None:
    """Write the floors."""
    lines = ["# Written by benchmarks/gate.py --pin. Floors fall only on purpose."]
    for name in sorted(found):
        lines += ["", f'["{name}"]']
        if sources(folder, name).is_file():
            lines.append(f'sha256 = "{digest(sources(folder, name))}"')
        lines.append(f'["{name}".floors]')
        for key, value in found[name].items():
            slack = SLACK if key in CEILINGS else -SLACK
            lines.append(f"{key} = {max(0.0, value + slack):.4f}")
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=os.environ.get("DECLUTTER_CORPORA") or None)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--readme", type=Path, help="fill the tables of this file")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    if options.corpora is None or not options.corpora.is_dir():
        print(f"no folder of corpora ({options.corpora}): nothing is measured")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    known = sorted({n.partition("/")[0] for n in floors} | {*MAIN, "dates-dev", LABELS})
    names = [n for n in known if sources(options.corpora, n).is_file()]
    found = measure(options.corpora, names, options.jobs)
    print(*rows(found), sep="\n")
    if options.readme:
        fill(options.readme, found)
    if options.pin:
        pin(found, options.corpora)
        return 0
    there = {n: t for n, t in floors.items() if n.partition("/")[0] in names}
    told = [f"{n}: not in {options.corpora}" for n in known if n not in names]
    told += [
        f"{n}: another file than the floors were pinned on; pin anew on purpose"
        for n, t in there.items()
        if "sha256" in t and t["sha256"] != digest(sources(options.corpora, n))
    ]
    told += broken(found, there)
    print("\n".join(told) if told else f"all {len(there)} tables of floors hold")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
