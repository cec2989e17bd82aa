import pytest

from sitegen.models import Topic
from sitegen.topics import group_texts
from sitegen.topics.subjects import built_in_subjects, offered_subject


def test_there_are_many_built_in_topics() -> None:
    assert 12 <= len({subject.section for subject in built_in_subjects()}) <= 15
    assert 180 <= len(built_in_subjects()) <= 220


def test_every_built_in_topic_has_enough_keywords() -> None:
    for subject in built_in_subjects():
        assert len(subject.phrases) >= 8, subject.topic.title
        assert len(subject.words) >= 8, subject.topic.title


def test_a_built_in_title_adds_the_built_in_keywords() -> None:
    assert "locomotive" in offered_subject(Topic(slug="trains", title="Trains")).phrases


def test_a_built_in_title_adds_none_of_the_others_in_a_section_with_its_words() -> None:
    for title in ("Weather", "Wetter", "Skies"):
        weather = offered_subject(Topic(slug="weather", title=title), ["Fog again."])
        assert "hail" in weather.learned
        assert "hive" not in weather.learned


def test_keywords_of_the_editor_replace_built_in_ones() -> None:
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
def test_a_known_title_adds_the_words_of_its_subject(title: str, borrowed: str) -> None:
    known = next(s for s in built_in_subjects() if s.topic.title == borrowed)
    subject = offered_subject(Topic(slug="own", title=title))
    assert set(known.words) <= set(subject.learned)


def test_a_title_that_only_starts_like_a_section_adds_nothing() -> None:
    subject = offered_subject(Topic(slug="own", title="Homebrewing"))
    assert subject.words == ("homebrewing",)


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        (
            "Freelancing and invoices",
            ("The client is ninety days late with my invoice.", "Raised my day rate. Nobody ran."),
        ),
        (
            "Tabletop games",
            ("Our dungeon master cried when the goblin died.", "Rolled a nat 20 on initiative!"),
        ),
        (
            "Quizzes",
            ("Lost the pub quiz on the tiebreaker again.", "The quizmaster mispronounced Gdansk."),
        ),
        (
            "The coast",
            (
                "Low tide, and the whole beach smells of seaweed.",
                "Fog on the sea wall.",
            ),
        ),
        (
            "Being on call",
            ("The pager went at 2am: prod, of course.", "My on-call week began with an incident."),
        ),
        (
            "Keyboards",
            ("New keycaps, same typos.", "My mechanical keyboard is louder than the baby."),
        ),
    ],
)
def test_posts_of_everyday_subjects_have_a_topic(title: str, texts: tuple[str, ...]) -> None:
    assert group_texts(texts) == [title] * len(texts)
