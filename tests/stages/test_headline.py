"""The title: as declared, like declared, or the first top heading; and its copies."""

from __future__ import annotations

import pytest

from declutter.pipeline import Strength
from declutter.roles import Role
from declutter.stages.headline import Headline, Reason
from pages import PROSE, article, decided, read, read_text, run

TITLE = "Ferry to Holm sails again"
HEAD = f"<title>{TITLE}</title>"


def test_the_heading_that_is_the_declared_title() -> None:
    page = article(head=HEAD, before=f"<h1>{TITLE}</h1>")
    assert decided(page, Headline()) == {TITLE: (Role.TITLE, Reason.DECLARED)}


def test_it_is_decided_strongly() -> None:
    (made,) = run(article(head=HEAD, before=f"<h1>{TITLE}</h1>"), Headline())
    assert made.strength is Strength.STRONG


def test_every_copy_is_the_title() -> None:
    page = article(
        head=HEAD,
        before=f"<nav><a href='/'>{TITLE}</a></nav><h1>{TITLE}</h1>",
        after=f"<p>{TITLE}</p>",
    )
    assert len(run(page, Headline())) == 3


def test_case_and_spaces_make_no_other_title() -> None:
    page = article(head=HEAD, before="<h2>FERRY TO  Holm Sails Again</h2>")
    (got,) = decided(page, Headline()).values()
    assert got == (Role.TITLE, Reason.DECLARED)


def test_a_paragraph_that_holds_the_title_is_none() -> None:
    page = article(
        head=HEAD, before=f"<h1>{TITLE}</h1><p>{TITLE}, and the islanders are glad of it.</p>"
    )
    assert list(decided(page, Headline())) == [TITLE]


def test_one_word_is_a_title_in_a_heading_only() -> None:
    page = article(head="<title>Holm</title>", before="<h1>Holm</h1><p>Holm</p>")
    (made,) = run(page, Headline())
    assert page.blocks[made.block].tag == "h1"


def test_a_title_of_more_words_than_allowed_is_a_paragraph() -> None:
    long = " ".join(["boats"] * 41)
    page = read(f"<head><title>{long}</title></head><body><h1>{long}</h1></body>")
    assert run(page, Headline()) == []
    assert len(run(page, Headline(most_words=41))) == 1


LIKE = "Ferry to Holm sails again after nine days"


def test_a_heading_like_the_declared_title() -> None:
    page = article(head=f"<title>{LIKE} at last</title>", before=f"<h2>{LIKE}</h2>")
    assert decided(page, Headline()) == {LIKE: (Role.TITLE, Reason.ALIKE)}


def test_copies_of_a_like_heading_are_the_title() -> None:
    page = article(
        head=f"<title>{LIKE} at last</title>", before=f"<h2>{LIKE}</h2>", after=f"<p>{LIKE}</p>"
    )
    assert len(run(page, Headline())) == 2


# Seven of ten words in common, counted on both sides.
@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("one two three four five six seven a b c", 0),
        ("one two three four five six seven eight b c", 1),
    ],
)
def test_likeness_at_its_edge(heading: str, found: int) -> None:
    declared = "one two three four five six seven eight nine ten"
    page = read(f"<head><title>{declared}</title></head><body><h2>{heading}</h2></body>")
    assert len(run(page, Headline())) == found


def test_of_two_like_headings_the_nearer_one() -> None:
    page = article(
        head="<title>Ferry to Holm sails again, says the harbour</title>",
        before="<h2>Ferry to Holm sails, says harbour</h2>",
        after="<h2>Ferry to Holm sails again, says harbour</h2>",
    )
    assert list(decided(page, Headline())) == ["Ferry to Holm sails again, says harbour"]


def test_an_element_named_as_title_counts_as_a_heading() -> None:
    page = article(
        head=f"<title>{LIKE} at last</title>", before=f'<div class="headline">{LIKE}</div>'
    )
    assert decided(page, Headline()) == {LIKE: (Role.TITLE, Reason.ALIKE)}


def test_a_copy_outside_a_heading_does_not_stop_the_search() -> None:
    page = article(head=f"<title>{LIKE}</title>", before=f"<p>{LIKE}</p><h2>{LIKE} at last</h2>")
    assert decided(page, Headline()) == {
        LIKE: (Role.TITLE, Reason.DECLARED),
        f"{LIKE} at last": (Role.TITLE, Reason.ALIKE),
    }


def test_of_several_top_headings_the_first() -> None:
    page = article(before="<h2>Islands</h2><h1>Boats run</h1>", after="<h1>Shops are open</h1>")
    assert list(decided(page, Headline())) == ["Boats run"]


def test_without_declarations_the_first_top_heading() -> None:
    page = read_text(f"## Islands\n\n# Boats run\n\n{PROSE[0]}\n\n# Shops are open\n\n{PROSE[1]}")
    assert decided(page, Headline()) == {"Boats run": (Role.TITLE, Reason.TOP_HEADING)}


def test_no_heading_no_title() -> None:
    assert run(article(), Headline()) == []


def test_the_mark_before_the_name_of_the_site_is_no_word() -> None:
    page = article(
        head="<title>Tram line approved | The Sentinel</title>",
        before="<h2>Tram line approved</h2>",
    )
    assert decided(page, Headline()) == {"Tram line approved": (Role.TITLE, Reason.ALIKE)}


@pytest.mark.parametrize("rest", [" 望河镇文化中心", "-望河新闻网", "_要闻_望河新闻网"])
def test_in_scripts_without_spaces_any_line_that_makes_up_most_of_the_title(rest: str) -> None:
    line = "望河镇百年渡口重新通航 首日免费迎客"
    page = article(head=f"<title>{line}{rest}</title>", before=f"<div>{line}</div>")
    assert decided(page, Headline()) == {line: (Role.TITLE, Reason.DECLARED)}


def test_less_than_half_of_such_a_title_is_its_section() -> None:
    head = "<title>要闻 望河镇百年渡口重新通航</title>"
    assert decided(article(head=head, before="<div>要闻</div>"), Headline()) == {}


def test_where_the_whole_title_stands_no_part_of_it_is_one() -> None:
    head = "<title>望河镇百年渡口重新通航 首日免费迎客乘船游河</title>"
    before = (
        "<div>望河镇百年渡口重新通航 首日免费迎客乘船游河</div><div>望河镇百年渡口重新通航</div>"
    )
    assert len(run(article(head=head, before=before), Headline())) == 1


def test_such_headings_are_compared_by_characters() -> None:
    head = "<title>望河镇百年渡口昨日重新通航</title>"
    page = article(head=head, before="<h2>望河镇百年渡口重新通航</h2>")
    (got,) = decided(page, Headline()).values()
    assert got == (Role.TITLE, Reason.ALIKE)
