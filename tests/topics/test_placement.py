"""How probable it is that a post is in the right topic."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.topics.placement import DOUBTFUL, placement_probability

SCORES = st.floats(0, 2)
SIZES = st.integers(1, 50)


@given(SCORES, SCORES, SIZES, SIZES)
def test_a_probability_is_between_0_and_1(score: float, other: float, size: int, more: int) -> None:
    assert 0 <= placement_probability(score, other, size, size + more) <= 1


@given(SCORES, SCORES, SIZES)
def test_a_near_runner_up_makes_a_placement_less_probable(
    score: float, other: float, size: int
) -> None:
    near, far = max(score, other), min(score, other)
    alone = placement_probability(score, 0, size, 50)
    assert placement_probability(near, far, size, 50) <= placement_probability(near, 0, size, 50)
    assert placement_probability(score, score, size, 50) <= alone


def test_a_text_that_is_known_by_its_words_is_doubtful_if_another_topic_lists_some() -> None:
    alone = placement_probability(0.5, 0, 1, 30, foreign=True)
    assert placement_probability(0.5, 0.45, 1, 30, foreign=True) < DOUBTFUL < 0.75 < alone
