"""Markdown and HTML hold the title and every word of the text, and nothing else.

Both are read back with parsers that are not ours: markdown-it and lxml.
"""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from declutter.api import extract
from declutter.document import Kind, Location
from declutter.model import Article, BlockTrace
from declutter.render import to_html, to_markdown
from declutter.roles import Role

KINDS = tuple(Kind)
READER = MarkdownIt("commonmark").enable("table")


def block(
    text: str, kind: Kind = Kind.PARAGRAPH, level: int = 0, role: Role = Role.BODY
) -> BlockTrace:
    return BlockTrace(
        index=0,
        text=text,
        role=role,
        label=role.label,
        stage="test",
        reason="given",
        evidence="",
        location=Location(None, 0, 0),
        kind=kind,
        level=level,
    )


def article(*blocks: BlockTrace, title: str | None = None) -> Article:
    text = "\n\n".join(b.text for b in blocks if b.role.in_text)
    return Article(title=title, text=text, blocks=blocks)


def seen_in_html(fragment: str) -> str:
    """What a reader of the fragment sees, white space squeezed."""
    root = lxml.html.fragment_fromstring(fragment, create_parent="div")
    return " ".join(" ".join(root.itertext()).split())


def seen_in_markdown(source: str) -> str:
    return seen_in_html(READER.render(source) or "<p></p>")


TRICKY = (
    "# no heading",
    "a closing mark #",
    "closing marks ###",
    "#",
    "##",
    "C#",
    "a mark behind a bar \\#",
    "1. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "* no list",
    "> no quote",
    "=== no underline",
    "---",
    "***",
    "```no fence",
    "~~~ no fence",
    "5 * 3 * 2 is *thirty*",
    "_edge_ and snake_case_name and __init__",
    "[no link](elsewhere) ![no image](here)",
    "[no definition]: elsewhere",
    "<b>no tag</b> and a < b > c",
    "no entity: &amp; &#42; &copy; but AT&T",
    "back\\slash and \\* star and \\",
    "a | b | c",
    "`code` and ``more``",
    "https://example.org/a_b_c?x=1&y=2",
    "~~gone~~",
    "<!-- no comment -->",
    "$5 ^ {x} %",
)


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in (Kind.CODE, Kind.ROW)])
@pytest.mark.parametrize("text", TRICKY)
def test_special_characters_are_shown_as_they_stand(text: str, kind: Kind) -> None:
    a = article(block(text, kind, 1))
    assert seen_in_markdown(to_markdown(a)) == text
    assert seen_in_html(to_html(a)) == text


@pytest.mark.parametrize("text", TRICKY)
def test_special_characters_in_the_title(text: str) -> None:
    a = article(block("Body."), title=text)
    assert seen_in_markdown(to_markdown(a)) == f"{text} Body."
    assert seen_in_html(to_html(a)) == f"{text} Body."


@pytest.mark.parametrize("text", TRICKY)
def test_special_characters_in_a_second_line(text: str) -> None:
    a = article(block(f"First line\n{text}"))
    assert seen_in_markdown(to_markdown(a)) == f"First line {text}"
    assert seen_in_html(to_html(a)) == f"First line {text}"


@pytest.mark.parametrize("text", [t for t in TRICKY if " | " not in t])
def test_special_characters_in_a_cell(text: str) -> None:
    a = article(block("Head | Line", Kind.ROW), block(f"{text} | x|y", Kind.ROW))
    assert seen_in_markdown(to_markdown(a)) == f"Head Line {text} x|y"
    assert seen_in_html(to_html(a)) == f"Head Line {text} x|y"


lines = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40
).map(lambda s: " ".join(s.split()))
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
blocks = st.builds(
    block,
    texts,
    st.sampled_from(KINDS),
    st.integers(0, 9),
    st.sampled_from([Role.BODY, Role.HEADING, Role.SUBTITLE, Role.NAVIGATION, Role.RELATED_BODY]),
)


@given(st.lists(blocks, max_size=8), st.none() | lines)
def test_every_word_of_the_text_and_nothing_but_the_title(
    given_blocks: list[BlockTrace], title: str | None
) -> None:
    a = article(*given_blocks, title=title)

    shows_title_and_text(a)


def shows_title_and_text(a: Article) -> None:
    def flat(text: str) -> str:
        # Cells lose the mark between them in both formats, and so they do here.
        return "".join(text.replace("|", "").split())

    want = flat((a.title or "") + a.text)
    assert flat(seen_in_markdown(to_markdown(a))) == want
    assert flat(seen_in_html(to_html(a))) == want


@pytest.mark.parametrize("form", ["html", "txt"])
@pytest.mark.parametrize(
    "fixture", ["agg-hindi", "documentation", "forum-thread", "japanese-news", "product", "recipe"]
)
def test_the_renderings_of_whole_pages(fixture: str, form: str) -> None:
    page = Path(__file__).parent / "fixtures" / fixture / f"page.{form}"
    a = extract(page.read_bytes())
    assert a.text
    shows_title_and_text(a)


