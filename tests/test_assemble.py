"""From the closed ledger to the Article: joining, sections, labels, traces."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from declutter.assemble import assemble, join, sections
from declutter.metadata.choose import Chosen
from declutter.model import Article, PageWarning, Status
from declutter.pipeline import Decision, Ledger
from declutter.roles import Label, Role
from pages import read


class Why(StrEnum):
    """The reason of every role below."""

    TOLD = "told"


def assembled(markup: str, roles: list[Role], *warnings: PageWarning) -> Article:
    """An article of which the test says what each block is."""
    page = read(f"<body>{markup}")
    assert len(page.blocks) == len(roles)
    ledger = Ledger(len(roles))
    ledger.write(Decision(i, r, "test", Why.TOLD, f"block {i}") for i, r in enumerate(roles))
    ledger.close()
    return assemble(page, ledger, Chosen(), warnings)


B, H, X = Role.BODY, Role.HEADING, Role.BOILERPLATE


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one</p><ul><li>two<li>three</ul><p>four</p>", "one\n\ntwo\nthree\n\nfour"),
        (
            "<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>",
            "a | b\nc | d",
        ),
        ("<dl><dt>one<dd>two</dl>", "one\ntwo"),
        ("<h2>one</h2><ul><li>two</ul>", "one\n\ntwo"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<pre>  one\n    two</pre><p>three</p>", "  one\n    two\n\nthree"),
    ],
)
def test_joining(markup: str, want: str) -> None:
    assert join(read(f"<body>{markup}").blocks) == want


def test_nothing_joins_to_nothing() -> None:
    assert join([]) == ""


PAGE = (
    "<h1>Boats run</h1><p>Sum.</p><p>Lead.</p><h2>Hours</h2><p>Nine.</p><p>Menu</p>"
    "<h3>Winter</h3><ul><li>ten</li><li>six</li></ul><h2>Seats</h2>"
)
ROLES = [Role.TITLE, Role.SUBTITLE, B, H, B, X, H, B, B, H]


def test_text_is_standfirst_body_and_headings() -> None:
    article = assembled(PAGE, ROLES)
    assert article.text == "Sum.\n\nLead.\n\nHours\n\nNine.\n\nWinter\n\nten\nsix\n\nSeats"
    assert article.status is Status.OK
    assert [w.code for w in article.warnings] == ["short_text"]


def test_sections_are_cut_at_headings() -> None:
    got = [(s.heading, s.level, s.paragraphs) for s in assembled(PAGE, ROLES).sections]
    assert got == [
        (None, 0, ("Sum.", "Lead.")),
        ("Hours", 2, ("Nine.",)),
        ("Winter", 3, ("ten", "six")),
        ("Seats", 2, ()),
    ]


def test_sections_hold_the_same_words_as_the_text() -> None:
    article = assembled(PAGE, ROLES)
    parts = [p for s in article.sections for p in (s.heading or "", *s.paragraphs)]
    assert re.findall(r"\w+", " ".join(parts)) == re.findall(r"\w+", article.text)


def test_a_text_that_begins_with_a_heading_has_no_lead() -> None:
    article = assembled("<h2>Hours</h2><p>Nine.</p>", [H, B])
    assert [s.heading for s in article.sections] == ["Hours"]


def test_a_heading_that_is_no_heading_element_is_of_level_two() -> None:
    article = assembled("<p>Hours</p><p>Nine.</p>", [H, B])
    assert [(s.heading, s.level) for s in article.sections] == [("Hours", 2)]


def test_no_blocks_no_sections() -> None:
    ledger = Ledger(0)
    ledger.close()
    assert sections([], ledger) == ()


def test_without_text_it_is_empty_and_says_so_last() -> None:
    odd = PageWarning(code="odd", message="odd")
    article = assembled("<p>Menu</p>", [Role.NAVIGATION], odd)
    assert (article.status, article.text, article.sections) == (Status.EMPTY, "", ())
    assert [w.code for w in article.warnings] == ["odd", "empty"]


@pytest.mark.parametrize("role", Role)
def test_the_label_follows_from_the_role(role: Role) -> None:
    (trace,) = assembled("<p>Boats</p>", [role]).blocks
    assert (trace.role, trace.label) == (role, role.label)
    assert isinstance(trace.label, Label)


@pytest.mark.parametrize("role", Role)
def test_every_block_goes_to_one_place(role: Role) -> None:
    article = assembled("<p>Boats run to Holm again on Monday</p>", [role])
    places = {
        "text": bool(article.text),
        "related": bool(article.related),
        "chrome": bool(article.chrome),
        "comments": bool(article.comments),
    }
    assert sum(places.values()) <= 1
    if role.in_text:
        assert places["text"]
    elif role.label is Label.COMMENT:
        assert places["comments"]
    elif role.label is Label.CHROME:
        assert places["chrome"]


def test_traces_tell_stage_reason_and_place() -> None:
    trace = assembled(PAGE, ROLES).blocks[3]
    assert (trace.text, trace.stage, trace.reason, trace.evidence) == (
        "Hours",
        "test",
        "told",
        "block 3",
    )
    assert trace.location.xpath is not None
    assert (trace.index, trace.kind, trace.level) == (3, "heading", 2)


def test_an_undecided_block_is_the_pipeline_s() -> None:
    page = read("<p>Boats</p>")
    ledger = Ledger(1)
    ledger.close()
    (trace,) = assemble(page, ledger, Chosen(), ()).blocks
    assert (trace.role, trace.stage, trace.reason) == (X, "pipeline", "undecided")


def test_chosen_metadata_is_passed_on() -> None:
    page = read("<p>Boats</p>")
    ledger = Ledger(1)
    ledger.close()
    article = assemble(page, ledger, Chosen(title="Boats", authors=("Ada Holt",)), ())
    assert (article.title, article.authors) == ("Boats", ("Ada Holt",))
