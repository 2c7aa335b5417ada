"""Where the text goes over to another story and back."""

from __future__ import annotations

import pytest

from declutter import extract
from declutter.document import Document
from declutter.roles import Role
from declutter.scoring.lines import only_lines
from declutter.stages.partings import Partings, Reason
from declutter.stages.scorecard import Scorecard
from pages import Decided, decided, read, read_text, run
from stages.told import CLOCK, CLOCK_TEXT, FERRY, FERRY_TEXT, ORGAN, ORGAN_TEXT

FLAG = ("Comments", "No comments yet", "Related Articles")
HEAD = (ORGAN, "Hill Observer")


def lines(*parts: str | tuple[str, ...]) -> str:
    return "\n".join(p if isinstance(p, str) else "\n".join(p) for p in parts)


def parted(page: Document) -> dict[str, Decided]:
    given = {b.index: Role.BODY if b.words > 15 else Role.BOILERPLATE for b in page.blocks}
    return decided(page, Partings(), given=given)


def test_a_headline_behind_the_text_opens_another_story() -> None:
    got = parted(read_text(lines(FERRY, FERRY_TEXT, FLAG, *HEAD, ORGAN_TEXT)))
    assert got[ORGAN] == (Role.RELATED_TITLE, Reason.HEADLINE)
    assert all(got[text] == (Role.RELATED_BODY, Reason.BODY) for text in ORGAN_TEXT)
    assert not {FERRY, *FERRY_TEXT} & got.keys()


def test_a_line_between_headline_and_text_is_its_label() -> None:
    page = read_text(lines(FERRY, FERRY_TEXT, FLAG, *HEAD, ORGAN_TEXT))
    assert parted(page)["Hill Observer"] == (Role.RELATED_META, Reason.LABEL)


def test_the_next_headline_opens_a_third_story() -> None:
    page = read_text(lines(FERRY, FERRY_TEXT, FLAG, *HEAD, ORGAN_TEXT, CLOCK, CLOCK_TEXT))
    got = parted(page)
    assert got[CLOCK] == (Role.RELATED_TITLE, Reason.HEADLINE)
    assert got[CLOCK_TEXT[1]] == (Role.RELATED_BODY, Reason.BODY)


def test_the_pages_own_text_goes_on_behind_another_story() -> None:
    own, rest = FERRY_TEXT[:3], FERRY_TEXT[3:]
    article = extract(lines(FERRY, own, FLAG, *HEAD, ORGAN_TEXT, rest))
    assert article.text.split("\n\n") == list(FERRY_TEXT)
    assert [(item.title, item.text) for item in article.related] == [
        (ORGAN, "\n\n".join(ORGAN_TEXT))
    ]


def test_what_another_stage_took_from_the_text_is_given_back() -> None:
    page = read_text(lines(FERRY, FERRY_TEXT[:3], ORGAN, ORGAN_TEXT, "Read more", *FERRY_TEXT[2:]))
    head = next(b.index for b in page.blocks if b.text == ORGAN)
    taken = {b.index: Role.RELATED_BODY for b in page.blocks if b.index > head}
    bold = Partings(restores=-2.0)
    got = decided(page, Scorecard(), bold, given={head: Role.RELATED_TITLE, **taken})
    assert FERRY_TEXT[2] not in decided(page, Scorecard(), Partings(), given=taken)
    assert all(got[text] == (Role.BODY, Reason.OWN) for text in FERRY_TEXT[2:])
    assert not set(ORGAN_TEXT) & got.keys()


def test_a_section_of_the_text_is_no_other_story() -> None:
    own, rest = FERRY_TEXT[:3], FERRY_TEXT[3:]
    assert parted(read_text(lines(FERRY, own, "What the captain says", rest))) == {}


def html(card: str, *, tag: str = "div") -> str:
    own = "".join(f"<p>{text}</p>" for text in FERRY_TEXT[:3])
    rest = "".join(f"<p>{text}</p>" for text in FERRY_TEXT[3:])
    return (
        f"<html lang=en><head><title>{FERRY}</title></head><body><{tag}><h1>{FERRY}</h1>{own}"
        f"{card}{rest}</{tag}></body></html>"
    )


def test_a_linked_headline_amid_the_text_opens_a_story_in_elements_too() -> None:
    body = "".join(f"<p>{text}</p>" for text in ORGAN_TEXT)
    link = f'<h3><a href="/2024/crafts/organ-builder-anselm-ruck-4471">{ORGAN}</a></h3>'
    article = extract(html(f"<h2>Related Articles</h2><div>{link}{body}</div>"))
    assert article.text.split("\n\n") == list(FERRY_TEXT)
    assert [item.title for item in article.related] == [ORGAN]
    assert article.related[0].text == "\n\n".join(ORGAN_TEXT)


def test_without_a_link_elements_are_left_to_other_stages() -> None:
    body = "".join(f"<p>{text}</p>" for text in ORGAN_TEXT)
    page = read(html(f"<h2>{ORGAN}</h2>{body}"))
    assert not only_lines(page)
    assert parted(page) == {}


def front(title: str, *, text: tuple[str, ...] = FERRY_TEXT) -> str:
    """A page whose own story stands below another one, under its title element."""
    other = "".join(f"<p>{text}</p>" for text in ORGAN_TEXT)
    own = "".join(f"<p>{text}</p>" for text in text)
    link = f'<h3><a href="/2024/crafts/organ-builder-anselm-ruck-4471">{ORGAN}</a></h3>'
    return (
        f"<html lang=en><head><title>{title}</title></head><body><div><h2>Related Articles</h2>"
        f"{link}{other}<h1>{FERRY}</h1>{own}</div></body></html>"
    )


@pytest.mark.parametrize(
    "page",
    [
        front(FERRY),
        lines(f"{FERRY} | Holm Tidings", "Home", "News", FLAG, HEAD, ORGAN_TEXT, FERRY, FERRY_TEXT),
    ],
    ids=["elements", "lines"],
)
def test_text_above_the_headline_is_of_another_story(page: str) -> None:
    article = extract(page)
    assert article.title == FERRY
    assert article.text.split("\n\n") == list(FERRY_TEXT)
    assert [(item.title, item.text) for item in article.related] == [
        (ORGAN, "\n\n".join(ORGAN_TEXT))
    ]


def test_two_stories_above_the_headline_are_told_apart() -> None:
    top = f"{FERRY} | Holm Tidings"
    page = lines(top, "Home", FLAG, HEAD, ORGAN_TEXT, CLOCK, CLOCK_TEXT, FERRY, FERRY_TEXT)
    assert [item.title for item in extract(page).related] == [ORGAN, CLOCK]


def test_text_stays_above_a_heading_that_is_no_headline_for_sure() -> None:
    assert parted(read(front("Holm Tidings"))) == {}
    assert parted(read(front(FERRY, text=()))) == {}
    assert extract(front(FERRY, text=())).text.split("\n\n") == list(ORGAN_TEXT)


def test_the_evidence_names_the_bar_that_was_met() -> None:
    page = read_text(lines(FERRY, FERRY_TEXT, FLAG, *HEAD, ORGAN_TEXT, CLOCK, CLOCK_TEXT))
    given = {b.index: Role.BODY if b.words > 15 else Role.BOILERPLATE for b in page.blocks}
    stage = Partings(opens=1.25, parts=0.125)
    told = {page.blocks[d.block].text: d.evidence for d in run(page, stage, given=given)}
    assert told[ORGAN].endswith("> 1.25")
    assert told[CLOCK].endswith("> 0.125")
