import numpy as np
import pytest

from sitegen.models import Topic
from sitegen.topics.clustered_topics import ClusteredTopics, topics_of_clusters
from sitegen.topics.grouping_types import Subject

SPORT = Topic(slug="sport", title="Sport")
FOOD = Topic(slug="food", title="Food")


def subject(name: str, section: Topic | None = None) -> Subject:
    topic = Topic(slug=name, title=name.title())
    return Subject(topic=topic, phrases=(name,), section=section, offered=section is None)


NAMES = ("chess", "golf", "rugby", "bread", "soup")
BUILT_IN = (
    *(subject(name, SPORT) for name in NAMES[:3]),
    *(subject(name, FOOD) for name in NAMES[3:]),
    *(subject(f"other-{n}", (SPORT, FOOD)[n % 2]) for n in range(95)),
)


def group(
    *texts: dict[str, float], own: tuple[Subject, ...] = (), most: int = 9, least: int = 1
) -> ClusteredTopics:
    subjects = (*own, *BUILT_IN)
    columns = {one.topic.slug: column for column, one in enumerate(subjects)}
    table = np.zeros((len(texts), len(subjects)), dtype=np.float32)
    for row, scored in zip(table, texts, strict=True):
        row[[columns[name] for name in scored]] = list(scored.values())
    return topics_of_clusters(table, np.arange(len(texts)), subjects, most=most, least=least)


def titles(found: ClusteredTopics) -> list[str]:
    return [found.topics[label].slug if label >= 0 else "" for label in found.labels.tolist()]


def test_the_topic_of_a_cluster_is_its_most_probable_subject() -> None:
    found = group(
        {"chess": 0.6, "soup": 0.62}, {"chess": 0.6, "golf": 0.62}, {"chess": 0.6}, {"bread": 0.9}
    )

    assert titles(found) == ["chess", "chess", "chess", "bread"]


def test_texts_that_are_like_no_other_share_their_section() -> None:
    assert titles(group({"golf": 0.9}, {"rugby": 0.9}, {"bread": 0.9})) == [
        "sport",
        "sport",
        "bread",
    ]


def test_a_section_does_not_take_the_address_of_the_editors_topic() -> None:
    own = subject("sport")
    found = group({"golf": 0.9}, {"rugby": 0.9}, own=(own,))

    assert [topic.slug for topic in found.topics].count("sport") == 1
    assert titles(found) == ["golf", "rugby"]


def test_a_text_that_nothing_is_known_about_has_no_topic() -> None:
    assert titles(group({"chess": 0.1}, {}, {"golf": 0.1})) == ["", "", ""]


def test_at_most_three_topics_have_a_single_text() -> None:
    apart = [{f"other-{2 * n}": 0.52, f"other-{2 * n + 1}": 0.45} for n in range(6)]
    found = group(*apart)

    assert sum(title != "" for title in titles(found)) == 3


@pytest.mark.parametrize(("most", "topics"), [(2, {"bread", "chess", ""}), (1, {"chess", ""})])
def test_the_largest_clusters_become_topics(most: int, topics: set[str]) -> None:
    found = group(*[{"chess": 0.9}] * 4, *[{"bread": 0.9}] * 3, *[{"golf": 0.9}] * 2, most=most)

    assert set(titles(found)) == topics


def test_a_topic_has_the_least_number_of_texts() -> None:
    found = group(*[{"chess": 0.9}] * 3, *[{"bread": 0.9}] * 2, {"golf": 0.9}, least=3)

    assert titles(found) == ["chess"] * 3 + [""] * 3


def test_the_editors_topic_takes_what_suits_it_best_and_nothing_without_evidence() -> None:
    own = subject("openings")
    found = group(
        {"openings": 1.0, "chess": 0.6},
        {"openings": -1.0, "chess": 0.6},
        {"openings": -1.0, "chess": 0.6},
        own=(own,),
    )

    assert titles(found) == ["openings", "chess", "chess"]


def test_the_editors_topics_stay_without_texts() -> None:
    assert [t.slug for t in group({"chess": 0.9}, own=(subject("openings"),)).topics] == [
        "openings",
        "chess",
    ]


def test_the_two_texts_that_are_not_on_the_subject_of_the_others_share_none() -> None:
    golf = ({"golf": 0.9}, {"golf": 0.9})
    found = group({"bread": 0.45, "soup": 0.45}, {"chess": 0.45}, *golf)
    assert titles(found) == ["", "", "golf", "golf"]
