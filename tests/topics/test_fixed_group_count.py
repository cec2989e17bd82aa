import pytest

from benchmarks.agreement import adjusted_information
from benchmarks.topics import read_digests
from sitegen.topics.embeddings import load_model
from sitegen.topics.fixed_group_count import group_exactly

TEXTS = [
    "The queen bee left and the hive swarmed.",
    "Checkmate, with a rook and a bishop.",
    "Honey from two hives this year.",
    "He castled too late and lost the endgame.",
]


def test_few_texts_are_grouped_by_built_in_topics() -> None:
    titles = group_exactly(TEXTS, 2, load_model())
    assert titles == ["Insects and bees", "Board games and cards"] * 2


@pytest.mark.parametrize("texts", [TEXTS, TEXTS * 200], ids=["few", "many"])
def test_titles_are_distinct(texts: list[str]) -> None:
    assert len(set(group_exactly(texts, 3, load_model()))) == 3


def test_texts_that_fit_no_topic_are_grouped_too() -> None:
    assert len(set(group_exactly(["Blorp", "Fnord", "Quux quux"], 2, load_model()))) == 2


def test_few_texts_are_grouped_by_topics_even_if_more_groups_are_asked_for_than_there_are() -> None:
    digest = read_digests()[0]
    found = group_exactly(digest.texts, 16, load_model())
    assert adjusted_information(digest.gold, found) > 0.4
