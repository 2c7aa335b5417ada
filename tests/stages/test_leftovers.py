"""Leftovers: short lines below the element of the text, where no text follows."""

from __future__ import annotations

import pytest

from declutter.document import Document, Kind
from declutter.model import PageType
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
from declutter.stages.leftovers import Leftovers, Reason
from pages import PROSE, Decided, article, block, decided, read, read_text
from stages.stories import TITLE

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


TOLD = "Beekeepers of the valley report the best spring in a decade. " * 3
STORY = f"<div><h3>Bees</h3><p>{TOLD}</p></div>"
PITCH = "Would you like the news of the islands every morning? Get our app in the store you prefer."


def below(story_role: Role, after: str) -> dict[str, Decided]:
    page = article(after=f"</article>{after}")
    roles = {b.index: Role.BODY for b in page.blocks}
    roles[block(page, TOLD[:20]).index] = story_role
    return decided(page, Leftovers(), given=roles)


def test_sentences_below_where_others_stories_are_told() -> None:
    made = below(Role.RELATED_BODY, f"{STORY}<p>{PITCH}</p>")
    assert made[PITCH] == Decided(Role.BOILERPLATE, Reason.BELOW_WITH_STORIES)
    assert PROSE[2] not in made


def test_sentences_below_without_a_story_are_text() -> None:
    assert PITCH not in below(Role.AD, f"{STORY}<p>{PITCH}</p>")


def test_a_paragraph_below_a_story_is_text() -> None:
    paragraph = f"{PROSE[2]} {PROSE[0]}"
    assert below(Role.RELATED_BODY, f"{STORY}<p>{PITCH}</p><p>{paragraph}</p>") == {}


def above(article: float, *lines: str) -> dict[str, Decided]:
    menu = "".join(f"<li>{line}</li>" for line in lines)
    head = "<title>Ferry to Holm sails again</title>"
    page = read(
        f"<html><head>{head}</head><body><ul>{menu}</ul><h1>Ferry to Holm sails again</h1>"
        f"<p>Harbour</p><p>{PROSE[0]}</p><p>{PROSE[1]}</p></body></html>"
    )
    types = page.derived(PageTypes)
    types.shares = {**types.shares, PageType.ARTICLE: article}
    roles = {b.index: Role.TITLE if b.kind is Kind.HEADING else Role.BODY for b in page.blocks}
    return decided(page, Leftovers(), given=roles)


def test_above_the_headline_of_an_article_stand_menus() -> None:
    made = above(0.6, "Boats", "The weather at sea")
    assert made == dict.fromkeys(
        ("Boats", "The weather at sea"), Decided(Role.NAVIGATION, Reason.ABOVE)
    )
    assert above(0.5, "Boats", "The weather at sea") == {}


def test_a_paragraph_above_the_headline_is_text() -> None:
    assert above(0.6, PROSE[2], "Boats") == {}


def beyond(*lines: str) -> dict[str, Decided]:
    page = read_text("\n".join(lines))
    roles = {b.index: Role.BODY for b in page.blocks if b.text != TITLE}
    return decided(page, Leftovers(), given=roles)


def test_above_a_sure_headline_of_a_text() -> None:
    above = "Barges are free again in all the locks of the valley."
    made = beyond(above, TITLE, TITLE, *PROSE)
    assert made == {above: Decided(Role.BOILERPLATE, Reason.ABOVE)}
    assert beyond(above, *PROSE) == {}


def test_a_headline_behind_the_last_paragraph_of_a_text() -> None:
    head = "Keeper asks for a longer ladder"
    made = beyond(TITLE, TITLE, *PROSE, head)
    assert made == {head: Decided(Role.BOILERPLATE, Reason.BELOW)}
    assert beyond(TITLE, TITLE, PROSE[0], head, PROSE[1]) == {}
    assert beyond(TITLE, TITLE, *PROSE, f"  • {head}", f"  • {head} again") == {}


FOOT = "<footer><p>Holm Tidings, Pier Street 4</p></footer>"


@pytest.mark.parametrize(("paragraphs", "found"), [(1, True), (3, False)])
def test_little_behind_the_footer_is_no_text(paragraphs: int, found: bool) -> None:
    behind = [f"Press the key of the harbour {i} to keep this page at hand." for i in range(3)]
    shown = "".join(f"<p>{p}</p>" for p in behind[:paragraphs])
    page = article(after=f"</article>{FOOT}<div>{shown}</div>")
    given = {b.index: Role.BODY for b in page.blocks if b.text in (*PROSE, *behind)}
    given |= {b.index: Role.FOOTER for b in page.blocks if b.text.startswith("Holm Tidings")}
    made = decided(page, Leftovers(share=1.0, behind=0.2), given=given)
    expected = Decided(Role.BOILERPLATE, Reason.FOOTER)
    assert made == ({behind[0]: expected} if found else {})
