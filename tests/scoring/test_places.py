"""Places are told by tag, role and names; what encloses the page's text is a frame."""

from __future__ import annotations

import pytest

from declutter.scoring import places
from declutter.scoring.places import Places
from pages import PROSE, read

STORY = "<h1>Ferry back in service</h1>" + "".join(f"<p>{p}</p>" for p in PROSE)


def place(box: str) -> int:
    """The places of the last block of a page that ends in `box`."""
    page = read(f"<body><main>{STORY}</main>{box}")
    return page.derived(Places).within[page.blocks[-1].container]


@pytest.mark.parametrize(
    ("box", "bit"),
    [
        ("<nav>Isles</nav>", places.MENU),
        ("<div role=navigation>Isles</div>", places.MENU),
        ("<div class=breadcrumbs>Isles</div>", places.BREADCRUMB),
        ("<footer>Isles</footer>", places.FOOTER),
        ("<aside>Isles</aside>", places.ASIDE),
        ("<div class=related-articles>Isles</div>", places.OFFERS),
        ("<div id=newsletter>Isles</div>", places.NEWSLETTER),
        ("<div role=dialog>Isles</div>", places.DIALOG),
        ("<div class=cookie-consent>Isles</div>", places.CONSENT),
        ("<div class=share-bar>Isles</div>", places.SHARING),
        ("<div class=advertisement>Isles</div>", places.ADVERT),
    ],
)
def test_a_place(box: str, bit: int) -> None:
    assert place(box) & bit


def test_no_place() -> None:
    assert place("<div class=isles>Isles</div>") == 0


def test_a_place_holds_for_all_inside() -> None:
    assert place("<footer><div class=share-bar><p>Isles</div></footer>") & (
        places.FOOTER | places.SHARING
    ) == (places.FOOTER | places.SHARING)


@pytest.mark.parametrize("name", ["related", "footer", "sidebar"])
def test_a_frame_is_no_place(name: str) -> None:
    page = read(f"<body><div class={name}>{STORY}</div>")
    assert not any(page.derived(Places).within)
