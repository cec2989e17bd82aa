import pytest

from sitegen.topics.words import stem, subject_words, terms_of, words_of


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("swifts", "swift"),
        ("berries", "berry"),
        ("stitches", "stitche"),
        ("virus", "virus"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("shoes", "shoe"),
    ],
)
def test_a_plural_has_the_stem_of_its_singular_and_other_words_stay(
    word: str, expected: str
) -> None:
    assert stem(word) == expected


def test_possessives_and_capitals_make_no_difference() -> None:
    assert words_of("The Baker’s LOAVES, the baker's") == ["the", "baker", "loave", "the", "baker"]


def test_handles_and_hashtags_count_as_their_words_and_whole() -> None:
    terms = terms_of("Thanks @RustNationUK and #nightTrain")

    assert {"rust", "nation", "uk", "night", "train"} <= terms.keys()
    assert {"@rustnationuk", "#nighttrain"} <= terms.keys()


def test_what_a_url_is_made_of_does_not_count() -> None:
    assert "baker" not in terms_of("Read this https://example.com/baker/bread")


def test_phrases_of_two_and_three_words_count() -> None:
    assert {"machine learning", "to machine learning"} <= terms_of("Off to machine learning").keys()


def test_common_and_short_words_and_phrases_tie_no_two_texts_together() -> None:
    terms = terms_of("There is another clarinet @ina")

    assert subject_words(terms) == {"clarinet", "@ina"}
