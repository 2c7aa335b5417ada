"""One choice a field, from declared candidates and shown lines."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from given import NOW, chosen

from declutter import extract
from declutter.document import Field
from declutter.metadata.choose import Chosen
from declutter.roles import Role


def test_an_empty_page_gives_nothing() -> None:
    assert chosen() == Chosen(language="en", provenance=chosen().provenance)


def test_title_loses_the_site_s_name_and_keeps_its_dash() -> None:
    found = chosen(
        [
            (Field.TITLE, "Rivers rise - and fall | The Example", "title"),
            (Field.SITE_NAME, "The Example", "meta:og:site_name"),
        ]
    )
    assert found.title == "Rivers rise - and fall"


def test_the_heading_wins_over_a_declared_wording_and_says_what_lost() -> None:
    found = chosen(
        [
            (Field.TITLE, "Why rivers rise so fast this year", "meta:og:title"),
            (Field.TITLE, "Rivers rise faster than ever before", "h1"),
        ]
    )
    assert found.title == "Rivers rise faster than ever before"
    assert [r.reason for r in found.provenance["title"].rejected] == ["less trusted"]


def test_a_logo_heading_is_not_the_title() -> None:
    found = chosen(
        [
            (Field.TITLE, "Rivers rise faster than ever", "meta:og:title"),
            (Field.TITLE, "Rivers rise faster than ever", "title"),
            (Field.TITLE, "Menu", "h1"),
        ]
    )
    assert found.title == "Rivers rise faster than ever"


def test_a_slogan_marked_as_the_title_gives_way_to_what_the_page_calls_itself() -> None:
    found = chosen(
        [
            (Field.TITLE, "Gardeners for hire in the valley", "meta:og:title"),
            (Field.TITLE, "You deserve to rest.", "h1"),
        ],
        [("You deserve to rest.", Role.TITLE)],
    )
    assert found.title == "Gardeners for hire in the valley"


def test_a_declared_title_ends_at_its_bar_and_a_shown_one_does_not() -> None:
    declared = [(Field.TITLE, "Rivers rise | Weather | Slogan", "title")]
    assert chosen(declared).title == "Rivers rise"
    shown = [(Field.TITLE, "Rivers rise | Live", "h1")]
    assert chosen(shown).title == "Rivers rise | Live"


def test_of_two_blocks_marked_as_title_the_like_one_shows_it() -> None:
    lines = [
        ("Weather desk", Role.TITLE),
        *((f"Menu entry {i}", None) for i in range(40)),
        ("Rivers rise faster than ever", Role.TITLE),
        ("By Jane Roe", None),
    ]
    declared = [
        (Field.TITLE, "Rivers rise faster than ever", "meta:og:title"),
        (Field.TITLE, "Rivers rise faster than ever", "h1"),
    ]
    assert chosen(declared, lines).authors == ("Jane Roe",)


def test_a_person_is_preferred_to_the_site_s_own_name() -> None:
    found = chosen(
        [
            (Field.SITE_NAME, "The Example", "meta:og:site_name"),
            (Field.AUTHORS, "The Example", "json-ld:NewsArticle.author"),
            (Field.AUTHORS, "Jane Roe", "meta:author"),
        ]
    )
    assert found.authors == ("Jane Roe",)


def test_a_byline_of_the_site_itself_gives_way_to_a_person() -> None:
    lines = [
        ("The ferry sails again", Role.TITLE),
        ("Harbour Post", Role.BYLINE),
        ("By Jane Roe", Role.BODY),
    ]
    site = [(Field.SITE_NAME, "Harbour Post", "meta:og:site_name")]
    assert chosen(site, lines).authors == ("Jane Roe",)
    assert chosen(site, lines[:2]).authors == ("Harbour Post",)


def test_a_period_dates_no_page() -> None:
    line = "October 14, 2021 – January 20, 2022"
    lines = [("The ferry sails again", Role.TITLE), (line, Role.DATELINE)]
    assert chosen((), lines).date_published is None
    lines[1] = ("October 14, 2021 – 12:14", Role.DATELINE)
    assert str(chosen((), lines).date_published)[:10] == "2021-10-14"


def test_an_organisation_signs_where_no_person_does() -> None:
    found = chosen([(Field.AUTHORS, "Example Wire", "json-ld:NewsArticle.author(group)")])
    assert found.authors == ("Example Wire",)


def test_the_byline_below_the_title_is_read() -> None:
    lines = [("Rivers rise", Role.TITLE), ("By Jane Roe and John Doe", Role.BYLINE)]
    found = chosen(lines=lines)
    assert found.authors == ("Jane Roe", "John Doe")
    assert found.provenance["authors"].source == "byline"


def test_the_byline_of_a_related_item_is_not_read() -> None:
    lines = [("Rivers rise", Role.TITLE), ("By Jane Roe", Role.RELATED_META)]
    assert chosen(lines=lines).authors == ()


def test_a_shown_byline_completes_a_declared_one() -> None:
    lines = [("Rivers rise", Role.TITLE), ("By Jane Roe and Zoé Doe", Role.BYLINE)]
    found = chosen([(Field.AUTHORS, "Jane Roe", "json-ld:Article.author")], lines)
    assert found.authors == ("Jane Roe", "Zoé Doe")


def test_authors_of_a_closing_line_when_nothing_else_names_them() -> None:
    lines = [
        ("Rivers rise", Role.TITLE),
        ("It rained.", Role.BODY),
        ("Jane Roe is Fellow, Example House. John Doe is Vice President, Example.", Role.BODY),
    ]
    assert chosen(lines=lines).authors == ("Jane Roe", "John Doe")


def test_the_person_introduced_below_a_heading_for_it_is_an_author() -> None:
    lines = [
        ("Rivers rise faster than ever", Role.TITLE),
        ("The rain fell for a week.", Role.BODY),
        ("About the author", None),
        ("Jane Roe", None),
        ("Jane Roe is a hydrologist who lives by the river.", None),
    ]
    assert chosen(lines=lines).authors == ("Jane Roe",)


def test_a_date_after_now_is_rejected_with_its_reason() -> None:
    found = chosen([(Field.DATE_PUBLISHED, "2030-01-01", "meta:date")], now=NOW)
    assert found.date_published is None


def test_a_value_that_is_no_date_is_rejected_with_its_reason() -> None:
    found = chosen(
        [
            (Field.DATE_PUBLISHED, "soon", "json-ld:Article.datePublished"),
            (Field.DATE_PUBLISHED, "2030-01-01", "meta:pubdate"),
            (Field.DATE_PUBLISHED, "2024-05-06", "meta:date"),
        ],
        now=NOW,
    )
    assert found.date_published == date(2024, 5, 6)
    reasons = [r.reason for r in found.provenance["date_published"].rejected]
    assert reasons == ["no date", "in the future"]


def test_the_page_s_own_day_stands_for_a_neighbouring_universal_one() -> None:
    found = chosen(
        [(Field.DATE_PUBLISHED, "2024-05-07T02:10:00Z", "meta:article:published_time")],
        url="https://www.example.org/2024/05/06/river",
    )
    assert found.date_published == date(2024, 5, 6)


def test_the_date_in_the_address_is_read() -> None:
    found = chosen(url="https://www.example.org/2024/05/06/river")
    assert found.date_published == date(2024, 5, 6)
    assert found.provenance["date_published"].source == "url"


def test_a_copyright_line_does_not_date_the_page() -> None:
    assert chosen(lines=[("© May 6, 2024 Example", None)]).date_published is None


def test_a_relative_date_is_resolved_only_against_now() -> None:
    lines = [("Rivers rise", Role.TITLE), ("The Example2 days ago", Role.DATELINE)]
    assert chosen(lines=lines).date_published is None
    found = chosen(lines=lines, now=NOW)
    assert found.date_published == date(2024, 5, 6)
    assert found.date_published_raw == "2 days ago"
    assert found.site_name == "The Example"


def test_a_line_that_tells_of_a_change_gives_way() -> None:
    lines = [
        ("Rivers rise", Role.TITLE),
        ("Updated May 8, 2024", Role.DATELINE),
        ("Published May 6, 2024", Role.DATELINE),
    ]
    assert chosen(lines=lines).date_published == date(2024, 5, 6)


def test_addresses_are_made_absolute() -> None:
    found = chosen(
        [
            (Field.CANONICAL_URL, "/river", "link:canonical"),
            (Field.IMAGES, "/river.jpg", "meta:og:image"),
        ],
        url="https://www.example.org/x?y=1",
    )
    assert found.canonical_url == "https://www.example.org/river"
    assert [i.url for i in found.images] == ["https://www.example.org/river.jpg"]


def test_what_is_no_address_is_left_out() -> None:
    found = chosen([(Field.CANONICAL_URL, "javascript:void(0)", "link:canonical")])
    assert found.canonical_url is None


def test_keywords_are_cut_and_article_tags_are_not() -> None:
    assert chosen([(Field.TAGS, "rain, river", "meta:keywords")]).tags == ("rain", "river")
    tags = [
        (Field.TAGS, "rain, heavy", "meta:article:tag"),
        (Field.TAGS, "river", "meta:article:tag"),
    ]
    assert chosen(tags).tags == ("rain, heavy", "river")


def test_breadcrumbs_go_without_home_and_the_page_itself() -> None:
    source = "json-ld:BreadcrumbList"
    found = chosen(
        [
            (Field.TITLE, "Rivers rise", "h1"),
            (Field.BREADCRUMBS, "Home", source),
            (Field.BREADCRUMBS, "Weather", source),
            (Field.BREADCRUMBS, "Rivers rise", source),
        ]
    )
    assert found.breadcrumbs == ("Weather",)


def test_paid_access_and_page_type_as_declared() -> None:
    found = chosen(
        [
            (Field.IS_ACCESSIBLE_FOR_FREE, "http://schema.org/False", "json-ld"),
            (Field.PAGE_TYPE, "NewsArticle", "json-ld"),
        ]
    )
    assert found.is_accessible_for_free is False
    assert found.page_type == "article"


def test_language_in_its_usual_spelling() -> None:
    found = chosen([(Field.LANGUAGE, "PT_br", "html:lang")], language=None)
    assert found.language == "pt-BR"


def test_an_only_byline_far_below_is_read_and_several_are_not() -> None:
    filler: list[tuple[str, Role | None]] = [
        (f"Line {i} of the rain.", Role.BODY) for i in range(40)
    ]
    start: list[tuple[str, Role | None]] = [("Rivers rise", Role.TITLE), *filler]
    assert chosen(lines=[*start, ("Written by Jane Roe", None)]).authors == ("Jane Roe",)
    both = [*start, ("Written by Jane Roe", None), ("Written by Joan Poe", None)]
    assert chosen(lines=both).authors == ()


def test_a_bare_name_beside_a_date_signs_and_a_role_does_not() -> None:
    lines = [("Rivers rise", Role.TITLE), ("Jane Roe", None), ("May 6, 2024", None)]
    assert chosen(lines=lines).authors == ("Jane Roe",)
    lines = [("Rivers rise", Role.TITLE), ("News Editor", None), ("May 6, 2024", None)]
    assert chosen(lines=lines).authors == ()


def test_an_agency_gives_way_to_a_declared_house() -> None:
    lines = [("Rivers rise", Role.TITLE), ("By Associated Press", Role.BYLINE)]
    assert chosen(lines=lines).authors == ("Associated Press",)
    declared = [(Field.AUTHORS, "Example Wire", "json-ld:NewsArticle.author(group)")]
    assert chosen(declared, lines).authors == ("Example Wire",)


def test_a_name_with_a_date_in_its_line_or_a_known_role_behind_it_signs() -> None:
    for line in ("Jane Roe 4:00 PM on May 6, 2024", "Jane Roe Senior Writer", "ByJane Roe"):
        assert chosen(lines=[("Rivers rise", Role.TITLE), (line, None)]).authors == ("Jane Roe",)


def test_a_bare_name_or_a_role_without_one_signs_nothing() -> None:
    for line in ("Green Valley", "River Analytics Manager", "Photo of Jane Roe on the river"):
        assert chosen(lines=[("Rivers rise", Role.TITLE), (line, None)]).authors == ()


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [
        ("The Example 2 days ago", "en", "The Example"),
        ("Published 3 hours ago", "en", None),
        ("Last updated 2 days ago", "en", None),
        ("Opinion 2 days ago", "en", None),
        ("Publié il y a 3 heures", "fr", None),
        ("Aktualisiert vor 3 Stunden", "de", None),
    ],
)
def test_words_for_published_and_sections_name_no_site(
    line: str, language: str, name: str | None
) -> None:
    lines = [("Rivers rise faster than ever", Role.TITLE), (line, Role.DATELINE)]
    assert chosen((), lines, language=language).site_name == name


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Updated May 8, 2024 · Published May 6, 2024", "en"),
        ("Aktualisiert am 8. Mai 2024, veröffentlicht am 6. Mai 2024", "de"),
        ("Mis à jour le 8 mai 2024, publié le 6 mai 2024", "fr"),
    ],
)
def test_a_line_that_tells_the_change_first_gives_both_days(line: str, language: str) -> None:
    lines = [("Rivers rise faster than ever", Role.TITLE), (line, Role.DATELINE)]
    found = chosen((), lines, language=language)
    assert (found.date_published, found.date_modified) == (date(2024, 5, 6), date(2024, 5, 8))


def test_an_agency_declared_alone_gives_way_to_the_byline() -> None:
    lines = [("Rivers rise faster than ever", Role.TITLE), ("By Jane Roe", Role.BYLINE)]
    declared = [(Field.AUTHORS, "dpa", "json-ld:NewsArticle.author")]
    assert chosen(declared, lines).authors == ("Jane Roe",)
    both = [*declared, (Field.AUTHORS, "John Doe", "json-ld:NewsArticle.author")]
    assert chosen(both).authors == ("dpa", "John Doe")


@pytest.mark.parametrize(
    "below",
    [
        ("Written by", "Jane Roe"),
        ("Writer: Jane Roe", "5 min read"),
        ("Contributors: Jane Roe", "5 min read"),
    ],
)
def test_a_name_with_its_label_signs(below: tuple[str, str]) -> None:
    lines = [("Rivers rise faster than ever", Role.TITLE), *((line, None) for line in below)]
    assert chosen(lines=lines).authors == ("Jane Roe",)


def test_a_name_above_the_title_or_beside_an_age_signs_nothing() -> None:
    title = ("Rivers rise faster than ever", Role.TITLE)
    assert chosen(lines=[("Green Valley", None), ("Green Valley", None), title]).authors == ()
    above = [("Green Valley", None), title, ("May 6, 2024", None)]
    assert chosen(lines=above).authors == ()
    house = [title, ("Green Valley", None), ("Green Valley", None), ("2 days ago", None)]
    assert chosen(lines=house).authors == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Harbour Team• 4 mins read", "Harbour Team"),
        ("by News Desk", "News Desk"),
        ("by Anthony, Dec 19th 2023", "Anthony"),
    ],
)
def test_a_desk_ends_at_its_mark(line: str, name: str) -> None:
    lines = [("Rivers rise faster than ever", Role.TITLE), (line, Role.BYLINE)]
    assert chosen(lines=lines).authors == (name,)


def test_buttons_to_share_do_not_part_a_byline_from_the_title() -> None:
    buttons = [(f"Share on site {i}", Role.SHARE) for i in range(12)]
    lines = [("Rivers rise", Role.TITLE), *buttons, ("By Jane Roe", None), ("By Joan Poe", None)]
    assert chosen(lines=lines).authors == ("Jane Roe", "Joan Poe")


def test_a_day_beside_that_of_a_change_is_the_day_of_publication() -> None:
    lines = [
        ("Rivers rise faster than ever", Role.TITLE),
        ("19:00, 6 May 2024", None),
        ("Updated 07:26, 7 May 2024", Role.DATELINE),
    ]
    found = chosen(lines=lines)
    assert found.date_published == datetime(2024, 5, 6, 19, 0)
    assert found.date_modified == datetime(2024, 5, 7, 7, 26)


@pytest.mark.parametrize(
    "line", ["Jane Roe and John van Doe", "Jane Roe in Holm and John van Doe in Marle"]
)
def test_several_names_beside_a_date_sign(line: str) -> None:
    lines = [("Rivers rise faster than ever", Role.TITLE), (line, None), ("May 6, 2024", None)]
    assert chosen(lines=lines).authors == ("Jane Roe", "John van Doe")
    assert chosen(lines=lines[:2]).authors == ()


def test_those_who_checked_a_piece_sign_only_where_nobody_else_does() -> None:
    title = ("Rivers rise faster than ever", Role.TITLE)
    checked = ("Reviewed by Joan Poe", Role.BYLINE)
    assert chosen(lines=[title, ("By Jane Roe", Role.BYLINE), checked]).authors == ("Jane Roe",)
    assert chosen(lines=[title, checked]).authors == ("Joan Poe",)
    parted = [("By", None), ("Jane Roe", None), ("Reviewed by", None), ("Joan Poe", None)]
    assert chosen(lines=[title, *parted]).authors == ("Jane Roe",)


def test_a_name_that_a_catalogue_writes_is_turned_everywhere() -> None:
    declared = [
        (Field.AUTHORS, "Roe, Jane", "json-ld:ScholarlyArticle.author"),
        (Field.AUTHORS, "Roe, Jane", "meta:citation_author"),
    ]
    assert chosen(declared).authors == ("Jane Roe",)


def test_a_button_to_follow_somebody_names_no_author() -> None:
    head = '<head><meta property="og:type" content="article"></head>'
    text = "<p>The barge came back on Monday, nine days after the storm had taken it away.</p>" * 3
    button = '<p class="byline"><a href="/author/roe">Follow @roe</a></p>'
    page = f"<html lang=en>{head}<body><article><h1>The barge</h1>{button}{text}</article>"
    assert extract(page).authors == ()
