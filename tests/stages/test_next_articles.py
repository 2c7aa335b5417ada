"""Next articles: elements written like the page's own, whatever their length."""

from __future__ import annotations

from dataclasses import replace

from declutter.document import Document
from declutter.model import PageType
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
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


def test_chapters_of_documentation_are_none() -> None:
    code = "<pre><code>ferry = holm.find(boats=3)</code></pre>" * 5
    named = "<main class='docs-content markdown'>"
    manual = replace(
        chapters(f"Holm API documentation</title><body>{named}", code),
        url="https://docs.holm.example/docs/api/reference/",
    )
    assert manual.derived(PageTypes).best is PageType.DOCUMENTATION
    assert decided(manual, NextArticles()) == {}
    assert decided(chapters("Holm Tidings</title><body><main>", ""), NextArticles()) != {}


def chapters(head: str, code: str) -> Document:
    parts = (f"<section><h1>{h}</h1><p>{LONG}</p>{code}</section>" for h in ("Ferries", "Piers"))
    return read(f"<html lang='en'><title>Ferries - {head}{''.join(parts)}</main>")
