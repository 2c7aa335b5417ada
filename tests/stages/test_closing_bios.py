"""The closing line about the author."""

from __future__ import annotations

from declutter.roles import Role
from declutter.stages.closing_bios import ClosingBios, Reason
from pages import PROSE, article, decided, read_text

BIO = "Odile K. Farthing is Head of Piers at the harbour office of Southcombe."
BODY = dict.fromkeys(range(4), Role.BODY)


def test_who_is_introduced_at_the_end_wrote_it() -> None:
    page = read_text("\n".join((*PROSE, BIO)))
    assert decided(page, ClosingBios(), given=BODY) == {BIO: (Role.AUTHOR_BIO, Reason.NEW_NAME)}


def test_whom_the_article_mentions_did_not() -> None:
    page = read_text("\n".join((f"{PROSE[0]} Odile Farthing was there.", *PROSE[1:], BIO)))
    assert decided(page, ClosingBios(), given=BODY) == {}


def test_a_line_that_opens_with_no_name_is_none() -> None:
    page = read_text("\n".join((*PROSE, "The pier of Holm is open again to all who can swim.")))
    assert decided(page, ClosingBios(), given=BODY) == {}


def test_a_short_page_introduces_people_anywhere() -> None:
    page = read_text("\n".join((PROSE[0], BIO)))
    assert decided(page, ClosingBios(), given={0: Role.BODY, 1: Role.BODY}) == {}


def test_a_page_with_elements_is_left_to_others() -> None:
    page = article(after=f"<p>{BIO}</p>")
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    assert decided(page, ClosingBios(), given=given) == {}
