"""`python -m declutter`: the command line."""

from __future__ import annotations

from declutter.cli import main

if __name__ == "__main__":
    main(prog_name="declutter")
