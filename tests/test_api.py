"""`extract`: what it takes, what it refuses, and what it answers to things that are no page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import pytest

import declutter
from declutter import Article, Limits, Pipeline, Role, Status, extract
from declutter.document import Document
from declutter.pipeline import Decision, Strength, Verdicts

PAGE = """<html lang="en"><head><title>Ferry to Holm runs again</title></head><body>
<main><h1>Ferry to Holm runs again</h1>
<p>The ferry to Holm has taken up its service again after the storms of last week, the harbour
master said on Monday morning, and the first boat was full to the last seat.</p>
<p>Islanders had been waiting for nine days, living on what the two shops still had in store and
on fish that their neighbours brought in when the wind allowed it.</p>
<p>The company will run three boats a day until the end of the month; see the
<a href="/timetable">timetable</a> for the hours of each.</p></main></body></html>"""


@pytest.mark.parametrize("source", [None, 3, 2.5, ["<p>x</p>"], bytearray(b"<p>x</p>")])
def test_other_sources_are_a_type_error(source: Any) -> None:
    with pytest.raises(
        TypeError, match=f"source must be str or bytes, not {type(source).__name__}"
    ):
        extract(source)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("url", b"https://example.org/"),
        ("now", "2024-05-08"),
        ("pipeline", ["scorecard"]),
        ("limits", None),
        ("limits", 10),
    ],
)
def test_options_of_a_wrong_type_are_named(name: str, value: Any) -> None:
    with pytest.raises(TypeError, match=f"{name} must be .*not {type(value).__name__}"):
        extract(PAGE, **{name: value})


@pytest.mark.parametrize("value", ["ignore", "", None])
def test_on_error_takes_two_words(value: Any) -> None:
    with pytest.raises(ValueError, match='on_error must be "return" or "raise"'):
        extract(PAGE, on_error=value)


@pytest.mark.parametrize("source", ["", b"", " \n", b"\xef\xbb\xbf", "<html></html>", "<p> </p>"])
def test_nothing_gives_an_empty_article_with_a_warning(source: str | bytes) -> None:
    article = extract(source)
    assert (article.status, article.text) == (Status.EMPTY, "")
    assert "empty" in {w.code for w in article.warnings}


@pytest.mark.parametrize(
    "source",
    [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"\x1f\x8b\x08"],
)
def test_what_is_no_page_is_unsupported(source: bytes) -> None:
    article = extract(source, "https://example.org/a.pdf")
    assert article.status is Status.UNSUPPORTED
    assert [w.code for w in article.warnings] == ["unsupported"]
    assert article.url == "https://example.org/a.pdf"


def test_a_page() -> None:
    article = extract(PAGE)
    assert article.status is Status.OK
    assert article.title == "Ferry to Holm runs again"
    assert article.text.startswith("The ferry to Holm has taken up")
    assert article.text.endswith("for the hours of each.")
    assert article.title not in article.text


def test_bytes_and_str_give_the_same_article() -> None:
    assert extract(PAGE.encode()) == extract(PAGE)


def test_twice_the_same_bytes_come_out() -> None:
    source = bytes(PAGE, "utf-8")
    first = extract(source).model_dump_json()
    extract("<p>Another page altogether, read between the two.</p>")
    assert extract(source).model_dump_json() == first
    assert source == PAGE.encode()


def test_the_url_is_kept_and_never_fetched() -> None:
    # tests/conftest.py fails any test that opens a connection.
    assert extract(PAGE, "https://example.org/ferry").url == "https://example.org/ferry"
    assert extract(PAGE).url is None


@pytest.mark.parametrize("url", ["", "ferry.html", "http://[bad", "::", "//", "\ud800", "a b\n"])
def test_odd_urls_raise_nothing(url: str) -> None:
    assert extract(PAGE, url).text == extract(PAGE).text


@pytest.mark.parametrize("now", [datetime(2024, 5, 8), datetime(2024, 5, 8, tzinfo=UTC)])
def test_now_may_be_naive_or_aware(now: datetime) -> None:
    page = PAGE.replace("</h1>", "</h1><time>2 days ago</time>")
    found = extract(page, now=now).date_published
    assert found is not None
    assert (found.year, found.month, found.day) == (2024, 5, 6)


class Why(StrEnum):
    """The reason of the stage below."""

    TOLD = "told"


@dataclass(frozen=True)
class Everything:
    """Takes every block for a comment."""

    name: str = "everything"

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        for b in page.blocks:
            yield Decision(b.index, Role.COMMENT, self.name, Why.TOLD, "", Strength.STRONG)


def test_another_pipeline_decides() -> None:
    article = extract(PAGE, pipeline=Pipeline((Everything(),)))
    assert article.text == ""
    assert {(b.role, b.stage, b.reason) for b in article.blocks} == {
        (Role.COMMENT, "everything", "told")
    }


def test_an_empty_pipeline_is_not_the_default_one() -> None:
    article = extract(PAGE, pipeline=Pipeline(()))
    assert {b.stage for b in article.blocks} == {"pipeline"}


LINES = "\n\n".join(f"The harbour was quiet on day {n}, and no boat came in." for n in range(40))


def test_limits_hold_in_html() -> None:
    page = "".join(f"<p>{line}</p>" for line in LINES.split("\n\n"))
    article = extract(page, limits=Limits(blocks=10))
    assert (article.status, len(article.blocks)) == (Status.LIMIT, 10)


@pytest.mark.parametrize("limits", [Limits(blocks=10), Limits(text=300), Limits(source=300)])
def test_limits_hold_in_text(limits: Limits) -> None:
    article = extract(LINES, limits=limits)
    assert article.status is Status.LIMIT
    assert 0 < len(article.blocks) <= 10


def test_the_longest_line_of_a_text_is_bounded() -> None:
    article = extract(LINES.replace("\n\n", " "), limits=Limits(text_node=500))
    assert article.status is Status.LIMIT
    assert max(len(b.text) for b in article.blocks) <= 500


def test_public_names_are_what_they_say() -> None:
    assert declutter.extract is extract
    assert declutter.Article is Article
    assert issubclass(declutter.LimitError, declutter.DeclutterError)
    assert isinstance(declutter.default_pipeline(), Pipeline)
