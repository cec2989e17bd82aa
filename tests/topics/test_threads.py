import pytest

from sitegen.topics.threads import join_threads, thread_of_each


@pytest.mark.parametrize(
    "texts",
    [
        ["One (1/2)", "Two (2/2)"],
        ["1/2 One", "2/2 Two"],
        ["1/ One", "2/ Two"],
        ["One /1", "Two /2"],
    ],
)
def test_numbered_parts_are_one_thread(texts: list[str]) -> None:
    assert thread_of_each(texts) == [0, 0]


def test_other_posts_may_be_between_the_parts() -> None:
    assert thread_of_each(["A (1/2)", "B", "C (2/2)"]) == [0, 1, 0]


@pytest.mark.parametrize(
    "texts",
    [["A (1/2)", "B (2/3)"], ["A (1/3)", "B (3/3)"], ["half: 1/2", "of 2/1"], ["10/12/2020", "x"]],
)
def test_parts_that_do_not_continue_are_separate(texts: list[str]) -> None:
    assert thread_of_each(texts) == [0, 1]


def test_the_parts_are_joined_in_order() -> None:
    assert join_threads(["A", "B", "C"], [0, 1, 0]) == {0: "A\nC", 1: "B"}
