"""The text of the page's own story, weighed without the others."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.pipeline import Strength
from declutter.roles import Role
from declutter.scoring.retold import Retold
from declutter.scoring.verdict import Judged
from declutter.stages.own_story import OwnStory, Reason
from pages import PROSE, article, decided, read_text, run
from stages.stories import FIRST, FIRST_BODY, SECOND_BODY, TITLE, aggregated


def test_own_paragraphs_are_text() -> None:
    got = decided(aggregated(), OwnStory())
    assert {got[p] for p in PROSE} == {(Role.BODY, Reason.TEXT)}


def test_what_stands_around_them_is_none() -> None:
    got = decided(aggregated(), OwnStory())
    assert got["Orange background"] == (Role.BOILERPLATE, Reason.OTHER)
    assert got["No comments yet..."] == (Role.BOILERPLATE, Reason.OTHER)


def test_other_stories_are_not_weighed() -> None:
    got = decided(aggregated(), OwnStory())
    assert not {FIRST, FIRST_BODY, SECOND_BODY} & set(got)


def test_a_heading_between_own_paragraphs_is_text() -> None:
    own = (PROSE[0], "What the company says", *PROSE[1:])
    got = decided(aggregated(own=own), OwnStory())
    assert got["What the company says"] == (Role.BODY, Reason.TEXT)


def test_all_is_said_weakly() -> None:
    assert {d.strength for d in run(aggregated(), OwnStory())} == {Strength.WEAK}


def test_a_page_of_one_story_is_left_as_it_is() -> None:
    assert decided(read_text("\n".join(PROSE)), OwnStory()) == {}


def test_a_page_with_elements_is_left_to_others() -> None:
    assert decided(article(), OwnStory()) == {}


def test_a_paragraph_below_the_last_other_story_needs_the_score_of_any_line() -> None:
    stops = ("Comments", "No comments yet...", "Download the app")
    text = "\n".join(b.text for b in aggregated().blocks if b.text not in stops)
    page = read_text(f"{text}\n{PROSE[0].replace('.', ' again.')}")
    assert _bar(page, len(page.blocks) - 1) == f"{OwnStory().threshold:g}"


def test_a_paragraph_amid_other_stories_needs_a_lower_one() -> None:
    own = "A hard frost came to the valley that night and the growers lost most of their pears."
    page = _split(own)
    assert _bar(page, _at(page, own)) == f"{OwnStory().amid_stories:g}"


def test_a_heading_amid_other_stories_needs_the_score_of_its_paragraphs() -> None:
    page = aggregated(own=(PROSE[0], "What the company says", *PROSE[1:]))
    assert _bar(page, _at(page, "What the company says")) == f"{OwnStory().amid_stories:g}"


def test_a_line_that_announces_more_is_no_such_paragraph() -> None:
    own = "A hard frost came to the valley that night and the growers lost most of their pears:"
    page = _split(own)
    assert _bar(page, _at(page, own)) == f"{OwnStory().closing:g}"


def test_a_line_behind_the_last_paragraph_heads_nothing() -> None:
    page = aggregated(own=(*PROSE, "What the company says"))
    assert _bar(page, _at(page, "What the company says")) == f"{OwnStory().closing:g}"


def _bar(page: Document, block: int, stage: OwnStory | None = None) -> str:
    """The score that a line had to reach."""
    made = run(page, stage or OwnStory())
    (bar,) = {d.evidence.split()[-1] for d in made if d.block == block}
    return bar


def _split(own: str) -> Document:
    """A page with other stories below a text that ends in `own`."""
    return aggregated(own=(*PROSE, own))


def _at(page: Document, text: str) -> int:
    return next(b.index for b in page.blocks if b.text == text)


def test_lines_that_point_to_a_story_are_not_weighed() -> None:
    pointed = "\n".join(f"{p}\nAlso read: The pier of Holm is open again" for p in PROSE)
    page = read_text(f"Ferry to Holm sails again\n{pointed}\n© Harbour Post")
    got = decided(page, OwnStory())
    assert [got[p].role for p in PROSE] == [Role.BODY] * len(PROSE)
    assert "The pier of Holm is open again" not in got


def test_a_box_of_headlines_amid_the_text_is_not_weighed() -> None:
    first, *rest = PROSE
    box = "Related Articles\nBell of the old school found in a barn"
    page = read_text("\n".join(["Ferry to Holm sails again", first, box, *rest, *rest]))
    got = decided(page, OwnStory())
    assert {got[p].role for p in PROSE} == {Role.BODY}
    assert "Related Articles" not in got
    below = read_text("\n".join(["Ferry to Holm sails again", *PROSE, box]))
    assert decided(below, OwnStory()) == {}


@pytest.mark.parametrize(("lifted", "found"), [(0, True), (3, False)])
def test_paragraphs_under_the_headline_of_which_hardly_any_scores(lifted: int, found: bool) -> None:
    page = aggregated()
    scores = page.derived(Retold).scores
    own = [_at(page, paragraph) for paragraph in PROSE]
    for n, i in enumerate(own):
        scores[i] = 1.0 if n < lifted else -1.0
    stage = OwnStory(amid_stories=0.0)
    expected = f"{stage.doubted if found else stage.threshold:g}"
    assert {_bar(page, i, stage) for i in own} == {expected}


@pytest.mark.parametrize(("texts", "found"), [((0, 3), True), ((0, 1, 3), False)])
def test_paragraphs_amid_some_that_score(texts: tuple[int, ...], found: bool) -> None:
    own = tuple(f"{PROSE[0]} {n}" for n in range(5))
    page = aggregated(own=own)
    scores = page.derived(Retold).scores
    at = [_at(page, paragraph) for paragraph in own]
    for n, i in enumerate(at):
        scores[i] = 1.0 if n in texts else -1.0
    stage = OwnStory(amid_stories=0.0, amid=0.5)
    bars = [_bar(page, i, stage) for i in at]
    assert bars[2] == f"{stage.doubted if found else stage.threshold:g}"
    assert bars[4] == f"{stage.threshold:g}"  # behind the last of them


@pytest.mark.parametrize(("heading", "found"), [("You may also like", True), ("Keepers", False)])
def test_a_short_story_above_a_heading_over_long_ones(heading: str, found: bool) -> None:
    own = "The keeper of Holm has a new ladder, and nobody knows who left it there."
    others = [line for p in PROSE * 2 for line in (p, f"{p} {p}")]
    page = read_text("\n".join(["A ladder for Holm", own, heading, TITLE, "By Ada Moss", *others]))
    page.derived(Judged).scores[1] = -1.0
    got = decided(page, OwnStory())
    assert (got.get(own) == (Role.BODY, Reason.TEXT)) is found
