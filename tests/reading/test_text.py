"""Flattened text, cut into blocks."""

from __future__ import annotations

import re
import textwrap

import pytest

from declutter.document import Document, Kind
from declutter.limits import Limits
from declutter.reading.text import segment_text

PARAGRAPH = (
    "The keeper of the lamp at Holm has asked for a second ladder, because the first one is too "
    "short by the height of a cat and the harbour office has known about it since the spring."
)


def texts(page: Document) -> list[str]:
    return [b.text for b in page.blocks]


def test_a_line_is_a_block_with_its_span_and_the_blank_lines_before_it() -> None:
    page = segment_text("Harbour news\n\n\nThe lamp is lit.\n")
    assert [(b.text, b.gap, b.location.line, b.location.end_line) for b in page.blocks] == [
        ("Harbour news", 0, 1, 1),
        ("The lamp is lit.", 2, 4, 4),
    ]


@pytest.mark.parametrize("bullet", ["  • ", "* ", "    + ", "- ", "•"])
def test_bullets_are_taken_off(bullet: str) -> None:
    page = segment_text(f"Menu\n{bullet}Boats for hire\n")
    assert (page.blocks[1].text, page.blocks[1].kind) == ("Boats for hire", Kind.LIST_ITEM)


def test_a_letter_that_is_a_bullet_stays_a_word_of_the_page() -> None:
    page = segment_text("Menu\n      o Boats for hire\n")
    assert (page.blocks[1].text, page.blocks[1].kind) == ("o Boats for hire", Kind.LIST_ITEM)


def test_a_full_stop_on_a_line_of_its_own_ends_the_one_above() -> None:
    page = segment_text("The lamp is lit by\nAnna Berg\n.\nBoats\n\n.\nLadders")
    assert texts(page) == ["The lamp is lit by", "Anna Berg.", "Boats", "Ladders"]
    assert page.blocks[1].location[1:] == (2, 3)
    assert page.blocks[2].gap == 0
    many = segment_text("Anna Berg\n" + ".\n" * 200_000 + "Ladders")
    assert texts(many) == ["Anna Berg.", "Ladders"]


def test_runs_of_one_indentation_are_containers() -> None:
    page = segment_text("top\n    one\n    two\ntop again")
    shapes = [page.containers[b.container].shape for b in page.blocks]
    assert shapes == ["0", "4", "4", "0"]
    inner = page.containers[page.blocks[1].container]
    assert (inner.first, inner.last, inner.parent) == (1, 3, 0)


def test_wrapped_paragraphs_are_joined_and_stay_apart() -> None:
    other = PARAGRAPH.replace("lamp", "bell").replace("cat", "goat")
    wrapped = "\n\n".join("\n".join(textwrap.wrap(p, 72)) for p in (PARAGRAPH, other))
    page = segment_text(wrapped)
    assert texts(page) == [PARAGRAPH, other]
    assert page.blocks[0].location[1:] == (1, len(textwrap.wrap(PARAGRAPH, 72)))


def test_addresses_lists_and_tables_are_longer_than_the_width_of_wrapped_text() -> None:
    address = "(https://holm.example/" + "lamp/" * 40 + ")"
    row = " | ".join(["Lamp", "Keeper of the lamp", "Years at sea"] * 4)
    entry = "A very long entry of a list of ladders " * 4
    text = f"{PARAGRAPH} [Holm] {address} {PARAGRAPH}"
    wrapped = "\n".join(textwrap.wrap(text, 72, break_long_words=False))
    page = segment_text(f"{wrapped}\n\n{row}\n\n  * {entry}")
    assert texts(page)[0] == text
    assert len(page.blocks) == 3


def test_words_wrapped_at_their_hyphen_are_whole_again() -> None:
    text = PARAGRAPH.replace(" the ", " the-lamp-and-ladder-or-cat-and-boat-")
    lines = textwrap.wrap(f"{text} {text}", 60)
    assert any(line.endswith("-") for line in lines)
    assert texts(segment_text("\n".join(lines))) == [f"{text} {text}"]


