"""Links by address: which may be offers, the runs of elements they stand in, pictures before."""

from __future__ import annotations

from dataclasses import replace

from declutter.scoring.links import Links
from pages import read

URL = "https://gazette.example/rivers/barge-lock-reopens"


def links(markup: str, url: str | None = URL) -> Links:
    return Links(replace(read(f"<body>{markup}"), url=url, base_url=url))


def candidates(markup: str, url: str | None = URL) -> list[str]:
    return [address.key for address, _ in links(markup, url).candidates()]


def test_a_headline_is_a_candidate() -> None:
    markup = "<p><a href=/rivers/nine-barges-stuck-at-the-gate>Nine barges stuck at the gate</a>"
    assert candidates(markup) == ["gazette.example/rivers/nine-barges-stuck-at-the-gate"]


def test_menu_entries_the_front_page_and_the_page_itself_are_none() -> None:
    markup = (
        "<a href=/rivers>Rivers and canals</a><br><br><a href=/rivers>Rivers</a><br><br>"
        "<a href=/>The Weekly Gazette of Holm</a><br><br>"
        f"<a href={URL}>Barge lock reopens after nine days</a>"
    )
    assert candidates(markup) == ["gazette.example/rivers"]  # for its three words
    assert candidates("<a href=/rivers>Rivers</a>") == []


def test_links_amid_prose_are_no_uses() -> None:
    prose = f"<p>{'barges ' * 20}<a href=/rivers/the-gate-of-holm>the gate of Holm</a></p>"
    made = links(prose)
    assert list(made.candidates()) == []
    assert [a.key for a in made.uses] == ["gazette.example/rivers/the-gate-of-holm"]


def test_uses_of_one_address_are_joined() -> None:
    made = links(
        "<p><a href=/a/nine-barges-stuck>Nine barges stuck</a>"
        "<p><a href='/a/nine-barges-stuck?utm_source=x'>Read on</a>"
    )
    ((address, uses),) = made.candidates()
    assert address.segments == ("a", "nine-barges-stuck")
    assert [u.link.text for u in uses] == ["Nine barges stuck", "Read on"]


def test_runs_are_elements_of_one_shape_side_by_side() -> None:
    made = links("<ul><li><a href=/a/b>one two</a><li><a href=/a/c>three</a></ul><div>four</div>")
    containers = made.page.containers
    run = [containers[made.runs[b.container]].tag for b in made.page.blocks[:2]]
    assert run == ["li", "li"]
    assert made.runs[made.page.blocks[2].container] == -1
    assert list(made.run_words.values()) == [3]


def test_pictures_before_a_block() -> None:
    made = links("<p>one<img src=a.jpg><p>two<p>three")
    assert made.pictures[:3] == [0, 1, 1]


def test_a_line_that_links_to_its_own_page_offers_nothing() -> None:
    line = f"<p><a href={URL}>3 May 2024</a> | <a href=/c/a1-b2-c3>Notes on rivers and barges</a>"
    assert candidates(line) == []
    assert "gazette.example/c/a1-b2-c3" in candidates(line.replace(URL, "/rivers/nine-barges"))
