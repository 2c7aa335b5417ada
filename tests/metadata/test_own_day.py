"""Declared dates against shown ones, dates at the head of a text and in addresses."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from given import chosen

from declutter.document import Field
from declutter.metadata.openings import opening_date
from declutter.model import Rejected
from declutter.roles import Role

TITLE = ("Rivers rise", Role.TITLE)


def published(raw: str, source: str = "json-ld:Article.datePublished") -> tuple[Field, str, str]:
    return (Field.DATE_PUBLISHED, raw, source)


def test_a_sure_shown_date_before_the_declared_one_is_the_publication() -> None:
    found = chosen([published("2024-05-06")], [TITLE, ("March 1, 2023", Role.DATELINE)])
    assert found.date_published == date(2023, 3, 1)
    where = found.provenance["date_published"]
    assert where.source == "dateline"
    assert where.rejected == (
        Rejected(value="2024-05-06", source="json-ld:Article.datePublished", reason="less trusted"),
    )


def test_a_shown_date_after_the_declared_one_is_a_later_change() -> None:
    found = chosen([published("2024-05-06")], [TITLE, ("June 1, 2024", Role.DATELINE)])
    assert found.date_published == date(2024, 5, 6)


def test_a_shown_change_before_the_declared_date_does_not_replace_it() -> None:
    found = chosen([published("2024-05-06")], [TITLE, ("Updated March 1, 2023", Role.DATELINE)])
    assert found.date_published == date(2024, 5, 6)


def test_a_meta_that_does_not_say_what_it_dates_gives_way_to_the_shown_date() -> None:
    lines = [TITLE, ("June 1, 2024", Role.DATELINE)]
    assert chosen([published("2024-05-06", "meta:date")], lines).date_published == date(2024, 6, 1)


def test_the_day_of_the_visit_above_the_page_replaces_nothing() -> None:
    menu = [(f"Section {n}", Role.NAVIGATION) for n in range(6)]
    lines = [("Friday, June 7, 2024", Role.DATELINE), *menu, TITLE]
    assert chosen([published("2024-05-06", "meta:date")], lines).date_published == date(2024, 5, 6)


@pytest.mark.parametrize(
    ("other", "day"),
    [("6 May 2024", date(2024, 5, 6)), ("8 May 2024", date(2024, 5, 5))],
)
def test_a_declared_day_without_a_time_tells_the_day_of_a_universal_moment(
    other: str, day: date
) -> None:
    times = [published("2024-05-05T23:15:00Z"), published(other, "microdata:datePublished")]
    found = chosen(times).date_published
    assert found is not None
    assert (found.date() if isinstance(found, datetime) else found) == day


def test_exchanged_numbers_are_read_as_the_page_shows_them() -> None:
    lines = [TITLE, ("1 November 2023", Role.DATELINE)]
    found = chosen([published("11/01/2023", "meta:pubdate")], lines, language="de")
    assert found.date_published == date(2023, 11, 1)


def test_exchanged_numbers_on_the_page_do_not_move_an_exact_date() -> None:
    lines = [TITLE, ("02/11/2023", Role.DATELINE)]
    assert chosen([published("2023-11-02")], lines).date_published == date(2023, 11, 2)


def test_the_same_moment_in_the_zone_of_a_place_tells_the_day() -> None:
    times = [published("2024-05-05T23:25:38Z"), published("2024-05-06T04:25:38+05:00", "time")]
    found = chosen(times).date_published
    assert isinstance(found, datetime)
    assert (found.date(), found.utcoffset()) == (date(2024, 5, 6), timedelta(hours=5))


def test_a_day_above_the_page_gives_way_to_the_one_at_the_title() -> None:
    lines = [
        ("Friday, May 10, 2024", Role.DATELINE),
        *((f"Section {n}", Role.NAVIGATION) for n in range(6)),
        TITLE,
        ("May 6, 2024", None),
    ]
    assert chosen(lines=lines).date_published == date(2024, 5, 6)


def test_of_the_posts_of_a_topic_the_first_one_tells() -> None:
    edited = "May 6, 2024, 9:14 (this post was changed two times by the keeper of the lamp)"
    talk = [(f"Pump {n}", Role.BODY) for n in range(9)]
    lines = [TITLE, (edited, Role.DATELINE), *talk, ("May 7, 2024", Role.DATELINE)]
    found = chosen(lines=lines).date_published
    assert isinstance(found, datetime)
    assert found.date() == date(2024, 5, 6)


def test_the_entry_of_a_member_does_not_date_the_page() -> None:
    lines = [TITLE, ("Joined: May 6, 2014", Role.DATELINE)]
    assert chosen(lines=lines).date_published is None


def test_the_date_that_opens_the_text_dates_a_page_without_others() -> None:
    text = "OSLO, May 6, 2024 - The ferry is back on the river, and with it the market people."
    assert chosen(lines=[TITLE, (text, Role.BODY)]).date_published == date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("May 6, 2024 - The ferry is back.", "en"),
        ("New Haven, May 6, 2024 /Newswire/ -- The ferry is back.", "en"),
        ("Oslo (06.05.2024). Die Fähre fährt wieder.", "de"),
        ("6. Mai 2024. Die Fähre fährt wieder.", "de"),
    ],
)
def test_reads_a_date_that_opens_a_text(text: str, language: str) -> None:
    assert opening_date(text, language) == date(2024, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on May 6, 2024 - nobody was hurt.",
        "May 6, 2024 was the day on which the ferry came back to the river and its people.",
        "The ferry is back.",
    ],
)
def test_a_date_within_a_sentence_opens_nothing(text: str) -> None:
    assert opening_date(text, "en") is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/05/06/river", date(2024, 5, 6)),
        ("/2024-05/06/c_11.htm", date(2024, 5, 6)),
        ("/news/20240506/river", date(2024, 5, 6)),
        ("/news/30-05-2024", date(2024, 5, 30)),
        ("/news/04-05-2024", None),
        ("/2028064/river", None),
    ],
)
def test_reads_a_day_in_an_address(path: str, day: date | None) -> None:
    assert chosen(url=f"https://www.example.org{path}").date_published == day


@pytest.mark.parametrize(
    ("line", "language", "source", "when"),
    [
        ("The Valea week ago", "en", "The Vale", "a week ago"),
        ("Diario do Rio Novohá 6 dias", "pt", "Diario do Rio Novo", "há 6 dias"),
        ("Talbotevor 5 Tagen", "de", "Talbote", "vor 5 Tagen"),
        ("The Observeryesterday", "en", "The Observer", "yesterday"),
    ],
)
def test_a_time_glued_to_its_source(line: str, language: str, source: str, when: str) -> None:
    found = chosen(lines=[TITLE, (line, None)], language=language)
    assert (found.site_name, found.date_published_raw) == (source, when)


def test_a_name_before_a_time_of_its_own_is_no_source() -> None:
    found = chosen(lines=[TITLE, ("Jane Roe yesterday", None)])
    assert found.site_name is None
    assert found.date_published_raw == "yesterday"


def test_a_shown_change_dates_the_change_where_none_is_declared() -> None:
    lines = [TITLE, ("Published May 6, 2024", None), ("Updated June 1, 2024", None)]
    found = chosen(lines=lines)
    assert (found.date_published, found.date_modified) == (date(2024, 5, 6), date(2024, 6, 1))
    declared = (Field.DATE_MODIFIED, "2024-05-07", "meta:article:modified_time")
    assert chosen([declared], lines).date_modified == date(2024, 5, 7)


def test_a_shown_day_of_publication_is_no_change() -> None:
    assert chosen(lines=[TITLE, ("Published May 6, 2024", None)]).date_modified is None


def test_a_line_that_begins_with_the_day_is_surer_than_one_that_ends_with_it() -> None:
    lines = [
        TITLE,
        ("Seven rivers that rose in the rain and the snow of May 9, 2024", None),
        ("May 6, 2024 in News, by the desk for rivers and lakes, for all", None),
    ]
    assert chosen(lines=lines).date_published == date(2024, 5, 6)


@pytest.mark.parametrize("label", ["Last updated", "Member since"])
def test_a_label_in_a_line_of_its_own_says_what_the_day_below_is(label: str) -> None:
    lines = [TITLE, (label, None), ("May 8, 2024", None)]
    lines += [("Published", None), ("May 6, 2024", None)]
    assert chosen(lines=lines).date_published == date(2024, 5, 6)
    bare = [TITLE, ("May 8, 2024", None), ("Portraits", None), ("May 6, 2024", None)]
    assert chosen(lines=bare).date_published == date(2024, 5, 8)


def test_a_sentence_that_dates_its_own_page_counts_wherever_it_stands() -> None:
    text = [(f"Paragraph {n} of a long text about rivers.", Role.BODY) for n in range(40)]
    lines = [TITLE, *text, ("This entry was posted in Rivers on May 6, 2024 by Jane", None)]
    assert chosen(lines=lines).date_published == date(2024, 5, 6)


def test_an_address_with_the_month_of_the_declared_day_bears_it_out() -> None:
    lines = [TITLE, ("March 1, 2023", Role.DATELINE)]
    url = "https://example.org/news/2024-05/rivers-rise"
    found = chosen([published("2024-05-06")], lines, url=url)
    assert found.date_published == date(2024, 5, 6)
    other = chosen([published("2024-05-06")], lines, url="https://example.org/2024-06/rivers")
    assert other.date_published == date(2023, 3, 1)
