"""The default pipeline: one readable list of stages."""

from __future__ import annotations

from functools import lru_cache

from declutter.pipeline import Pipeline


@lru_cache(maxsize=1)
def default_pipeline() -> Pipeline:
    """The stages `extract` runs where it is given no other pipeline."""
    # Here, not above: with what they score by, the stages are half of the package to import.
    from declutter.stages.captions import Captions
    from declutter.stages.chrome_cues import ChromeCues
    from declutter.stages.chrome_places import ChromePlaces
    from declutter.stages.closing_bios import ClosingBios
    from declutter.stages.closings import Closings
    from declutter.stages.code import Code
    from declutter.stages.comments import Comments
    from declutter.stages.contents import Contents
    from declutter.stages.controls import Controls
    from declutter.stages.declared_body import DeclaredBody
    from declutter.stages.flagged_offers import FlaggedOffers
    from declutter.stages.headings import Headings
    from declutter.stages.headline import Headline
    from declutter.stages.last_resort import LastResort
    from declutter.stages.leftovers import Leftovers
    from declutter.stages.line_headings import LineHeadings
    from declutter.stages.next_articles import NextArticles
    from declutter.stages.next_stories import NextStories
    from declutter.stages.notes import Notes
    from declutter.stages.own_story import OwnStory
    from declutter.stages.partings import Partings
    from declutter.stages.pitches import Pitches
    from declutter.stages.pointers import Pointers
    from declutter.stages.posts import Posts
    from declutter.stages.related_headings import RelatedHeadings
    from declutter.stages.repeats import Repeats
    from declutter.stages.scorecard import Scorecard
    from declutter.stages.second_opinion import SecondOpinion
    from declutter.stages.signature import Signature
    from declutter.stages.standfirst import Standfirst
    from declutter.stages.story_heads import StoryHeads
    from declutter.stages.tables import Tables
    from declutter.stages.teasers import TeaserCards

    return Pipeline(
        (
            Scorecard(),
            DeclaredBody(),
            OwnStory(),
            Code(),
            Tables(),
            Captions(),
            Signature(),
            Notes(),
            Standfirst(),
            Headline(),
            RelatedHeadings(),
            TeaserCards(),
            Pitches(),
            Contents(),
            ChromePlaces(),
            ChromeCues(),
            Comments(),
            NextArticles(),
            Leftovers(),
            FlaggedOffers(),
            NextStories(),
            Pointers(),
            SecondOpinion(),
            LastResort(),
            Partings(),
            Closings(),
            StoryHeads(),
            Controls(),
            Posts(),
            Repeats(),
            Headings(),
            LineHeadings(),
            ClosingBios(),
        )
    )
