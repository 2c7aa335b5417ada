"""The page's own head."""

from __future__ import annotations

from declutter.pipeline import Decision
from declutter.roles import Role
from declutter.stages.story_heads import Reason, StoryHeads
from pages import PROSE, article, decided, read_text, run
from stages.stories import FIRST, TITLE, aggregated


def test_the_headline_is_title_wherever_its_head_repeats_it() -> None:
    page = aggregated()
    made = [d for d in run(page, StoryHeads()) if d.role is Role.TITLE]
    assert [page.blocks[d.block].text for d in made] == [TITLE, TITLE]
    assert [d.reason for d in made] == [Reason.HEADLINE, Reason.AGAIN]


def test_source_and_date_beneath_are_the_date_line() -> None:
    assert decided(aggregated(), StoryHeads())["Harbour Post6 days ago"] == (
        Role.DATELINE,
        Reason.DATE,
    )


def named(page: str) -> list[Decision]:
    return [d for d in run(read_text(page), StoryHeads()) if d.role is not Role.TITLE]


def test_a_label_is_a_byline_where_no_other_story_names_a_source() -> None:
    made = named(f"{TITLE}\nOdile Farthing\n6 days ago\n" + "\n".join(PROSE))
    assert [(d.role, d.reason) for d in made] == [
        (Role.BYLINE, Reason.LABEL),
        (Role.DATELINE, Reason.DATE),
    ]


def test_a_label_is_a_source_where_the_other_stories_name_theirs() -> None:
    story = "\n".join((f"{FIRST}", "Holm Tidings", "2 hours ago", *PROSE))
    made = named(f"{TITLE}\nHarbour Post\n6 days ago\n" + "\n".join(PROSE) + f"\n{story}")
    assert (made[0].role, made[0].reason) == (Role.DATELINE, Reason.SOURCE)


def test_a_page_with_elements_is_left_to_others() -> None:
    assert decided(article(before=f"<h1>{TITLE}</h1>"), StoryHeads()) == {}


def test_a_first_sentence_is_no_headline() -> None:
    first = (
        "The council has voted for six new stops east of the river, after twenty years of debate"
        " that nobody thought would end."
    )
    rest = "The mayor said on Tuesday that the first rails could be laid before the winter."
    page = read_text(f"{first}\n\n{rest}")
    assert not [d for d in run(page, StoryHeads()) if d.role is Role.TITLE]


def test_a_sentence_that_is_all_there_is_is_no_headline() -> None:
    page = read_text("The council has voted for six new stops east of the river.")
    assert not [d for d in run(page, StoryHeads()) if d.role is Role.TITLE]


def test_a_short_headline_below_another_story_s_head_is_no_label_of_that() -> None:
    short = "Ferry sails to Holm"
    offered = f"You May Also Like\n\n{FIRST}\n6 days ago\n\n"
    text = "\n".join(PROSE)
    page = read_text(f"{offered}{short}\nHarbour Post | 4 months ago\n\n{text}\n")
    titles = [d.block for d in run(page, StoryHeads()) if d.role is Role.TITLE]
    assert [page.blocks[i].text for i in titles] == [short]
