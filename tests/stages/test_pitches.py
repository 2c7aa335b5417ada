"""Newsletter boxes amid the text, by the name of the box."""

from __future__ import annotations

from declutter.roles import Role
from declutter.stages.pitches import Pitches, Reason
from pages import Decided, article, block, decided

BOX = '<div class="newsletter-signup"><h3>Nine hundred rowers</h3><p>One letter a month.</p></div>'


def of(markup: str, given: dict[str, Role]) -> dict[str, Decided]:
    page = article(within=markup)
    return decided(page, Pitches(), given={block(page, t).index: r for t, r in given.items()})


def test_a_box_that_is_taken_for_text() -> None:
    found = of(BOX, {"Nine hundred rowers": Role.HEADING, "One letter a month.": Role.BODY})
    assert found == {
        "Nine hundred rowers": Decided(Role.NEWSLETTER, Reason.NAMED),
        "One letter a month.": Decided(Role.NEWSLETTER, Reason.NAMED),
    }


def test_what_is_no_text_is_left_alone() -> None:
    assert of(BOX, {"One letter a month.": Role.FOOTER}) == {}


def test_other_boxes_are_no_pitches() -> None:
    box = BOX.replace("newsletter-signup", "summary")
    assert of(box, {"One letter a month.": Role.BODY}) == {}


def test_an_article_in_an_element_of_that_name_is_text() -> None:
    letters = "".join(f"<p>Letter {n}: {'the boat goes at noon, ' * 9}</p>" for n in range(6))
    assert of(f'<div class="newsletter">{letters}</div>', {"Letter 0": Role.BODY}) == {}
