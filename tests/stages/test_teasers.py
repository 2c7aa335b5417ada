"""Teasers: cards become title, labels and text of an offer; a page's own cards stay its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from declutter.document import Document
from declutter.roles import Role
from declutter.stages.scorecard import Scorecard
from declutter.stages.teasers import Reason, TeaserCards
from pages import PROSE, Decided, article, decided, read

HEADLINE = "Keeper of the lamp asks for a longer ladder"
BODY = "The first one is too short by the height of a cat, the harbour office heard on Friday."


def page(cards: str) -> Document:
    head = "<h1>The ferry to Holm sails again</h1>"
    return article(before=head, after=f"</article><div class='more'>{cards}</div>")


def card(title: str, slug: str, rest: str = "") -> str:
    return f'<div class="item"><h3><a href="/story/{slug}-48211">{title}</a></h3>{rest}</div>'


def two(rest: str = "") -> Document:
    first = card(HEADLINE, "keeper-of-the-lamp-asks-for-a-longer-ladder", rest)
    second = card(
        "Bell of the old school found in a barn", "bell-of-the-old-school-found-in-a-barn"
    )
    return page(first + second)


def test_a_headline_and_its_teaser() -> None:
    made = decided(two(f"<p>{BODY}</p>"), Scorecard(), TeaserCards())
    assert made[HEADLINE] == Decided(Role.RELATED_TITLE, Reason.HEADLINE)
    assert made[BODY] == Decided(Role.RELATED_BODY, Reason.BODY)


def test_source_and_date_are_labels() -> None:
    rest = f"<p>Holm Tidings</p><p>2 hours ago</p><p>{BODY}</p>"
    made = decided(two(rest), Scorecard(), TeaserCards())
    assert made["Holm Tidings"] == Decided(Role.RELATED_META, Reason.LABEL)
    assert made["2 hours ago"] == Decided(Role.RELATED_META, Reason.LABEL)


def test_a_headline_that_stands_twice() -> None:
    repeated = two(f"<h3>{HEADLINE}</h3><p>{BODY}</p>")
    made = [
        d.reason
        for d in TeaserCards()(repeated, _empty(repeated))
        if repeated.blocks[d.block].text == HEADLINE
    ]
    assert sorted(made) == [Reason.HEADLINE, Reason.REPEATED]


def test_the_text_of_the_page_is_not_touched() -> None:
    made = decided(two(f"<p>{BODY}</p>"), Scorecard(), TeaserCards())
    assert not set(PROSE) & set(made)


def test_menu_entries_are_no_offers() -> None:
    entries = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("World", "Sport", "Culture"))
    assert decided(page(f"<ul>{entries}</ul>"), Scorecard(), TeaserCards()) == {}


def test_a_topic_page_is_no_offer() -> None:
    link = '<div class="item"><h3><a href="/topic/ferries-and-harbours-48211">{}</a></h3></div>'
    title = "Everything about ferries and harbours"
    assert title not in decided(page(link.format(title) * 2), Scorecard(), TeaserCards())


def test_a_link_inside_a_sentence_is_no_offer() -> None:
    sentence = (
        '<p>The office had heard of it in <a href="/story/keeper-of-the-lamp-asks-for-a-longer'
        '-ladder-48211">a letter that the keeper wrote</a> after the first storm of the winter.</p>'
    )
    assert decided(article(within=sentence), Scorecard(), TeaserCards()) == {}


def test_a_listing_keeps_its_cards() -> None:
    teaser = f"<p>{BODY}</p><p>{PROSE[1]}</p>"
    cards = "".join(
        card(
            f"{HEADLINE} on pier number {n}", f"keeper-asks-for-a-longer-ladder-on-pier-{n}", teaser
        )
        for n in range(8)
    )
    listing = read(f"<html lang='en'><body><h1>All our stories</h1>{cards}</body></html>")
    every = {b.index: Role.BODY for b in listing.blocks}
    assert decided(listing, TeaserCards(), given=every) == {}


def _empty(document: Document):  # type: ignore[no-untyped-def]
    from declutter.pipeline import Ledger

    return Ledger(len(document.blocks))


LINK = f'<a href="/story/keeper-of-the-lamp-asks-for-a-longer-ladder-48211">{HEADLINE}</a>'


def single(line: str, prose: float = -99.0, most: float = 0.0) -> dict[str, Decided]:
    """What is decided on one line amid the text, which scores above `prose`."""
    stage = TeaserCards(prose=prose, article=most)
    return decided(article(within=f"<p>{line}</p>"), Scorecard(), stage)


def test_a_line_that_reads_like_the_text() -> None:
    line = f"Our report: {LINK}"
    offer = {f"Our report: {HEADLINE}": Decided(Role.RELATED_TITLE, Reason.HEADLINE)}
    assert single(line) == {}
    assert single(line, prose=99.0) == offer
    assert single(line, most=1.0) == offer


@pytest.mark.parametrize("line", [LINK, f"Read more: {LINK}", f"Related: {LINK}"])
def test_a_line_that_only_points(line: str) -> None:
    assert [d.reason for d in single(line).values()] == [Reason.HEADLINE]


def test_a_page_that_is_likely_a_list_keeps_its_cards() -> None:
    listed = two(f"<p>{BODY}</p>")
    every = {b.index: Role.BODY for b in listed.blocks}
    assert BODY in decided(listed, TeaserCards(), given=every)
    bounds = replace(TeaserCards().bounds, entries=0.0)
    assert decided(listed, TeaserCards(bounds=bounds), given=every) == {}


def test_a_list_keeps_what_reads_like_its_entries_whatever_stands_above() -> None:
    slug = "keeper-of-the-lamp-asks-for-a-longer-ladder"
    listed = page("<h2>Related articles</h2>" + card(HEADLINE, slug, f"<p>{BODY}</p>"))
    card_text = {b.index: Role.BODY for b in listed.blocks if b.text in (HEADLINE, BODY)}
    body_alone = {b.index: Role.BODY for b in listed.blocks if b.text == BODY}
    assert {HEADLINE, BODY} <= set(decided(listed, TeaserCards(), given=card_text))
    stage = TeaserCards(bounds=replace(TeaserCards().bounds, entries=0.0))
    assert decided(listed, stage, given=card_text) == {}
    headline_alone = {b.index: Role.BODY for b in listed.blocks if b.text == HEADLINE}
    assert set(decided(listed, stage, given=headline_alone)) == {BODY}
    assert decided(listed, stage, given=body_alone) == {}
