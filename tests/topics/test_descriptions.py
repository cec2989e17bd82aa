import pytest

from sitegen.models import Topic
from sitegen.text.labels import slugify
from sitegen.topics import propose_topics
from sitegen.topics.descriptions import describe_subjects
from sitegen.topics.grouping_types import Subject
from tests.topics.test_grouping import make_documents

CARS = "Electric cars"
HIKING = "Hiking and mountains"


def subject(title: str) -> Subject:
    small = () if title == "Leeds" else (title.lower(), "the bus")
    return Subject(topic=Topic(slug=slugify(title, "t"), title=title), phrases=small)


def describe(*titles: str, posts: int | None = None) -> str:
    return describe_subjects([subject(title) for title in titles], posts or len(titles))


@pytest.mark.parametrize(
    ("titles", "line"),
    [
        ((CARS, CARS, HIKING, HIKING), "Electric cars, hiking and mountains."),
        ((HIKING, CARS), "Electric cars, hiking and mountains."),
        ((HIKING, HIKING, HIKING, CARS, CARS), "Electric cars, hiking and mountains."),
        (("Theatre", "Theatre", "Dance", "Dance"), "Theatre and dance."),
        (("Theatre", "Theatre", "Dance", "Dance", "Film", "Film"), "Theatre, dance and film."),
        (("The web", "The web", "Physics", "Physics", "Physics"), "Physics and the web."),
        (("Dance", "Dance", "Dance", "Leeds", "Leeds"), "Leeds and dance."),
    ],
)
def test_a_description_lists_the_subjects(titles: tuple[str, ...], line: str) -> None:
    assert describe(*titles) == line


@pytest.mark.parametrize(
    "titles",
    [
        (),
        (CARS, CARS),
        (CARS, HIKING, "Leeds", "The sea", "The moon", "Theatre", "Dance"),
        (HIKING, HIKING, "Gardens and yards", "Gardens and yards"),
        ("Clocks, calendars and time", "Clocks, calendars and time", CARS, CARS),
    ],
)
def test_too_few_or_too_many_subjects_give_no_description(titles: tuple[str, ...]) -> None:
    assert describe(*titles) == ""


def test_a_description_must_cover_half_of_the_posts() -> None:
    assert describe(CARS, CARS, "Dance", "Dance", posts=8)
    assert not describe(CARS, CARS, "Dance", "Dance", posts=9)


def test_a_section_of_several_small_topics_lists_them() -> None:
    texts = (
        "The trail up the mountain was icy, and the summit had a view of every peak",
        "My electric car charged at the charging station in half an hour",
        "Sang the second movement of the symphony with the choir and the orchestra",
        "The orchestra tuned, the conductor of the symphony coughed",
    )
    section, _ = sorted(propose_topics(make_documents(texts)).topics, key=lambda t: t.members)

    assert (section.title, section.members) == ("Travel and transport", ("d0", "d1"))
    assert section.description == "Electric cars, hiking and mountains."


def test_an_offered_topic_keeps_the_description_that_it_has() -> None:
    travel = Topic(slug="travel-and-transport", title="Travel and transport")
    texts = ("My electric car charged at the charging station", "The trail up the mountain")
    (topic,) = propose_topics(make_documents(texts), [travel], only=True).topics

    assert topic.description == ""
