"""The default pipeline: one readable list of stages."""

from __future__ import annotations

from functools import lru_cache

from declutter.pipeline import Pipeline
from declutter.stages.captions import Captions
from declutter.stages.headings import Headings
from declutter.stages.headline import Headline
from declutter.stages.notes import Notes
from declutter.stages.related_headings import RelatedHeadings
from declutter.stages.scorecard import Scorecard
from declutter.stages.signature import Signature
from declutter.stages.standfirst import Standfirst
from declutter.stages.teasers import TeaserCards

@lru_cache(maxsize=1)
def default_pipeline() -> Pipeline:
    """The stages `extract` runs where it is given no other pipeline."""
    return Pipeline(
        (
            Scorecard(),
            Captions(),
            Signature(),
            Notes(),
            Standfirst(),
            Headline(),
            RelatedHeadings(),
            TeaserCards(),
            Headings(),
        )
    )
