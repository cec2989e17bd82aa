import numpy as np

from sitegen.topics.grouping_types import Floats
from sitegen.topics.subject_clustering import cluster_by_subject, log_odds, subject_shares

SUBJECTS = 200
CHESS, BREAD, BIRDS = 3, 50, 120


def scores(*texts: dict[int, float]) -> Floats:
    """The scores of texts, each given those that are not 0."""
    table = np.zeros((len(texts), SUBJECTS), dtype=np.float32)
    for row, scored in zip(table, texts, strict=True):
        row[list(scored)] = list(scored.values())
    return table


def clusters(table: Floats) -> list[list[int]]:
    return [texts.tolist() for texts in cluster_by_subject(table)]


def test_texts_that_may_all_be_about_one_subject_are_one_cluster() -> None:
    table = scores(
        {CHESS: 0.5, BREAD: 0.55}, {BIRDS: 0.9}, {CHESS: 0.5, 60: 0.55}, {CHESS: 0.5, 70: 0.55}
    )

    assert clusters(table) == [[0, 2, 3], [1]]


def test_texts_on_different_subjects_stay_apart() -> None:
    table = scores({CHESS: 0.9}, {BREAD: 0.9}, {BIRDS: 0.9}, {7: 0.9})

    assert clusters(table) == [[0], [1], [2], [3]]


def test_the_order_of_texts_does_not_change_the_clusters() -> None:
    one, two = {CHESS: 0.7, BREAD: 0.4}, {BREAD: 0.8, BIRDS: 0.3}
    table = scores(one, two, one, two, {BIRDS: 0.8}, one)
    order = [5, 3, 1, 4, 0, 2]
    moved = [[order[text] for text in cluster] for cluster in clusters(table[order])]

    assert sorted(map(sorted, moved)) == sorted(clusters(table))


def test_hundreds_of_texts_on_one_subject_are_one_cluster() -> None:
    assert clusters(scores(*[{CHESS: 0.9}] * 300, *[{BREAD: 0.9}] * 300)) == [
        list(range(300)),
        list(range(300, 600)),
    ]


def test_a_subject_is_more_probable_with_every_text_that_suits_it() -> None:
    odds = log_odds(scores(*[{CHESS: 0.5, BREAD: 0.55}] * 2, *[{CHESS: 0.5, BIRDS: 0.55}] * 2))
    alone, together = subject_shares(odds, [0]), subject_shares(odds, [0, 1, 2, 3])

    assert alone.argmax() == BREAD
    assert together.argmax() == CHESS
    assert together[CHESS] > alone[CHESS]
