"""Prose of a page on which nothing scores as text."""

from __future__ import annotations

from declutter import extract
from declutter.roles import Role
from declutter.stages.last_resort import LastResort, Reason
from pages import decided, read, run

SENTENCE = "The council has voted for six new stops east of the river."
MENU = '<p><a href="/a">City news and sport from every corner of the town</a></p>'


def test_prose_where_nothing_is_text() -> None:
    assert decided(read(f"<p>{SENTENCE}</p>"), LastResort()) == {
        SENTENCE: (Role.BODY, Reason.NOTHING_ELSE)
    }


def test_nothing_where_there_is_text() -> None:
    page = read(f"<p>{SENTENCE}</p><p>Rails.</p>")
    assert run(page, LastResort(), given={1: Role.BODY}) == []


def test_what_a_stage_knows_is_left_alone() -> None:
    assert run(read(f"<p>{SENTENCE}</p>"), LastResort(), given={0: Role.FOOTER}) == []


def test_labels_links_and_buttons_are_no_prose() -> None:
    page = read(f"<p>Six new stops</p>{MENU}<button>{SENTENCE}</button>")
    assert run(page, LastResort()) == []


def test_edges() -> None:
    page = read("<p>one two three four five six seven eight</p>")
    assert len(run(page, LastResort())) == 1
    assert run(page, LastResort(least_words=9)) == []
    linked = read('<p><a href="/a">one two</a> three four five six seven eight</p>')
    assert len(run(linked, LastResort())) == 1
    assert run(linked, LastResort(most_linked=0.2)) == []


def test_one_sentence_of_text_is_kept() -> None:
    assert extract(SENTENCE).text == SENTENCE
