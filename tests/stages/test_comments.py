"""Readers' comments: named or announced, never the page's own text."""

from __future__ import annotations

import pytest

from declutter.model import PageType
from declutter.pipeline import Ledger
from declutter.related import comments
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.verdict import Judged
from declutter.stages.comments import Comments, Reason
from declutter.stages.scorecard import Scorecard
from pages import PROSE, Decided, article, block, decided, read, read_text

ONE = "My aunt waited on the pier for nine days and came home with a goat."
TWO = "They said the same about the mail boat, and look what became of that."
NAMED = Decided(Role.COMMENT, Reason.NAMED)
ANNOUNCED = Decided(Role.COMMENT, Reason.ANNOUNCED)


def entry(words: str, when: str = "4 May 2021 at 10:12") -> str:
    return f"<li><b>Runa</b> <time>{when}</time><p>{words}</p><a href='#r'>Reply</a></li>"


def box(inside: str, tag: str = 'div class="comments"') -> str:
    return f"</article><{tag}>{inside}</{tag.split()[0]}>"


def test_entries_of_a_named_box() -> None:
    page = article(after=box(f"<h3>Comments</h3><ol>{entry(ONE)}{entry(TWO)}</ol>"))
    assert decided(page, Comments()) == {ONE: NAMED, TWO: NAMED}


def test_a_single_entry_with_a_name() -> None:
    page = article(after=box(f'<div class="comment-body"><p>{ONE}</p></div>'))
    assert decided(page, Comments()) == {ONE: NAMED}


def test_what_reads_clearly_as_text_is_no_comment() -> None:
    page = article(after=box(f"<ol>{entry(ONE)}{entry(TWO)}</ol>"))
    assert decided(page, Comments(clear=-99.0)) == {}


def test_one_clear_entry_among_comments_is_a_comment() -> None:
    three = "It was a small goat, and it ate the timetable that hung beside the door."
    page = article(after=box(f"<ol>{entry(ONE)}{entry(TWO)}{entry(three)}</ol>"))
    scores = page.derived(Judged).scores
    *_, middle, most = sorted(scores[block(page, said).index] for said in (ONE, TWO, three))
    assert middle < most
    assert len(decided(page, Comments(clear=middle))) == 3


def test_the_interface_of_comments_is_none() -> None:
    rule = "Your email address will not be published."
    asides = f"<p>We read every word before it is shown here.</p><form><p>{ONE}</p></form>"
    page = article(after=box(f"{asides}<ol>{entry(rule)}{entry(TWO)}</ol>"))
    assert decided(page, Comments()) == {TWO: NAMED}


def test_a_box_of_recent_comments_in_the_side_column() -> None:
    aside = f'<aside><div class="comments"><ul>{entry(ONE)}{entry(TWO)}</ul></div></aside>'
    page = article(after=f"</article>{aside}")
    assert decided(page, Comments()) == {}


def test_announced_entries() -> None:
    heading = "<h3>2 comments</h3>"
    page = article(after=box(heading + f"<ol>{entry(ONE)}{entry(TWO)}</ol>", "section"))
    given = {b.index: Role.BODY for b in page.blocks if b.text in PROSE}
    assert decided(page, Comments(), given=given) == {ONE: ANNOUNCED, TWO: ANNOUNCED}


@pytest.mark.parametrize(
    "inside",
    [
        f"<h3>The people on the pier</h3><ol>{entry(ONE)}{entry(TWO)}</ol>",
        f"<h3>2 comments</h3><ol>{entry(ONE)}</ol>",
        f"<h3>2 comments</h3><p>{ONE}</p><p>{TWO}</p>",
    ],
    ids=["not announced", "one entry", "no dates"],
)
def test_what_announces_nothing(inside: str) -> None:
    assert decided(article(after=box(inside, "section")), Comments()) == {}


def test_announced_entries_that_are_most_of_the_text() -> None:
    page = article(after=box(f"<h3>2 comments</h3><ol>{entry(ONE)}{entry(TWO)}</ol>", "section"))
    given = {block(page, ONE).index: Role.BODY, block(page, TWO).index: Role.BODY}
    assert decided(page, Comments(), given=given) == {}


def test_announced_lines_of_a_text() -> None:
    said = [f"Runa says: 4 May 2021 at 10:12\n\n{words}\n\nReply" for words in (ONE, TWO)]
    page = read_text("\n\n".join([*PROSE, "2 thoughts on the ferry", *said]))
    assert decided(page, Scorecard(), Comments()) == {ONE: ANNOUNCED, TWO: ANNOUNCED}


@pytest.mark.parametrize("toolbar", ["Comments", "Comments\n\nHolm 04.05.2021, 10:12"])
def test_a_button_above_the_article_announces_none(toolbar: str) -> None:
    long, more = (
        [f"{p} {n}" for n in letters for p in PROSE] for letters in ("abcdefgh", "pqrstuvwxyz")
    )
    dated = ["The ferry (2021): 20 boats", PROSE[0], "The ferry (2020): 12 boats", PROSE[1]]
    page = read_text("\n\n".join(["Ferry to Holm sails again", toolbar, *long, *dated, *more]))
    assert decided(page, Scorecard(), Comments()) == {}


