"""Headlines of texts: which lines may be one, what they look like, which one is the page's."""

from __future__ import annotations

import pytest

from declutter.reading.text import segment_text
from declutter.scoring.card import Card
from declutter.scoring.headlines import Headlines
from pages import PROSE, read_text

TITLE = "Ferry to Holm sails again after the ice"
TEXT = "\n\n".join(PROSE)


def best(page: str, url: str | None = None) -> str | None:
    document = segment_text(page, url)
    at = document.derived(Headlines).at
    return None if at is None else document.blocks[at].text


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("Home » Harbour » Ferries", True),
        ("Ferry to Holm | The Harbour Post", True),
        ("Home / Harbour / Ferries", True),
        (TITLE, False),
        ("The ferry and/or the bridge", False),
    ],
)
def test_a_trail_is_told_by_its_joints(line: str, joined: bool) -> None:
    found = read_text(f"{line}\n\n{TEXT}\n").derived(Headlines)
    assert ("joined" in found.traits(0)) is joined


def test_the_headline_is_not_the_trail_above_it_nor_the_line_below() -> None:
    below = "The crossing takes an hour, as it did before the winter"
    page = f"Home » Harbour » Ferries of the north\n\n{TITLE}\n\n{below}\n\n12 May 2024\n\n{TEXT}\n"
    assert best(page) == TITLE


def test_the_address_spells_the_headline() -> None:
    other = "Keeper asks for a longer ladder this spring"
    page = f"{other}\n\n{TITLE}\n\n{TEXT}\n"
    assert best(page, "https://holm.example/ferry-to-holm-sails-again-after-the-ice") == TITLE
    assert best(page, "https://holm.example/keeper-asks-for-a-longer-ladder") == other


def test_a_text_without_a_short_line_has_none() -> None:
    assert best("3 hours ago") is None


def test_a_source_is_no_headline() -> None:
    def candidates(*more: str) -> set[str]:
        lines = ["Holm Tidings", "The ferry to Holm sails again", "2 hours ago", *PROSE, *more]
        page = read_text("\n".join(lines))
        return {page.blocks[i].text for i in page.derived(Headlines).candidates}

    assert "Holm Tidings" in candidates()
    assert "Holm Tidings" not in candidates("Holm Tidings • 3 hours ago")


def test_what_asks_for_consent_is_none_nor_text() -> None:
    asking = "Store and/or access information on a device and read what stands there"
    asked = f"On this website we use cookies, {PROSE[0]} {PROSE[1]}"
    page = "\n\n".join([asking, asked, asked, asked, TITLE, *PROSE[:2]])
    assert best(page) == TITLE


def test_the_address_spells_a_headline_behind_most_of_the_text() -> None:
    page = "\n\n".join(["The keepers of Holm", *PROSE * 3, TITLE, PROSE[0]])
    assert best(page, "https://holm.example/ferry-to-holm-sails-again-after-the-ice") == TITLE


def test_the_address_spells_letters_of_other_alphabets() -> None:
    other = "Лодочная станция закроется весной"
    page = "\n".join([other, "Каток в Заозёрске открыт", *PROSE])
    assert (
        best(page, "https://post.example/a/katok-v-zaozerske-otkryt") == "Каток в Заозёрске открыт"
    )


def test_the_title_element_on_top_tells_the_headline_far_below() -> None:
    other = "Keeper asks for a longer ladder this spring"
    lines = (f"{TITLE} | Holm Tidings", "Home", "News", other, TEXT, TEXT, TITLE, *PROSE)
    page = read_text("\n\n".join(lines))
    found = page.derived(Headlines)
    assert found.at is not None
    assert page.blocks[found.at].text == TITLE
    assert found.is_told
    bare = read_text("\n\n".join(("Holm Tidings", *lines[1:]))).derived(Headlines)
    assert bare.at is not None
    assert bare.page.blocks[bare.at].text == other
    assert not bare.is_told


def test_the_address_tells_the_headline_too() -> None:
    page = f"{TITLE}\n\n{TEXT}\n"
    url = "https://holm.example/ferry-to-holm-sails-again-after-the-ice"
    assert segment_text(page, url).derived(Headlines).is_told
    assert not segment_text(page, None).derived(Headlines).is_told


@pytest.mark.parametrize(
    ("heading", "paragraphs", "found"),
    [
        ("You may also like", 2, True),
        ("Keepers and their ladders", 2, False),
        ("News", 2, False),
        ("You may also like", 1, False),
    ],
)
def test_a_heading_over_others_is_below_the_headline_where_a_story_stands_above(
    monkeypatch: pytest.MonkeyPatch, heading: str, paragraphs: int, found: bool
) -> None:
    best = Card({"again 1 False": 1.0}, {}, {}, {})  # what stands again right below
    monkeypatch.setattr("declutter.scoring.headlines.card", lambda name: best)
    more = [f"{p} {p}" for p in PROSE]
    other = "Keeper asks for a longer ladder this spring"
    page = read_text("\n".join([TITLE, *PROSE[:paragraphs], heading, other, other, *more]))
    at = page.derived(Headlines).at
    assert at is not None
    assert page.blocks[at].text == (TITLE if found else other)
