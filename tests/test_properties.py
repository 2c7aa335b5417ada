"""Properties that hold for every input, over generated HTML and text."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from declutter import extract
from declutter.roles import Role
from test_hostile import assert_clean

SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüéñжщαω漢字かな", min_size=1, max_size=9)
PROSE = st.lists(WORD, min_size=1, max_size=30).map(" ".join)
BLOCK_TAG = st.sampled_from(["p", "div", "h2", "li", "section", "blockquote", "td", "article"])
INLINE_TAG = st.sampled_from(["b", "i", "a href='/x'", "span class='x y'", "em"])


def _element(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag.split()[0]}>"


INLINE = st.recursive(PROSE, lambda inner: st.builds(_element, INLINE_TAG, inner), max_leaves=3)
HTML = st.recursive(
    st.builds(_element, BLOCK_TAG, INLINE),
    lambda inner: st.builds(_element, BLOCK_TAG, st.lists(inner, max_size=5).map(" ".join)),
    max_leaves=12,
)
SOUP = st.lists(
    st.sampled_from(
        [
            *"<>&;\"'=/! \n-[]{}#x",
            *("<p>", "</p>", "<div ", "<!--", "-->", "<script>", "</script>", "<a href='", "&#1;"),
            *("<table>", "<tr>", "<td>", "</html>", "<html>", "<title>", "word", "\0", "\ud800"),
            *("&lt;", "<br>", "<li>", "<pre>", "<ul>", "\u202e", "e\u0301", "<![CDATA[", "]]>"),
            *("* item", "By Anna Berg", "Related", "Read more", "12 March 2024", "http://a.b/c"),
        ]
    ),
    max_size=60,
).map("".join)
ANYTHING = st.one_of(SOUP, st.text(max_size=300), st.binary(max_size=300), HTML)


@pytest.mark.parametrize("join", ["", "\n"])
@SETTINGS
@given(source=ANYTHING)
def test_never_raises_and_output_is_clean(join: str, source: str | bytes) -> None:
    if join and isinstance(source, str):
        source = source.replace(" ", join)
    article = extract(source)
    assert_clean(article.model_dump_json())
    assert article.text or article.warnings


@SETTINGS
@given(source=ANYTHING)
def test_same_input_same_answer(source: str | bytes) -> None:
    assert extract(source).model_dump_json() == extract(source).model_dump_json()


@SETTINGS
@given(html=HTML)
def test_every_visible_word_is_in_one_block(html: str) -> None:
    visible = re.sub(r"</?(?:p|div|h2|li|section|blockquote|td|article)[^>]*>", " ", html)
    visible = re.sub(r"<[^>]*>", "", visible)
    blocks = " ".join(b.text for b in extract(f"<html><body>{html}</body></html>").blocks)
    assert Counter(re.findall(r"\w+", blocks)) == Counter(re.findall(r"\w+", visible))


@SETTINGS
@given(text=st.lists(PROSE, min_size=1, max_size=12).map("\n\n".join))
def test_every_word_of_text_is_in_one_block(text: str) -> None:
    blocks = " ".join(b.text for b in extract(text).blocks)
    assert Counter(re.findall(r"\w+", blocks)) == Counter(re.findall(r"\w+", text))


@SETTINGS
@given(html=HTML)
def test_text_holds_the_blocks_of_its_roles(html: str) -> None:
    article = extract(html)
    assert [b.index for b in article.blocks] == list(range(len(article.blocks)))
    parts = [b.text for b in article.blocks if Role(b.role).in_text]
    assert re.sub(r"\s+", "", article.text) == re.sub(r"\s+", "", "".join(parts))


VOCABULARY = re.findall(
    r"\w+",
    "the a of and to in that it was for on with as at by from this had not but harbour ferry "
    "captain river wind lighthouse council storm morning people bridge town boats water night "
    "opened crossed said waited repaired painted carried watched returned slowly again before",
)
SENTENCE = st.tuples(st.permutations(VOCABULARY), st.integers(25, 45)).map(
    lambda drawn: " ".join(drawn[0][: drawn[1]]).capitalize() + "."
)


@SETTINGS
@given(st.lists(SENTENCE, min_size=4, max_size=8, unique=True))
def test_article_survives_a_second_extraction(paragraphs: list[str]) -> None:
    page = "".join(f"<p>{p}</p>" for p in paragraphs)
    once = extract(f"<html><body><article><h1>A title</h1>{page}</article></body></html>").text
    twice = extract(once).text
    before, after = Counter(once.split()), Counter(twice.split())
    assert sum((before & after).values()) >= 0.95 * sum(before.values())
