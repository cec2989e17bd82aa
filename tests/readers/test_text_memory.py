"""Reading a repetitive text takes memory of a small multiple of its size."""

import tracemalloc
from collections.abc import Callable
from string import ascii_lowercase
from typing import TypeVar

import pytest

from sitegen.importer.sketches import sketch
from sitegen.markdown import escape_essay
from sitegen.readers.text import read_text
from sitegen.topics import repeats_of
from sitegen.topics.words import words_of

SIZE = 50_000
LINES = 2_000
Result = TypeVar("Result")
LETTER_PAIRS = [first + second for first in ascii_lowercase for second in "aeioulmnrst"]


@pytest.fixture(scope="module", autouse=True)
def tables_of_words() -> None:
    """What reading any text leaves in memory is no part of the memory of another."""
    read_text("A text.\n\nAnother text.", "dump.txt")


def memory_of(work: Callable[[], object]) -> int:
    """The peak of the memory that a call allocates, in bytes."""
    return measured(work)[1]


def measured(work: Callable[[], Result]) -> tuple[Result, int]:
    """What a call returns, and the peak of the memory that it allocates, in bytes."""
    tracemalloc.start()
    try:
        return work(), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def read(text: str) -> tuple[list[str], int]:
    """The texts of the documents in a text, and the peak of the memory that reading it takes."""
    documents, peak = measured(lambda: read_text(text, "dump.txt"))
    return [document.text for document in documents], peak


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "word\n",
        "word\n\n",
        "word\r\n",
        "a\n",
        "1 ",
        "a",
        "猫\n",
        "The same words again.\n",
    ],
)
def test_one_piece_repeated_is_read_in_a_small_multiple_of_its_size(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    documents, peak = read(text)
    assert peak < 15 * SIZE
    assert documents == [text.replace("\r\n", "\n").strip()]


@pytest.mark.parametrize("piece", ["\n", "\r\n", "\r", " \n", " ", "\t", "---\n", "---\n\n"])
def test_nothing_but_line_ends_spaces_and_rules_takes_little_memory(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    documents, peak = read(text)
    assert peak < 12 * SIZE
    assert documents == []


@pytest.mark.parametrize("words", [["hello", "world"], [f"{pair}ing" for pair in LETTER_PAIRS]])
def test_short_lines_that_vary_take_little_memory_each(words: list[str]) -> None:
    text = "\n".join(words * (LINES // len(words)))
    read_text(text, "dump.txt")
    assert memory_of(lambda: read_text(text, "dump.txt")) < 500 * LINES


def test_short_lines_that_never_repeat_take_little_memory_each() -> None:
    text = "\n".join(f"number {number}" for number in range(LINES))
    read_text(text, "dump.txt")
    assert memory_of(lambda: read_text(text, "dump.txt")) < 1_000 * LINES


@pytest.mark.parametrize("words", [["a", "b"], LETTER_PAIRS, ["1", "", "22", "", "", "333"]])
def test_a_column_of_letters_or_figures_is_one_document_read_in_little_memory(
    words: list[str],
) -> None:
    text = "\n".join(words * (SIZE // 3 // len(words)))
    documents, peak = read(text)
    assert peak < 15 * SIZE
    assert documents == [text.strip()]


def test_a_long_gap_between_lines_takes_little_memory() -> None:
    text = "one" + "\n" * SIZE + "two"
    assert memory_of(lambda: read_text(text, "dump.txt")) < 25 * SIZE


@pytest.mark.parametrize("text", ["word " * (SIZE // 5), "a" * SIZE], ids=["words", "one word"])
def test_the_words_of_a_text_of_one_word_take_a_small_multiple_of_its_size(text: str) -> None:
    assert memory_of(lambda: words_of(text, {})) < 10 * SIZE
    assert memory_of(lambda: sketch(text)) < 10 * SIZE
    assert memory_of(lambda: repeats_of([text])) < 10 * SIZE


@pytest.mark.parametrize(("piece", "times"), [("word\n", 12), ("*word* ", 50)])
def test_the_markdown_of_one_word_takes_a_small_multiple_of_its_size(
    piece: str, times: int
) -> None:
    text = piece * (SIZE // len(piece))
    assert memory_of(lambda: escape_essay(text)) < times * SIZE


def test_lines_around_a_run_of_equal_lines_are_read_as_usual() -> None:
    before, after = "@somebody yes, and thank you for it", "@somebody no, it is not at all so"
    run = "\n".join(["word"] * 2000)
    documents = read_text(f"{before}\n\n{run}\n\n{after}\n", "dump.txt")
    assert [document.text for document in documents] == [before, run, after]
    assert [document.place.lines for document in documents] == [(1, 1), (3, 2002), (2004, 2004)]
