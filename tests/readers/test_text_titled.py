"""Essays with a title in texts that have no blank line."""

import pytest

from sitegen.readers.text import read_text
from sitegen.readers.text.essay_parts import find_titles
from sitegen.readers.text.lines import read_lines
from sitegen.readers.text.titled_essays import find_titled

_TITLE = "The lighthouse and its ledger"
_PARAGRAPHS = (
    (
        "The keeper wrote down every ship that passed, and after forty years the ledger had "
        "more names in it than the churchyard, many of them spelled as they had sounded through "
        "the fog."
    ),
    (
        "My aunt found the book in a drawer below the oil lamps, with a pressed thrift flower "
        "at the page for the August of the great herring catch, and a bill for rope that was "
        "never paid."
    ),
    (
        "What strikes me most is how little he complains. There are gales that took the roof "
        "off the coal store, and all that he says of them is where the wind stood and when it "
        "went round."
    ),
    (
        "Only once does the handwriting change. For eleven days in the spring of 1911 the "
        "entries are in pencil, and they are his daughter's, who was nine and counted each gull "
        "that she saw."
    ),
    (
        "Nobody has asked for the ledger since the lamp was lit from the mainland, and yet it "
        "is the one thing in that tower which still does what it was made for, whenever it is "
        "opened."
    ),
    (
        "I have begun to keep one of my own, about the street below my window, and I find that "
        "it is the quiet days which take longest to write, as everything in them wants to be "
        "mentioned."
    ),
)
_POSTS = (
    "Frost on the inside of the van again.",
    "Swapped my shift for two jars of chutney.",
    "Whoever borrowed the ladder, it is next door's ladder.",
    "Half a marathon is still too much marathon.",
    "The dentist hums. I wish he would not.",
    "Our bus driver wore a crown today and would not discuss it.",
    "Soup for the third night.",
    "New strings on the banjo, same neighbours.",
    "Found my umbrella in the freezer.",
    "Choir practice was cancelled because of singing.",
    "That crow knows me by now.",
    "Sent the form back. It was the wrong form. They sent it back.",
)


def _found(*texts: str) -> list[range]:
    lines = read_lines("\n".join(texts).split("\n"))
    return list(find_titled(lines, find_titles(lines)))


@pytest.mark.parametrize("place", [0, 6, 12])
def test_an_essay_goes_from_its_title_to_its_last_wide_paragraph(place: int) -> None:
    found = _found(*_POSTS[:place], _TITLE, *_PARAGRAPHS, *_POSTS[place:])
    assert found == [range(place, place + 1 + len(_PARAGRAPHS))]


def test_a_long_title_may_stand_right_above_the_first_paragraph() -> None:
    title = "How a lighthouse keeper on the northern coast wrote down every single ship"
    assert _found(*_POSTS, title, *_PARAGRAPHS) == [range(12, 13 + len(_PARAGRAPHS))]


def test_titles_of_sections_and_lists_stand_within_an_essay() -> None:
    items = ("- the lamp", "- the stove", "- the boat")
    essay = (_TITLE, *_PARAGRAPHS[:3], "The pencil", *_PARAGRAPHS[3:5], *items, _PARAGRAPHS[5])
    assert _found(*_POSTS, *essay) == [range(12, 12 + len(essay))]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((*_POSTS, *_PARAGRAPHS), id="no title"),
        pytest.param((*_POSTS, _TITLE, *_PARAGRAPHS[:4]), id="few paragraphs"),
        pytest.param((_TITLE, *_PARAGRAPHS, *_POSTS[:3]), id="paragraphs no wider than most lines"),
        pytest.param((*_POSTS, "", _TITLE, *_PARAGRAPHS), id="blank lines"),
        pytest.param(
            (*_POSTS[:6], _TITLE, *_PARAGRAPHS[:3], *_POSTS[6:], *_PARAGRAPHS[3:]),
            id="posts between its paragraphs",
        ),
    ],
)
def test_no_essay_is_found_otherwise(texts: tuple[str, ...]) -> None:
    assert _found(*texts) == []


def test_posts_above_a_title_are_not_of_the_essay() -> None:
    essay = "\n".join((_TITLE, "A book of ships", *_PARAGRAPHS))
    read = read_text("\n".join((*_POSTS, essay)), "a.txt")
    assert [(document.kind, document.text) for document in read][-1] == ("essay", essay)
