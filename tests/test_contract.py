"""The package's own rules: layers, public names, light import, no phrases in Python."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement

import declutter

SOURCE = Path(declutter.__file__).parent
ROOT = SOURCE.parents[1]

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"__main__"}),
    frozenset({""}),
    frozenset({"cli"}),
    frozenset({"api"}),
    frozenset({"engine"}),
    frozenset({"presets"}),
    frozenset({"assemble", "render"}),
    frozenset({"related"}),
    frozenset({"metadata", "reading", "reference", "stages"}),
    frozenset({"scoring"}),
    frozenset({"pipeline"}),
    frozenset({"lexicon"}),
    frozenset({"errors"}),
    frozenset({"model"}),
    frozenset({"limits", "sanitize", "paused_gc"}),
    frozenset({"document"}),
    frozenset({"roles"}),
    frozenset({"data"}),
)
"""Top to bottom; "" is the package root. A file imports from lower layers alone."""

UPWARD = frozenset({("model", "render")})
"""`Article.markdown()` calls the renderer, which reads Articles: inside the method, never above."""


class Import(NamedTuple):
    """A module named in an import statement, and whether it stands inside a function."""

    target: str
    lazy: bool


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(path): path for path in sorted(SOURCE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[Import]:
    """Every import of a module, those under TYPE_CHECKING and inside functions included."""
    inside = {
        id(node)
        for function in ast.walk(tree(module))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, id(node) in inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively; write the whole name"
            base = node.module or ""
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield Import(whole if whole in FILES else base, id(node) in inside)


def unit(module: str) -> str:
    """The file or folder directly under the package that a module belongs to."""
    return module.partition(".")[2].partition(".")[0]


def layer(module: str) -> int:
    name = unit(module)
    places = [i for i, names in enumerate(LAYERS) if name in names]
    assert places, f"{module} has no layer: put it into LAYERS"
    return places[0]


@pytest.mark.parametrize("module", FILES)
def test_imports_lead_downwards(module: str) -> None:
    for name, lazy in imports(module):
        if not name.startswith("declutter"):
            continue
        if lazy and (unit(module), unit(name)) in UPWARD:
            continue
        if unit(name) == unit(module) != "":
            continue
        assert layer(name) > layer(module), f"{module} imports {name}"


@pytest.mark.parametrize("module", FILES)
def test_nothing_imports_the_package_root(module: str) -> None:
    assert "declutter" not in {name for name, _ in imports(module)}


@pytest.mark.parametrize("module", [m for m in FILES if m.startswith("declutter.stages.")])
def test_stages_never_import_each_other(module: str) -> None:
    # Helpers that several stages share have names with a leading underscore.
    named = {n for n, _ in imports(module) if n.startswith("declutter.stages")}
    assert {n for n in named if not n.rpartition(".")[2].startswith("_")} == set()


def test_imports_make_no_circle() -> None:
    graph = {
        module: {
            name
            for name, lazy in imports(module)
            if name in FILES and not (lazy and (unit(module), unit(name)) in UPWARD)
        }
        for module in FILES
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(FILES)


def test_only_reference_imports_trafilatura() -> None:
    users = {m for m in FILES if any(n.split(".")[0] == "trafilatura" for n, _ in imports(m))}
    assert users == {"declutter.reference"}
    assert all(lazy for n, lazy in imports("declutter.reference") if n.startswith("trafilatura"))


def test_third_party_imports_are_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {normal(Requirement(r).name) for r in project["dependencies"]}
    owners = packages_distributions()
    for module in FILES:
        for name, _ in imports(module):
            top = name.split(".")[0]
            if top in sys.stdlib_module_names or top == "declutter":
                continue
            assert {normal(d) for d in owners[top]} & declared, f"{module} imports {name}"


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_all_is_the_public_names() -> None:
    names = {
        name
        for name, value in vars(declutter).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert len(declutter.__all__) == len(set(declutter.__all__))
    assert names - {"annotations"} <= set(declutter.__all__)
    for name in declutter.__all__:
        assert getattr(declutter, name) is not None
    assert {"extract", "Article", "Pipeline"} <= set(declutter.__all__)


def test_the_root_holds_names_only() -> None:
    allowed = (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
    strays = [n for n in tree("declutter").body if not isinstance(n, allowed)]
    assert strays == []


def needed_by(distribution: str) -> set[str]:
    """A distribution and what it needs, all the way down."""
    found: set[str] = set()
    todo = [distribution]
    while todo:
        name = normal(todo.pop())
        if name in found:
            continue
        try:
            needs = map(Requirement, requires(name) or ())
        except PackageNotFoundError:
            continue
        found.add(name)
        todo += [r.name for r in needs if not r.marker or r.marker.evaluate({"extra": ""})]
    return found


def test_importing_loads_neither_trafilatura_nor_its_dependencies() -> None:
    own = needed_by("lxml") | needed_by("pydantic")
    heavy = needed_by("trafilatura") - own
    assert {"trafilatura", "htmldate", "courlan"} <= heavy
    forbidden = {
        top
        for top, distributions in packages_distributions().items()
        if {normal(d) for d in distributions} & heavy
    }
    code = "import sys, declutter; print(*{m.split('.')[0] for m in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert set(done.stdout.split()) & forbidden == set()


def test_importing_loads_the_contract_alone() -> None:
    """Reading and metadata, most of the code, come in with the first `extract`."""
    code = "import sys, declutter; print(*(m for m in sys.modules if m.startswith('declutter')))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {unit(m) for m in done.stdout.split()}
    assert "api" in loaded
    assert not loaded & {"engine", "reading", "metadata", "stages", "assemble", "reference", "cli"}


def test_importing_reads_no_data() -> None:
    code = (
        "import sys\n"
        "opened = []\n"
        "def hook(event, args):\n"
        "    if event == 'open' and str(args[0]).endswith('.toml'): opened.append(args[0])\n"
        "sys.addaudithook(hook)\n"
        "import declutter\n"
        "sys.exit(len(opened))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("module", FILES)
def test_modules_and_public_names_are_documented(module: str) -> None:
    if not tree(module).body:
        return
    assert ast.get_docstring(tree(module)), f"{module} has no docstring"
    for node in tree(module).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{module}.{node.name} has no docstring"


def texts(module: str) -> Iterator[tuple[int, str]]:
    """String constants of a module with their lines, docstrings left out."""
    bare = {
        id(node.value) for node in ast.walk(tree(module)) if isinstance(node, ast.Expr)
    }  # docstrings, and attribute docstrings
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.lineno, node.value


@pytest.mark.parametrize("module", FILES)
def test_no_words_of_other_scripts_in_python(module: str) -> None:
    # Two letters beyond ASCII in a row are a word; ranges such as "\u3040-\u30ff" and the sets of
    # characters in a regex are none.
    for line, text in texts(module):
        rest = re.sub(r"(?s).-.|\[[^]]*\]", " ", text)
        found = re.search(r"(?:(?![\x00-\x7f])[^\W\d_]){2,}", rest)
        assert found is None, f"{module}:{line} holds {found[0]!r}: phrases live in data"


def strings(value: object) -> Iterator[str]:
    """Every string in a TOML value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def data(*paths: Path) -> Iterator[str]:
    for path in paths:
        yield from strings(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def cues() -> frozenset[str]:
    """Every cue of three words and more, lower case; in the data bars and lines part them."""
    found = {
        phrase.strip().lower()
        for text in data(*(SOURCE / "data" / "cues").glob("*.toml"))
        for phrase in re.split(r"[|\n]", text)
    }
    return frozenset(p for p in found if len(p.split()) > 2)


@cache
def tokens() -> frozenset[str]:
    """Every class token made of several words: no other thing is called so."""
    words = {t for text in data(SOURCE / "data" / "tokens.toml") for t in text.split()}
    return frozenset(w for w in words if "-" in w)


@pytest.mark.parametrize("module", FILES)
def test_no_cue_phrase_in_python(module: str) -> None:
    assert len(cues()) > 1000
    for line, text in texts(module):
        assert text.strip().lower() not in cues(), f"{module}:{line} holds the cue {text!r}"


@pytest.mark.parametrize("module", FILES)
def test_no_class_token_in_python(module: str) -> None:
    assert len(tokens()) > 500
    for line, text in texts(module):
        found = tokens() & set(re.split(r"[\s|,()'\"]+", text.lower()))
        assert found == set(), f"{module}:{line} holds class tokens: {found}"


@pytest.mark.parametrize("module", FILES)
def test_no_list_of_phrases_in_python(module: str) -> None:
    for node in ast.walk(tree(module)):
        if not isinstance(node, ast.List | ast.Set | ast.Tuple):
            continue
        words = [e.value for e in node.elts if isinstance(e, ast.Constant)]
        phrases = [
            w for w in words if isinstance(w, str) and re.fullmatch(r"[A-Za-z']+( [A-Za-z']+)+", w)
        ]
        assert len(phrases) < 2, f"{module}:{node.lineno} lists phrases: {phrases}"


@pytest.mark.parametrize("module", [m for m in FILES if m.startswith("declutter.stages.")])
def test_stages_test_no_class_token_by_name(module: str) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Compare) and any(
            isinstance(x, ast.Attribute) and x.attr == "tokens" for x in node.comparators
        ):
            left = node.left
            assert not (isinstance(left, ast.Constant) and isinstance(left.value, str)), (
                f"{module}:{node.lineno} looks for the token {ast.unparse(left)}"
            )


def test_every_stage_has_its_tests() -> None:
    stages = [p for p in (SOURCE / "stages").glob("*.py") if not p.name.startswith("_")]
    assert stages
    missing = [
        p.stem for p in stages if not (ROOT / "tests" / "stages" / f"test_{p.stem}.py").is_file()
    ]
    assert missing == []


def test_the_version_is_in_the_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", [m for m in FILES if not m.endswith("__main__")])
def test_every_module_imports(module: str) -> None:
    assert import_module(module)
