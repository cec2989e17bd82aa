"""How probable it is that a post is in the right topic."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.topics.placement import DOUBTFUL, foreign_placement_probability, placement_probability

SCORES = st.floats(0, 2)
SIZES = st.integers(1, 50)


@given(score=SCORES, others=SCORES, size=SIZES, more=SIZES, section=st.booleans())
def test_a_probability_is_between_0_and_1(
    score: float, others: float, size: int, more: int, *, section: bool
) -> None:
    found = placement_probability(score, others, size, size + more, section=section)
    assert 0 <= found <= 1
    assert 0 <= foreign_placement_probability(lead=score, elsewhere=others) <= 1


@given(SCORES, SCORES, SCORES, SIZES)
def test_a_post_among_others_that_hardly_fit_their_topic_is_less_probably_right(
    score: float, one: float, other: float, size: int
) -> None:
    few, many = sorted((one, other))
    low = placement_probability(score, few, size, 50)
    assert low <= placement_probability(score, many, size, 50)
    assert placement_probability(few, score, size, 50) <= placement_probability(
        many, score, size, 50
    )


def test_two_posts_with_a_word_that_is_mentioned_in_passing_are_doubtful() -> None:
    assert placement_probability(0.45, 0.45, 2, 25) < DOUBTFUL < 0.75
    assert placement_probability(0.9, 0.9, 2, 25) > 0.75


def test_a_text_that_is_known_by_its_words_is_doubtful_if_another_topic_lists_some() -> None:
    assert foreign_placement_probability(lead=0.5, elsewhere=0) > 0.9
    assert foreign_placement_probability(lead=0, elsewhere=0.9, in_passing=True) < DOUBTFUL


def test_a_text_that_shares_a_word_with_others_is_doubtful_if_no_topic_lists_it() -> None:
    assert foreign_placement_probability(lead=0.1, elsewhere=0, new=True) < DOUBTFUL
