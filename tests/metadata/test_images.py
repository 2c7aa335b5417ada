"""The images of the article: which are kept, and what is told of them."""

from __future__ import annotations

from dataclasses import dataclass

from declutter.document import Block, Candidate, Container, Document, Field, Image, Kind, Location
from declutter.metadata.choose import choose
from declutter.model import ImageRef
from declutter.pipeline import Decision
from declutter.roles import Role

PAGE = "https://www.example.org/river"
LINES = (
    ("Rivers rise", Role.TITLE),
    ("It rained all day.", Role.BODY),
    ("The river at noon", Role.CAPTION),
    ("Photo: Jane Roe", Role.CREDIT),
    ("It rained all night.", Role.BODY),
    ("Jane Roe walks by rivers.", Role.AUTHOR_BIO),
    ("Another story", Role.RELATED_TITLE),
)


@dataclass
class Given:
    """Verdicts as a test sets them."""

    roles: list[Role | None]
    standing: list[Decision | None]


def found(images: tuple[Image, ...], lead: str | None = None) -> tuple[ImageRef, ...]:
    none: frozenset[str] = frozenset()
    blocks = tuple(
        Block(i, t, Kind.PARAGRAPH, 0, 0, "p", none, 4, 0, (), 0.0, 0, Location(None, i, i))
        for i, (t, _) in enumerate(LINES)
    )
    card = frozenset({"related"})
    boxes = (
        Container(0, -1, 0, "body", none, "", "", "", "", "", "", 0, len(blocks)),
        Container(1, 0, 1, "aside", card, "", "", "", "", "", "", 1, 2),
    )
    declared = (Candidate(Field.IMAGES, lead, "meta:og:image"),) if lead else ()
    page = Document(blocks, boxes, images, declared, language="en", url=PAGE)
    roles: list[Role | None] = [role for _, role in LINES]
    return choose(page, Given(roles, [None] * len(roles))).images


def test_an_image_of_the_text_keeps_its_alt_caption_and_credit() -> None:
    (image,) = found((Image("/img/river.jpg", "A river", 2, 0),))
    assert image == ImageRef(
        url="https://www.example.org/img/river.jpg",
        alt="A river",
        caption="The river at noon",
        credit="Photo: Jane Roe",
    )


def test_the_declared_image_leads_and_takes_over_what_the_same_file_tells() -> None:
    shown = (Image("/img/bank.jpg", "A bank", 1, 0), Image("/320/river.jpg", "A river", 2, 0))
    lead, other = found(shown, lead="https://www.example.org/1200/river.jpg")
    assert lead.url == "https://www.example.org/1200/river.jpg"
    assert (lead.alt, lead.caption) == ("A river", "The river at noon")
    assert other.url == "https://www.example.org/img/bank.jpg"
    assert other.caption is None


def test_portraits_cards_logos_and_images_of_other_items_are_left_out() -> None:
    images = (
        Image("/jane.jpg", "Jane Roe", 5, 0),
        Image("/box.jpg", "", 1, 1),
        Image("/other.jpg", "", 6, 0),
        Image("/logo.png", "Example", 0, 0),
    )
    assert found(images) == ()


def test_what_has_no_address_is_no_image() -> None:
    assert found((Image("data:image/gif;base64,AAAA", "", 2, 0),)) == ()
