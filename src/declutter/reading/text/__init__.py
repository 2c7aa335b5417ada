"""Flattened text -> `Document`: lines as flatteners, crawlers and mail wrap them, made blocks."""

from __future__ import annotations

from declutter.reading.text.segment import segment_text

__all__ = ["segment_text"]
