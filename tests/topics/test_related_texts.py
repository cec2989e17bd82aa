import tomllib

from sitegen.topics import related_of
from sitegen.topics.related_texts import sketch_texts
from tests.paths import TESTS

LABELLED = tomllib.loads((TESTS / "labelled_posts.toml").read_text(encoding="utf-8"))
POSTS = [post for posts in LABELLED.values() for post in posts]
GOLD = [topic for topic, posts in LABELLED.items() for _ in posts]


def test_most_related_texts_are_on_the_same_subject() -> None:
    related = related_of(POSTS)
    pairs = [(place, other) for place, found in enumerate(related) for other in found]

    assert sum(map(bool, related)) >= 0.5 * len(POSTS)
    assert sum(GOLD[place] == GOLD[other] for place, other in pairs) >= 0.8 * len(pairs)


def test_a_text_is_not_related_to_itself_nor_to_one_that_repeats_it() -> None:
    related = related_of([*POSTS, *(f"{post} #again" for post in POSTS)], 9)

    assert any(related)
    for place, found in enumerate(related):
        assert {place % len(POSTS)}.isdisjoint(other % len(POSTS) for other in found)


def test_there_are_at_most_as_many_related_texts_as_requested() -> None:
    assert max(map(len, related_of(POSTS, 1))) == 1
    assert all(
        found[:1] == one for found, one in zip(related_of(POSTS), related_of(POSTS, 1), strict=True)
    )


def test_a_text_without_a_subject_has_no_related_texts() -> None:
    assert related_of(["Well. That happened.", "", "Hm."]) == [[], [], []]
    assert related_of([]) == []


def test_a_text_in_another_language_has_no_related_texts() -> None:
    german = [
        "Der Bienenstock ist voll und der Honig ist gut",
        "Die Bienen sind da, der Honig nicht",
    ]
    assert related_of([*POSTS, *german])[-2:] == [[], []]


def test_the_sketch_of_a_text_does_not_depend_on_the_others() -> None:
    together = sketch_texts(POSTS)
    for place, post in enumerate(POSTS):
        alone = sketch_texts([post])
        assert alone.subjects[0] == together.subjects[place]
        assert (alone.vectors[0] == together.vectors[place]).all()
