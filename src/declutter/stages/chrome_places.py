"""Chrome by place: what the element around a piece of interface is called.

Gives a kind to blocks that are chrome already: in a menu, a footer, a share bar, a consent dialog.
Apart from the cues because a place tells the kind of words that say nothing, such as the entries
of a menu; it takes no block out of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from declutter.document import Document
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring import places
from declutter.scoring.places import Places


class Reason(StrEnum):
    """In what place the block stands."""

    CONSENT = "in_a_consent_dialog"
    NEWSLETTER = "in_a_newsletter_box"
    PAYWALL = "in_a_paywall"
    APP = "in_an_app_box"
    SHARING = "in_a_share_bar"
    COMMENTS = "in_the_comments"
    BREADCRUMB = "in_a_breadcrumb"
    MENU = "in_a_menu"
    FOOTER = "in_the_footer"
    HEADER = "in_the_header"
    ADVERT = "in_an_advertisement"
    MEDIA = "in_a_player"


# The first place that holds wins: the narrow ones stand inside the broad ones.
_KINDS = (
    (places.CONSENT, Role.CONSENT, Reason.CONSENT),
    (places.NEWSLETTER, Role.NEWSLETTER, Reason.NEWSLETTER),
    (places.PAYWALL, Role.PAYWALL, Reason.PAYWALL),
    (places.APP, Role.APP_PROMO, Reason.APP),
    (places.SHARING, Role.SHARE, Reason.SHARING),
    (places.COMMENTS, Role.COMMENTS_UI, Reason.COMMENTS),
    (places.BREADCRUMB, Role.BREADCRUMB, Reason.BREADCRUMB),
    (places.MENU, Role.NAVIGATION, Reason.MENU),
    (places.FOOTER, Role.FOOTER, Reason.FOOTER),
    (places.HEADER, Role.NAVIGATION, Reason.HEADER),
    (places.ADVERT, Role.AD, Reason.ADVERT),
    (places.MEDIA, Role.MEDIA_UI, Reason.MEDIA),
)


@lru_cache(maxsize=4096)
def _kind(bits: int) -> tuple[Role, Reason] | None:
    """The kind of chrome in these places."""
    return next(((kind, reason) for bit, kind, reason in _KINDS if bits & bit), None)


@dataclass(frozen=True)
class ChromePlaces:
    """Gives boilerplate the kind of the place it stands in."""

    name: str = "chrome_places"

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the boilerplate blocks whose place is known."""
        within = page.derived(Places).within
        for b, role in zip(page.blocks, verdicts.roles, strict=True):
            bits = within[b.container]
            if bits and role is Role.BOILERPLATE:
                found = _kind(bits)
                if found is not None:
                    kind, reason = found
                    yield Decision(b.index, kind, self.name, reason, b.tag)
