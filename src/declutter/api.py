"""`extract`: the one function, from a page to an `Article`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from declutter.errors import raise_unless_ok
from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.model import Article
from declutter.pipeline import Pipeline


def extract(
    source: str | bytes,
    url: str | None = None,
    *,
    now: datetime | None = None,
    pipeline: Pipeline | None = None,
    limits: Limits = DEFAULT_LIMITS,
    on_error: Literal["return", "raise"] = "return",
) -> Article:
    """Take the article out of a page.

    Args:
        source: the page: HTML, or the plain text that a flattener made of a whole page. `bytes`
            are decoded (BOM, declaration, detection); the caller's object is not changed.
        url: the page's address; links are resolved against it. Nothing is fetched.
        now: when the page was fetched. Relative dates ("6 days ago") are resolved against it
            only; without it `date_published` stays None for them.
        pipeline: stages in the place of the default ones, see `declutter.presets`.
        limits: bounds on the work.
        on_error: "return" leaves it to the article's `status` to tell what went wrong; "raise"
            raises a `declutter.errors.DeclutterError` for every status but `ok`.

    Returns:
        An `Article`, whatever the page; `status` and `warnings` tell what was odd.

    Raises:
        TypeError: `source` is neither str nor bytes, or another argument is of a wrong type.
        ValueError: `on_error` is neither "return" nor "raise".

    >>> extract("<h1>Rain</h1><p>It rained all day in the hills, and the river rose.</p>").title
    'Rain'
    """
    if not isinstance(source, (str, bytes)):
        raise TypeError(f"source must be str or bytes, not {type(source).__name__}")
    _check("url", url, str)
    _check("now", now, datetime)
    _check("pipeline", pipeline, Pipeline)
    if not isinstance(limits, Limits):
        raise TypeError(f"limits must be Limits, not {type(limits).__name__}")
    if on_error not in ("return", "raise"):
        raise ValueError(f'on_error must be "return" or "raise", not {on_error!r}')
    # Here, not above: the engine is most of the package, and importing should cost little.
    from declutter.engine import run

    article = run(source, url, now, pipeline, limits)
    return raise_unless_ok(article) if on_error == "raise" else article


def _check(name: str, value: object, wanted: type) -> None:
    """Refuse an optional argument of a wrong type."""
    if value is not None and not isinstance(value, wanted):
        raise TypeError(f"{name} must be {wanted.__name__} or None, not {type(value).__name__}")