def test_all_under_a_line_that_names_the_headline_is_said_by_readers() -> None:
    long = [f"{words} {n}" for n in "abcdef" for words in PROSE]
    said = [f"Runa says:\n\n4 May 2021 at 10:12\n\n{words}" for words in (ONE, TWO)]
    said.insert(1, "\n\n".join(long))
    heading = "2 Responses to “Ferry to Holm sails again”"
    page = read_text("\n\n".join(["Ferry to Holm sails again", *PROSE, heading, *said]))
    found = decided(page, Scorecard(), Comments())
    assert {text: found.get(text) for text in (ONE, *long, TWO)} == dict.fromkeys(
        (ONE, *long, TWO), ANNOUNCED
    )
    assert found[heading] == (Role.COMMENTS_UI, Reason.HEADING)
    assert found.keys().isdisjoint(PROSE)


def test_threads_keep_their_posts() -> None:
    page = article(after=box(f"<ol>{entry(ONE)}{entry(TWO)}</ol>"))
    share = max(page.derived(PageTypes).shares.values())
    assert decided(page, Comments(thread=share)) == {ONE: NAMED, TWO: NAMED}
    assert decided(page, Comments(thread=-1.0)) == {}


@pytest.mark.parametrize(
    ("said", "remarks", "is_discussion"),
    [
        ("", (ONE, TWO, ONE, TWO, ONE), True),
        ("<p>From the archive</p>", (ONE, TWO, ONE, TWO, ONE), True),
        (f"<p>{PROSE[0]}</p>", (ONE, TWO, ONE, TWO, ONE), False),
        ("", (ONE, TWO), False),
        ("", ("So it is.", "No, it is not.", "Is it?"), False),
    ],
)
def test_a_link_and_what_is_said_about_it(
    said: str, remarks: tuple[str, ...], is_discussion: bool
) -> None:
    link = '<h1><a href="https://ferry.example/goat">The goat of Holm</a></h1>'
    entries = "".join(f'<div class="comment-body"><p>{words}</p></div>' for words in remarks)
    page = read(link + said + box(entries))
    given = {b.index: Role.BODY for b in page.blocks if b.text in (*PROSE, "From the archive")}
    found = set(decided(page, Comments(), given=given).values())
    discussion = {Decided(Role.BODY, Reason.DISCUSSION)}
    assert (found == discussion) if is_discussion else found.isdisjoint(discussion)


def test_what_buyers_say_belongs_to_a_product() -> None:
    page = article(after=box(f"<ol>{entry(ONE)}{entry(TWO)}</ol>"))
    assert decided(page, Comments(product=-1.0)) == {}


def test_of_a_product_only_what_stands_among_its_reviews_is_a_comment() -> None:
    reviews = f'</article><section id="customer-reviews"><h2>Reviews</h2><p>{ONE}</p></section>'
    page = article(after=box(f"<ol>{entry(TWO)}</ol>") + reviews)
    text = {b.index: Role.BODY for b in page.blocks}
    review = Decided(Role.COMMENT, Reason.REVIEW)
    assert decided(page, Comments(product=-1.0), given=text) == {"Reviews": review, ONE: review}
    assert review not in decided(page, Comments(product=1.0), given=text).values()
    assert decided(page, Comments(product=-1.0)) == {}


def test_paragraphs_of_one_comment_make_one() -> None:
    first, second = f"<p>{ONE}</p><p>{TWO}</p>", f"<div>{ONE}</div><div>{TWO}</div>"
    entries = "".join(f'<div class="comment-body">{x}</div>' for x in (first, second))
    page = article(after=box(entries))
    ledger = Ledger(len(page.blocks))
    ledger.write(Comments()(page, ledger))
    ledger.close()
    assert comments(page, ledger) == (f"{ONE}\n\n{TWO}", ONE, TWO)


def test_writers_in_headings_under_an_article() -> None:
    said = "".join(
        f"<h4>{name}</h4><p>4 May 2021, 10:12</p><p>{words}</p>"
        for name, words in (("Runa", ONE * 5), ("Odd", TWO * 5))
    )
    page = article(after=box(f"<h3>2 comments</h3>{said}", "section"))
    types = page.derived(PageTypes)
    types.shares = {**types.shares, PageType.ARTICLE: 0.9, PageType.FORUM: 0.0}
    given = dict.fromkeys(range(1, len(page.blocks)), Role.BODY) | {0: Role.BODY}
    made = decided(page, Comments(article_words=60), given=given)
    writer = Decided(Role.COMMENTS_UI, Reason.WRITER)
    assert made == {
        ONE * 5: ANNOUNCED,
        TWO * 5: ANNOUNCED,
        "Runa": writer,
        "Odd": writer,
        "4 May 2021, 10:12": writer,
    }
    types.shares = {**types.shares, PageType.ARTICLE: 0.4}
    assert decided(page, Comments(article_words=60), given=given) == {}
