"""The standfirst, by its name or by the declared description."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.standfirst import Reason, Standfirst
from pages import article, decided, read, run

SUM = "Boats cross to the island once more, nine days after the storm."
HEAD = f'<meta name="description" content="{SUM}">'
TITLE = "<h1>Ferry to Holm sails again</h1>"


def test_named() -> None:
    page = article(before=f'{TITLE}<p class="standfirst">{SUM}</p>')
    assert decided(page, Standfirst()) == {SUM: (Role.SUBTITLE, Reason.NAMED)}


def test_declared() -> None:
    page = article(head=HEAD, before=f"{TITLE}<p>{SUM}</p>")
    assert decided(page, Standfirst()) == {SUM: (Role.SUBTITLE, Reason.DECLARED)}


def test_one_at_most() -> None:
    page = article(head=HEAD, before=f'{TITLE}<p class="dek">{SUM}</p><p>{SUM}</p>')
    assert len(run(page, Standfirst())) == 1


def test_a_description_behind_the_first_paragraph_is_none() -> None:
    assert run(article(head=HEAD, before=TITLE, within=f"<p>{SUM}</p>"), Standfirst()) == []


def test_a_name_behind_the_first_paragraph_is_none() -> None:
    page = article(before=TITLE, within=f'<p class="standfirst">{SUM}</p>')
    assert run(page, Standfirst()) == []


def test_the_title_is_none() -> None:
    page = article(before=f'<h1 class="standfirst">{SUM}</h1>')
    assert run(page, Standfirst(), given={0: Role.TITLE}) == []
    assert len(run(page, Standfirst())) == 1


@pytest.mark.parametrize(("words", "found"), [(4, 0), (5, 1), (90, 1), (91, 0)])
def test_length_at_its_edges(words: int, found: int) -> None:
    text = " ".join(["to"] * words)
    page = article(before=f'{TITLE}<p class="standfirst">{text}</p>')
    assert len(run(page, Standfirst())) == found


def test_a_linked_line_is_none() -> None:
    page = article(before=f'{TITLE}<p class="standfirst"><a href="/x">{SUM}</a></p>')
    assert run(page, Standfirst()) == []


def test_a_caption_is_none() -> None:
    page = article(head=HEAD, before=f"{TITLE}<figure><figcaption>{SUM}</figcaption></figure>")
    assert run(page, Standfirst()) == []


def test_a_page_without_text_has_none() -> None:
    page = read('<h1>Holm</h1><p class="standfirst">Boats to the island again</p>')
    assert run(page, Standfirst()) == []
