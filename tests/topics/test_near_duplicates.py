import random
import tracemalloc

import pytest

from sitegen.topics.near_duplicates import repeats_of

POST = "The night train from Leeds was two hours late, and nobody on the platform said a word."


@pytest.mark.parametrize(
    "again",
    [
        POST,
        f"RT @anna_k: {POST}",
        f"{POST} #trains",
        POST.replace("nobody", "no-one"),
        POST.upper(),
        f"{POST} https://example.org/a",
    ],
)
def test_a_text_with_nearly_the_same_words_is_a_repeat(again: str) -> None:
    assert repeats_of([POST, "Something else altogether.", again]) == [None, None, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (POST, "The night train to Leeds was on time, and everybody on the platform sang."),
        (POST, POST.replace("two hours", "2 hours")),
        (
            "Day 3 of the long walk to the sea, all is well",
            "Day 4 of the long walk to the sea, all is well",
        ),
        (POST, POST.replace("late, and nobody", "early, and everybody")),
        ("So true!", "So very true!"),
        ("New post: https://example.org/a", "New post: https://example.org/b"),
        ("", "!"),
    ],
)
def test_a_different_text_is_not_a_repeat(one: str, other: str) -> None:
    assert repeats_of([one, other]) == [None, None]


def test_four_words_in_five_in_common_are_enough() -> None:
    words = ["seven", "grey", "geese", "crossed", "frozen", "fields", "before"]
    shorter, longer = " ".join([*words, "dawn"]), " ".join([*words, "dawn", "calling", "loudly"])
    assert repeats_of([shorter, longer]) == [None, 0]
    assert repeats_of([shorter, f"{longer} again"]) == [None, None]


def test_a_short_text_is_repeated_only_by_an_identical_one() -> None:
    assert repeats_of(["So true!", "So  true!", "True, so."]) == [None, 0, None]


def test_empty_texts_repeat_none() -> None:
    assert repeats_of(["", "A lamp", " ", "\n", "A lamp"]) == [None, None, None, None, 1]


def test_a_text_in_a_script_without_spaces_is_a_repeat_too() -> None:
    text = "昨日の夜行列車は二時間も遅れて、ホームでは誰も何も言わなかった。"
    assert repeats_of([text, f"{text}残念"]) == [None, 0]


def test_every_repeat_refers_to_the_first_text() -> None:
    assert repeats_of([POST, f"{POST} #a", f"RT: {POST}", POST]) == [None, 0, 0, 0]


def test_the_lookup_by_rare_words_finds_what_comparing_all_finds() -> None:
    chance = random.Random(4)  # noqa: S311 - no secret
    words = [f"word{letter}{other}" for letter in "abcdefgh" for other in "mnopqr"]
    texts = [" ".join(chance.sample(words, 10)) for _ in range(40)]
    texts += [" ".join([*text.split()[1:], "fresh"]) for text in texts]
    texts += [f"{text} fresh" for text in texts[:40]]
    sets = [set(text.split()) for text in texts]
    expected: list[int | None] = []
    for place, own in enumerate(sets):
        thread_starts = (p for p in range(place) if expected[p] is None)
        like = (p for p in thread_starts if len(own & sets[p]) >= 0.8 * len(own | sets[p]))
        expected.append(next(like, None))

    assert repeats_of(texts) == expected
    assert sum(place is not None for place in expected) >= 40


def test_words_that_no_other_text_has_take_little_memory() -> None:
    texts = [" ".join(f"word{text}x{n}" for n in range(500)) for text in range(100)]
    size = sum(map(len, texts))
    repeats_of(texts[:5])
    tracemalloc.start()
    repeats_of(texts)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * size
