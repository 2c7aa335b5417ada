"""The same input gives the same bytes: in any order, thread, process, under any hash seed."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from declutter import extract
from hostile_inputs import INPUTS

FIXTURES = sorted(Path(__file__).parent.glob("fixtures/*/page.*"))
SOURCES: dict[str, str | bytes] = {
    **{"/".join(p.parts[-2:]): p.read_bytes() for p in FIXTURES},
    **{i.name: i.make(0.0005) for i in INPUTS},
}

# Run in processes of their own, over this module.
DIGEST = (
    "import sys; sys.path.insert(0, {tests!r}); import test_determinism as t; print(t.digest())"
)


def answer(name: str) -> str:
    return extract(SOURCES[name], url="https://example.org/a").model_dump_json()


def digest() -> str:
    """One digest of all the answers."""
    whole = "\n".join(answer(name) for name in sorted(SOURCES))
    return hashlib.sha256(whole.encode()).hexdigest()


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    return {name: answer(name) for name in SOURCES}


def test_there_are_sources() -> None:
    assert len(FIXTURES) >= 10


def test_any_order(expected: dict[str, str]) -> None:
    names = list(SOURCES)
    random.Random(7).shuffle(names)
    assert [n for n in names if answer(n) != expected[n]] == []


def test_threads(expected: dict[str, str]) -> None:
    names = [*SOURCES] * 2
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(answer, names))
    assert [n for n, a in zip(names, answers, strict=True) if a != expected[n]] == []


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_processes_and_hash_seeds(seed: str) -> None:
    tests = Path(__file__).parent
    path = os.pathsep.join([str(tests.parent / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", DIGEST.format(tests=str(tests))],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest()


def test_source_is_left_alone() -> None:
    data = bytearray(b"<p>The ferry leaves at nine and comes back at five.</p>" * 9)
    source = bytes(data)
    extract(source)
    assert source == data
