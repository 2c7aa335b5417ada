"""Pages that lost their line breaks, cut into the lines they had."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declutter import extract
from declutter.document import Document
from declutter.reading.text import segment_text
from declutter.reading.text.repeats import find_repeats
from declutter.reading.text.seams import seams
from declutter.reading.text.words import look_at

HEADLINE = "Second ladder for the lamp at Holm"
MENU = "Skip to main content Home News Boats Weather Ladders Subscribe Sign in"
FOOTER = "Share Facebook Contact us Privacy policy Terms of use All rights reserved"
PROSE = (
    "The keeper of the lamp at Holm has asked for a second ladder, because the first one is too "
    "short by the height of a cat. The harbour office has known about it since the spring. Nobody "
    "came to measure the tower, although the keeper wrote to them twice and sent a drawing of the "
    "stairs. A carpenter from the village of Marske has now offered to build one for nothing. He "
    "says that the wood has been lying in his yard for years, and that his wife wants it gone. "
    "The old ladder will be given to the school, where it is going to carry beans in summer."
)
PAGE = f"{HEADLINE} | Holm Herald {MENU} {HEADLINE} By Anna Berg 12 March 2024 {PROSE} {FOOTER}"


def texts(page: Document) -> list[str]:
    return [b.text for b in page.blocks]


def test_a_menu_and_a_footer_do_not_stick_to_the_sentences() -> None:
    blocks = texts(segment_text(PAGE))
    assert any(b.startswith("The keeper of the lamp") for b in blocks)
    assert any(b.endswith("carry beans in summer.") for b in blocks)


def test_only_the_sentences_are_text() -> None:
    text = extract(PAGE).text
    assert text.startswith("The keeper of the lamp")
    assert text.endswith("carry beans in summer.")


def test_the_headline_that_stands_twice_is_the_title() -> None:
    assert HEADLINE in texts(segment_text(PAGE))
    assert extract(PAGE).title == HEADLINE


def test_phrases_of_the_lexicon_stand_alone() -> None:
    assert "Skip to main content" in texts(segment_text(PAGE))


def test_names_within_a_sentence_part_nothing() -> None:
    sentence = "On Monday the keeper met Anna Berg and Jon Holt of Marske in the Old Boat House."
    line = f"{PROSE} {sentence} {PROSE}"
    assert sentence in texts(segment_text(line))


def test_nouns_with_capitals_are_no_menu() -> None:
    prose = (
        "Der Wärter hat gestern eine zweite Leiter für den Turm bestellt, weil die erste um die "
        "Höhe einer Katze zu kurz ist. Das Amt im Hafen weiß davon seit dem Frühjahr, aber niemand "
        "kam, um die Treppe und das Geländer zu messen. "
    )
    blocks = texts(segment_text(f"Startseite Nachrichten Sport Wetter {prose * 4}".strip()))
    assert sum(b.endswith("einer Katze zu kurz ist.") for b in blocks) == 4
    assert sum(b.startswith("Das Amt im Hafen weiß") for b in blocks) == 4


def test_a_page_with_its_line_breaks_is_left_alone() -> None:
    lines = [HEADLINE, *MENU.split(), PROSE]
    assert texts(segment_text("\n".join(lines))) == lines


def test_a_line_that_holds_menus_is_cut_amid_a_page_that_has_others() -> None:
    others = [f"{PROSE[:90]} ({n})" for n in range(6)]
    menus = [f"{FOOTER} Maps Tides Harbours Keepers"] * 8
    line = " ".join([MENU, *menus, PROSE, FOOTER, PROSE])
    found = texts(segment_text("\n".join([*others, line, *others])))
    assert found[:6] == found[-6:] == others
    assert found.count("Privacy policy") == 9
    assert any(b.startswith("The keeper of the lamp") for b in found[6:-6])


def test_a_story_in_one_line_is_left_whole_amid_a_page_that_has_others() -> None:
    others = [f"{PROSE[:90]} ({n})" for n in range(6)]
    names = "Anna Berg Of Marske Met Jon Holt Of Holm Point Old Boat House."
    story = f"{PROSE} {names} {PROSE.replace('ladder', 'lamp')} {PROSE.replace('keeper', 'cook')}"
    assert texts(segment_text("\n".join([*others, story]))) == [*others, story]


def test_parts_of_a_giant_line_keep_their_own_links() -> None:
    line = f"[Boats](/boats) {PROSE} [Lamps of Holm](/lamps) {PROSE} [Boats](/more)."
    page = segment_text(line)
    found = {a.href: b.text for b in page.blocks for a in b.links}
    assert list(found) == ["/boats", "/lamps", "/more"]
    assert all(a.text in b.text for b in page.blocks for a in b.links)


def test_parts_keep_the_line_and_the_first_keeps_the_gap() -> None:
    page = segment_text(f"Top\n\n\n{PAGE} {PAGE}")
    first, second, *rest = page.blocks
    assert (first.text, second.gap, second.location.line) == ("Top", 2, 4)
    assert {(b.gap, b.location.line, b.location.end_line) for b in rest} == {(0, 4, 4)}


WORDS = st.lists(
    st.sampled_from(
        [*PAGE.split(), "|", "»", "...", "“Oh”", "3,50", "漢字。", "مرحبا", "E\u0301a", "(x)."]
    ),
    min_size=400,
    max_size=600,
)


@settings(max_examples=25, deadline=None)
@given(WORDS)
def test_every_word_stays_in_one_block_in_order(words: list[str]) -> None:
    page = segment_text(" ".join(words))
    assert re.findall(r"\w+", " ".join(texts(page))) == re.findall(r"\w+", " ".join(words))


@pytest.mark.parametrize("unit", ["Home ", "A b. ", "| A ", "(", "." * 199 + "x) "])
def test_a_long_line_costs_little(unit: str) -> None:
    start = time.process_time()
    segment_text(unit * (200_000 // len(unit)))
    assert time.process_time() - start < 10


def test_what_lies_beyond_the_part_that_is_read_is_cut_into_sentences() -> None:
    line = f"{PAGE} " * 300
    blocks = texts(segment_text(line))
    assert " ".join(blocks) == line.strip()
    assert blocks[-1] == FOOTER
    assert "The harbour office has known about it since the spring." in blocks[-8:]


@pytest.mark.parametrize(
    ("line", "trait"),
    [
        ("the boats Home and", "low- Cap"),
        ("in the harbour. The boats", "low. Fun"),
        ("to the harbour Sign in Boats", "phrase whole large 2"),
        ("to the harbour Sign in Boats", "phrase after large 2"),
        ("of Skip to main content Boats", "phrase within 3"),
        ("Red Lamp Holm | Red Lamp Holm", "repeat starts 3"),
        ("Red Lamp Holm | Red Lamp Holm", "repeat ends 3"),
        ("Red Lamp Holm | Red Lamp Holm", "repeat inside 3"),
        ("News Red Lamp of the Red Lamp", "pair 2 0 1"),
    ],
)
def test_what_speaks_for_a_seam_is_told(line: str, trait: str) -> None:
    assert trait in {t for s in seams(line.split(), "en") for t in s.traits}


def test_the_words_of_the_address_are_told() -> None:
    found = seams("News The Second Ladder For Holm".split(), "en", "http://a.b/second-ladder-holm")
    assert "address -- xx" in {t for s in found for t in s.traits}


def test_an_address_that_names_a_section_tells_nothing() -> None:
    found = seams("News The Second Ladder For Holm".split(), "en", "http://a.b/ladder")
    assert not any(t.startswith("address") for s in found for t in s.traits)


def test_words_are_told_by_their_looks() -> None:
    line = "The lamp of HOLM, 12 | … Holm: «Oh!» 漢字。 مرحبا"
    words = look_at(line.split(), "en")
    assert " ".join(map("".join, zip(words.shapes, words.ends, strict=True))) == (
        "Fun- low- fun- CAP, num- sep- sym. Cap: Cap. uns. unc-"
    )
    assert words.lows[:4] == [0, 0, 1, 2]
    assert words.functions[:4] == [0, 1, 1, 2]


def test_the_longest_run_is_found_once_a_place() -> None:
    found = find_repeats("a b c d x a b c d y".split())
    assert [i for i, size in enumerate(found.starts) if size == 4] == [0, 5]
    assert [i for i, size in enumerate(found.ends) if size == 4] == [4, 9]
    assert [i for i, size in enumerate(found.inside) if size] == [1, 2, 3, 6, 7, 8]


def test_two_words_that_recur_are_no_run() -> None:
    assert not any(map(any, find_repeats("a b x a b y".split())))


def test_runs_that_repeat_the_first_words_of_the_page_are_told_apart() -> None:
    found = find_repeats("a b c | x y z a b c x y z".split())
    assert [i for i, size in enumerate(found.title_starts) if size] == [7]
    assert [i for i, size in enumerate(found.title_ends) if size] == [10]
    assert [i for i, size in enumerate(found.title_inside) if size] == [1, 2, 8, 9]
