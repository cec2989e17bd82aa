import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.topics.corpus import read_corpus
from sitegen.topics.embeddings import load_model
from sitegen.topics.near_duplicates import is_repeat, word_set_of
from sitegen.topics.word_masks import Masks, masks_of

POST = "The night train from Leeds was two hours late, and nobody on the platform said a word."
PIECES = st.sampled_from(
    [*POST.split(), "RT", "open", "mic", "@ada_king", "#NightTrains", "https://example.org/a", "é",
     "昨日の夜行列車は", "誰も", "Ⱥb", "el", "gato", "está", "en", "la", "“late”", "it’s", ":wave:"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=20).map(" ".join)


def masks(*texts: str) -> Masks:
    return Masks(masks_of(texts, read_corpus(texts, load_model())))


@given(TEXTS, st.lists(PIECES, max_size=2), st.randoms(use_true_random=False))
def test_a_repeat_is_never_ruled_out(text: str, more: list[str], chance: random.Random) -> None:
    words = text.split()
    again = " ".join([*more, *chance.sample(words, max(0, len(words) - chance.randrange(3)))])
    if is_repeat(word_set_of(text), word_set_of(again)):
        assert masks(text, again).may_repeat(0, 1)


def test_of_texts_with_four_words_in_five_in_common_none_is_ruled_out() -> None:
    words = [f"word{letter}" for letter in "abcdefghi"]
    one, other = " ".join(words[:8]), " ".join([*words, "worduv"])
    assert is_repeat(word_set_of(one), word_set_of(other))
    assert masks(one, other).may_repeat(0, 1)


@pytest.mark.parametrize(
    "other",
    [
        "Rye bread and sourdough, out of the oven at noon, with butter and a little salt.",
        "“Rye” bread — and sourdough, out of the oven at noon, with butter and a little salt.",
        "The night bus to York was on time, and everybody at the station sang another song.",
    ],
)
def test_a_text_with_other_words_is_ruled_out(other: str) -> None:
    assert not masks(POST, other).may_repeat(0, 1)


@pytest.mark.parametrize("other", ["Rye bread #baking", "昨日の夜行列車は二時間も遅れて"])
def test_a_text_whose_words_are_others_in_a_comparison_is_not_ruled_out(other: str) -> None:
    assert masks(POST, other).may_repeat(0, 1)