def test_plain_text_is_not_littered_with_backslashes() -> None:
    plain = "0.5 or -3 + 2 = 1; snake_case, a > b, AT&T, #tag, e.g. this!"
    assert to_markdown(article(block(plain), block("-3 = 1"), block("#tag"), block("3.5"))) == (
        f"{plain}\n\n-3 = 1\n\n#tag\n\n3.5"
    )


def test_blocks_outside_the_text_are_left_out() -> None:
    a = article(
        block("Headline", Kind.HEADING, 1, Role.TITLE),
        block("Home", role=Role.NAVIGATION),
        block("Body."),
        block("Elsewhere", role=Role.RELATED_TITLE),
        block("First!", role=Role.COMMENT),
        title="Headline",
    )
    assert to_markdown(a) == "# Headline\n\nBody."
    assert to_html(a) == "<article>\n<h1>Headline</h1>\n<p>Body.</p>\n</article>"


def test_an_empty_article() -> None:
    assert to_markdown(Article()) == ""
    assert to_html(Article()) == "<article>\n</article>"


def test_the_article_renders_itself() -> None:
    a = article(block("Body."), title="Headline")
    assert a.markdown() == to_markdown(a)
    assert a.html() == to_html(a)


def test_headings_keep_their_level_below_the_title() -> None:
    a = article(*(block(f"Level {n}", Kind.HEADING, n, Role.HEADING) for n in (0, 1, 3, 6)))
    assert to_markdown(a) == "## Level 0\n\n## Level 1\n\n### Level 3\n\n###### Level 6"
    assert "<h2>Level 1</h2>\n<h3>Level 3</h3>" in to_html(a)


def test_tables_become_pipe_tables() -> None:
    a = article(
        block("Size | Price", Kind.ROW), block("Small | 3", Kind.ROW), block("Large", Kind.ROW)
    )
    assert to_markdown(a) == "| Size | Price |\n| --- | --- |\n| Small | 3 |\n| Large |  |"
    assert "<tr><td>Small</td><td>3</td></tr>\n<tr><td>Large</td><td></td></tr>" in to_html(a)


def test_empty_cells_keep_their_place() -> None:
    a = article(
        block(" | Price", Kind.ROW), block("Small | ", Kind.ROW), block("a |  | c", Kind.ROW)
    )
    rows = lxml.html.fragment_fromstring(to_html(a)).iter("tr")
    cells = [[c.text or "" for c in row] for row in rows]
    assert cells == [["", "Price", ""], ["Small", "", ""], ["a", "", "c"]]


def test_code_is_fenced_with_a_longer_fence_than_any_inside() -> None:
    code = "if x:\n    print('````')\n\n# end"
    a = article(block(code, Kind.CODE))
    assert to_markdown(a) == f"`````\n{code}\n`````"
    assert lxml.html.fragment_fromstring(to_html(a)).findtext("pre/code") == code


def test_lists_nest() -> None:
    items = [("a", 1), ("b", 2), ("c", 4), ("d", 2), ("e", 1)]
    a = article(*(block(text, Kind.LIST_ITEM, level) for text, level in items))
    assert to_markdown(a) == "- a\n  - b\n    - c\n  - d\n- e"
    from_markdown = lxml.html.fragment_fromstring(READER.render(to_markdown(a)))
    from_html = lxml.html.fragment_fromstring(to_html(a))[0]
    for tree in (from_markdown, from_html):
        depths = [len(list(li.iterancestors("ul"))) for li in tree.iter("li")]
        assert depths == [1, 2, 3, 2, 1]


def test_a_list_may_begin_deep() -> None:
    a = article(block("deep", Kind.LIST_ITEM, 4), block("flat", Kind.LIST_ITEM, 1))
    assert to_markdown(a) == "- deep\n- flat"
    assert to_html(a) == "<article>\n<ul>\n<li>deep</li>\n<li>flat</li>\n</ul>\n</article>"


def test_quotes_of_neighbouring_blocks_are_one_quote() -> None:
    a = article(block("One.", Kind.QUOTE), block("Two.", Kind.QUOTE), block("Said she."))
    assert to_markdown(a) == "> One.\n>\n> Two.\n\nSaid she."
    assert "<blockquote>\n<p>One.</p>\n<p>Two.</p>\n</blockquote>\n<p>Said she.</p>" in to_html(a)


def test_definitions() -> None:
    a = article(block("Term", Kind.TERM), block("What it is.", Kind.DEFINITION))
    assert to_markdown(a) == "**Term**\n\nWhat it is."
    assert "<dl>\n<dt>Term</dt>\n<dd>What it is.</dd>\n</dl>" in to_html(a)


def test_line_breaks_inside_a_paragraph_stay() -> None:
    a = article(block("Roses\nViolets"))
    assert to_markdown(a) == "Roses\\\nViolets"
    assert "<p>Roses<br>\nViolets</p>" in to_html(a)
