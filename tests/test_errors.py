"""`on_error="raise"`: each status but ok has its exception, which carries the article."""

from __future__ import annotations

import pickle

import pytest

from declutter import extract
from declutter.errors import DeclutterError, EmptyPageError, LimitError, UnsupportedPageError
from declutter.limits import Limits

PROSE = "<p>The ferry leaves at nine and comes back at five, if the wind allows it.</p>"


@pytest.mark.parametrize(
    ("source", "error"),
    [("", EmptyPageError), (b"%PDF-1.4 x", UnsupportedPageError), (PROSE * 9, LimitError)],
)
def test_status_is_raised(source: str | bytes, error: type[DeclutterError]) -> None:
    with pytest.raises(error) as caught:
        extract(source, limits=Limits(blocks=3), on_error="raise")
    assert caught.value.article.warnings[0].code in str(caught.value)


def test_ok_is_returned() -> None:
    assert extract(PROSE, on_error="raise").text


def test_survives_pickling() -> None:
    with pytest.raises(EmptyPageError) as caught:
        extract("", on_error="raise")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.article == caught.value.article


def test_unknown_on_error() -> None:
    with pytest.raises(ValueError, match="on_error must be"):
        extract(PROSE, on_error="report")  # type: ignore[arg-type]
