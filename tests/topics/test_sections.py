import pytest

from sitegen.models import Topic
from sitegen.topics.sections import built_in_subjects, offered_subject


def test_the_built_in_topics_are_a_magazine_full() -> None:
    assert 12 <= len({subject.section for subject in built_in_subjects()}) <= 15
    assert 180 <= len(built_in_subjects()) <= 220


def test_every_built_in_topic_has_enough_to_go_by() -> None:
    for subject in built_in_subjects():
        assert len(subject.phrases) >= 8, subject.topic.title
        assert len(subject.words) >= 8, subject.topic.title


def test_a_plain_title_brings_our_keywords_along() -> None:
    assert "locomotive" in offered_subject(Topic(slug="trains", title="Trains")).phrases


def test_an_editors_keywords_stand_alone() -> None:
    own = Topic(slug="trains", title="Trains", keywords=("models",))
    assert offered_subject(own).phrases == ("models", "Trains")


@pytest.mark.parametrize(
    ("title", "borrowed"),
    [
        ("World", "Diplomacy and world affairs"),
        ("Sci/Tech", "Physics"),
        ("Sci/Tech", "The web"),
        ("Sports", "Football"),
        ("Board games", "Board games and cards"),
    ],
)
def test_a_plain_title_brings_along_what_is_known_of_its_subject(title: str, borrowed: str) -> None:
    known = next(s for s in built_in_subjects() if s.topic.title == borrowed)
    subject = offered_subject(Topic(slug="own", title=title))
    assert set(known.words) <= set(subject.learnt)


def test_a_title_that_merely_begins_like_a_section_brings_nothing_along() -> None:
    subject = offered_subject(Topic(slug="own", title="Homebrewing"))
    assert subject.words == ("homebrewing",)
