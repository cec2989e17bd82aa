import tomllib
from pathlib import Path

from sitegen.topics import reading_order, related_of

LABELLED = tomllib.loads(
    (Path(__file__).parent / "labelled_posts.toml").read_text(encoding="utf-8")
)
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


def test_no_more_are_named_than_asked_for() -> None:
    assert max(map(len, related_of(POSTS, 1))) == 1
    assert all(
        found[:1] == one for found, one in zip(related_of(POSTS), related_of(POSTS, 1), strict=True)
    )


def test_a_text_that_says_nothing_is_related_to_none() -> None:
    assert related_of(["Well. That happened.", "", "Hm."]) == [[], [], []]
    assert related_of([]) == []


def test_texts_on_one_subject_stand_together() -> None:
    bread = ["The sourdough starter is alive", "Rye bread wants a hot oven and good flour"]
    chess = ["Checkmate in nine, with a rook", "The chess club lost a bishop ending", "Chess again"]
    texts = ["Hm.", bread[0], chess[0], bread[1], chess[1], chess[2], "Well."]
    order = reading_order(texts)

    assert sorted(order[:3]) == [2, 4, 5]
    assert sorted(order[3:5]) == [1, 3]
    assert order[5:] == [0, 6]


def test_the_reading_order_has_every_text_once_and_is_always_the_same() -> None:
    order = reading_order(POSTS)
    assert sorted(order) == list(range(len(POSTS)))
    assert reading_order(POSTS) == order
    assert reading_order([]) == []
