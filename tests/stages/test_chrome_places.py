"""Chrome by place: each place gives its kind, and only to what is boilerplate."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.chrome_places import ChromePlaces, Reason
from pages import Decided, article, block, decided

WORDS = "Some words of the interface"


@pytest.mark.parametrize(
    ("markup", "role", "reason"),
    [
        ("<nav>{}</nav>", Role.NAVIGATION, Reason.MENU),
        ("<footer>{}</footer>", Role.FOOTER, Reason.FOOTER),
        ("<header>{}</header>", Role.NAVIGATION, Reason.HEADER),
        ('<div class="breadcrumb">{}</div>', Role.BREADCRUMB, Reason.BREADCRUMB),
        ('<div class="share-buttons">{}</div>', Role.SHARE, Reason.SHARING),
        ('<div class="newsletter-signup">{}</div>', Role.NEWSLETTER, Reason.NEWSLETTER),
        ('<div class="cookie-banner">{}</div>', Role.CONSENT, Reason.CONSENT),
        ('<div class="paywall">{}</div>', Role.PAYWALL, Reason.PAYWALL),
        ('<div class="app-banner">{}</div>', Role.APP_PROMO, Reason.APP),
        ('<div class="comments">{}</div>', Role.COMMENTS_UI, Reason.COMMENTS),
        ('<div class="advertisement">{}</div>', Role.AD, Reason.ADVERT),
        ('<div class="video-player">{}</div>', Role.MEDIA_UI, Reason.MEDIA),
    ],
)
def test_each_place(markup: str, role: Role, reason: Reason) -> None:
    page = article(after="</article>" + markup.format(f"<p>{WORDS}</p>"))
    given = {block(page, WORDS).index: Role.BOILERPLATE}
    assert decided(page, ChromePlaces(), given=given) == {WORDS: Decided(role, reason)}


def test_text_in_a_place_stays_text() -> None:
    page = article(after=f"</article><footer><p>{WORDS}</p></footer>")
    assert decided(page, ChromePlaces(), given={block(page, WORDS).index: Role.BODY}) == {}


def test_the_frame_of_the_page_is_no_place() -> None:
    page = article(before=f'<div class="comments"><p>{WORDS}</p>', after="</div>")
    assert decided(page, ChromePlaces(), given={block(page, WORDS).index: Role.BOILERPLATE}) == {}
