import pytest

from sitegen.importer.sketches import join_sketches, similarity, sketch, words_of


def test_words_are_separated_by_all_but_letters_and_digits() -> None:
    assert words_of("It's @a_B, 茶を: 1987\\.") == ("it", "s", "a", "b", "茶", "を", "1987")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 0.0),
        ("tea", "", 0.0),
        ("tea and milk", "Milk and TEA!", 1.0),
        ("one two three four", "one two three five", 0.75),
        ("茶を飲む", "茶を淹れる", 4 / 9),
    ],
)
def test_similarity_is_the_share_of_common_words(one: str, other: str, expected: float) -> None:
    assert similarity(sketch(one), sketch(other)) == pytest.approx(expected)


def test_the_sketch_of_a_long_text_is_short_and_distinguishes_texts() -> None:
    long = " ".join(f"word{number}" for number in range(1000))
    half = " ".join(f"word{number}" for number in range(500, 1500))

    assert len(sketch(long)) == len(sketch("word " + long)) < 200
    assert similarity(sketch(long), sketch(long + " more")) > 0.9
    assert 0.2 < similarity(sketch(long), sketch(half)) < 0.8


def test_texts_with_few_words_in_common_have_no_similarity() -> None:
    one, other = sketch("one two three four"), sketch("one two three five")

    assert similarity(one, other, fewest=3) == 0.75
    assert similarity(one, other, fewest=4) == 0.0


def test_joined_sketches_of_parts_equal_the_sketch_of_the_whole() -> None:
    parts = [" ".join(f"word{number}" for number in range(n, n + 60)) for n in (0, 50, 200)]

    assert join_sketches(map(sketch, parts)) == sketch(" ".join(parts))
