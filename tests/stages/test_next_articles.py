"""Next articles: elements written like the page's own, whatever their length."""

from __future__ import annotations

from declutter.document import Document
from declutter.roles import Role
from declutter.stages.next_articles import NextArticles, Reason
from pages import PROSE, Decided, decided, read

LONG = " ".join(PROSE)


def page(level: int = 1, shape: str = "story") -> Document:
    return read(
        "<html lang='en'><head><title>The ferry to Holm sails again | Holm Tidings</title></head>"
        "<body><div class='story'><h1>The ferry to Holm sails again</h1>"
        f"<p>{LONG}</p></div><div class='{shape}'><h{level}>A longer ladder</h{level}>"
        f"<p>Jon Vik</p><p>First. {LONG}</p><p>Second. {LONG}</p></div></body></html>"
    )


def test_the_next_article_and_its_parts() -> None:
    assert decided(page(), NextArticles()) == {
        "A longer ladder": Decided(Role.RELATED_TITLE, Reason.HEADLINE),
        "Jon Vik": Decided(Role.RELATED_META, Reason.LABEL),
        f"First. {LONG}": Decided(Role.RELATED_BODY, Reason.BODY),
        f"Second. {LONG}": Decided(Role.RELATED_BODY, Reason.BODY),
    }


def test_a_section_under_a_lower_heading_is_none() -> None:
    assert decided(page(level=2), NextArticles()) == {}


def test_another_shape_is_none() -> None:
    assert decided(page(shape="aside"), NextArticles()) == {}
