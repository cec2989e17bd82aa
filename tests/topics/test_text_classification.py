import json
import os
import subprocess
import sys
import tomllib

import pytest

from benchmarks.agreement import pairwise_f1, v_measure
from sitegen.models import Document, DocumentKind, DumpPlace, Topic
from sitegen.topics import (
    EVERYTHING_ELSE,
    assign_texts,
    group_documents,
    group_texts,
    propose_topics,
)
from sitegen.topics.clustering_vectors import clustering_vectors
from sitegen.topics.corpus import read_corpus
from sitegen.topics.embeddings import load_model
from tests.paths import TESTS

LABELLED = tomllib.loads((TESTS / "labelled_posts.toml").read_text(encoding="utf-8"))
POSTS = [post for posts in LABELLED.values() for post in posts]
GOLD = [topic for topic, posts in LABELLED.items() for _ in posts]
FEWEST_V, FEWEST_F1 = 0.93, 0.9
"""Slightly below the measured values."""


def document(text: str, kind: DocumentKind = "post", number: int = 0) -> Document:
    place = DumpPlace("dump.txt", (number + 1, number + 1))
    return Document(id=f"{kind}{number}", kind=kind, text=text, place=place, confidence=1.0)


def documents(texts: list[str]) -> list[Document]:
    return [document(text, number=number) for number, text in enumerate(texts)]


def topic_of(topics: tuple[Topic, ...], member: str) -> str:
    return next((topic.title for topic in topics if member in topic.members), "")


def test_groups_agree_with_those_of_a_person() -> None:
    found = group_texts(POSTS)
    assert v_measure(GOLD, found) >= FEWEST_V
    assert pairwise_f1(GOLD, found) >= FEWEST_F1


def test_groups_agree_when_the_true_count_is_given() -> None:
    found = group_texts(POSTS, len(LABELLED))
    assert len(set(found)) == len(LABELLED)
    assert v_measure(GOLD, found) >= FEWEST_V


@pytest.mark.parametrize("count", [1, 2, 5, 20, len(POSTS)])
def test_a_count_gives_exactly_as_many_groups(count: int) -> None:
    assert len(set(group_texts(POSTS, count))) == count


def test_there_are_at_most_as_many_groups_as_texts() -> None:
    assert len(set(group_texts(POSTS[:3], 9))) == 3


def test_no_texts_make_no_topics() -> None:
    assert group_texts([]) == []
    assert group_documents([]) == ()
    assert assign_texts([], ["Bees"]) == []


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "https://example.org/x", "the and of"])
def test_a_text_without_words_is_grouped(text: str) -> None:
    assert len(group_texts([text, *POSTS[:4]])) == 5
    assert assign_texts([text], ["Bees", "Chess"]) == [None]


