"""The lexicon: integrity of the data, and what is found in which position."""

from __future__ import annotations

from collections import Counter

import pytest

from declutter.lexicon import (
    INSIDE_WORDS,
    LANGUAGES,
    Concept,
    Position,
    TimeUnit,
    TokenConcept,
    guess_language,
    is_relative_time,
    lexicon_for,
    months,
    normalise,
    normalise_all,
    relative_time,
    running_phrases,
    stopwords,
    token_concepts,
    tokenize,
    weekdays,
    word_keys,
)
from declutter.lexicon.load import phrases, read_tables
from declutter.lexicon.normal import phrase_key

LONGEST_PHRASE = 120


def concepts(text: str, language: str | None = "en") -> set[Concept]:
    return {c.concept for c in lexicon_for(language).cues(text, len(text.split()))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cue_file_is_sound(language: str) -> None:
    tables = read_tables(f"cues/{language}.toml")
    assert set(tables) - {"calendar", "relative_time"} <= set(Concept)
    seen: Counter[tuple[str, str]] = Counter()
    for concept in set(tables) & set(Concept):
        assert set(tables[concept]) <= set(Position)
        for position, value in tables[concept].items():
            for phrase in phrases(value):
                assert phrase == phrase.lower(), (concept, phrase)
                key = phrase_key(phrase, keep_mark=position == "start")
                assert 0 < len(key) <= LONGEST_PHRASE, (concept, phrase)
                seen[position, key] += 1
    # In one position a phrase is a sign of one concept only, so that no two can contradict.
    assert [k for k, n in seen.items() if n > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_what_pages_say(language: str) -> None:
    wanted = {"related", "read_more", "newsletter", "app_promo", "share", "comments", "consent"}
    wanted |= {"paywall", "advertising", "end_of_text", "byline", "author_bio", "relative_time"}
    assert wanted - set(read_tables(f"cues/{language}.toml")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_calendar_times_and_stopwords(language: str) -> None:
    assert set(months(language).values()) == set(range(1, 13))
    assert len(weekdays(language)) >= 7
    assert len(stopwords(language)) >= 39
    units = read_tables(f"cues/{language}.toml")["relative_time"]
    assert {"minute", "hour", "day", "week", "month", "year", "today", "yesterday"} <= set(units)


def test_token_file_is_sound() -> None:
    tables = read_tables("tokens.toml")
    assert set(tables) == set(TokenConcept)
    for name, table in tables.items():
        tokens = table["tokens"].split()
        assert not [t for t, n in Counter(tokens).items() if n > 1], name


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Related \n Articles: ", "related articles"),
        ("Lire aussi : la suite", "lire aussi: la suite"),
        ("İLGİLİ HABERLER", "ilgili haberler"),
        ("ΣΧΕΤΙΚΆ ΆΡΘΡΑ", "σχετικα αρθρα"),
        ("›› Don’t miss ‹‹", "don't miss"),
    ],
)
def test_normalise(text: str, plain: str) -> None:
    assert normalise(text) == plain
    assert normalise_all([text, "b", text]) == [plain, "b", plain]


def test_many_texts_are_normalised_as_one_by_one() -> None:
    odd = ["", " : ", "a :", ": b", "e\u0301", "ﬁne Straße :", "ΑΣ", "«x»", "y\0z", "\u2003w \n"]
    assert normalise_all(odd) == list(map(normalise, odd))
    for text in odd:
        assert normalise_all([text, "Zwölf"]) == [normalise(text), "zwölf"]
    assert normalise_all([]) == []


@pytest.mark.parametrize(
    ("text", "language", "concept", "position"),
    [
        ("Related Articles", "en", Concept.RELATED, Position.WHOLE),
        ("12 Comments", "en", Concept.COMMENTS, Position.WHOLE),
        ("More from the harbour desk", "en", Concept.RELATED, Position.START),
        ("Photo: Ada Quill", "en", Concept.CREDIT, Position.START),
        ("Get the harbour news straight to your inbox", "en", Concept.NEWSLETTER, Position.INSIDE),
        ("Lesen Sie auch: Der Hafen", "de", Concept.READ_MORE, Position.START),
        ("続きを読む", "ja", Concept.READ_MORE, Position.WHOLE),
        ("责任编辑张三", "zh", Concept.DISCLOSURE, Position.START),
        ("사진 무단전재 금지", "ko", Concept.DISCLOSURE, Position.INSIDE),
        ("Sign in", "fi", Concept.LOGIN, Position.WHOLE),
        ("ข่าวที่เกี่ยวข้อง", "th", Concept.RELATED, Position.WHOLE),
        ("আরও পড়ুন", "bn", Concept.RELATED, Position.WHOLE),
        ("پربازدیدترین\u200cها", "fa", Concept.POPULAR, Position.WHOLE),
        ("写真=港湾局", "ja", Concept.CREDIT, Position.START),
        ("사진＝ 항만청", "ko", Concept.CREDIT, Position.START),
        ("图／港务局", "zh", Concept.CREDIT, Position.START),
        ("수정 2031.03.02 10:00", "ko", Concept.DATELINE, Position.START),
    ],
)
def test_finds(text: str, language: str, concept: Concept, position: Position) -> None:
    cues = lexicon_for(language).cues(text, len(text.split()))
    assert (concept, position) in {(c.concept, c.position) for c in cues}


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fell on Monday",
        "Release",
        "Widget",
        "Photo essays fill the hall",
        "Watching the tide",
        "Relatedness of the two ports",
    ],
)
def test_traps_are_no_cues(text: str) -> None:
    assert concepts(text) == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("图书馆昨天重新开放", "zh"),
        ("文章写的是旧码头", "zh"),
        ("写真展は港の倉庫で開かれている", "ja"),
        ("当社は来年四月に新しい船を出す", "ja"),
        ("사진을 본 시민들은 놀랐다", "ko"),
        ("수정안은 다음 주에 나온다", "ko"),
        ("제보는 지난달 처음 들어왔다", "ko"),
        ("Cập nhật đến chiều qua, cả bến tàu vẫn đóng", "vi"),
        ("Terbit di balik bukit, matahari menyinari dermaga", "id"),
        ("اشترك في السباق ألف متسابق", "ar"),
        ("تابعوا النقاش حتى المساء", "ar"),
        ("צילום האוויר הראה את המזח", "he"),
    ],
)
def test_sentences_open_with_no_cue(text: str, language: str) -> None:
    assert concepts(text, language) == set()


