"""Where a title may be broken into lines. Each character is one wide, unless a test says more."""

import pytest

from sitegen.output_formats.cards.line_breaking import (
    balance_lines,
    break_lines,
    keeps_words,
    shorten,
)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a tale of tides", 7, ["a tale", "of", "tides"]),
        ("well-made things", 6, ["well-", "made", "things"]),
        ("pages 10-12 only", 8, ["pages", "10-12", "only"]),
        ("either/or", 7, ["either/", "or"]),
        ("ebb\u00a0and flow", 8, ["ebb\u00a0and", "flow"]),
        ("潮汐表が書かないこと", 4, ["潮汐表が", "書かない", "こと"]),
        ("待つこと。次に", 4, ["待つこ", "と。次に"]),
        ("その「待つ」", 3, ["その", "「待", "つ」"]),
        ("コーヒーの話", 5, ["コーヒーの", "話"]),
        ("조석표가 말해 주지", 6, ["조석표가", "말해 주지"]),
        ("日本のGPL", 4, ["日本の", "GPL"]),
        ("", 5, []),
    ],
)
def test_lines_are_broken_where_unicode_allows_it(text: str, width: int, lines: list[str]) -> None:
    assert break_lines(text, width, len) == lines


def test_a_word_longer_than_a_line_is_cut_and_an_accent_stays_with_its_letter() -> None:
    assert break_lines("a Donaudampfschiff", 6, len) == ["a", "Donaud", "ampfsc", "hiff"]
    assert break_lines("xe\u0301e\u0301", 2, len) == ["xe\u0301", "e\u0301"]


def test_cut_words_are_known() -> None:
    assert keeps_words(break_lines("well-made things", 8, len), "well-made things")
    assert not keeps_words(break_lines("well-made things", 4, len), "well-made things")


def test_balanced_lines_are_as_many_and_of_like_width() -> None:
    text = "one two three four five six"
    assert break_lines(text, 23, len) == ["one two three four five", "six"]
    assert balance_lines(text, 23, len) == ["one two three", "four five six"]


def test_lines_that_have_no_room_end_in_an_ellipsis() -> None:
    assert shorten(["one two,", "three", "four"], 1, 8, len) == ["one two…"]
    assert shorten(["one two", "three"], 1, 7, len) == ["one…"]
    assert shorten(["Donaudampf", "schiff"], 1, 10, len) == ["Donaudamp…"]
    assert shorten(["one", "two"], 2, 8, len) == ["one", "two"]
