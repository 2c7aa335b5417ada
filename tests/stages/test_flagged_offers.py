"""Offers under a flag."""

from __future__ import annotations

from declutter.document import Document
from declutter.roles import Role
from declutter.stages.flagged_offers import FlaggedOffers, Reason
from declutter.stages.next_stories import NextStories
from pages import PROSE, article, decided, read_text
from stages.stories import FIRST, FIRST_BODY, SECOND, SECOND_BODY, TITLE


def flagged(*lines: str) -> Document:
    return read_text("\n".join((TITLE, "Harbour Post | 6 days ago", *PROSE, *lines)))


def test_headlines_under_a_flag_are_offers() -> None:
    got = decided(flagged("More Stories", FIRST, SECOND), FlaggedOffers())
    assert got["More Stories"] == (Role.RELATED_HEADING, Reason.FLAG)
    assert got[FIRST] == (Role.RELATED_TITLE, Reason.HEADLINE)
    assert got[SECOND] == (Role.RELATED_TITLE, Reason.HEADLINE)


def test_sources_that_close_the_items_part_whole_bodies() -> None:
    lines = (FIRST, FIRST_BODY, PROSE[0], "Holm Tidings", SECOND, SECOND_BODY, "Mill Observer")
    got = decided(flagged("You May Also Like", *lines, "Comments"), FlaggedOffers())
    assert got[FIRST_BODY] == (Role.RELATED_BODY, Reason.BODY)
    assert got["Holm Tidings"] == (Role.RELATED_META, Reason.META)
    assert got[SECOND] == (Role.RELATED_TITLE, Reason.HEADLINE)
    assert "Comments" not in got


def test_the_article_goes_on_behind_bare_headlines() -> None:
    page = flagged("Related Articles", FIRST, SECOND, FIRST_BODY, SECOND_BODY)
    got = decided(page, FlaggedOffers())
    assert got[SECOND].role is Role.RELATED_TITLE
    assert FIRST_BODY not in got
    assert SECOND_BODY not in got


def test_text_before_any_of_the_pages_own_is_no_offer() -> None:
    page = read_text("\n".join((TITLE, "6 days ago", "Related Articles", FIRST, *PROSE)))
    got = decided(page, FlaggedOffers())
    assert got[FIRST].role is Role.RELATED_TITLE
    assert not set(PROSE) & set(got)


def test_a_cue_over_menu_entries_is_no_flag() -> None:
    assert decided(flagged("Latest", "Sport", "Weather", "Boats"), FlaggedOffers()) == {}


def test_over_the_pages_own_byline_a_cue_is_a_section() -> None:
    page = read_text("\n".join((TITLE, "News", "By Jane Marlow", "3 May 2024", *PROSE)))
    assert decided(page, FlaggedOffers()) == {}


def test_a_byline_under_an_offer_is_no_offer() -> None:
    got = decided(flagged("More Stories", FIRST, "By Jane Marlow", SECOND), FlaggedOffers())
    assert got["By Jane Marlow"] == (Role.RELATED_META, Reason.META)
    assert got[SECOND].role is Role.RELATED_TITLE


def test_a_page_with_elements_is_left_to_others() -> None:
    page = article(after=f"<h2>More Stories</h2><p>{FIRST}</p>")
    assert decided(page, FlaggedOffers()) == {}


def test_a_copyright_line_ends_the_offers() -> None:
    got = decided(flagged("More Stories", FIRST, SECOND, "© Harbour Post 2031"), FlaggedOffers())
    assert got[SECOND].role is Role.RELATED_TITLE
    assert "© Harbour Post 2031" not in got


def test_the_text_goes_on_behind_a_pointer() -> None:
    lines = (TITLE, "6 days ago", PROSE[0], "See also", FIRST, *PROSE[1:], "Comments")
    got = decided(read_text("\n".join(lines)), FlaggedOffers())
    assert got[FIRST].role is Role.RELATED_TITLE
    assert not set(PROSE) & set(got)


def test_the_pages_headline_again_ends_the_offers() -> None:
    page = flagged("Related Articles", FIRST, TITLE, SECOND)
    got = decided(page, FlaggedOffers())
    assert FIRST in got
    assert SECOND not in got


def own_dates(*lines: str) -> bool:
    """Whether the line "3 May 2024" is left to the page."""
    page = read_text("\n".join(lines))
    return "3 May 2024" not in {**decided(page, FlaggedOffers()), **decided(page, NextStories())}


def test_the_only_date_between_headline_and_text_is_the_pages() -> None:
    day = "3 May 2024"
    assert own_dates(TITLE, "More Stories", FIRST, SECOND, day, *PROSE)
    assert own_dates(TITLE, "More Stories", FIRST, "Portraits of people", "Mill", day, *PROSE)
    dated = (TITLE, "Harbour Post | 6 days ago", "More Stories", FIRST, day, *PROSE)
    assert not own_dates(*dated)
    assert not own_dates(TITLE, "More Stories", FIRST, day, SECOND, "4 May 2024", *PROSE)


def test_a_date_right_above_the_headline_is_the_pages_where_none_stands_below() -> None:
    flag = ("More Stories", FIRST, "Portraits of people", "Mill", "3 May 2024")
    assert own_dates(*flag, TITLE, TITLE, *PROSE)
    assert not own_dates(*flag, TITLE, "Harbour Post | 6 days ago", *PROSE)
