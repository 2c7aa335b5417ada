"""Limits: frozen, and nonsense is refused."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from declutter.limits import DEFAULT_LIMITS, Limits


@pytest.mark.parametrize("name", [f.name for f in fields(Limits)])
@pytest.mark.parametrize("value", [0, -1, 1.5, "9", None, True, 2**60])
def test_nonsense_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"limit '{name}' must be a whole number"):
        Limits(**{name: value})  # type: ignore[arg-type]


def test_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT_LIMITS.depth = 3  # type: ignore[misc]
