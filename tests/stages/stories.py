"""An invented page of an aggregator as its lines, for the tests of stages that read lines."""

from __future__ import annotations

from declutter.document import Document
from pages import PROSE, read_text

TITLE = "Ferry to Holm sails again"
OWN = tuple(PROSE)
FIRST, SECOND = "Keeper asks for a longer ladder", "Bell of the old school found in a barn"
FIRST_BODY = (
    "The keeper of the lamp has asked the harbour office for a second ladder, because the first"
    " one is too short by the height of a cat, and the office has known about it since spring."
)
SECOND_BODY = (
    "A farmer near the mill has found the bell that rang for the old school until the war, under"
    " a heap of sacks that nobody had moved since his grandfather put them there one winter."
)


def card(title: str, source: str, age: str, body: str) -> str:
    """A further story as flatteners leave it: the headline three times, source and age."""
    return f"{title}\n{title}\n\n{source}\n\n{age}\n\n  • {source}\n\n{title}\n\n{body}\n"


def aggregated(*, own: tuple[str, ...] = OWN, flag: str = "Related Articles") -> Document:
    """The page: its own story, the flag, two further stories, an app's pitch."""
    cards = card(FIRST, "Holm Tidings", "2 hours ago", FIRST_BODY) + "\n"
    cards += card(SECOND, "Mill Observer", "3 hours ago", SECOND_BODY)
    return read_text(
        f"logo\n{TITLE}\n\n{TITLE}\n\nHarbour Post6 days ago\n"
        + "\n".join(own)
        + f"\nOrange background\n\nComments\n\nNo comments yet...\n\n{flag}\n\n{cards}\n"
        "Download the app\n\nGet the app of the Harbour Post now and read on.\n"
    )
