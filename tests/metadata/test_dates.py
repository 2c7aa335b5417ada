"""Written dates: one test a form."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from declutter.metadata.dates import parse_date


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2024-05-06", None, date(2024, 5, 6)),
        ("20240506", None, date(2024, 5, 6)),
        ("Posted on May 6th, 2024", "en", date(2024, 5, 6)),
        ("6 May 2024", "en-GB", date(2024, 5, 6)),
        ("11 min read · May 6, 2024", "en", date(2024, 5, 6)),
        ("05/06/2024", "en-US", date(2024, 5, 6)),
        ("06/05/2024", "en-GB", date(2024, 5, 6)),
        ("06.05.2024", "de", date(2024, 5, 6)),
        ("6. Mai 2024", "de", date(2024, 5, 6)),
        ("le 6 mai 2024", "fr", date(2024, 5, 6)),
        ("6 de mayo de 2024", "es", date(2024, 5, 6)),
        ("2024年5月6日", "zh", date(2024, 5, 6)),
        ("2024년 5월 6일", "ko", date(2024, 5, 6)),
        ("Cikk 2024. 05. 06. 11:27", "hu", date(2024, 5, 6)),
        ("#1 · May 6, 2024", "en", date(2024, 5, 6)),
        ("Anna2 May 6, 2024", "en", date(2024, 5, 6)),
        ("Bridges6 May 2024", "en", date(2024, 5, 6)),
        ("6 मई 2024", "hi", date(2024, 5, 6)),
        ("6 जून 2024", "hi", date(2024, 6, 6)),
        ("ngày 3 tháng 6 năm 2024", "vi", date(2024, 6, 3)),
        ("3 Tháng Sáu, 2024", "vi", date(2024, 6, 3)),
        ("3 tháng 12, 2024", "vi", date(2024, 12, 3)),
        ("3 كانون الثاني 2024", "ar", date(2024, 1, 3)),
        ("3 ביוני 2024", "he", date(2024, 6, 3)),
        ("3 сент. 2024", "ru", date(2024, 9, 3)),
        ("Example PressMarch 3, 2024 GMT", "en", date(2024, 3, 3)),
        ("By ExampleMar 3, 20245:10 PM", "en", date(2024, 3, 3)),
        ("by Jane Roe March 3rd 202411 mins", "en", date(2024, 3, 3)),
    ],
)
def test_reads_the_day(text: str, language: str | None, day: date) -> None:
    found = parse_date(text, language)
    assert (found.date() if isinstance(found, datetime) else found) == day


def test_keeps_the_time_zone() -> None:
    found = parse_date("2024-05-06T10:00:00+02:00")
    assert found == datetime(2024, 5, 6, 10, tzinfo=timezone(timedelta(hours=2)))
    assert isinstance(found, datetime)
    assert found.utcoffset() == timedelta(hours=2)


def test_reads_named_zones_and_halves_of_the_day() -> None:
    found = parse_date("Mon May 6, 2024 at 5:10 pm EDT", "en")
    assert found == datetime(2024, 5, 6, 17, 10, tzinfo=timezone(timedelta(hours=-4)))


def test_a_lone_digit_of_seconds_keeps_the_zone() -> None:
    assert parse_date("2024-05-06T10:00:0Z") == datetime(2024, 5, 6, 10, tzinfo=UTC)


def test_reads_seconds_since_1970() -> None:
    assert parse_date("1714989600") == datetime(2024, 5, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "May 2024",
        "Vol. 12, No. 6 · June 2024",
        "Issue 14 | March 2024",
        "No. 12 - June 2024",
        "Issue 6, June 2024",
        "5 comments June 2024",
        "© 2024",
        "31/31/2024",
        "2024-13-40",
        "9999999999",
        "Call 0800 12 13 1415",
        "1066-10-14",
    ],
)
def test_what_is_no_full_date_of_the_web_s_time_is_none(text: str) -> None:
    assert parse_date(text, "en") is None


def test_day_and_month_that_could_be_either_need_a_language() -> None:
    assert parse_date("03/04/2024") is None