def test_wrapped_quotes_and_headings_are_joined() -> None:
    quote = "\n".join(textwrap.wrap(PARAGRAPH, 72, initial_indent="> ", subsequent_indent="> "))
    heading = "\n".join(textwrap.wrap(f"# {PARAGRAPH[:100].strip()}", 72))
    page = segment_text(f"{heading}\n\n## Second\n\n{quote}")
    assert texts(page)[:2] == [PARAGRAPH[:100].strip(), "Second"]
    assert (page.blocks[-1].text, page.blocks[-1].kind) == (PARAGRAPH, Kind.QUOTE)


def test_lines_of_a_script_without_blanks_tell_no_width() -> None:
    lines = ["灯台の管理人は新しいはしごを求めている。" * n for n in (3, 4, 3, 5, 4, 3)]
    assert texts(segment_text("\n".join(lines))) == lines


def test_short_lines_of_a_page_with_long_ones_are_not_wrapped_text() -> None:
    menu = "Boats for hire\nLadders and lamps\nWeather at sea"
    assert texts(segment_text(f"{menu}\n{PARAGRAPH}"))[:3] == menu.split("\n")


def test_lines_that_end_before_the_width_are_not_joined() -> None:
    verses = "\n".join(
        f"A verse {'of middling length ' * (n % 5)}about lamp number {n}" for n in range(9)
    )
    assert texts(segment_text(verses)) == verses.split("\n")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("time21 minutes ago", ["time", "21 minutes ago"]),
        ("timean hour ago", ["time", "an hour ago"]),
        ("timeJul 3, 2025", ["time", "Jul 3, 2025"]),
        ("time03.07.2025", ["time", "03.07.2025"]),
    ],
)
def test_an_icon_is_parted_from_the_time_glued_to_it(line: str, parts: list[str]) -> None:
    assert texts(segment_text(f"{PARAGRAPH}\n{line}\n{PARAGRAPH} Again."))[1:-1] == parts


@pytest.mark.parametrize("line", ["Ladders sold a week ago", "Route66 diner opens", "Sometimes"])
def test_lines_whose_parts_are_not_sure_stay_whole(line: str) -> None:
    assert line in texts(segment_text(f"{PARAGRAPH}\n{line}\n{PARAGRAPH} Again."))


def test_an_icon_is_parted_from_the_headline_that_stands_again() -> None:
    page = segment_text(f"logo Keeper asks for a ladder\n\nKeeper asks for a ladder\n\n{PARAGRAPH}")
    assert texts(page)[:3] == ["logo", "Keeper asks for a ladder", "Keeper asks for a ladder"]


@pytest.mark.parametrize("between", ["", " "])
def test_a_headline_that_stands_twice_in_a_line_is_parted(between: str) -> None:
    title = "Keeper asks for a ladder"
    page = segment_text(f"{PARAGRAPH}\n{title}{between}{title}\n{PARAGRAPH} Again.")
    assert texts(page)[1:3] == [title, title]


def test_the_sign_by_which_a_heading_links_to_itself_is_no_part_of_it() -> None:
    assert texts(segment_text(f"Ladders¶\n{PARAGRAPH}\nC#\n¶"))[0] == "Ladders"
    assert texts(segment_text(f"Ladders ¶\n{PARAGRAPH}"))[0] == "Ladders"
    assert texts(segment_text(f"{PARAGRAPH}\nC#"))[-1] == "C#"


def test_a_source_gets_a_blank_before_the_time_glued_to_it() -> None:
    title = "Keeper asks for a ladder"
    page = segment_text(f"{title}\n{title}\nHolm Tidingsa week ago\n{PARAGRAPH}")
    assert texts(page)[2] == "Holm Tidings a week ago"


def test_a_pointer_is_parted_from_its_headline() -> None:
    page = segment_text(f"{PARAGRAPH}\nAlso read: Ladder prices climb again\n{PARAGRAPH} Again.")
    assert texts(page)[1:3] == ["Also read:", "Ladder prices climb again"]


def test_markdown_is_read() -> None:
    page = segment_text(
        "# Keeper asks for a ladder\n\n"
        "The [harbour office](https://holm.example/office) has **known**.\n\n"
        "![A lamp](/lamp.jpg)\n\n- [Boats](/boats)\n\n> He said so.\n"
    )
    assert [(b.text, b.kind, b.level) for b in page.blocks] == [
        ("Keeper asks for a ladder", Kind.HEADING, 1),
        ("The harbour office has known.", Kind.PARAGRAPH, 0),
        ("A lamp", Kind.IMAGE_ALT, 0),
        ("Boats", Kind.LIST_ITEM, 1),
        ("He said so.", Kind.QUOTE, 0),
    ]
    assert [(a.href, a.text) for a in page.blocks[1].links] == [
        ("https://holm.example/office", "harbour office")
    ]
    assert page.blocks[3].link_density == 1


