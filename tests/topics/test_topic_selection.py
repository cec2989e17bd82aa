import numpy as np

from sitegen.topics.topic_selection import best_of, drop_small, most_topics, select_subjects


def test_few_columns_that_fit_all_rows_are_selected() -> None:
    scores = np.array([[0.9, 0.8, 0.0], [0.0, 0.8, 0.0], [0.0, 0.8, 0.9]], dtype=np.float32)
    assert select_subjects(scores, 3)[0] == 1
    assert select_subjects(scores, 1) == [1]


def test_given_columns_stay_and_come_first() -> None:
    scores = np.array([[0.0, 0.9]], dtype=np.float32)
    assert select_subjects(scores, 2, [0]) == [0, 1]


def test_a_column_with_too_few_rows_is_dropped_unless_kept() -> None:
    scores = np.array([[0.9, 0.0], [0.9, 0.0], [0.5, 0.9]], dtype=np.float32)
    assert drop_small(scores, [0, 1], 2, 0) == [0]
    assert drop_small(scores, [1, 0], 2, 1) == [1, 0]


def test_a_row_below_the_least_score_has_no_best() -> None:
    scores = np.array([[0.1, 0.3], [0.6, 0.3]], dtype=np.float32)
    assert best_of(scores, [0, 1], 0.4).tolist() == [-1, 0]


def test_the_number_of_topics_follows_the_number_of_posts() -> None:
    assert [most_topics(posts) for posts in (0, 10, 120, 100_000)] == [2, 5, 14, 24]
