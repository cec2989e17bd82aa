import tomllib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.topics import related_of
from sitegen.topics.profiles import format_profile
from sitegen.topics.related_texts import Sketches, relate, sketch_texts, unpack_sketches
from sitegen.topics.subject_groups import subjects_of
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


ROOK = "Another long evening, and I lost my last rook by simply not looking at it"


def subject_of(text: str, profile: str = "") -> int:
    return int(sketch_texts([text], [profile]).subjects[0])


def test_a_profile_says_what_a_text_is_about() -> None:
    baking = subject_of("Rye bread and sourdough, out of the oven")
    profile = format_profile(ROOK, [("Baking", 50)])
    assert subject_of(ROOK, profile) == baking != subject_of(ROOK)
    assert subject_of(ROOK, format_profile(ROOK, ())) == -1


@pytest.mark.parametrize(
    "profile",
    [
        format_profile("The hive swarmed at noon", [("Baking", 50)]),
        format_profile(ROOK, [("Baking", 50), ("What was once a topic", 40)]),
        f"{format_profile(ROOK, [('Baking', 50)])}\tdamaged",
    ],
    ids=["of another text", "with another topic", "damaged"],
)
def test_a_profile_that_does_not_fit_is_ignored(profile: str) -> None:
    known, without = sketch_texts([ROOK], [profile]), sketch_texts([ROOK])
    assert known.packed() == without.packed()
    assert subject_of(ROOK) >= 0


def test_the_encoder_relates_texts_that_hardly_name_their_subject() -> None:
    bread = [
        "The loaf collapsed the moment I was proud of it",
        "Fed the starter before I fed the children again",
    ]
    assert related_of(bread, encoder="off") == [[], []]
    assert related_of(bread) == [[1], [0]]


def test_the_sketch_of_a_text_does_not_depend_on_the_others() -> None:
    together = sketch_texts(POSTS)
    for place, post in enumerate(POSTS):
        alone = sketch_texts([post])
        assert alone.subjects[0] == together.subjects[place]
        assert alone.packed()[0] == together.packed()[place]


def test_a_packed_sketch_is_the_same_when_it_is_unpacked() -> None:
    sketches = sketch_texts(POSTS[:9])
    unpacked = unpack_sketches(sketches.packed())
    assert unpacked.packed() == sketches.packed()
    assert unpacked.subjects.tolist() == sketches.subjects.tolist()
    assert (unpacked.vectors == sketches.vectors).all()
    assert subjects_of(sketches.packed()) == sketches.subjects.tolist()


def sketches_of(rows: list[list[int]], texts: list[str]) -> Sketches:
    """Sketches with coordinates that are multiples of 20, so that many similarities are equal."""
    vectors = np.array(rows, dtype=np.int8).reshape(len(rows), 4) * np.int8(20)
    return replace(sketch_texts(texts), vectors=vectors)


def relate_rows(
    rows: list[list[int]],
    texts: list[str],
    count: int,
    known: Sequence[Sequence[int] | None] = (),
    gone: int = 0,
) -> list[list[int]]:
    return relate(sketches_of(rows, texts), texts, count, known, gone)


ROWS = st.lists(st.sampled_from((0, 4, 6)), min_size=4, max_size=4)
WORDS = ("berth", "signal", "gauge", "sleeper", "tender", "points")


def text_of(row: list[int]) -> str:
    """A text that some others repeat."""
    return " ".join([*WORDS, *map(str, row[:2])])


@given(st.lists(ROWS, min_size=1, max_size=12), st.lists(ROWS, max_size=3), st.data())
def test_what_was_found_before_is_found_again_after_an_edit(
    before: list[list[int]], new: list[list[int]], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.integers(0, len(before) - 1), max_size=3))
    kept = [place for place in range(len(before)) if place not in gone]
    after: list[list[int]] = [before[place] for place in kept]
    origins: list[int | None] = [*kept]
    for row in new:
        place = data.draw(st.integers(0, len(after)))
        after.insert(place, row)
        origins.insert(place, None)
    if not after:
        return
    earlier = relate_rows(before, [text_of(row) for row in before], 2)
    now = {origin: place for place, origin in enumerate(origins)}
    known = [
        None
        if origin is None or not gone.isdisjoint(earlier[origin])
        else [now[other] for other in earlier[origin]]
        for origin in origins
    ]
    texts = [text_of(row) for row in after]
    again = relate_rows(after, texts, 2, known, len(gone))
    assert again == relate_rows(after, texts, 2)


def test_an_edit_far_away_leaves_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[6, 0, 0, 0], [6, 1, 0, 0], [0, 0, 6, 6], [0, 6, 0, 0]]
    monkeypatch.setattr("sitegen.topics.related_texts._nearest", lambda *_: ["compared"])
    found = relate_rows(rows, list("abcd"), 1, [[1], [0], [], None])
    assert found == [[1], [0], [], ["compared"]]


def test_a_limit_that_was_reached_is_looked_at_again() -> None:
    """Repeats beyond the limit are not looked at, until one before them goes."""
    rows = [[6, 6, 0, 0]] * 60
    texts = ["a b c d e f"] * 59 + ["g h i j k l"]
    before = relate_rows(rows, texts, 3)
    assert before == [[]] * 59 + [[0]]
    again = relate_rows(rows[8:], texts[8:], 3, [[]] * 51 + [[0]], 8)
    assert again[0] == [51]
    assert again == relate_rows(rows[8:], texts[8:], 3)


def test_a_text_with_enough_related_texts_is_compared_with_new_ones_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [[6, 6, 0, 0]] * 60 + [[6, 5, 0, 0]]
    texts = [f"words of text {index}" for index in range(61)]
    before = relate_rows(rows, texts, 1)
    monkeypatch.setattr("sitegen.topics.related_texts._nearest", lambda *_: ["compared"])
    assert relate_rows(rows, texts, 1, [*before[:60], None]) == [*before[:60], ["compared"]]
