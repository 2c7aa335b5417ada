"""The paragraphs of a page, the headlines between them, and what they speak of."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.roles import Role
from declutter.scoring.passages import Passages, Strand
from pages import read, read_text
from stages.told import CLOCK, CLOCK_TEXT, FERRY, FERRY_TEXT, ORGAN, ORGAN_TEXT


def passages(page: Document, roles: dict[int, Role] | None = None) -> Passages:
    told = [Role.BODY if b.words > 15 else Role.BOILERPLATE for b in page.blocks]
    for i, role in (roles or {}).items():
        told[i] = role
    return Passages(page, told)


def text(*lines: str) -> Document:
    return read_text("\n".join(lines))


def heads(p: Passages) -> list[str | None]:
    return [None if g.head is None else p.page.blocks[g.head].text for g in p.gaps]


def test_paragraphs_are_those_that_are_text_so_far() -> None:
    page = text(FERRY, *FERRY_TEXT)
    assert passages(page).at == [1, 2, 3, 4, 5]
    assert passages(page, {2: Role.BOILERPLATE, 3: Role.RELATED_BODY}).at == [1, 3, 4, 5]


def test_a_headline_is_the_longest_line_above_a_paragraph() -> None:
    page = text(FERRY, FERRY_TEXT[0], "Crafts", ORGAN, "Hill Observer", *ORGAN_TEXT)
    assert heads(passages(page)) == [None, ORGAN, None, None]


def test_chrome_is_no_headline() -> None:
    page = text(FERRY, FERRY_TEXT[0], ORGAN, *ORGAN_TEXT)
    assert heads(passages(page, {2: Role.NAVIGATION}))[1] is None


def test_a_long_line_without_an_end_is_a_headline_in_a_text() -> None:
    long = f"{ORGAN} and {CLOCK[0].lower()}{CLOCK[1:]}"
    page = text(FERRY, FERRY_TEXT[0], long, *ORGAN_TEXT)
    assert len(long.split()) >= 12
    assert heads(passages(page, {2: Role.BODY})) == [None, long, None, None]
    assert passages(page, {2: Role.BODY}).at == [1, 3, 4, 5]


@pytest.mark.parametrize(
    ("below", "is_headline"),
    [
        ("Hill Observer - 3 hours ago", True),
        ("By Ilse Domin", True),
        ("Who still hears the wood before he cuts it?", True),
        ("Crafts", False),
    ],
)
def test_a_question_is_a_headline_over_its_source_its_writer_or_itself(
    below: str, is_headline: bool
) -> None:
    question = "Who still hears the wood before he cuts it?"
    page = text(FERRY, FERRY_TEXT[0], question, below, *ORGAN_TEXT)
    p = passages(page, {2: Role.BODY})
    assert (2 in p.at) != is_headline


def test_a_paragraph_of_elements_needs_no_end() -> None:
    page = read(f"<h1>{FERRY}</h1><p>{FERRY_TEXT[0]}</p><p>{FERRY_TEXT[1][:90]}</p>")
    assert passages(page, {2: Role.BODY}).at == [1, 2]


def test_headlines_with_the_same_lines_around_are_alike() -> None:
    def told(*sources: str) -> list[int | None]:
        heads = zip((ORGAN, CLOCK), sources, (ORGAN_TEXT[0], CLOCK_TEXT[0]), strict=True)
        p = passages(text(FERRY, FERRY_TEXT[0], *(line for lines in heads for line in lines)))
        return [p.alike(gap) for gap in p.gaps]

    assert told("Hill Observer - 3 hours ago", "Holm Tidings - 2 days ago") == [None, 1, 1]
    assert told("Hill Observer - 3 hours ago", "By Ilse Domin of Brandau") == [None, 0, 0]


def test_other_stories_are_announced_by_a_known_line_whatever_it_was_taken_for() -> None:
    page = text(FERRY, FERRY_TEXT[0], "Recommended for you", ORGAN, *ORGAN_TEXT)
    p = passages(page)
    assert [p.is_flagged(gap) for gap in p.gaps] == [False, True, False, False]


def test_on_a_page_of_elements_a_headline_stands_where_something_is_offered() -> None:
    def page(heading: str) -> Document:
        own, other = (f"<p>{t}</p>" for t in (FERRY_TEXT[0], ORGAN_TEXT[0]))
        return read(f"<article><h1>{FERRY}</h1>{own}<h2>{heading}</h2>{other}</article>")

    assert heads(passages(page(ORGAN))) == [None, None]
    assert heads(passages(page(f'<a href="/crafts/4471">{ORGAN}</a>'))) == [None, ORGAN]


def test_words_count_by_their_stems_and_names_apart() -> None:
    page = text(FERRY, "The islanders of the island told Captain Solberg to sail for Holm at once.")
    told = passages(page).spoken(1)
    assert {"island", "captai", "solber", "sail", "holm"} <= told.words
    assert told.names == {"captai", "solber", "holm"}
    assert "the" not in told.words


def test_unspaced_scripts_are_read_by_pairs_without_kana() -> None:
    page = read_text("渡し船は島へ行く。" * 6)
    told = passages(page).spoken(0)
    assert "行く" not in told.words
    assert not told.names


def test_a_run_ends_at_the_next_headline() -> None:
    page = text(FERRY, FERRY_TEXT[0], ORGAN, *ORGAN_TEXT)
    p = passages(page)
    assert p.run(0).words == p.spoken(1).words
    assert p.run(1).words >= p.spoken(3).words | p.spoken(4).words


def test_what_is_left_and_what_follows_a_block() -> None:
    page = text(FERRY, *FERRY_TEXT[:3])
    p = passages(page)
    assert p.left(3) == 0
    assert p.left(2) == page.blocks[3].words
    assert list(p.since(2)) == [2, 3]


def test_a_strand_takes_up_words_and_counts_paragraphs() -> None:
    page = text(FERRY, *FERRY_TEXT[:2])
    p = passages(page)
    strand = p.own()
    assert (strand.first, strand.passages, strand.size) == (-1, 0, 0)
    assert strand.words == p.spoken(0).words
    for i in p.at:
        strand.add(page.blocks[i], p.spoken(i))
    assert (strand.first, strand.passages) == (1, 2)
    assert strand.size == page.blocks[1].words + page.blocks[2].words
    assert strand.words >= p.spoken(2).words


def test_stories_in_front_of_a_declared_headline_are_counted() -> None:
    def page(title: str) -> Document:
        own, other = ("".join(f"<p>{t}</p>" for t in ts) for ts in (FERRY_TEXT, ORGAN_TEXT))
        body = f"<h2>{ORGAN}</h2>{other}<h1>{FERRY}</h1>{own}"
        return read(f"<head><title>{title}</title></head><body>{body}</body>")

    assert passages(page(FERRY)).front == len(ORGAN_TEXT)
    assert passages(page("Holm Tidings")).front == 0
    assert isinstance(passages(page(FERRY)).own(), Strand)
