"""Pages written one text node a line."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declutter import extract
from declutter.document import Kind
from declutter.reading.text.edges import begins_low, between, ends, is_torn_off, opens
from declutter.reading.text.lines import Line, read_lines
from declutter.reading.text.nodes import join_nodes

# A paragraph in pieces, which makes any page a torn one.
TORN = """\
The harbour board met on
Tuesday
, after a vote, that nobody in
Valmere
, a town of nine hundred, had asked for.
The
ferry
will run until May."""


def joined(text: str, language: str = "en") -> list[str]:
    return [line.text for line in join_nodes(list(read_lines(text)), language)]


def after_torn(text: str, language: str = "en") -> list[str]:
    """The lines of a text on a torn page."""
    return joined(f"{TORN}\n{text}", language)[2:]


def test_pieces_of_a_paragraph_make_one_line() -> None:
    assert joined(TORN) == [
        "The harbour board met on Tuesday, after a vote, that nobody in Valmere, a town of nine "
        "hundred, had asked for.",
        "The ferry will run until May.",
    ]


def test_blank_lines_inside_a_sentence_part_nothing() -> None:
    text = TORN.replace("Tuesday\n", "\n Tuesday \n\n\n")
    assert joined(text) == joined(TORN)


def test_a_joined_line_spans_its_pieces() -> None:
    first, second = join_nodes(list(read_lines("\n" + TORN)), "en")
    assert (first.first, first.last, first.gap) == (2, 6, 1)
    assert (second.first, second.last, second.gap) == (7, 9, 0)


def test_extract_takes_a_torn_page_as_paragraphs() -> None:
    article = extract(TORN)
    assert "met on Tuesday, after a vote, that nobody in Valmere, a town" in article.text


@pytest.mark.parametrize(
    "text",
    [
        # A whole page with one line that begins in lower case, and a menu in lower case.
        "home\nnews\nour shop\nThe harbour board met on Tuesday, after a vote.\n"
        "by Anna Berg\nNobody in Valmere, a town of nine hundred, had asked for it.\nabout us",
        # Program text.
        "The loop is short.\nfor (a of b) {\nrun(a\n)\n}\n, b\n};\n]\n)\nThat is all there is.",
        # Quotes that open with what other languages close with.
        "»Vi kom hertil i maj.\n»Så blev det vinter.\n»Nu bliver vi.\n”Vi stannar kvar.",
        # Pieces of a list whose marks a flattener left.
        ": Set up the node\n: Set up the network\n: Set up the disks\n: Set up the rest",
    ],
)
def test_a_page_that_is_not_torn_stays_as_it_is(text: str) -> None:
    assert joined(text) == [line.text for line in read_lines(text)]


def test_few_pieces_on_a_long_page_are_no_sign() -> None:
    text = "\n".join(["The ferry to Valmere leaves at noon."] * 900)
    assert len(joined(f"{TORN}\n{text}")) == len(TORN.splitlines()) + 900


def test_a_sentence_cut_out_of_a_giant_line_is_no_piece() -> None:
    pieces = [Line(text, 0, 0, 1, 1) for text in TORN.splitlines()]
    assert join_nodes(pieces, "en") == pieces


def test_function_words_alone_tell_a_torn_page() -> None:
    text = "\n".join(
        f"The {word} of the town will go to the\nharbour\nbefore anyone else in the\nvalley does."
        for word in ("people", "elders", "guards", "masons")
    )
    assert joined(text)[0] == (
        "The people of the town will go to the harbour before anyone else in the valley does."
    )


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        (
            "He wrote in\n“\nThe Long Ferry\n”\n, his book.",
            "He wrote in “The Long Ferry”, his book.",
        ),
        ("Boats (\nsloops\n) are rare.", "Boats (sloops) are rare."),
        ("It costs $\n40\n, they say.", "It costs $40, they say."),
        ("The\nAcme\n®\nlamp is out.", "The Acme® lamp is out."),
        ("Berg\n’s boat sank.", "Berg’s boat sank."),
        ("V\nalmere lies on the coast.", "Valmere lies on the coast."),
        ("I\nn May it snows there.", "In May it snows there."),
        ("A\nferry sank there in May.", "A ferry sank there in May."),
        ("Price:\n40 crowns", "Price: 40 crowns"),
        ("Nobody knew of\nAnna Berg\nand her boat.", "Nobody knew of Anna Berg and her boat."),
    ],
)
def test_pieces_are_joined_as_they_were_written(pieces: str, line: str) -> None:
    assert after_torn(pieces) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is late\nby Anna Berg",  # a headline and who wrote it
        "The ferry is late\nsearch\nclose\nThe board met.",  # a menu below a headline
        "salem\nshillong\nvalmere\nguwahati",  # a menu in lower case
        "The ferry is late.\nmore about the boats of the town",  # a sentence that is over
        "Our ferries\niPhone users pay less than others do.",  # a name in lower case
        "The ferry is late\nvalmere.example/ferry-timetable-for-may",  # an address
        "Seen by the board\nThe ferry will be painted.",  # a heading above its paragraph
        "We shall look at what the boat is for\nThe ferry is old.",  # one that ends so
    ],
)
def test_what_stands_alone_is_not_joined(text: str) -> None:
    assert after_torn(text) == text.splitlines()


def test_bullets_and_headings_stand_alone() -> None:
    lines = [
        *read_lines(TORN),
        Line("What the board said about the", 0, 0, 9, 9, Kind.HEADING, 2),
        Line("ferry that sank in the harbour.", 0, 0, 10, 10),
        Line("and the ferry that did not sink there.", 0, 0, 11, 11, Kind.LIST_ITEM, 1),
    ]
    assert join_nodes(lines, "en")[2:] == lines[-3:]


def test_elided_words_wait_for_more() -> None:
    assert opens("a répondu l’")
    assert opens("tutto quell'")
    assert not opens("called ‘the last boat’")
    assert not opens("the boys'")


def test_scripts_without_blanks_are_joined_without() -> None:
    assert between("港で", "会議", frozenset()) == ""
    assert between("港で", "Valmere", frozenset()) == " "


def test_scripts_without_case_go_on_at_their_marks() -> None:
    text = "港の会議は\n火曜日\n、投票の後に開かれた。\n町の人は\n船\n、港を見ていた。"
    assert joined(text, "ja") == [
        "港の会議は",
        "火曜日、投票の後に開かれた。",
        "町の人は",
        "船、港を見ていた。",
    ]


@pytest.mark.parametrize("text", [", she said", ") said Anna", ". It rains", "’s boat"])
def test_what_only_closes_is_torn_off(text: str) -> None:
    assert is_torn_off(Line(text, 0, 0, 1, 1))


@pytest.mark.parametrize("text", [");", "],", "»Vi kom", ".net is old", "? Anna", "'Sum up'"])
def test_what_may_begin_a_line_is_not_torn_off(text: str) -> None:
    assert not is_torn_off(Line(text, 0, 0, 1, 1))


def test_sentences_and_labels_end() -> None:
    assert ends("It rained.”")
    assert ends("Price:")
    assert not ends("It rained on")
    assert begins_low("— and so on")
    assert not begins_low("e-Mail")


PIECE = st.sampled_from(
    [
        *TORN.splitlines(),
        "menu",
        "“",
        "(",
        ")",
        "Price:",
        "T",
        "he",
        "l’",
        "",
        "* item",
        "漢字",
        "、",
        "$",
    ]
)


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(PIECE, max_size=40))
def test_nothing_is_lost_and_the_order_stays(pieces: list[str]) -> None:
    lines = list(read_lines("\n".join([*pieces, TORN])))
    found = join_nodes(lines, "en")
    assert re.sub(r"\s", "", "".join(line.text for line in found)) == re.sub(
        r"\s", "", "".join(line.text for line in lines)
    )
    spans = [(line.first, line.last) for line in found]
    assert all(first <= last for first, last in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_time_grows_with_the_length_alone() -> None:
    def seconds(times: int) -> float:
        lines = list(read_lines("of the\nharbour\n, and\n" * times))
        start = time.perf_counter()
        assert len(join_nodes(lines, "en")) == 1
        return time.perf_counter() - start

    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)
