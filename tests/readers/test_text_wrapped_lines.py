import textwrap

from hypothesis import given
from hypothesis import strategies as st

from sitegen.readers.text.wrapped_lines import group_wrapped

WEATHER = (
    "the first paragraph of this letter goes on about the weather for rather longer than it should,"
    " as letters about the weather do, and it ends only when the writer has run out of weather."
)
GOAT = (
    "the second is about a goat, which got into the church during the sermon and would not be moved"
    " until somebody thought of the organ, and somebody else thought of a carrot, and it left."
)


def test_hard_wrapped_paragraphs_are_joined() -> None:
    lines = [line for text in (WEATHER, GOAT) for line in [*textwrap.wrap(text, 60), ""]]
    texts = [" ".join(lines[number] for number in group) for group in group_wrapped(lines)]
    assert texts == [WEATHER, GOAT]


def test_a_line_that_breaks_behind_an_abbreviation_goes_on() -> None:
    lines = [line for text in (WEATHER, GOAT) for line in textwrap.wrap(text, 60)]
    lines += ["Saw the film for the third time, and how funny is that Mr.", "Brooke."]
    assert [*group_wrapped(lines)][-1] == range(len(lines) - 2, len(lines))


def test_posts_of_similar_length_stay_separate() -> None:
    lines = [
        "the bus was late and so was I and nobody noticed either of us at all",
        "Somebody has painted the post box green, and I for one do not object",
        "my neighbour has a new horn for his van and wants all of us to enjoy",
        "Three cats, one windowsill, no peace. They have drawn up a timetable",
    ]
    assert [list(group) for group in group_wrapped(lines)] == [[0], [1], [2], [3]]


@given(st.lists(st.text(st.characters(categories=["L", "P", "Zs"]), max_size=90).map(str.rstrip)))
def test_every_line_that_is_not_blank_is_in_one_group_in_order(lines: list[str]) -> None:
    grouped = [number for group in group_wrapped(lines) for number in group]
    assert grouped == [number for number, line in enumerate(lines) if line]


def test_the_first_line_does_not_continue_the_last_one() -> None:
    wrapped = "a line of words that continues on the next one of the"
    lines = [f"{wrapped} {word}" for word in ("text", "same", "last")] * 3
    assert next(group_wrapped(["and", *lines]))[0] == 0
