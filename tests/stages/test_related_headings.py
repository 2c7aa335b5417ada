"""Related headings: cue lines count only over offers."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.related_headings import Reason, RelatedHeadings
from pages import Decided, article, decided

OFFER = (
    '<div class="card"><h3><a href="/story/keeper-of-the-lamp-asks-for-a-longer-ladder-48211">'
    "Keeper of the lamp asks for a longer ladder</a></h3></div>"
)


def test_a_cue_over_an_offer() -> None:
    page = article(after=f"</article><section><h2>You may also like</h2>{OFFER}</section>")
    assert decided(page, RelatedHeadings()) == {
        "You may also like": Decided(Role.RELATED_HEADING, Reason.CUE)
    }


def test_a_cue_over_nothing() -> None:
    page = article(after="<h2>You may also like</h2><p>So said the sign above the door.</p>")
    assert decided(page, RelatedHeadings()) == {}


# A short invented page is of no type surely.
ANY = RelatedHeadings(article=0.0)
STRAY = Decided(Role.RELATED_HEADING, Reason.STRAY)


@pytest.mark.parametrize(
    "line",
    ["<h2>Related articles</h2>", "<p>Related articles:</p>", "<h2>More from Ansel Moor</h2>"],
)
def test_a_cue_that_is_taken_for_text(line: str) -> None:
    page = article(after=f"{line}<p>So said the sign above the door.</p>")
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    assert list(decided(page, ANY, given=given).values()) == [STRAY]
    assert decided(page, RelatedHeadings(article=1.0), given=given) == {}
    assert decided(page, ANY, given=dict.fromkeys(given, Role.FOOTER)) == {}


@pytest.mark.parametrize(
    "line", ["<h2>Recommended</h2>", "<p>More from Ansel Moor came later.</p>"]
)
def test_lines_of_the_text(line: str) -> None:
    page = article(after=line)
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    assert decided(page, ANY, given=given) == {}
