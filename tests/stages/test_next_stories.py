"""Whole stories below the page's own."""

from __future__ import annotations

from declutter.roles import Role
from declutter.stages.next_stories import NextStories, Reason
from pages import PROSE, article, decided, read_text
from stages.stories import FIRST, FIRST_BODY, SECOND, SECOND_BODY, TITLE, aggregated


def test_a_headline_that_stands_again_over_source_and_date_opens_a_story() -> None:
    got = decided(aggregated(), NextStories())
    assert got[FIRST] == (Role.RELATED_TITLE, Reason.HEADLINE)
    assert got["Holm Tidings"] == (Role.RELATED_META, Reason.META)
    assert got["2 hours ago"] == (Role.RELATED_META, Reason.META)
    assert got[FIRST_BODY] == (Role.RELATED_BODY, Reason.BODY)


def test_the_last_story_ends_where_the_others_do() -> None:
    got = decided(aggregated(), NextStories())
    assert got[SECOND_BODY] == (Role.RELATED_BODY, Reason.BODY)
    assert not any("app" in text.split() for text in got)


def test_the_pages_own_story_is_no_further_one() -> None:
    got = decided(aggregated(), NextStories())
    assert TITLE not in got
    assert not set(PROSE) & set(got)


def test_a_flagged_headline_with_a_date_takes_no_text() -> None:
    page = read_text(
        "\n".join(
            (TITLE, "Post | 6 days ago", *PROSE, "More Stories", FIRST, "2 hours ago", *PROSE)
        )
    )
    got = decided(page, NextStories())
    assert got[FIRST] == (Role.RELATED_TITLE, Reason.HEADLINE)
    assert not set(PROSE) & set(got)


def scroll(age: str) -> str:
    return (
        f"{TITLE}\nHarbour Post • 6 days ago\n" + "\n".join(PROSE) + "\n"
        f"{FIRST}\n{age}\n{FIRST_BODY}\n{SECOND_BODY}\n"
    )


def test_a_head_like_the_pages_own_opens_a_story() -> None:
    got = decided(read_text(scroll("Holm Tidings • 2 hours ago")), NextStories())
    assert got[FIRST].role is Role.RELATED_TITLE
    assert got[SECOND_BODY].role is Role.RELATED_BODY


def test_a_dated_line_of_another_form_opens_none() -> None:
    got = decided(read_text(scroll("— A. Keeper (@keeper) 2 hours ago")), NextStories())
    assert got == {}


def test_a_page_with_elements_is_left_to_others() -> None:
    assert decided(article(after=f"<h2>{FIRST}</h2><h2>{FIRST}</h2>"), NextStories()) == {}


def test_a_box_that_names_what_the_page_is_about_opens_no_story() -> None:
    part = " ".join(TITLE.split()[:4])
    box = f"{part}\nHolm Tidings\n2 hours ago\n{part}\n"
    page = read_text(f"{TITLE}\nPost | 6 days ago\n" + "\n".join(PROSE) + f"\n{box}{FIRST_BODY}\n")
    assert decided(page, NextStories()) == {}


def test_a_name_that_stands_again_opens_no_story() -> None:
    box = "The Lantern Team\n2 hours ago\nThe Lantern Team\n2 hours ago\n"
    page = read_text(f"{TITLE}\n" + "\n".join(PROSE) + f"\n{box}{FIRST_BODY}\n")
    assert decided(page, NextStories()) == {}


def test_paragraphs_behind_a_box_that_do_not_take_up_its_headline_are_the_pages() -> None:
    box = "More Stories\nTop picks | Lantern Herald\n2 hours ago\nTop picks | Lantern Herald\n"
    text = f"{TITLE}\nPost | 6 days ago\n{PROSE[0]}\n{box}" + "\n".join(PROSE[1:])
    got = decided(read_text(text), NextStories())
    assert got["Top picks | Lantern Herald"].role is Role.RELATED_TITLE
    assert not set(PROSE) & set(got)


def test_paragraphs_behind_a_box_that_take_up_its_headline_are_the_storys() -> None:
    box = f"More Stories\n{FIRST}\n2 hours ago\n{FIRST}\n{FIRST_BODY}\n{FIRST}, they said again.\n"
    text = f"{TITLE}\nPost | 6 days ago\n" + "\n".join(PROSE) + f"\n{box}{SECOND_BODY}\n"
    got = decided(read_text(text), NextStories())
    assert got[SECOND_BODY].role is Role.RELATED_BODY


def test_text_below_the_last_of_bare_headlines_is_the_pages() -> None:
    """The box speaks of what the page does, so its headline tells nothing."""
    ladder = [f"{FIRST_BODY} {n}." for n in ("One", "Two", "Three")]
    own = (TITLE, "29 Dec 2014", *PROSE, FIRST_BODY)
    box = ("Related Articles", SECOND, "28 Dec 2014", FIRST, "27 Dec 2014")
    got = decided(read_text("\n\n".join((*own, *box, *ladder))), NextStories())
    assert {SECOND, FIRST} <= got.keys()
    assert got.keys().isdisjoint(ladder)


def test_a_headline_over_a_date_of_its_own_is_no_label_of_the_one_above() -> None:
    flagged = f"Related Articles\n{FIRST}\nyesterday\nSchool bell found again\n3 hours ago\n"
    page = read_text(f"{TITLE}\n" + "\n".join(PROSE) + f"\n{flagged}© Harbour Post")
    got = decided(page, NextStories())
    assert got[FIRST] == got["School bell found again"] == (Role.RELATED_TITLE, Reason.HEADLINE)
    assert got["yesterday"] == got["3 hours ago"] == (Role.RELATED_META, Reason.META)


def under_a_flag(*heads: str) -> str:
    bodies = (FIRST_BODY, SECOND_BODY)
    cards = [f"{h}\n{b}\n{b} So it is said." for h, b in zip(heads, bodies, strict=True)]
    own = "\n".join((TITLE, "Posted: Aug 19, 2024", *PROSE))
    return "\n".join((own, "More Stories", *cards, "Comments"))


def test_heads_of_one_form_under_a_flag_open_whole_stories() -> None:
    page = read_text(under_a_flag(f"{FIRST}\n2 hours ago", f"{SECOND}\n3 hours ago"))
    assert decided(page, NextStories())[SECOND_BODY].role is Role.RELATED_BODY


def test_a_headline_that_a_flag_repeats_opens_none() -> None:
    page = read_text(under_a_flag(f"{FIRST}\n2 hours ago", f"{FIRST}\n3 hours ago"))
    assert SECOND_BODY not in decided(page, NextStories())


def test_a_teaser_over_its_source_is_no_headline() -> None:
    teaser = "The first one is too short by the height of a cat, he says."
    card = f"{FIRST}\n{teaser}\nHolm Tidings • 2 hours ago\n"
    page = read_text(f"{TITLE}\nPost • 6 days ago\n" + "\n".join(PROSE) + f"\nMore Stories\n{card}")
    got = decided(page, NextStories())
    assert teaser not in {t for t, d in got.items() if d.role is Role.RELATED_TITLE}


def test_a_short_headline_with_its_source_under_a_flag() -> None:
    def heads(first: str) -> set[str]:
        lines = ("More Stories", first, "Holm Tidings", "2 hours ago", FIRST_BODY, "Comments")
        page = read_text("\n".join((TITLE, "6 days ago", *PROSE, *lines)))
        got = decided(page, NextStories())
        return {t for t, d in got.items() if d.role is Role.RELATED_TITLE}

    assert heads("Storks nest here") == {"Storks nest here"}
    assert heads("By Ada Moss") == set()