def test_topics_do_not_depend_on_hash_seed_or_thread_count() -> None:
    program = (
        "import json, sys; from sitegen.topics import group_texts; t = json.load(sys.stdin);"
        "print(json.dumps([group_texts(t), group_texts(t, 8)]))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(POSTS),
        env=os.environ | {"PYTHONHASHSEED": "7", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert json.loads(answer) == [group_texts(POSTS), group_texts(POSTS, 8)]


def test_every_post_is_in_one_topic_and_everything_else_comes_last() -> None:
    topics = group_documents(documents([*POSTS, "Blorp.", "Hm, hm, hm."]))
    members = [member for topic in topics for member in topic.members]
    assert sorted(members) == sorted(f"post{n}" for n in range(len(POSTS) + 2))
    assert EVERYTHING_ELSE.slug not in [topic.slug for topic in topics[:-1]]
    assert len({topic.slug for topic in topics}) == len(topics)


def test_ten_posts_make_three_to_six_topics_and_leave_few_over() -> None:
    topics = group_documents(documents(POSTS[::6]))
    left = [topic for topic in topics if topic.slug == EVERYTHING_ELSE.slug]
    assert 3 <= len(topics) - len(left) <= 6
    assert sum(len(topic.members) for topic in left) <= 3


def test_an_offered_topic_wins_over_a_built_in_one_and_comes_first() -> None:
    own = Topic(slug="apiary", title="The apiary", keywords=("bees", "honey", "hive"))
    topics = group_documents(documents(POSTS), [own])
    assert topics[0].slug == "apiary"
    assert {"post0", "post3", "post4"} <= set(topics[0].members)


def test_one_keyword_of_an_offered_topic_is_enough() -> None:
    own = Topic(slug="tools", title="Tools", keywords=("veil", "clock"))
    topics = group_documents(documents(POSTS), [own])
    assert {"post1", "post9"} <= set(topics[0].members)


def test_only_the_offered_topics_are_used() -> None:
    own = [Topic(slug="bees", title="Bees"), Topic(slug="trains", title="Trains")]
    topics = propose_topics(documents(POSTS), own, only=True).topics
    assert {topic.slug for topic in topics} <= {"bees", "trains", EVERYTHING_ELSE.slug}


def test_a_member_of_an_offered_topic_stays_there() -> None:
    own = Topic(slug="odds", title="Odds and ends", members=("post7",))
    topics = group_documents(documents(POSTS), [own])
    assert "post7" in topics[0].members


def test_examples_show_what_an_offered_topic_is_about() -> None:
    own = Topic(slug="mine", title="Mine")
    text = "The second hive swarmed into the plum tree."
    posts = documents([text, *POSTS[7:40]])
    without = propose_topics(posts, [own])
    taught = propose_topics(posts, [own], examples={"mine": LABELLED["Bees"]})
    assert without.assignments[0].topic != "mine"
    assert taught.assignments[0].topic == "mine"


def test_an_approximate_count_is_followed() -> None:
    few, many = (len(propose_topics(documents(POSTS), count=n).topics) for n in (4, 14))
    assert few <= 5 < many <= 15


def test_an_essay_joins_the_posts_on_its_subject_and_makes_no_topic_of_its_own() -> None:
    essay = document(" ".join(LABELLED["Chess"] * 3), "essay")
    with_posts = group_documents([essay, *documents(POSTS[:14])])
    assert topic_of(with_posts, "essay0") == topic_of(with_posts, "post7") != ""
    alone = group_documents([essay, *documents(LABELLED["Rent"])])
    assert topic_of(alone, "essay0") == ""


def test_the_parts_of_a_thread_stay_together() -> None:
    thread = [
        "Our landlord wants to sell the flat (1/3)",
        "He brought a man with a ladder (2/3)",
        "In the end they both had tea (3/3)",
    ]
    found = group_texts([thread[0], POSTS[0], thread[1], POSTS[8], thread[2]])
    assert found[0] == found[2] == found[4]


def test_an_assignment_has_its_reasons() -> None:
    assignment = propose_topics(documents(POSTS)).assignments[0]
    assert assignment.document == "post0"
    assert assignment.score > assignment.runner_up_score
    assert {"hive", "queen"} & set(assignment.words)


def test_a_text_that_fits_no_declared_topic_gets_none_unless_forced() -> None:
    topics: list[Topic | str] = [
        "Bees",
        "Chess",
        Topic(slug="trains", title="Trains", keywords=("railway",)),
    ]
    texts = ["Checkmate in the endgame.", "The railway is late.", "My taxes are paid at last."]
    assert assign_texts(texts, topics) == ["Chess", "Trains", None]
    assert None not in assign_texts(texts, topics, force=True)


def test_a_bare_title_takes_posts_on_subjects_that_are_near_it() -> None:
    titles = ["Food & Dining", "Travel & Adventure", "Fitness & Health"]
    texts = [
        "The sourdough rose over the edge of the tin, and its crust is perfect.",
        "Two hours of delay and the airport lounge is full.",
        "Bench press went up by five kilos.",
        "The judge fined the minister.",
    ]
    assert assign_texts(texts, titles) == [*titles, None]
    topics = [Topic(slug=str(number), title=title) for number, title in enumerate(titles)]
    found = propose_topics(documents(texts), topics, only=True).assignments
    assert [assignment.topic for assignment in found] == ["0", "1", "2", EVERYTHING_ELSE.slug]


def test_other_languages_group_by_the_words_that_they_share() -> None:
    texts = [
        "Las abejas de la colmena trabajan todo el día.",
        "El tren de la noche llega tarde a la estación.",
        "La colmena nueva tiene muchas abejas y la reina canta.",
        "La estación del tren está cerrada por la nieve.",
    ]
    vectors = clustering_vectors(read_corpus(texts, load_model()))
    assert vectors[0] @ vectors[2] > vectors[0] @ vectors[1]
