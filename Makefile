# Needs nothing but Python 3.11 or newer with its pip; everything else goes into .venv.
#
#   make demo     extract a sample page and show it
#   make test     everything that must hold before a commit: lint, types, import contract, tests
#   make format   let ruff rewrite the sources
#   make bench    the benchmark gate, on corpora in CORPORA
#   make clean    remove .venv and caches
#
# Another interpreter: make test PYTHON=python3.12

PYTHON  ?= python3
CORPORA ?= $(DECLUTTER_CORPORA)
VENV    := .venv
BIN     := $(VENV)/bin
STAMP   := $(VENV)/.installed
SAMPLE  := tests/fixtures/aggregator/page.html

.PHONY: demo test format bench clean

demo: $(STAMP)
	$(BIN)/declutter extract --format text --pretty $(SAMPLE)

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_contract.py
	$(BIN)/python -m pytest -q --ignore tests/test_contract.py

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# benchmarks/gate.py reads the corpora from the folder CORPORA (or $DECLUTTER_CORPORA) and fails
# where a pinned floor is broken. .ci/run calls this target where that folder is there.
bench: $(STAMP)
	@test -d "$(CORPORA)" || { echo "make bench: CORPORA must name the corpora's folder" >&2; exit 2; }
	$(BIN)/python benchmarks/gate.py --corpora "$(CORPORA)"

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The stamp is written last: a set-up that was interrupted starts again.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: $(PYTHON) is older than Python 3.11; try make PYTHON=python3.11" >&2; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