def test_a_link_around_several_lines_of_markdown_links_each_of_them() -> None:
    page = segment_text(
        '# One\n\n## Two\n\n[\n\nBoats are back\n\nA teaser of boats\n\n](/boats "Boats")\n\nText.'
    )
    cards = [(b.text, [a.href for a in b.links]) for b in page.blocks[2:]]
    assert cards == [
        ("Boats are back", ["/boats"]),
        ("A teaser of boats", ["/boats"]),
        ("Text.", []),
    ]


def test_a_link_that_never_ends_links_nothing() -> None:
    words = [f"line {n}" for n in range(20)]
    page = segment_text("# One\n\n## Two\n\n[\n\n" + "\n\n".join(words) + "\n\n](/boats)")
    assert texts(page)[2:] == words
    assert not any(b.links for b in page.blocks)


def test_pictures_written_into_their_address_are_no_text() -> None:
    drawing = "data:image/svg+xml,%3csvg width='4' %3e%3cpath transform='scale(2 3)'/%3e"
    page = segment_text(
        f"# One\n\n## Two\n\n![Logo of Holm]({drawing}) ![Lamp]({drawing})\n\nText."
    )
    assert texts(page)[2:] == ["Logo of Holm Lamp", "Text."]


def test_numbered_entries_and_loose_addresses_of_markdown() -> None:
    page = segment_text(
        "# One\n\n## Two\n\n1. Boats\n2. Lamps\n\n2\\. place of all\n\n"
        "Send [a letter](mailto:?subject=Boats of Holm&body=Read) to **us all **today.\n"
    )
    assert [(b.text, b.kind) for b in page.blocks[2:]] == [
        ("Boats", Kind.LIST_ITEM),
        ("Lamps", Kind.LIST_ITEM),
        ("2. place of all", Kind.PARAGRAPH),
        ("Send a letter to us all today.", Kind.PARAGRAPH),
    ]


def test_links_by_reference_of_markdown() -> None:
    page = segment_text(
        "The [harbour office][1] and [ a keeper ][Keeper] of [lamps][9].\n\n"
        "   [1]: https://holm.example/office (Office)\n   [keeper]: /keeper\n"
    )
    assert texts(page) == ["The harbour office and a keeper of [lamps][9]."]
    assert [(a.href, a.text) for a in page.blocks[0].links] == [
        ("https://holm.example/office", "harbour office"),
        ("/keeper", "a keeper"),
    ]


def test_a_remark_in_brackets_is_no_address_of_markdown() -> None:
    page = segment_text(
        "The [office](/o) and [lamp](/l) know.\n\n[Update]: Yes.\n\n[Note]: known\n"
    )
    assert texts(page)[1:] == ["[Update]: Yes.", "[Note]: known"]


def test_underlined_headings_of_markdown() -> None:
    marked = "Keeper asks\n===========\n\nThe [office](/o) and [lamp](/l) know.\n\nBoats\n---\n"
    page = segment_text(marked)
    assert [(b.kind, b.level) for b in page.blocks] == [
        (Kind.HEADING, 1),
        (Kind.PARAGRAPH, 0),
        (Kind.HEADING, 2),
    ]
    plain = segment_text("Keeper asks\n===========\n\nThe office and the lamp know.\n")
    assert plain.blocks[0].kind is Kind.PARAGRAPH


MENU = ["Boats", "Lamps", "Weather", "Ladders"]


