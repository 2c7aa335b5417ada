"""Each hostile input at full size in a process of its own: seconds, peak memory, status.

    python benchmarks/hostile.py [PART OF A NAME ...]

Prints one row an input and ends with exit code 1 if one breaks a bound: 5 s, 600 MB, an
exception, or text lost without a word. The time is the processor time of `extract` alone.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
SECONDS = 5.0
MEGABYTES = 600.0
HANG = 90


def measure(name: str) -> dict[str, object]:
    """Run one input in this process."""
    from declutter import extract
    from hostile_inputs import INPUTS
    from test_hostile import meets

    hostile = next(i for i in INPUTS if i.name == name)
    extract("<p>A first page, which loads what is loaded lazily.</p>")
    source = hostile.make(1.0)
    start = time.process_time()
    article = extract(source)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "seconds": seconds,
        "megabytes": peak,
        "status": article.status.value,
        "blocks": len(article.blocks),
        "characters": len(article.text),
        "warnings": ", ".join(w.code for w in article.warnings),
        "meets": meets(article, hostile.expect),
    }


def run(name: str) -> tuple[str, bool]:
    """One row of the table, and whether the input keeps the bounds."""
    try:
        done = subprocess.run(
            [sys.executable, __file__, "--one", name],
            capture_output=True,
            text=True,
            timeout=HANG,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{name:30s} over {HANG} s", False
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["killed"])[-1]
        return f"{name:30s} raised {last[:120]}", False
    r = json.loads(done.stdout)
    good = r["seconds"] <= SECONDS and r["megabytes"] <= MEGABYTES and r["meets"]
    row = (
        f"{name:30s} {r['seconds']:7.2f} s {r['megabytes']:6.0f} MB  {r['status']:11s} "
        f"{r['blocks']:7d} blocks {r['characters']:9d} chars  {r['warnings']}"
    )
    return row + ("" if good else "  <-- BREAKS A BOUND"), good


def main() -> int:
    """The table."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2])))
        return 0
    from hostile_inputs import INPUTS

    wanted = sys.argv[1:]
    names = [i.name for i in INPUTS if not wanted or any(w in i.name for w in wanted)]
    bad = 0
    for name in names:
        row, good = run(name)
        bad += not good
        print(row, flush=True)
    print(f"{len(names)} inputs, {bad} break a bound")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
