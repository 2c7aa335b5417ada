"""Closing lines that turn to the reader."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.closings import Closings, Reason
from pages import Decided, article, decided, read_text

# A short invented page is of no type surely.
ANY = Closings(article=0.0)
LETTER = "There is more where this came from: our weekly newsletter tells what the tide left."
WRITER = "A rower since childhood, she lives on the pier; follow her on the usual channels."
RIGHTS = "© 2024 Holm Harbour Press"
PITCH = Decided(Role.NEWSLETTER, Reason.PITCH)


def closed(*lines: str, stage: Closings = ANY) -> dict[str, Decided]:
    """What is decided on a page that closes with the lines, all of it body so far."""
    page = article(after="".join(f"<p>{line}</p>" for line in lines))
    return decided(page, stage, given=dict.fromkeys(range(len(page.blocks)), Role.BODY))


@pytest.mark.parametrize(
    ("line", "role", "reason"),
    [
        (LETTER, Role.NEWSLETTER, Reason.PITCH),
        ("Ask the harbour office, or follow us on the usual channels.", Role.SHARE, Reason.PITCH),
        ("All departures stand in our free app.", Role.APP_PROMO, Reason.PITCH),
        (WRITER, Role.AUTHOR_BIO, Reason.BIO),
        (RIGHTS, Role.FOOTER, Reason.RIGHTS),
    ],
)
def test_last_lines(line: str, role: Role, reason: Reason) -> None:
    assert closed(line) == {line: (role, reason)}


def test_several_of_them() -> None:
    assert set(closed(WRITER, LETTER, RIGHTS)) == {WRITER, LETTER, RIGHTS}


def test_only_so_many() -> None:
    assert set(closed(WRITER, LETTER, stage=Closings(article=0.0, lines=1))) == {LETTER}


def test_a_line_amid_the_text() -> None:
    assert closed(LETTER, "The office opens at seven.") == {}


def test_a_paragraph() -> None:
    assert closed(f"{LETTER} {'It says which boat goes when. ' * 9}") == {}


def test_a_long_line_about_rights() -> None:
    assert closed(f"{RIGHTS} {'and whoever drew its maps ' * 4}") == {}


def test_the_rest_of_the_page_is_enough() -> None:
    assert closed(LETTER, stage=Closings(article=0.0, least_text=4)) == {}


def test_pages_that_are_hardly_articles() -> None:
    assert closed(LETTER, stage=Closings(article=1.0)) == {}


def test_lines_without_markup() -> None:
    page = read_text(f"The boats are back.\n\nThey go at noon.\n\nAnd at six.\n\n{LETTER}")
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    assert decided(page, ANY, given=given) == {}


STORY = [
    f"The keeper wrote {n} letters to the office, and nobody came to measure it." for n in "abcd"
]


def behind(*lines: str) -> dict[str, Decided]:
    """What is decided on a flattened page that closes with the lines, all of it body so far."""
    page = read_text("\n".join([*STORY, *lines]))
    return decided(page, Closings(), given=dict.fromkeys(range(len(page.blocks)), Role.BODY))


def test_labels_behind_a_flattened_text() -> None:
    label = Decided(Role.BOILERPLATE, Reason.LABEL)
    assert behind("Purple background", "Menu") == {"Purple background": label, "Menu": label}


@pytest.mark.parametrize("line", ["That was all.", "So it went on until the spring", STORY[0]])
def test_what_is_no_label(line: str) -> None:
    assert behind("Purple background", line) == {}


def test_a_text_of_a_few_lines_keeps_its_last() -> None:
    page = read_text("\n".join([STORY[0], "Boats of Holm"]))
    assert decided(page, Closings(), given={0: Role.BODY, 1: Role.BODY}) == {}