def test_elements_glued_by_minified_markup_are_parted() -> None:
    glued = f"{''.join(MENU)}{PARAGRAPH}The second of them.It says (so)They came in 1907Later all"
    page = segment_text(f"{''.join(MENU)}\n{glued}\n{''.join(MENU)}Knots\nMcArthur of Holm")
    assert texts(page)[:1] == ["".join(MENU)]  # one sign is none
    assert texts(page)[1:] == [
        *MENU,
        PARAGRAPH,
        "The second of them.",
        "It says (so)",
        "They came in 1907",
        "Later all",
        "".join(MENU) + "Knots",
        "McArthur of Holm",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Call Holm.Lamps.KeeperOfLamps(ladderCount) or set <EnableAutoLamp> and $lampMax = 4Wh.",
        "The HolmTide met the HolmTide, says the McKeeper of eBoats.",
        "See www.RayHolm.com/BoatLampLadder and holm.example/LampBoatKnot for more.",
    ],
)
def test_code_names_and_addresses_are_not_parted(line: str) -> None:
    glued = "".join(MENU) + "It is so.The end" + "".join(MENU)
    assert "It is so." in texts(segment_text(f"{glued}\n{glued}\n{glued}"))
    page = segment_text("\n".join([glued, glued, glued, f"{line} It is so.So it is.So they say"]))
    assert line in " ".join(texts(page))
    assert any(text.startswith(line) for text in texts(page))


def test_the_marks_of_markdown_mean_nothing_in_other_text() -> None:
    assert texts(segment_text("# one\nA *star* is born")) == ["# one", "A *star* is born"]


def test_a_page_in_one_line_is_cut_into_sentences() -> None:
    line = " ".join(f"{PARAGRAPH} It is number {n} of them." for n in range(8))
    page = segment_text(line)
    assert len(page.blocks) > 8
    assert " ".join(texts(page)) == line
    assert {b.location.line for b in page.blocks} == {1}


def test_a_line_without_sentences_is_bounded() -> None:
    page = segment_text("lamp " * 3000)
    assert max(len(b.text) for b in page.blocks) <= 2000
    assert sum(b.words for b in page.blocks) == 3000


def test_every_word_stands_in_one_block() -> None:
    source = f"  Top\n\n\t* a\n\n{PARAGRAPH}\n-----\nEnd \u2028 of page\n" * 3
    blocks = " ".join(texts(segment_text(source)))
    assert re.findall(r"\w+", blocks) == re.findall(r"\w+", source)


def test_character_references_are_read_where_the_text_is_escaped() -> None:
    assert texts(segment_text("caf&eacute; at sea", escaped=True)) == ["café at sea"]
    assert texts(segment_text("caf&eacute; at sea")) == ["caf&eacute; at sea"]


def test_blocks_are_bounded() -> None:
    page = segment_text("\n".join(f"line {n}" for n in range(50)), limits=Limits(blocks=10))
    assert len(page.blocks) == 10
    assert page.blocks[-1].text.endswith("line 49")


def test_the_language_is_told_from_the_prose() -> None:
    assert segment_text(f"{PARAGRAPH}\n{PARAGRAPH}").language == "en"


def test_nothing_makes_no_block() -> None:
    assert segment_text(" \n\n").blocks == ()


def test_what_stands_in_brackets_behind_several_headings_is_a_tool() -> None:
    page = segment_text(f"Ladders[edit]\n{PARAGRAPH}\nLamps [edit]\n{PARAGRAPH} Again.")
    tools = [b for b in page.blocks if b.kind is Kind.CONTROL]
    assert texts(page)[:2] == ["Ladders", "[edit]"]
    assert [b.text for b in tools] == ["[edit]", "[edit]"]
    once = segment_text(f"Ladders [sic]\n{PARAGRAPH}\nLamps [new]\n{PARAGRAPH} Again.")
    assert texts(once)[0] == "Ladders [sic]"


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        ("Te puede interesar: La escalera sube otra vez", True),
        ("Relacionado: La escalera sube otra vez", False),
        ("Te puede interesar | La escalera sube otra vez", False),
    ],
)
def test_what_announces_a_story_is_parted_from_its_headline(line: str, parted: bool) -> None:
    prose = "El farero ha pedido una escalera más larga, porque la que tiene no llega a la lámpara."
    page = segment_text(f"{prose}\n{line}\n{prose} Otra vez.")
    assert (line not in texts(page)) is parted


def test_a_dash_of_speech_is_no_bullet() -> None:
    said = "– Stegen är för kort, säger fyrvaktaren."
    assert said in texts(segment_text(f"{PARAGRAPH}\n{said}\n{PARAGRAPH} Again."))
