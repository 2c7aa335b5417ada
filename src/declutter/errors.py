"""Exceptions for callers who want them: what `extract(..., on_error="raise")` raises."""

from __future__ import annotations

from declutter.model import Article, Status


class DeclutterError(Exception):
    """A page of which no whole article came; `article` is what `extract` would have returned."""

    def __init__(self, article: Article) -> None:
        reasons = "; ".join(f"{w.code}: {w.message}" for w in article.warnings)
        super().__init__(reasons or f"status {article.status.value}")
        self.article = article

    def __reduce__(self) -> tuple[type[DeclutterError], tuple[Article]]:
        return type(self), (self.article,)


class EmptyPageError(DeclutterError):
    """Status `empty`: the page holds no article text."""


class UnsupportedPageError(DeclutterError):
    """Status `unsupported`: the source is not a page but a PDF, an image, JSON ..."""


class LimitError(DeclutterError):
    """Status `limit`: a limit cut the work, so that text may be missing."""


_ERRORS: dict[Status, type[DeclutterError]] = {
    Status.EMPTY: EmptyPageError,
    Status.UNSUPPORTED: UnsupportedPageError,
    Status.LIMIT: LimitError,
}


def raise_unless_ok(article: Article) -> Article:
    """The article, if its status is ok; else the exception that belongs to its status."""
    error = _ERRORS.get(article.status)
    if error is not None:
        raise error(article)
    return article