def test_inside_is_looked_for_in_short_blocks_only() -> None:
    text = "The tide " * INSIDE_WORDS + "straight to your inbox"
    assert lexicon_for("en").cues(text, len(text.split())) == ()
    assert Concept.NEWSLETTER in concepts("The tide straight to your inbox")


def test_first_picks_by_concept() -> None:
    cue = lexicon_for("en").first("Advertisement", 1, {Concept.ADVERTISING})
    assert cue is not None
    assert cue.phrase == "advertisement"
    assert lexicon_for("en").first("Advertisement", 1, {Concept.SHARE}) is None


def test_short_words_need_their_language() -> None:
    assert Concept.SHARE in concepts("Del", "da")
    assert Concept.SHARE not in concepts("Del", None)
    assert Concept.RELATED in concepts("Relaterede artikler", None)


def test_language_tags() -> None:
    assert lexicon_for("pt-BR") is lexicon_for("pt")
    assert lexicon_for("nb_NO") is lexicon_for("no")
    assert lexicon_for("xx") is lexicon_for(None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("6 days ago", "en"),
        ("an hour ago", "en"),
        ("Yesterday at 15:30", "en"),
        ("just now", "en"),
        ("vor 2 Stunden", "de"),
        ("il y a 3 heures", "fr"),
        ("hace 5 minutos", "es"),
        ("3 ore fa", "it"),
        ("há 2 dias", "pt"),
        ("4 uur geleden", "nl"),
        ("för 3 timmar sedan", "sv"),
        ("2 godziny temu", "pl"),
        ("5 минут назад", "ru"),
        ("час назад", "ru"),
        ("3 saat önce", "tr"),
        ("منذ ساعتين", "ar"),
        ("לפני 3 שעות", "he"),
        ("2 घंटे पहले", "hi"),
        ("3 日前", "ja"),
        ("5小时前", "zh"),
        ("3시간 전", "ko"),
        ("3 ชั่วโมงที่แล้ว", "th"),
        ("2 ঘণ্টা আগে", "bn"),
        ("5 دقیقه پیش", "fa"),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_relative_times(text: str, language: str, known: bool) -> None:
    assert is_relative_time(text, language if known else None)


@pytest.mark.parametrize(
    ("text", "rest", "amount", "unit"),
    [
        ("The Courier6 days ago", "The Courier", 6, TimeUnit.DAY),
        ("time21 minutes ago", "time", 21, TimeUnit.MINUTE),
        ("Updated 1 hour ago ", "Updated ", 1, TimeUnit.HOUR),
        ("Le Phare, il y a 2 ans", "Le Phare, ", 2, TimeUnit.YEAR),
        ("بوابة منذ ساعتين", "بوابة ", 2, TimeUnit.HOUR),
    ],
)
def test_relative_time_at_the_end(text: str, rest: str, amount: int, unit: TimeUnit) -> None:
    found = relative_time(text)
    assert found is not None
    assert (text[: found.start], found.amount, found.unit) == (rest, amount, unit)
    assert not is_relative_time(text)


@pytest.mark.parametrize("text", ["", "6 days", "They left long ago", "Chicago", "The days ahead"])
def test_no_relative_time(text: str) -> None:
    assert relative_time(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed for the day and the boats were in the bay.", "en"),
        ("Der Hafen war am Morgen nicht offen, und die Boote sind in der Bucht.", "de"),
        ("Le port est fermé et les bateaux sont dans la baie pour la nuit.", "fr"),
        ("Порт был закрыт, и все лодки стояли в бухте до утра, как и вчера.", "ru"),
        ("港は閉まっていた。船は湾にいる。", "ja"),
        ("港口关闭了,船都在海湾里。", "zh"),
        ("Το λιμάνι ήταν κλειστό.", "el"),
        ("xyzzy plugh foo", None),
    ],
)
def test_guess_language(text: str, language: str | None) -> None:
    assert guess_language(text) == language


def test_tokenize_splits_names() -> None:
    assert tokenize("entry-content postBody_2") == {
        "entry", "content", "entry-content", "post", "body", "post-body"
    }  # fmt: skip
    assert tokenize("") == frozenset()


def test_tokens_match_whole_only() -> None:
    assert TokenConcept.AUTHOR_BIO in token_concepts(tokenize("author-bio"))
    assert TokenConcept.AD in token_concepts(tokenize("ad-slot"))
    assert TokenConcept.AD not in token_concepts(tokenize("widget header download shadow"))
    assert token_concepts(tokenize("teaser-content")) >= {TokenConcept.NEUTRAL}
    assert TokenConcept.SHARE not in token_concepts(tokenize("share-price"))


def test_phrases_are_found_in_running_words() -> None:
    keys = word_keys("Home » Skip to content 12 comments By Anna".split())
    found = set(running_phrases("en").find(keys))
    assert {
        (Position.WHOLE, 0, 1),
        (Position.WHOLE, 2, 5),
        (Position.WHOLE, 5, 7),
        (Position.START, 7, 8),
    } <= found
    assert not any(f.last > f.first + 1 for f in found if f.first == 0)
