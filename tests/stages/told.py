"""Two invented stories of several paragraphs, for the tests of stages that part stories."""

from __future__ import annotations

FERRY = "Ferry to Holm sails again after nine days"
FERRY_TEXT = (
    "The ferry to Holm took up its service again on Monday, nine days after the storm that had torn"
    " the southern pier from its piles and left the islanders of Holm to themselves.",
    "Most islanders had stayed, living on what the two shops on Holm still had in store and on fish"
    " that boats brought in whenever the storm allowed them to leave the pier.",
    "The ferry company says it will run three boats a day until the end of the month, so that all"
    " islanders who wait on the pier can get across before the fair on Holm.",
    "Captain Marit Solberg, who has steered the ferry for eleven years, said that the new piles of"
    " the pier would stand the next storm, and that islanders should trust them.",
    "The harbour office of Holm wants to look at the pier again in May, when the ferry company has"
    " paid for the piles and the islanders have voted on a second boat.",
)
ORGAN = "Organ builder Anselm Ruck hears the wood before he cuts it"
ORGAN_TEXT = (
    "Anselm Ruck taps on a plank of spruce, listens, and puts it back: the pipe that he wants to"
    " build for the organ in Weyer needs wood with a longer ring.",
    "The organ builder learned to hear wood from his aunt, who had tuned the organ of Weyer with a"
    " hammer and a candle when nobody else in the valley owned a tuning fork.",
    "Ruck sells two instruments a year, and every pipe of them passes through his hands four times"
    " before the organ is taken apart again and loaded on a cart.",
)
CLOCK = "A clock in Brandau that strikes thirteen draws a crowd"
CLOCK_TEXT = (
    "Since Easter the tower clock of Brandau strikes thirteen at noon, and the town has stopped"
    " asking the clockmaker to mend it, because visitors come to count the strokes.",
    "The clockmaker Ilse Domin says a tooth broke off a wheel, and that the clock in the tower will"
    " strike thirteen until somebody in Brandau pays for a new wheel.",
)
