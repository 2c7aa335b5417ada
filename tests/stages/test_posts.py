"""Signatures and columns in threads."""

from __future__ import annotations

from declutter.document import Document
from declutter.model import PageType
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
from declutter.stages.posts import Posts, Reason
from pages import PROSE, Decided, article, decided, read_text

LINE = "Never row against the tide"


def taken(page: Document, thread: float = 0.9) -> dict[str, Decided]:
    types = page.derived(PageTypes)
    types.shares = {**types.shares, PageType.FORUM: thread}
    return decided(page, Posts(), given={b.index: Role.BODY for b in page.blocks})


def test_a_signature_under_a_post() -> None:
    page = article(after=f'<div class="post-signature"><p>{LINE}</p></div>')
    assert taken(page) == {LINE: Decided(Role.BOILERPLATE, Reason.SIGNATURE)}
    assert taken(page, 0.3) == {}


def test_a_column_beside_the_posts() -> None:
    page = article(after=f"<aside><div><p>{LINE}</p></div></aside>")
    assert taken(page) == {LINE: Decided(Role.BOILERPLATE, Reason.ASIDE)}


def test_the_frame_of_the_page_is_no_column() -> None:
    assert taken(article(before="<aside>", after="</aside>")) == {}


def test_a_text_has_none() -> None:
    assert decided(read_text("\n".join(PROSE)), Posts()) == {}
