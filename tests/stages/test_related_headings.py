"""Related headings: cue lines count only over offers."""

from __future__ import annotations

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
