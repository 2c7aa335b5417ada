"""Elements that are void in a browser, and that libxml2 puts what follows into."""

from __future__ import annotations

import pytest

from declutter import extract
from pages import PROSE, article, read


@pytest.mark.parametrize(
    "tag", ["embed src=a.swf", "source src=a.mp4", "track src=a.vtt", "map name=m"]
)
def test_what_follows_is_not_swallowed(tag: str) -> None:
    page = read(f"<body><p>one</p><{tag}><p>two</p><div>three</div></body>")
    assert [b.text for b in page.blocks] == ["one", "two", "three"]


def test_they_do_not_cut_a_paragraph() -> None:
    page = read("<p>one <embed src=a.swf> two</p>")
    assert [b.text for b in page.blocks] == ["one two"]


@pytest.mark.parametrize("tag", ["video", "audio", "object", "canvas"])
def test_fallbacks_of_media_stay_out(tag: str) -> None:
    page = read(f"<p>one</p><{tag}><source src=a.mp4>Your browser is old.</{tag}><p>two</p>")
    assert [b.text for b in page.blocks] == ["one", "two"]


def test_the_image_of_a_picture_is_behind_its_sources() -> None:
    picture = '<picture><source srcset="/a.webp"><source srcset="/a.avif"><img src="/a.jpg" alt="">'
    page = article(within=f"<figure>{picture}</picture></figure>")
    assert [image.src for image in page.images] == ["/a.jpg"]


def test_an_article_behind_an_embed_is_found() -> None:
    body = "".join(f"<p>{p}</p>" for p in PROSE)
    assert PROSE[2] in extract(f"<body><embed src=a.swf>{body}</body>").text
