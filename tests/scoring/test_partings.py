"""What tells that a page goes over to another story, and back."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.roles import Role
from declutter.scoring.card import points
from declutter.scoring.partings import (
    ANOTHER,
    CARD,
    OPENING,
    RESUMING,
    another,
    opening,
    resuming,
    weigh,
)
from declutter.scoring.passages import Passages, Strand
from pages import read, read_text
from stages.told import CLOCK, CLOCK_TEXT, FERRY, FERRY_TEXT, ORGAN, ORGAN_TEXT

PAGE = (FERRY, *FERRY_TEXT, "Related Articles", ORGAN, "Hill Observer", *ORGAN_TEXT)
THIRD = (*PAGE, CLOCK, *CLOCK_TEXT)


def passages(page: Document) -> Passages:
    return Passages(page, [Role.BODY if b.words > 15 else Role.BOILERPLATE for b in page.blocks])


def heard(p: Passages, first: int, end: int) -> Strand:
    strand = p.story(p.gaps[first].head if first else p.headline)
    for i in p.at[first:end]:
        strand.add(p.page.blocks[i], p.spoken(i))
    return strand


def test_points_are_added_to_what_any_place_has() -> None:
    for table in (OPENING, ANOTHER, RESUMING):
        worth = points(CARD)[table]
        assert weigh(table, ["no such trait"]) == worth["any"]
        trait = next(t for t in worth if t != "any")
        assert weigh(table, [trait]) == pytest.approx(worth["any"] + worth[trait])


def test_a_paragraph_without_a_headline_opens_nothing() -> None:
    p = passages(read_text("\n".join(PAGE)))
    with pytest.raises(ValueError, match="paragraph 2 has no headline"):
        opening(p, 2, heard(p, 0, 2), 0, False)


def test_another_story_weighs_more_than_a_section_of_the_same() -> None:
    p = passages(read_text("\n".join(PAGE)))
    other = weigh(OPENING, opening(p, 5, heard(p, 0, 5), 0, True))
    lines = (FERRY, *FERRY_TEXT[:4], "What the harbour office says", FERRY_TEXT[4])
    p = passages(read_text("\n".join(lines)))
    section = weigh(OPENING, opening(p, 4, heard(p, 0, 4), 0, False))
    assert other > 0 > section


def test_what_the_page_announced_is_a_trait() -> None:
    p = passages(read_text("\n".join(PAGE)))
    told = opening(p, 5, heard(p, 0, 5), 2, True)
    assert "flagged True" in told
    assert "kept 2" in told
    assert "story words 4" in told  # five paragraphs of some thirty words


def test_a_third_story_weighs_more_than_the_second_going_on() -> None:
    p = passages(read_text("\n".join(THIRD)))
    third = weigh(ANOTHER, another(p, 8, heard(p, 0, 5), heard(p, 5, 8)))
    lines = (*PAGE[:-1], "How the wood sounds", ORGAN_TEXT[2])
    p = passages(read_text("\n".join(lines)))
    section = weigh(ANOTHER, another(p, 7, heard(p, 0, 5), heard(p, 5, 7)))
    assert third > 0 > section


def test_the_own_story_resumes_where_its_words_come_again() -> None:
    lines = (FERRY, *FERRY_TEXT[:3], "Related Articles", ORGAN, *ORGAN_TEXT, *FERRY_TEXT[3:])
    p = passages(read_text("\n".join(lines)))
    own = heard(p, 0, 3)
    assert weigh(RESUMING, resuming(p, 6, own, heard(p, 3, 6))) > 0
    assert weigh(RESUMING, resuming(p, 4, own, heard(p, 3, 4))) < 0


def test_what_only_one_of_two_stories_told_is_counted() -> None:
    lines = (FERRY, *FERRY_TEXT[:3], "Related Articles", ORGAN, *ORGAN_TEXT, *FERRY_TEXT[3:])
    p = passages(read_text("\n".join(lines)))
    own = heard(p, 0, 3)
    back = set(resuming(p, 6, own, heard(p, 3, 6)))
    assert {"told 2 0", "again 5 0"} <= back  # ferry and Holm; pier, storm, islanders, ...
    p = passages(read_text("\n".join(lines[:-2])))
    on = set(resuming(p, 5, own, heard(p, 3, 5)))
    assert {"told 1 2", "again 1 2"} <= on  # Anselm Ruck and his wood
    away = opening(p, 3, own, 0, False)
    assert {"told 1 of 6", "said again 1 of 1"} <= set(away)  # nothing but "again"


def test_headlines_of_a_series_are_counted() -> None:
    numbered = ("1. Clocks", CLOCK_TEXT[0], "2. Organs", ORGAN_TEXT[0], "The pier", FERRY_TEXT[1])
    p = passages(read_text("\n".join((FERRY, FERRY_TEXT[0], *numbered))))
    told = [opening(p, n, p.own(), 0, False) for n in (1, 2, 3)]
    assert [next(t for t in ts if t.startswith("numbered")) for ts in told] == [
        "numbered 2",
        "numbered 2",
        "numbered 0",
    ]


def test_places_are_told_where_there_are_elements() -> None:
    own, other = ("".join(f"<p>{t}</p>" for t in ts) for ts in (FERRY_TEXT, ORGAN_TEXT))
    link = f'<h3><a href="/crafts/4471">{ORGAN}</a></h3>'
    p = passages(read(f"<h1>{FERRY}</h1><div>{own}</div><section>{link}{other}</section>"))
    told = opening(p, 5, heard(p, 0, 5), 0, False)
    assert {"apart 1", "apart with its head True", "same parent False", "entry False"} <= set(told)
    back = resuming(p, 6, heard(p, 0, 5), heard(p, 5, 6))
    assert {"parent own False", "parent story True"} <= set(back)
    lines = passages(read_text("\n".join(PAGE)))
    assert not any(t.startswith("apart") for t in opening(lines, 5, heard(lines, 0, 5), 0, False))
