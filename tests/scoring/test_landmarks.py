"""Navigation and footer are told by tag and role; frames and parts of an article are neither."""

import pytest

from declutter.scoring.landmarks import Landmarks
from declutter.scoring.verdict import Judged
from pages import read

STORY = (
    "<main><article><h1>Barge lock reopens</h1>"
    + "<p>The keepers opened the upper gate at noon, and nine barges went through before dusk.</p>"
    * 6
    + "{inner}</article></main>"
)
MENU = "<ul><li><a href=/a>Rivers</a><li><a href=/b>Locks</a></ul>"


def texts(html: str) -> list[str]:
    page = read(f"<html><body>{html}</body></html>")
    inside = page.derived(Landmarks).inside
    return [b.text for b, apart in zip(page.blocks, inside, strict=True) if apart]


@pytest.mark.parametrize(
    ("open_", "close"),
    [
        ("<nav>", "</nav>"),
        ("<div role=navigation>", "</div>"),
        ("<footer>", "</footer>"),
        ("<div role=contentinfo>", "</div>"),
    ],
)
def test_stand_apart(open_: str, close: str) -> None:
    assert texts(STORY.format(inner="") + open_ + MENU + close) == ["Rivers", "Locks"]


@pytest.mark.parametrize(
    ("open_", "close"), [("<header>", "</header>"), ("<div role=banner>", "</div>")]
)
def test_the_header_ahead_of_the_headline_stands_apart(open_: str, close: str) -> None:
    header = open_ + MENU + close
    assert texts(header + STORY.format(inner="")) == ["Rivers", "Locks"]
    assert texts(STORY.format(inner="") + header) == []


def test_a_header_is_none_without_a_headline() -> None:
    page = STORY.replace("<h1>Barge lock reopens</h1>", "")
    assert texts(f"<header>{MENU}</header>" + page.format(inner="")) == []


def test_the_header_of_an_article_is_part_of_it() -> None:
    page = STORY.replace("<h1>", f"<header>{MENU}</header><h1>")
    assert texts(page.format(inner="")) == []


def test_the_footer_of_an_article_is_part_of_it() -> None:
    assert texts(STORY.format(inner=f"<footer>{MENU}</footer>")) == []


def test_what_encloses_the_headline_is_a_frame() -> None:
    page = STORY.replace("<h1>", "<nav><h1>").replace("</h1>", "</h1></nav>")
    assert texts(page.format(inner="")) == []


def test_what_holds_most_of_the_page_is_a_frame() -> None:
    assert texts(f"<nav>{STORY.format(inner='')}</nav>") == []


TERMS = "<p>Boats wait at their own risk, and the lock may close without notice.</p>" * 30


@pytest.mark.parametrize(
    ("open_", "close", "stands_apart"),
    [
        ("<footer>", "</footer>", True),
        ("<div role=contentinfo>", "</div>", True),
        ("<nav>", "</nav>", False),
        ("<div role=navigation>", "</div>", False),
    ],
)
def test_a_footer_behind_the_headline_is_one_however_long(
    open_: str, close: str, stands_apart: bool
) -> None:
    long = f"{open_}{MENU}{TERMS}{close}"
    assert bool(texts(STORY.format(inner="") + long)) is stands_apart
    headless = STORY.replace("<h1>Barge lock reopens</h1>", "").format(inner="")
    assert texts(headless + long) == []


def test_their_blocks_are_scored_as_no_text() -> None:
    page = read(f"<html><body><nav>{MENU}</nav>{STORY.format(inner='')}</body></html>")
    scores = page.derived(Judged).scores
    assert scores[0] == scores[1] < 0 < scores[4]


@pytest.mark.parametrize(
    ("inner", "apart"),
    [
        ("<p>We open the locks at six and close them when the last boat is through.</p>", False),
        ("<p>Locks</p>", True),
        (
            "<p>We open at six, <a href=/a>see the times of all the locks</a> of the canal.</p>",
            True,
        ),
    ],
)
def test_a_menu_of_sentences_without_links_is_none(inner: str, apart: bool) -> None:
    assert bool(texts(STORY.format(inner="") + f"<nav>{inner}</nav>")) is apart
