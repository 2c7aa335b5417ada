"""Chrome by cue: whole lines always, beginnings of short pitches, any cue in boilerplate."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.chrome_cues import ChromeCues, Reason
from pages import Decided, article, block, decided


def of(text: str, role: Role) -> Decided | None:
    page = article(within=f"<div><p>{text}</p></div>")
    return decided(page, ChromeCues(), given={block(page, text).index: role}).get(text)


def test_a_whole_line() -> None:
    assert of("Advertisement", Role.BODY) == Decided(Role.AD, Reason.WHOLE)


def test_a_pitch_that_begins_with_a_cue() -> None:
    pitch = "Sign up for our newsletter and get the tides of the week"
    assert of(pitch, Role.BODY) == Decided(Role.NEWSLETTER, Reason.START)


def test_a_trail_that_begins_with_a_cue() -> None:
    trail = "You are here: Home / Ferries of the north"
    assert of(trail, Role.BODY) == Decided(Role.BREADCRUMB, Reason.START)


def test_a_long_paragraph_that_begins_like_a_pitch() -> None:
    text = "Sign up for our newsletter" + " and the keeper will write to you about the tides" * 4
    assert of(text, Role.BODY) is None


def test_a_cue_inside_boilerplate() -> None:
    text = "Holm Tidings 2024, all rights reserved, and the ferry too"
    assert of(text, Role.BOILERPLATE) == Decided(Role.FOOTER, Reason.INSIDE)
    assert of(text, Role.BODY) is None


def test_what_is_no_text_is_left_alone() -> None:
    assert of("Advertisement", Role.TITLE) is None


def test_a_line_that_leads_on() -> None:
    page = article(within='<div><p><a href="/next">Read more</a></p><p>Read more in May</p></div>')
    given = {block(page, t).index: Role.BODY for t in ("Read more in May",)}
    assert decided(page, ChromeCues(), given=given) == {}
    given = {b.index: Role.BODY for b in page.blocks if b.text == "Read more"}
    found = decided(page, ChromeCues(), given=given)
    assert found == {"Read more": Decided(Role.NAVIGATION, Reason.WHOLE)}


def test_an_invitation_to_sign_in() -> None:
    assert of("Log in to see the tides of today", Role.BODY) == (Role.NAVIGATION, Reason.START)


def test_a_bare_number_is_no_clock() -> None:
    page = article(within="<h2>1984</h2><p>3:05</p>")
    given = {block(page, t).index: Role.BODY for t in ("1984", "3:05")}
    assert decided(page, ChromeCues(), given=given) == {"3:05": (Role.MEDIA_UI, Reason.WHOLE)}


def test_what_stands_for_a_player_is_no_text() -> None:
    line = "Your browser does not support the audio element, so you cannot hear it here."
    assert of(line, Role.BODY) == (Role.MEDIA_UI, Reason.START)


def test_what_reads_clearly_as_text_is_no_cue() -> None:
    pitch = "Sign up for our newsletter and get the tides of the week"
    page = article(within=f"<h2>Cookies</h2><p>{pitch}</p><p>Advertisement</p>")
    given = {b.index: Role.BODY for b in page.blocks}
    assert set(decided(page, ChromeCues(), given=given)) == {"Cookies", pitch, "Advertisement"}
    clear = ChromeCues(clear=-99.0)
    assert set(decided(page, clear, given=given)) == {"Advertisement"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Ajoutez les oignons et laissez-les fondre à feu doux."),
        ("fr", "Recevez vos amis autour d'une grande table."),
        ("fr", "Le lecteur retrouve ici les deux sœurs du premier tome."),
        ("de", "Teilen Sie den Teig in zwei Hälften."),
        ("es", "Escucha el viento y cuenta las olas hasta diez."),
        ("pt", "Receba os convidados com um copo de água fresca."),
        ("nl", "Ontvang de gasten bij de deur en neem hun jassen aan."),
        ("sv", "Genom att höja priset vill kommunen minska köerna."),
        ("no", "Ved å heve prisen vil kommunen minske køene."),
        ("da", "Ved at hæve prisen vil kommunen mindske køerne."),
        ("ru", "Мы в тот день вышли из дома очень рано."),
        ("hr", "Podijelite na četiri dijela i ostavite da odstoji."),
        ("sr", "Podelite na kriške i pospite šećerom."),
        ("sl", "Delite na manjše kose in pustite, da se ohladi."),
        ("et", "Jaga seda kaheks ja lase jahtuda."),
        ("ca", "Comparteix a taula el pa i el formatge."),
        ("lt", "Pasidalinkite obuolį ir palaukite, kol atvės."),
        ("bg", "Запишете се за пътуването до петък."),
    ],
)
def test_a_sentence_that_begins_with_common_words(language: str, sentence: str) -> None:
    page = article(within=f"<p>{sentence}</p>", lang=language)
    given = {block(page, sentence).index: Role.BODY}
    assert sentence not in decided(page, ChromeCues(clear=99.0), given=given)
