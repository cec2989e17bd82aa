"""Essays with a title that blank lines, or the widths of their paragraphs, set apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.readers.text import read_text
from sitegen.readers.text.essay_parts import find_titles
from sitegen.readers.text.lines import read_lines
from sitegen.readers.text.set_apart import find_set_apart
from sitegen.readers.text.titled_essays import find_titled, find_titled_runs
from tests.readers.test_essay_parts import PARAGRAPHS

_TITLE = "What a shed is really for"
_POSTS = (
    "The lift was out again at the office.\nI met three people on the stairs.",
    "Handed over the allotment keys.\nThe slugs were informed.",
    "Our trainee asked why the fax machine is plugged in.\nNobody has ever asked that before.",
    "Gloves found: one. It is my third left one this winter.",
    "Lunch is leftovers",
    "The ferry ran in spite of the wind.\nThe captain said the wind could have said no.",
    "Pears are in.\nThey were not in yesterday, and they will be gone tomorrow.",
    "My neighbour is learning the tuba and so is my other neighbour.",
    "Clock change tonight.\nI have told the cat.",
    "Sold the van. Kept the tape deck.",
)


def _split(*documents: str, gap: str = "\n") -> list[tuple[str, str]]:
    return [(document.kind, document.text) for document in read_text(gap.join(documents), "a.txt")]


@pytest.mark.parametrize("place", [0, 5, 10])
def test_a_titled_block_between_blank_lines_is_an_essay(place: int) -> None:
    essay = "\n".join((_TITLE, *PARAGRAPHS))
    rows = ["\n".join(row) for row in (_POSTS[:place], _POSTS[place:]) if row]
    text = "\n\n".join([*rows[:1], essay, *rows[1:]] if place else [essay, *rows])
    assert ("essay", essay) in _split(text)


@pytest.mark.parametrize("place", [0, 5, 10])
@pytest.mark.parametrize("edge", ["\n", "\n\n"])
def test_an_essay_ends_with_its_last_paragraph_if_only_these_have_blank_lines(
    place: int, edge: str
) -> None:
    essay = "\n\n".join((_TITLE, *PARAGRAPHS))
    rows = ["\n".join(row) for row in (_POSTS[:place], _POSTS[place:]) if row]
    text = edge.join([*rows[:1], essay, *rows[1:]] if place else [essay, *rows])
    assert ("essay", essay) in _split(text)


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_a_block_with_a_title_is_an_essay_where_blank_lines_separate_posts(gap: str) -> None:
    essay = ("\n" if gap == "\n\n" else "\n\n").join((_TITLE, *PARAGRAPHS[:3]))
    assert ("essay", essay) in _split(*_POSTS[:4], essay, *_POSTS[4:], gap=gap)


def test_more_blank_lines_around_an_essay_than_between_posts_set_it_apart() -> None:
    essay = "\n\n".join((_TITLE, *PARAGRAPHS))
    posts = "\n\n".join(_POSTS)
    assert ("essay", essay) in _split(essay, posts, gap="\n\n\n")
    assert ("essay", essay) in _split(posts, essay, gap="\n\n\n")


def test_a_title_right_above_the_first_paragraph_is_of_the_essay() -> None:
    essay = "\n\n".join((f"{_TITLE}\n{PARAGRAPHS[0]}", *PARAGRAPHS[1:]))
    assert ("essay", essay) in _split(*_POSTS[5:], essay)


def test_a_short_essay_among_short_posts_is_an_essay() -> None:
    essay = "\n\n".join((_TITLE, *PARAGRAPHS[:3]))
    posts = [line for post in _POSTS for line in post.split("\n")]
    assert _split(essay, *posts)[0] == ("essay", essay)


def test_a_list_in_an_essay_that_is_set_apart_belongs_to_it() -> None:
    steps = "- a kettle\n- a chair\n- a window\n- a heap to look at\n- no telephone"
    essay = "\n\n".join((_TITLE, *PARAGRAPHS[:3], steps, PARAGRAPHS[3]))
    text = essay + "\n" + "\n".join(_POSTS)
    lines = read_lines(text.split("\n"))
    (found,) = find_set_apart(lines, find_titles(lines))
    assert (found.start, found.stop) == (0, 10)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join((_TITLE, *PARAGRAPHS, *_POSTS)),
        "\n\n".join((_TITLE, *PARAGRAPHS, *_POSTS)),
        "\n\n".join((_TITLE, *PARAGRAPHS)),
        "\n\n".join(("\n".join(_POSTS[:5]), "Pears\n" + "\n".join(_POSTS[5:]))),
        "",
    ],
    ids=["no blank lines", "blank lines everywhere", "only an essay", "only posts", "nothing"],
)
def test_other_texts_have_nothing_that_is_set_apart(text: str) -> None:
    lines = read_lines(text.split("\n"))
    assert find_set_apart(lines, find_titles(lines)) == []


@pytest.mark.parametrize("place", [0, 3, 10])
def test_a_title_and_its_paragraphs_are_an_essay_where_blank_lines_are_everywhere(
    place: int,
) -> None:
    essay = "\n\n".join((_TITLE, *PARAGRAPHS))
    documents = [post.replace("\n", " ") for post in _POSTS]
    documents.insert(place, essay)
    assert ("essay", essay) in _split(*documents, gap="\n\n")


def test_a_run_of_paragraphs_goes_on_over_one_other_line() -> None:
    texts = [_TITLE, *PARAGRAPHS[:3], "The spring", PARAGRAPHS[3], *_POSTS]
    lines = read_lines("\n\n".join(text.replace("\n", " ") for text in texts).split("\n"))
    assert find_titled_runs(lines, find_titles(lines)) == [range(6)]


def test_two_titles_above_one_paragraph_begin_one_run() -> None:
    posts = (post.replace("\n", " ") for post in _POSTS)
    lines = read_lines("\n\n".join(("A shed", "***", _TITLE, *PARAGRAPHS, *posts)).split("\n"))
    assert find_titled_runs(lines, {0: 3, 2: 3}) == [range(7)]


def test_a_title_alone_among_paragraphs_of_one_width_begins_no_run() -> None:
    lines = read_lines("\n\n".join((*PARAGRAPHS, _TITLE, *PARAGRAPHS)).split("\n"))
    assert find_titled_runs(lines, find_titles(lines)) == []


def test_a_block_of_numbers_and_quotations_above_paragraphs_is_no_essay() -> None:
    quotation = "> 🐑 the sheep were counted by somebody" + ", and again" * 20
    block = "\n".join(("1. First things", quotation, quotation, quotation))
    text = "\n\n".join((block, *PARAGRAPHS, "\n".join(_POSTS)))
    lines = read_lines(text.split("\n"))
    assert range(4) not in find_set_apart(lines, find_titles(lines))


_LINES = st.sampled_from(
    (
        *(*PARAGRAPHS, _TITLE, "1. First things", "> " + PARAGRAPHS[0], "(aside)", "- a kettle"),
        *("![a heap](heap.png)", "_caption_", "***", "[1] Of leaves.", "🐑 " + "again " * 40),
    )
)


@given(
    st.lists(st.tuples(_LINES, st.sampled_from(("\n", "\n\n", "\n\n\n"))), min_size=1, max_size=25)
)
def test_essays_that_are_found_lie_within_any_text_in_order(parts: list[tuple[str, str]]) -> None:
    lines = read_lines("".join(line + gap for line, gap in parts).split("\n"))
    titles = find_titles(lines)
    for found in (
        find_set_apart(lines, titles),
        list(find_titled(lines, titles)),
        find_titled_runs(lines, titles),
    ):
        edges = [edge for essay in found for edge in (essay.start, essay.stop)]
        assert edges == sorted(edges)
        assert all(essay.start < essay.stop <= len(lines) for essay in found)
