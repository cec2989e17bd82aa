import numpy as np

from sitegen.topics import EVERYTHING_ELSE, group_texts
from sitegen.topics.topic_sizes import limit_singles

FIVE_ALONE = np.array([0, 0, 1, 2, 3, 4, 5])
SUPPORT = np.array(
    [
        [0.9, 0, 0, 0, 0, 0],
        [0.8, 0, 0, 0, 0, 0],
        [0.1, 0.9, 0, 0, 0, 0],
        [0.5, 0, 0.4, 0, 0, 0],
        [0.1, 0, 0, 0.8, 0, 0],
        [0.1, 0, 0, 0.7, 0.5, 0],
        [0.1, 0, 0, 0, 0, 0.7],
    ],
    dtype=np.float32,
)


def test_texts_with_the_least_support_leave_their_topics_of_one() -> None:
    limited = limit_singles(FIVE_ALONE, SUPPORT, 0, 0.3)
    assert limited.tolist() == [0, 0, 1, 0, 3, -1, 5]


def test_topics_of_the_editor_stay_however_small_they_are() -> None:
    assert limit_singles(FIVE_ALONE, SUPPORT, 6, 0.3).tolist() == FIVE_ALONE.tolist()


def test_three_topics_of_one_are_no_list() -> None:
    labels = np.array([0, 0, 1, 2, 3])
    assert limit_singles(labels, SUPPORT[:5], 0, 0.3).tolist() == labels.tolist()


def test_a_digest_of_ten_posts_has_no_four_topics_of_one() -> None:
    texts = [
        "The hive swarmed on to the letter box.",
        "The queen bee has laid wall to wall.",
        "Honey from our own hive, at last.",
        "A beekeeper forgot to zip his veil.",
        "Wasps robbed the weakest hive.",
        "Bees asleep in the foxgloves.",
        "The last train left from platform nine.",
        "A goalkeeper saved the penalty with his face.",
        "The dentist filled a molar and hummed.",
        "Voted in the election before breakfast.",
    ]
    found = group_texts(texts)
    sizes = {title: found.count(title) for title in found if title != EVERYTHING_ELSE.title}
    assert sorted(sizes.values()) == [1, 1, 1, 6]
