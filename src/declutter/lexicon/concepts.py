"""The names under which phrases and class tokens are kept."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Concept(StrEnum):
    """What a phrase is a sign of; the value is the table's name in `data/cues/<lang>.toml`."""

    RELATED = "related"
    RECOMMENDED = "recommended"
    POPULAR = "popular"
    LATEST = "latest"
    NEXT_ARTICLE = "next_article"
    READ_MORE = "read_more"
    NEWSLETTER = "newsletter"
    APP_PROMO = "app_promo"
    SHARE = "share"
    FOLLOW = "follow"
    COMMENTS = "comments"
    CONSENT = "consent"
    PAYWALL = "paywall"
    SUPPORT = "support"
    ADVERTISING = "advertising"
    SPONSORED = "sponsored"
    END_OF_TEXT = "end_of_text"
    BYLINE = "byline"
    AUTHOR_ROLE = "author_role"
    AUTHOR_BIO = "author_bio"
    DATELINE = "dateline"
    READING_TIME = "reading_time"
    VIEWS = "views"
    CREDIT = "credit"
    CAPTION = "caption"
    DISCLOSURE = "disclosure"
    NAVIGATION = "navigation"
    SECTION = "section"
    LOGIN = "login"
    FORM = "form"
    FOOTER = "footer"
    MEDIA_UI = "media_ui"
    TECHNICAL = "technical"
    PRINT = "print"
    TAGS = "tags"
    BREADCRUMB = "breadcrumb"
    COMMERCE = "commerce"
    IMAGE_ALT = "image_alt"


class Position(StrEnum):
    """Where in a block a phrase stands."""

    WHOLE = "whole"
    START = "start"
    INSIDE = "inside"


class Cue(NamedTuple):
    """A phrase found in a block. `phrase` is as compared: normalised, "#" for any number."""

    concept: Concept
    phrase: str
    position: Position


class TokenConcept(StrEnum):
    """What a class or id token is a sign of; the value is its key in `data/tokens.toml`."""

    CONTENT = "content"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    AUTHOR_BIO = "author_bio"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    TAGS = "tags"
    BREADCRUMB = "breadcrumb"
    NAVIGATION = "navigation"
    HEADER = "header"
    FOOTER = "footer"
    SIDEBAR = "sidebar"
    RELATED = "related"
    RECOMMENDED = "recommended"
    POPULAR = "popular"
    LATEST = "latest"
    CARD = "card"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    COMMENT = "comment"
    REVIEWS = "reviews"
    CONSENT = "consent"
    PAYWALL = "paywall"
    SUPPORT = "support"
    AD = "ad"
    SPONSORED = "sponsored"
    APP_PROMO = "app_promo"
    MEDIA = "media"
    HIDDEN = "hidden"
    TOC = "toc"
    LOGIN = "login"
    SEARCH = "search"
    MODAL = "modal"
    PAGINATION = "pagination"
    PRODUCT = "product"
    PRICE = "price"
    FORUM_POST = "forum_post"
    SIGNATURE = "signature"
    DISCLOSURE = "disclosure"
    PRINT = "print"
    QUOTE = "quote"
    BUTTON = "button"
    BOX_TITLE = "box_title"
    EMBED = "embed"
    NEUTRAL = "neutral"
