import pytest

from sitegen.topics.exact import group_exactly
from sitegen.topics.tables import load_model

TEXTS = [
    "The queen bee left and the hive swarmed.",
    "Checkmate, with a rook and a bishop.",
    "Honey from two hives this year.",
    "He castled too late and lost the endgame.",
]


def test_few_texts_are_grouped_by_known_topics_under_their_names() -> None:
    titles = group_exactly(TEXTS, 2, load_model())
    assert titles == ["Insects and bees", "Board games and cards"] * 2


@pytest.mark.parametrize("texts", [TEXTS, TEXTS * 200], ids=["few", "many"])
def test_every_group_has_a_title_of_its_own(texts: list[str]) -> None:
    assert len(set(group_exactly(texts, 3, load_model()))) == 3


def test_texts_that_no_topic_knows_make_groups_too() -> None:
    assert len(set(group_exactly(["Blorp", "Fnord", "Quux quux"], 2, load_model()))) == 2
