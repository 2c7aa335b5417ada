"""Bylines and date lines around headline and text."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.signature import Reason, Signature
from pages import PROSE, article, decided, read, read_text, run

TITLE = "<h1>Ferry to Holm sails again</h1>"


@pytest.mark.parametrize(
    ("markup", "role", "reason"),
    [
        ('<div class="byline">Ada Holt</div>', Role.BYLINE, Reason.BYLINE_NAMED),
        ("<p>By Ada Holt</p>", Role.BYLINE, Reason.BYLINE_CUE),
        ("<p>Written by Ada Holt and Jon Vik</p>", Role.BYLINE, Reason.BYLINE_CUE),
        ('<div class="publish-date">4 May 2021</div>', Role.DATELINE, Reason.DATE_NAMED),
        ("<p>Published on 4 May 2021</p>", Role.DATELINE, Reason.DATE_CUE),
        ("<p>4 min read</p>", Role.DATELINE, Reason.READING_TIME),
    ],
)
@pytest.mark.parametrize("place", ["before", "within", "after"])
def test_lines(markup: str, role: Role, reason: Reason, place: str) -> None:
    rest = {"within": "", "after": "", place: markup}
    page = article(before=TITLE + rest.pop("before", ""), **rest)
    assert list(decided(page, Signature()).values()) == [(role, reason)]


@pytest.mark.parametrize(
    ("lang", "line", "reason"),
    [
        ("de", "Von Ada Holt", Reason.BYLINE_CUE),
        ("fr", "Publié le 4 mai 2021", Reason.DATE_CUE),
    ],
)
def test_other_languages(lang: str, line: str, reason: Reason) -> None:
    page = article(before=f"{TITLE}<p>{line}</p>", lang=lang)
    assert decided(page, Signature())[line].reason == reason


def test_a_byline_may_stand_ahead_of_the_headline() -> None:
    page = article(before=f"<p>By Ada Holt</p>{TITLE}")
    assert decided(page, Signature()) == {"By Ada Holt": (Role.BYLINE, Reason.BYLINE_CUE)}


@pytest.mark.parametrize(
    "line",
    [
        "By then the island was dark.",
        "By noon all seats were taken, and the second boat left half an hour early.",
        "by and large a quiet week",
        "Published and be damned",
        "Updated",
    ],
)
def test_prose_that_begins_like_a_signature_is_none(line: str) -> None:
    assert run(article(before=f"{TITLE}<p>{line}</p>"), Signature()) == []


def test_a_heading_is_none() -> None:
    assert run(article(before=TITLE, within="<h2>By Ada Holt</h2>"), Signature()) == []


@pytest.mark.parametrize(("words", "found"), [(14, 1), (15, 0)])
def test_length_of_a_line_with_a_cue_at_its_edges(words: int, found: int) -> None:
    names = " ".join(["Holt"] * (words - 1))
    assert len(run(article(before=f"{TITLE}<p>By {names}</p>"), Signature())) == found


@pytest.mark.parametrize(("words", "found"), [(25, 1), (26, 0)])
def test_length_of_a_named_line_at_its_edges(words: int, found: int) -> None:
    names = " ".join(["Holt"] * words)
    page = article(before=f'{TITLE}<div class="byline">{names}</div>')
    assert len(run(page, Signature())) == found


@pytest.mark.parametrize(("labels", "found"), [(5, 1), (6, 0)])
def test_reach_behind_the_last_paragraph(labels: int, found: int) -> None:
    between = "".join(f"<div>Pier {n}</div>" for n in range(labels - 1))
    page = article(before=TITLE, after=f"{between}<p>By Ada Holt</p>")
    page_text = page.blocks[-1].text
    assert (page_text in decided(page, Signature())) == bool(found)


def test_in_the_middle_of_the_text_nothing_is_looked_for() -> None:
    middle = "".join(f"<p>{p}</p>" for p in PROSE * 3)
    page = article(before=TITLE, within=f"{middle}<p>By Ada Holt</p>{middle}")
    assert run(page, Signature()) == []


def test_a_page_without_text_has_no_signature() -> None:
    assert run(read("<h1>Holm</h1><p>By Ada Holt</p>"), Signature()) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The Holm Courier4 days ago", True),
        ("Holm Courier · 2 hours ago", True),
        ("The Holm Courier", False),
        ("Nobody in all of Holm had seen a storm like it since 90 years ago", False),
    ],
)
def test_a_source_and_a_date_above_the_text(line: str, found: bool) -> None:
    page = article(before=f"{TITLE}<p>{line}</p>")
    dated = {line: (Role.DATELINE, Reason.DATE_LAST)}
    assert decided(page, Signature()) == (dated if found else {})


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("March 8, 2024", True),
        ("Holm Courier, 8 March 2024", True),
        ("08.03.2024", True),
        ("First printed: 08.03.2024", False),
        ("March is over", False),
        ("The storm of 8 March 2024 had torn the pier away", False),
    ],
)
def test_a_date_by_itself_above_the_text(line: str, found: bool) -> None:
    page = article(before=f"{TITLE}<p>{line}</p>")
    dated = {line: (Role.DATELINE, Reason.DATE)}
    assert decided(page, Signature(textual=0.0)) == (dated if found else {})
    assert decided(page, Signature(textual=1.0)) == {}


def test_a_source_and_a_date_below_the_text() -> None:
    page = article(before=TITLE, after="<p>The Holm Courier4 days ago</p>")
    assert decided(page, Signature()) == {}


def test_a_byline_amid_the_text() -> None:
    """Over the entries of a live blog."""
    text = "".join(f"<p>{p}</p>" for p in PROSE) * 4
    entry = '<div class="byline">Ada Holt</div>'
    page = read(f"<body><article><h1>Ferry</h1>{text}{entry}{text}</article>")
    found = decided(page, Signature(textual=0.0))
    assert found["Ada Holt"] == (Role.BYLINE, Reason.BYLINE_NAMED)
    assert "Ada Holt" not in decided(page, Signature(textual=1.0))


def test_a_date_by_itself_between_headline_and_text_of_lines() -> None:
    page = read_text("\n\n".join(["The ferry to Holm sails again", "March 8, 2024", *PROSE * 2]))
    assert decided(page, Signature(textual=1.0)) == {"March 8, 2024": (Role.DATELINE, Reason.DATE)}
