import numpy as np

from sitegen.topics.shared_hashtags import join_by_names


def test_a_text_joins_the_topic_that_shares_its_names() -> None:
    texts = ["@gudrun_b the cello", "Rye bread", "@gudrun_b Thank you", "#scales", "No name"]
    labels = join_by_names(texts, np.array([0, 1, -1, -1, -1]))
    assert labels.tolist() == [0, 1, 0, -1, -1]


def test_a_name_that_two_topics_share_is_ignored() -> None:
    texts = ["@ina cello", "@ina bread", "@ina Thanks", *["Tea"] * 15]
    labels = join_by_names(texts, np.array([0, 1, -1, *[2] * 15]))
    assert labels[2] == -1


def test_a_name_that_many_texts_have_is_ignored() -> None:
    labels = join_by_names(["#diary Rain"] * 5 + ["#diary Hm"], np.array([0, 0, 0, 0, 0, -1]))
    assert labels[5] == -1
