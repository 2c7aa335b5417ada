"""The benchmark gate: floors hold or break, are pinned a little below, and fill the README."""

from __future__ import annotations

import json
import lzma
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from pages import PROSE

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
gate = import_module("gate")  # which is a script, not a part of the package

MENU = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("Home", "Boats", "Fares"))
PAGE = (
    "<html><head><title>Ferry sails again</title></head><body>"
    f"<nav><ul>{MENU}</ul></nav><article><h1>Ferry sails again</h1>"
    f"{''.join(f'<p>{p}</p>' for p in PROSE)}</article></body></html>"
)
RECORD = {
    "id": "a",
    "url": "https://example.org/ferry",
    "type": "article",
    "html": PAGE,
    "text": "\n\n".join(PROSE),
    "title": "Ferry sails again",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one corpus of one page, and floors of its own."""
    write(tmp_path, RECORD)
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.delenv("DECLUTTER_CORPORA", raising=False)
    return tmp_path


def write(folder: Path, *pages: dict[str, Any]) -> None:
    with lzma.open(folder / "aed-dev.jsonl.xz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(page) + "\n" for page in pages)


def run(monkeypatch: pytest.MonkeyPatch, *options: object) -> int:
    """The gate's exit code."""
    monkeypatch.setattr(sys, "argv", ["gate.py", "--jobs", "1", *map(str, options)])
    code: int = gate.main()
    return code


@pytest.mark.parametrize(
    ("key", "value", "holds"),
    [
        ("f1", 0.9, True),
        ("f1", 0.91, True),
        ("f1", 0.899, False),
        ("lost", 0.9, True),
        ("lost", 0.89, True),
        ("lost", 0.91, False),
        ("leak", 0.91, False),
        ("title", 0.9, False),  # the floor is one of f1: the figure is missing
    ],
)
def test_floors_hold_from_below_and_ceilings_from_above(
    key: str, value: float, holds: bool
) -> None:
    floor = "f1" if key == "title" else key
    told = gate.broken({"aed-dev": {key: value}}, {"aed-dev": {"floors": {floor: 0.9}}})
    assert (told == []) == holds
    assert all("aed-dev" in line for line in told)


def test_a_corpus_without_figures_breaks_its_floors() -> None:
    assert len(gate.broken({}, {"aed-dev": {"floors": {"f1": 0.1, "title": 0.1}}})) == 2


def test_without_corpora_nothing_is_measured(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch) == 0
    assert run(monkeypatch, "--corpora", folder / "none") == 0
    assert "nothing is measured" in capsys.readouterr().out


def test_pinned_floors_stand_below_the_figures_and_hold(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--corpora", folder, "--pin") == 0
    pinned = tomllib.loads(gate.FLOORS.read_text())["aed-dev"]
    assert pinned["sha256"] == gate.digest(gate.sources(folder, "aed-dev"))
    assert pinned["floors"]["f1"] == pytest.approx(1 - gate.SLACK)
    assert pinned["floors"]["lost"] == pytest.approx(gate.SLACK)
    # The other corpora that the gate knows are not there, which is told and fails.
    assert run(monkeypatch, "--corpora", folder) == 1
    told = capsys.readouterr().out
    assert "fundus-dev: not in" in told
    assert "aed-dev:" not in told
    assert gate.broken(gate.measure(folder, ["aed-dev"], 1), {"aed-dev": pinned}) == []


def test_a_floor_above_the_figure_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, RECORD | {"text": f"{RECORD['text']} And fifty words that are nowhere."})
    run(monkeypatch, "--corpora", folder, "--pin")
    floors = gate.FLOORS.read_text()
    gate.FLOORS.write_text(floors.replace("f1 = 0.", "f1 = 1."))
    assert run(monkeypatch, "--corpora", folder) == 1
    assert "aed-dev: f1 is 0." in capsys.readouterr().out


def test_another_corpus_than_the_pinned_one_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--corpora", folder, "--pin")
    write(folder, RECORD, RECORD)
    assert run(monkeypatch, "--corpora", folder) == 1
    assert "aed-dev: another file" in capsys.readouterr().out


def test_the_rows_of_the_readme_are_filled_in_order(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    table = f"| tool | a |\n| --- | --- |\n{gate.ROW} old |\n| other | 0.5 |\n"
    readme.write_text(f"# x\n\n{table}\ntext\n\n{table}\n{table}")
    found = {
        "aed-dev": {"f1": 0.9514, "title": 0.97, "authors": 0.9, "date": 0.88},
        "snippets-dev": {"acc": 0.93, "f1": 0.1},
        "wcxb-dev/forum": {"f1": 0.77},
    }
    gate.fill(readme, found)
    main, types, fields = (
        line for line in readme.read_text().split("\n") if line.startswith(gate.ROW)
    )
    assert main == f"{gate.ROW} 0.951 | - | - | 0.930 | - | - |"
    assert types == f"{gate.ROW} - | - | 0.770 | - | - | - | - |"
    assert fields == f"{gate.ROW} 0.970 / 0.900 / 0.880 | - / - / - | - / - / - |"
    assert readme.read_text().count("| other | 0.5 |") == 3


def test_the_floors_of_the_repository_can_be_read() -> None:
    floors = tomllib.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert set(gate.MAIN) <= set(floors)
    for name, table in floors.items():
        assert table["floors"], name
        assert all(0 <= floor <= 1 for floor in table["floors"].values())
        assert ("/" in name) != ("sha256" in table)
