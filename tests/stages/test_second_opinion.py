"""Another extractor's view, where there is hardly any text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from declutter import extract
from declutter.document import Document
from declutter.pipeline import Decision, Strength
from declutter.presets import default_pipeline
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
from declutter.stages.second_opinion import Reason, SecondOpinion
from pages import PROSE, article, block, decided, read_text, run


def told(page: Document, *paragraphs: str) -> Document:
    """The page with another extractor that takes these paragraphs for its text."""
    return replace(page, reference=lambda: "\n".join(paragraphs))


PAGE = article(after='<p class="note">Dogs travel free.</p>')


def test_blocks_of_the_opinion_are_text() -> None:
    page = told(PAGE, *PROSE[:2])
    assert decided(page, SecondOpinion()) == dict.fromkeys(PROSE[:2], (Role.BODY, Reason.SECONDED))


def test_weakly() -> None:
    made = run(told(PAGE, *PROSE), SecondOpinion())
    assert {d.strength for d in made} == {Strength.WEAK}
    assert {d.evidence for d in made} == {"1.00 > 0.5, 0 < 1 words"}


def test_what_is_text_already_is_left_alone() -> None:
    page = told(PAGE, *PROSE)
    given = {block(PAGE, PROSE[0]).index: Role.BODY}
    assert set(decided(page, SecondOpinion(few_words=100), given=given)) == set(PROSE[1:])
    assert decided(page, SecondOpinion(), given=given) == {}


def test_half_of_a_block_is_not_enough() -> None:
    words = PROSE[0].split()
    threes = len(words) - 2
    for held, seconded in ((threes // 2, False), (threes // 2 + 1, True)):
        page = told(PAGE, " ".join(words[: held + 2]))
        assert bool(run(page, SecondOpinion(share=threes // 2 / threes))) is seconded


def test_blocks_of_two_words_say_nothing() -> None:
    page = article(after="<p>Dogs free.</p>")
    assert run(told(page, "Dogs free."), SecondOpinion()) == []


def test_paragraphs_of_scripts_without_spaces() -> None:
    text = "火曜日に雨が降ったので、船は島に戻らなかった。"
    page = article(after=f"<p>{text}</p>")
    assert decided(told(page, text), SecondOpinion()) == {text: (Role.BODY, Reason.SECONDED)}


def test_not_asked_where_there_is_text() -> None:
    text = block(PAGE, PROSE[0])
    for few, asked in ((text.words, False), (text.words + 1, True)):
        made = run(told(PAGE, *PROSE), SecondOpinion(few_words=few), given={text.index: Role.BODY})
        assert bool(made) is asked


def test_not_asked_where_no_word_is_left() -> None:
    def never() -> str:
        raise AssertionError("asked")

    page = replace(PAGE, reference=never)
    assert run(page, SecondOpinion(), given={b.index: Role.BODY for b in page.blocks}) == []


@pytest.mark.parametrize(("above", "asked"), [(0.0, True), (0.001, False)])
def test_not_asked_where_the_page_is_of_another_type(above: float, asked: bool) -> None:
    page = told(PAGE, *PROSE)
    bar = page.derived(PageTypes).textual + above
    assert bool(run(page, SecondOpinion(textual=bar))) is asked


def test_no_opinion_no_decision() -> None:
    assert run(replace(PAGE, reference=lambda: None), SecondOpinion()) == []
    assert run(PAGE, SecondOpinion()) == []
    assert run(read_text("\n\n".join(PROSE)), SecondOpinion()) == []


def test_extract_asks_on_a_page_without_text_of_its_own() -> None:
    page = f"<html><body><article><h1>Ferry</h1><p>{PROSE[0]}</p></article></body></html>"
    pipeline = default_pipeline().replace("scorecard", _Nothing())
    assert extract(page, pipeline=pipeline).text == PROSE[0]
    assert (
        extract(page, pipeline=pipeline.without("second_opinion").without("last_resort")).text == ""
    )


class _Nothing:
    """A scorecard that finds no text."""

    name = "scorecard"

    def __call__(self, page: Document, verdicts: object) -> list[Decision]:
        return []
