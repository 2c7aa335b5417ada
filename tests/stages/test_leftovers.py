"""Leftovers: short lines below the element of the text, where no text follows."""

from __future__ import annotations

from declutter.document import Document
from declutter.roles import Role
from declutter.stages.leftovers import Leftovers, Reason
from pages import PROSE, Decided, article, decided

LINE = "Try our smart tools"


def taken(page: Document) -> dict[str, Decided]:
    return decided(page, Leftovers(), given={b.index: Role.BODY for b in page.blocks})


def test_a_short_line_below() -> None:
    made = taken(article(after=f"</article><p>{LINE}</p>"))
    assert made == {LINE: Decided(Role.BOILERPLATE, Reason.BELOW)}


def test_a_line_inside_the_element() -> None:
    assert taken(article(after=f"<p>{LINE}</p>")) == {}


def test_text_that_goes_on_below() -> None:
    assert (
        taken(article(after=f"</article><p>{LINE}</p><p>{PROSE[0][:90]}, and so on it went.</p>"))
        == {}
    )
