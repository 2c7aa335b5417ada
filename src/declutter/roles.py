"""What a block can be: fine roles, and the coarse labels that follow from them."""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """The coarse part of the page a block belongs to."""

    ARTICLE = "article"
    RELATED = "related"
    COMMENT = "comment"
    CHROME = "chrome"


class Role(StrEnum):
    """The fine part a block plays; each role belongs to exactly one `Label`."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    AUTHOR_BIO = "author_bio"
    DISCLOSURE = "disclosure"
    TAGS = "tags"

    RELATED_HEADING = "related_heading"
    RELATED_TITLE = "related_title"
    RELATED_META = "related_meta"
    RELATED_BODY = "related_body"

    COMMENT = "comment"

    NAVIGATION = "navigation"
    BREADCRUMB = "breadcrumb"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    APP_PROMO = "app_promo"
    CONSENT = "consent"
    PAYWALL = "paywall"
    AD = "ad"
    COMMENTS_UI = "comments_ui"
    FOOTER = "footer"
    MEDIA_UI = "media_ui"
    BOILERPLATE = "boilerplate"

    @property
    def label(self) -> Label:
        """The coarse label this role belongs to."""
        return LABELS[self]

    @property
    def in_text(self) -> bool:
        """Whether blocks of this role make up `Article.text`."""
        return self in TEXT_ROLES


BODY_ROLES = frozenset({Role.BODY, Role.HEADING})
TEXT_ROLES = BODY_ROLES | {Role.SUBTITLE}
SIGNATURE_ROLES = frozenset({Role.BYLINE, Role.DATELINE})
ARTICLE_ROLES = frozenset(
    {
        Role.TITLE,
        Role.SUBTITLE,
        Role.BYLINE,
        Role.DATELINE,
        Role.BODY,
        Role.HEADING,
        Role.CAPTION,
        Role.CREDIT,
        Role.AUTHOR_BIO,
        Role.DISCLOSURE,
        Role.TAGS,
    }
)
RELATED_ROLES = frozenset(
    {Role.RELATED_HEADING, Role.RELATED_TITLE, Role.RELATED_META, Role.RELATED_BODY}
)
CHROME_ROLES = frozenset(set(Role) - ARTICLE_ROLES - RELATED_ROLES - {Role.COMMENT})
# What is known to be a part of the page, not merely no text.
KNOWN_CHROME = CHROME_ROLES - {Role.BOILERPLATE}

LABELS: dict[Role, Label] = (
    dict.fromkeys(ARTICLE_ROLES, Label.ARTICLE)
    | dict.fromkeys(RELATED_ROLES, Label.RELATED)
    | dict.fromkeys(CHROME_ROLES, Label.CHROME)
    | {Role.COMMENT: Label.COMMENT}
)
