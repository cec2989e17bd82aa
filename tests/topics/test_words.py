import pytest

from sitegen.topics.words import (
    content_words,
    fragments_of,
    is_foreign,
    phrase_of,
    phrases_in,
    split_name,
    stem,
    words_of,
)

KNOWN = {"coast": 4, "watch": 3, "coastal": 9, "the": 0}


def test_urls_are_left_out_and_possessives_are_dropped() -> None:
    assert words_of("Anna’s bees: https://example.org/bees", {}) == ["anna", "bees"]


def test_custom_emoji_are_no_words() -> None:
    assert words_of("Cold :blobcat_shiver: today", {}) == ["cold", "today"]
    assert words_of("At 12:30:45 this: is:that: one", {}) == [
        "at", "12", "30", "45", "this", "is", "that", "one"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("RustNationUK", ["rust", "nation", "uk"]),
        ("narrow_gauge", ["narrow", "gauge"]),
        ("coastwatch", ["coast", "watch"]),
        ("zzyzxian", ["zzyzxian"]),
    ],
)
def test_names_are_split(name: str, parts: list[str]) -> None:
    assert split_name(name, KNOWN) == parts


def test_a_handle_counts_as_its_words() -> None:
    assert words_of("@coastwatch hello", KNOWN) == ["coast", "watch", "hello"]


def test_content_words_are_unique_and_without_stop_words() -> None:
    assert content_words(["the", "hive", "is", "a", "hive"]) == ["hive"]


@pytest.mark.parametrize("form", ["bake", "bakes", "baked", "baking"])
def test_forms_of_a_word_have_one_stem(form: str) -> None:
    assert stem(form) == stem("bake")


@pytest.mark.parametrize(
    ("one", "other"),
    [("planes", "plans"), ("staging", "stags"), ("wine", "winning"), ("hoped", "hops")],
)
def test_words_that_differ_in_a_silent_e_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("The cat sat on the mat.", False),
        ("Café and naïve are words in English too.", False),
        ("El gato está en la casa de mi abuela.", True),
        ("Die Katze ist nicht auf dem Dach.", True),
        ("雲がきれいです。", True),
        ("", False),
    ],
)
def test_other_languages_are_recognised_by_function_words(text: str, foreign: bool) -> None:  # noqa: FBT001
    assert is_foreign(words_of(text, {})) is foreign


def test_fragments_are_marked_and_cover_scripts_without_spaces() -> None:
    assert fragments_of(["abejas", "sol", "停電中"]) == ["~abej", "停電", "電中"]


def test_contractions_are_stop_words() -> None:
    assert content_words(words_of("They’d say I've won, and we're done", {})) == []


def test_vowel_signs_belong_to_their_word() -> None:
    assert words_of("आज बिजली नहीं।", {}) == ["आज", "बिजली", "नहीं"]


def test_phrases_are_found_in_all_forms_as_written() -> None:
    known = {
        (phrase[0], phrase[1]): [phrase]
        for phrase in map(phrase_of, ("open-mic", "free file form"))
    }
    words = words_of("Two open mics, then the free-file forms, open now", {})
    assert phrases_in(words, known) == ["open mics", "free file forms"]
    assert phrases_in(["open"], known) == []
