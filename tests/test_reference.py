"""trafilatura's view of a page, from a cleaned copy of its tree."""

from __future__ import annotations

import subprocess
import sys

import pytest
from lxml import etree

from declutter.limits import DEFAULT_LIMITS
from declutter.reading.parse import parse
from declutter.reference import opinion
from pages import PROSE

BODY = "".join(f"<p>{p}</p>" for p in PROSE)
MENU = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("Home", "Boats", "Fares"))


def tree(body: str) -> etree._Element:
    return parse(f"<html><body>{body}</body></html>", DEFAULT_LIMITS).root


PAGE = f"<nav><ul>{MENU}</ul></nav><article>{BODY}</article>"


def test_the_main_text_without_the_menu() -> None:
    text = opinion(tree(PAGE))
    assert text is not None
    assert all(p in text for p in PROSE)
    assert "Fares" not in text


def test_the_tree_stays_as_it_is() -> None:
    root = tree(f"<script>let a = 1</script>{PAGE}<p>one&#1;two</p>")
    before = etree.tostring(root)
    opinion(root)
    assert etree.tostring(root) == before


def test_a_control_character_costs_nothing_of_the_text() -> None:
    text = opinion(tree(PAGE.replace("the islanders", "the&#1; islanders&#8;")))
    assert text is not None
    assert PROSE[1] in text


def test_scripts_are_no_text() -> None:
    text = opinion(tree(f"<article><script>{PROSE[0]}</script><p>{PROSE[1]}</p></article>"))
    assert text is not None
    assert PROSE[0] not in text


def test_comments_are_left_out() -> None:
    said = "I took the first boat on Monday and it was full of people who had waited for days."
    text = opinion(tree(f'{PAGE}<div id="comments" class="comments"><p>{said}</p></div>'))
    assert text is not None
    assert said not in text


def test_none_where_there_is_no_text() -> None:
    assert opinion(tree("")) is None


@pytest.mark.parametrize(("most", "asked"), [(13, True), (12, False)])
def test_trees_of_too_many_elements_are_not_handed_on(most: int, asked: bool) -> None:
    # html, body, nav, ul, three li with an a, article, two of three p: 13 elements.
    root = tree(PAGE.replace(f"<p>{PROSE[2]}</p>", ""))
    assert len(list(root.iter())) == 13
    assert (opinion(root, most_elements=most) is not None) is asked


@pytest.mark.parametrize(("spare", "asked"), [(0, True), (-1, False)])
def test_trees_of_too_much_text_are_not_handed_on(spare: int, asked: bool) -> None:
    root = tree(PAGE)
    size = sum(map(len, root.itertext()))
    assert (opinion(root, most_text=size + spare) is not None) is asked


def test_what_the_library_raises_is_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise ValueError("not today")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert opinion(tree(PAGE)) is None


def test_nothing_is_logged_to_standard_error() -> None:
    code = (
        "from lxml import etree\nfrom declutter.reference import opinion\n"
        "assert opinion(etree.HTML('<p>x</p>')) in (None, 'x')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
