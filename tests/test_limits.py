"""Limits: frozen, and nonsense is refused."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from declutter import Status, extract, limits
from declutter.limits import DEFAULT_LIMITS, Limits

LEAD = "The ferry leaves at nine and comes back at five, if the wind allows it, said the captain."
MANY = " ".join(f"attribute{n}" for n in range(250))
PAGE = f"<h1>Ferry</h1><p>{LEAD}</p><p>{LEAD}</p><p>{LEAD}</p>"


@pytest.mark.parametrize("name", [f.name for f in fields(Limits)])
@pytest.mark.parametrize("value", [0, -1, 1.5, "9", None, True, 2**60])
def test_nonsense_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"limit '{name}' must be a whole number"):
        Limits(**{name: value})  # type: ignore[arg-type]


def test_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT_LIMITS.depth = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "value", "source", "code", "cut"),
    [
        ("source", 150, PAGE, "source_capped", True),
        ("text", 150, PAGE, "text_capped", True),
        ("text", 150, f"{LEAD}\n\n" * 3, "text_capped", True),
        ("text_node", 50, PAGE, "text_node_capped", True),
        ("text_node", 180, f"{LEAD} {LEAD} {LEAD}\n\n" * 3, "text_node_capped", True),
        ("elements", 3, PAGE, "elements_capped", True),
        ("blocks", 3, PAGE, "blocks_capped", True),
        ("blocks", 1, f"{LEAD}\n\n" * 3, "blocks_capped", True),
        ("depth", 8, "<div>" * 9 + PAGE, "truncated_depth", False),
        ("attributes", 200, f"<p {MANY}>{LEAD}</p>{PAGE}", "attributes_capped", False),
    ],
)
def test_a_cut_is_told(name: str, value: int, source: str, code: str, cut: bool) -> None:
    whole = extract(source)
    assert code not in {w.code for w in whole.warnings}
    article = extract(source, limits=Limits(**{name: value}))
    assert code in {w.code for w in article.warnings}
    assert (article.status is Status.LIMIT) == cut


def test_a_long_json_ld_script_is_not_read() -> None:
    data = f'{{"@type":"Article","headline":"Ferry sails","x":"{"y" * 500}"}}'
    source = f'<script type="application/ld+json">{data}</script><p>{LEAD}</p>'
    assert extract(source).title == "Ferry sails"
    assert extract(source, limits=Limits(json_ld=300)).title != "Ferry sails"


@pytest.mark.parametrize("form", ["<p>{}</p>", "{}"])
def test_runs_of_marks_are_cut(form: str) -> None:
    source = form.format("e" + "\u0316" * 99 + LEAD)
    few = extract(source, limits=Limits(combining=4))
    assert sum(b.text.count("\u0316") for b in few.blocks) == 4


def test_the_limits_are_documented() -> None:
    source = Path(limits.__file__).read_text(encoding="utf-8")
    for field in fields(Limits):
        assert re.search(rf'^    {field.name}: int = [\d_]+\n    """', source, re.MULTILINE), field
