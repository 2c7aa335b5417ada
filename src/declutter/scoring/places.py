"""Where on the page a container stands: the parts of a page that its tag, role or names tell.

The page's frame tells nothing.
"""

from __future__ import annotations

from functools import lru_cache

from declutter.document import Container, Document
from declutter.lexicon import TokenConcept, token_concepts
from declutter.scoring.landmarks import is_frame

MENU = 1
HEADER = 2
FOOTER = 4
ASIDE = 8
OFFERS = 16
CARD = 32
COMMENTS = 64
SHARING = 128
DIALOG = 256
BREADCRUMB = 512
NEWSLETTER = 1024
PAYWALL = 2048
ADVERT = 4096
APP = 8192
CONSENT = 16384
MEDIA = 32768
COMMENT = 65536

_TAGS = {"nav": MENU, "menu": MENU, "header": HEADER, "footer": FOOTER, "aside": ASIDE}
_ROLES = {
    "navigation": MENU,
    "menu": MENU,
    "menubar": MENU,
    "banner": HEADER,
    "contentinfo": FOOTER,
    "complementary": ASIDE,
    "dialog": DIALOG,
    "alertdialog": DIALOG,
}
_TOKENS = {
    TokenConcept.NAVIGATION: MENU,
    TokenConcept.BREADCRUMB: MENU | BREADCRUMB,
    TokenConcept.PAGINATION: MENU,
    TokenConcept.LOGIN: MENU,
    TokenConcept.TAGS: MENU,
    TokenConcept.HEADER: HEADER,
    TokenConcept.FOOTER: FOOTER,
    TokenConcept.SIDEBAR: ASIDE,
    TokenConcept.RELATED: OFFERS,
    TokenConcept.RECOMMENDED: OFFERS,
    TokenConcept.POPULAR: OFFERS,
    TokenConcept.LATEST: OFFERS,
    TokenConcept.CARD: CARD,
    TokenConcept.COMMENTS: COMMENTS,
    TokenConcept.COMMENT: COMMENTS | COMMENT,
    TokenConcept.SHARE: SHARING,
    TokenConcept.MODAL: DIALOG,
    TokenConcept.CONSENT: DIALOG | CONSENT,
    TokenConcept.NEWSLETTER: NEWSLETTER,
    TokenConcept.PAYWALL: PAYWALL,
    TokenConcept.AD: ADVERT,
    TokenConcept.APP_PROMO: APP,
    TokenConcept.MEDIA: MEDIA,
}


class Places:
    """For each container the places it stands in, as bits; its own and those around it.

    `own[c]` are the places container c itself opens, `within[c]` those of all containers from c
    outwards. Frames of the page count for neither.
    """

    def __init__(self, page: Document) -> None:
        self.own: list[int] = []
        self.within: list[int] = []
        within = self.within
        for c in page.containers:
            parent = c.parent
            own = _opened(c) if parent >= 0 else 0
            if own and is_frame(page, c):
                own = 0
            self.own.append(own)
            within.append(own | within[parent] if parent >= 0 else own)


def _opened(c: Container) -> int:
    bits = _TAGS.get(c.tag, 0)
    if c.role:
        bits |= _ROLES.get(c.role, 0)
    return bits | _called(c.tokens) if c.tokens else bits


@lru_cache(maxsize=16_384)
def _called(tokens: frozenset[str]) -> int:
    bits = 0
    for concept in token_concepts(tokens):
        bits |= _TOKENS.get(concept, 0)
    return bits
