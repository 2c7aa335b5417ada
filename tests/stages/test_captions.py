"""Captions and credits, by element, name and cue."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.captions import Captions, Reason
from pages import PROSE, Decided, article, decided, read_text, run

WORDS = "The ferry at the southern pier"


@pytest.mark.parametrize(
    ("markup", "text", "role", "reason"),
    [
        (
            f"<figure><figcaption>{WORDS}</figcaption></figure>",
            WORDS,
            Role.CAPTION,
            Reason.CAPTION_ELEMENT,
        ),
        (f'<div class="wp-caption-text">{WORDS}</div>', WORDS, Role.CAPTION, Reason.CAPTION_NAMED),
        ('<span class="photo-credit">Jon Vik</span>', "Jon Vik", Role.CREDIT, Reason.CREDIT_NAMED),
        ("<p>Photo: Jon Vik</p>", "Photo: Jon Vik", Role.CREDIT, Reason.CREDIT_CUE),
    ],
)
def test_each_reason(markup: str, text: str, role: Role, reason: Reason) -> None:
    assert decided(article(within=f"<div>{markup}</div>"), Captions()) == {text: (role, reason)}


def test_a_caption_of_several_paragraphs() -> None:
    page = article(
        within=f"<figure><figcaption><p>{WORDS}</p><p>Photo: Vik</p></figcaption></figure>"
    )
    assert [d.role for d in run(page, Captions())] == [Role.CAPTION, Role.CAPTION]


def test_a_row_that_holds_a_caption_is_none() -> None:
    row = f'<td>Pier</td><td class="image-caption">{WORDS}</td>'
    assert run(article(within=f"<table><tr>{row}</tr></table>"), Captions()) == []


def test_a_caption_in_a_table_of_layout() -> None:
    row = f'<td><img src="a.jpg"></td></tr><tr><td class="image-caption">{WORDS}</td>'
    page = article(within=f"<table><tr>{row}</tr></table>")
    assert decided(page, Captions()) == {WORDS: (Role.CAPTION, Reason.CAPTION_NAMED)}


def test_a_table_s_caption_is_a_caption_and_its_rows_are_none() -> None:
    page = article(
        within=f"<table><caption>{WORDS}</caption><tr><td>Boat</td><td>Nine</td></tr></table>"
    )
    assert decided(page, Captions()) == {WORDS: (Role.CAPTION, Reason.CAPTION_ELEMENT)}


def test_the_name_of_a_column_names_no_captions() -> None:
    inside = "".join(f"<p>{p}</p>" for p in PROSE)
    assert run(article(after=f'<div class="caption">{inside * 2}</div>'), Captions()) == []


def test_headings_and_buttons_are_none() -> None:
    page = article(within=f'<h3 class="caption">{WORDS}</h3><button class="caption">Zoom</button>')
    assert run(page, Captions()) == []


@pytest.mark.parametrize(("words", "found"), [(14, 1), (15, 0)])
def test_length_of_a_credit_at_its_edges(words: int, found: int) -> None:
    line = " ".join(["Photo:", *["Vik"] * (words - 1)])
    assert len(run(article(within=f"<p>{line}</p>"), Captions())) == found


def test_prose_that_mentions_a_picture_is_none() -> None:
    line = "She sold the photo by the pier to a collector"
    assert run(article(within=f"<p>{line}</p>"), Captions()) == []


def told(*lines: str, roles: dict[int, Role] | None = None) -> dict[str, Decided]:
    """What is decided on lines of a flattened page between two paragraphs, all of it body."""
    page = read_text("\n".join([PROSE[0], *lines, PROSE[1]]))
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY) | (roles or {})
    return decided(page, Captions(), given=given)


def test_an_alternative_text_and_the_caption_that_repeats_it() -> None:
    caption = f"{WORDS}, where the line ends today. Holm Agency / Vik"
    found = Decided(Role.CAPTION, Reason.ALT_AGAIN)
    assert told(WORDS, caption) == {WORDS: found, caption: found}


@pytest.mark.parametrize(
    "line",
    [
        f"{WORDS} has been closed since Monday, because the boards of it are rotten.",
        f"{WORDS}: closed",
        f"{WORDS}",
        "Another ferry at the southern pier",
    ],
)
def test_what_repeats_no_alternative_text(line: str) -> None:
    assert told(WORDS, line) == {}


def test_lines_that_nobody_takes_for_text_are_no_alternative_texts() -> None:
    roles = {1: Role.BOILERPLATE, 2: Role.NAVIGATION}
    assert told(WORDS, f"{WORDS} and back", roles=roles) == {}


def test_a_line_of_a_text_that_names_a_source_of_pictures() -> None:
    line = "Islanders wait on the pier on Monday (Photo by Runa Holt via Getty Images)"
    made = decided(read_text("\n".join((PROSE[0], line, *PROSE[1:]))), Captions())
    assert made == {line: Decided(Role.CAPTION, Reason.SOURCED)}
    assert decided(article(after=f"<p>{line}</p>"), Captions()) == {}
