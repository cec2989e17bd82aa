"""Threads: their parts stand together, the first part first, where the first part would stand."""

import pytest

from sitegen.content.threads import split_pages
from tests.digest import Digest, load_site


def members(digest: Digest) -> list[str]:
    (topic,) = load_site(digest.root).topics
    return [member.removeprefix("posts/").strip("/") for member in topic.members]


def threads(digest: Digest) -> list[int]:
    """How many posts stand together, in the order of the topic."""
    (topic,) = load_site(digest.root).topics
    return [len(thread) for thread in topic.threads]


def test_a_thread_is_sorted_by_its_first_part(
    digest: Digest,
) -> None:
    digest.post("old", "Old.", date="2024-01-01")
    digest.post("t1", "It began. 1/3", date="2024-01-02").post("t2", "On. 2/3", date="2024-01-02")
    digest.post("between", "Between.", date="2024-01-03").post("t3", "End. 3/3", date="2024-01-04")
    digest.post("new", "New.", date="2024-01-05")
    assert members(digest) == ["new", "between", "t1", "t2", "t3", "old"]
    assert threads(digest) == [1, 1, 3, 1]


@pytest.mark.parametrize("newest_first", [False, True])
def test_two_threads_of_one_day_are_kept_apart_whichever_way_the_dump_runs(
    digest: Digest, *, newest_first: bool
) -> None:
    names = ["a1", "a2", "a3", "b1", "b2", "b3"]
    for line, name in enumerate(reversed(names) if newest_first else names, start=1):
        place = f"{{file: d.txt, lines: [{line}, {line}]}}"
        digest.post(name, f"{name[1]}/3 A part.", date="2024-01-01", author="ann", dump=place)
    both = members(digest)
    assert [both[:3], both[3:]] in (
        [["a1", "a2", "a3"], ["b1", "b2", "b3"]],
        [["b1", "b2", "b3"], ["a1", "a2", "a3"]],
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"author": "ann"}, {"author": "bob"}),
        ({"date": "2024-02-02"}, {"date": "2024-02-01"}),
    ],
)
def test_another_authors_part_or_an_older_one_is_no_part_of_a_thread(
    digest: Digest, first: dict[str, str], second: dict[str, str]
) -> None:
    digest.post("one", "It began. 1/2", **first).post("two", "On. 2/2", **second)
    assert threads(digest) == [1, 1]


def test_a_part_of_a_thread_of_another_length_is_no_part_of_it(digest: Digest) -> None:
    digest.post("one", "It began. 1/3").post("two", "On. 2/2")
    assert threads(digest) == [1, 1]


def test_a_thread_leads_its_topic_if_any_part_of_it_is_pinned(digest: Digest) -> None:
    digest.post("a", "First of all.").post("t1", "It began. 1/2")
    digest.post("t2", "On. 2/2", pinned="true")
    assert members(digest) == ["t1", "t2", "a"]


def test_a_page_of_a_topic_does_not_end_within_a_thread() -> None:
    assert split_pages([["a"], ["b", "c", "d"], ["e"]], 2) == (("a", "b", "c", "d"), ("e",))
    assert split_pages([["a"], ["b"]], 2) == (("a", "b"),)
    assert split_pages([], 2) == ((),)


def test_an_edit_that_makes_a_post_a_part_of_a_thread_moves_it_there(digest: Digest) -> None:
    digest.post("t1", "It began. 1/2", date="2024-01-01")
    digest.post("b", "Between.", date="2024-01-02").post("t2", "Alone.", date="2024-01-03").build()
    assert digest.html("topics/craft/").index("Alone.") < digest.html("topics/craft/").index("Bet")
    digest.post("t2", "Joined. 2/2", date="2024-01-03").build()
    html = digest.html("topics/craft/")
    assert html.index("Between.") < html.index("It began.") < html.index("Joined.")
    digest.shows("posts/t1/", "Next part", "The whole thread").lacks("posts/b/", "Next part")
