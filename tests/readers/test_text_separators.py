import pytest

from sitegen.readers.text import read_text
from sitegen.readers.text.separators import (
    closes_with_stamp,
    find_stamps,
    opens_with_stamp,
    split_at_separators,
)


def test_a_text_without_separators_is_not_split() -> None:
    assert split_at_separators(["one", "----", " ---", "two"]) is None


def test_parts_are_between_separators_and_blank_ones_are_left_out() -> None:
    lines = ["---", "one", "two", "---", "", "---", "three"]
    assert split_at_separators(lines) == [range(1, 3), range(6, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "https://x.com/somebody/status/123",
        "see this https://twitter.com/somebody/status/123?s=20",
        "https://bsky.app/profile/somebody.example/post/3kabc",
        "https://social.example/@somebody/1234",
        "10:15 AM · Mar 29, 2023",
        "2023-03-29 10:15",
        "— 29 March 2023",
    ],
)
def test_a_time_or_the_address_of_a_post_closes_a_post(text: str) -> None:
    assert closes_with_stamp(text)


@pytest.mark.parametrize(
    "text", ["2023-03-29T10:15:00Z Good morning", "[29.03.2023 10:15]", "Some Body @somebody · 3h"]
)
def test_a_time_or_a_heading_with_a_handle_opens_a_post(text: str) -> None:
    assert opens_with_stamp(text)


@pytest.mark.parametrize(
    "text", ["1987. The year of the flood", "8am, the Y", "https://example.com"]
)
def test_other_numbers_and_links_are_not_stamps(text: str) -> None:
    assert not opens_with_stamp(text)
    assert not closes_with_stamp(text)


def test_stamps_must_be_regular() -> None:
    assert find_stamps(["one", "2023-03-29", "two", "three"]) == ""


def test_posts_that_open_with_a_time_are_split_at_it() -> None:
    posts = [
        f"2023-03-{day} 10:15\nA first line of it.\n\nAnd a second, after a blank one."
        for day in range(11, 16)
    ]
    documents = read_text("\n".join(posts), "dump.txt")
    assert [document.text for document in documents] == posts


def test_posts_that_end_with_the_address_of_another_by_chance_have_no_stamps() -> None:
    status = "https://x.com/somebody/status/1234567890"
    lines = [f"@a post number {number}" for number in range(40)]
    assert find_stamps(lines) == ""
    for number in (5, 17, 30, 39):
        lines[number] += f" {status}"
    assert find_stamps(lines) == ""
    assert find_stamps([f"{line} {status}" for line in lines]) == "close"
