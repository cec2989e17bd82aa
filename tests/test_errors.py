"""What an error says, and where."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import errors
from sitegen.errors import LONGEST_EXCERPT, ConfigError, ContentError, SitegenError, line_of


def test_a_line_is_found_by_its_number_without_its_end() -> None:
    assert line_of("one\r\ntwo\n", 1) == "one"
    assert line_of("one\ntwo", 2) == "two"


@pytest.mark.parametrize("number", [None, 0, -1, 3])
def test_a_missing_line_is_none(number: int | None) -> None:
    assert line_of("one\ntwo", number) is None


def test_a_line_ends_where_editors_end_it() -> None:
    assert line_of("one\u2028still one\x0cand on\ntwo", 2) == "two"


def test_a_short_line_is_shown_whole() -> None:
    error = ContentError("no", source="title: a: b", column=9)
    assert (error.excerpt, error.caret) == ("title: a: b", 9)


def test_a_long_line_without_a_column_is_shown_from_its_start() -> None:
    excerpt = ContentError("no", source="ab" * 500).excerpt
    assert excerpt is not None
    assert excerpt.startswith("abab")
    assert excerpt.endswith("ab…")
    assert len(excerpt) <= LONGEST_EXCERPT


@given(st.integers(1, 2000), st.integers(0, 1999))
def test_of_a_long_line_the_column_is_shown_and_pointed_at(length: int, place: int) -> None:
    place %= length
    source = "." * place + "X" + "." * (length - place - 1)
    error = ContentError("no", source=source, column=place + 1)
    assert error.excerpt is not None
    assert error.caret is not None
    assert len(error.excerpt) <= LONGEST_EXCERPT
    assert error.excerpt[error.caret - 1] == "X"
    assert error.excerpt in str(error)


def test_a_column_just_after_the_line_can_be_pointed_at() -> None:
    error = ContentError("no", source="." * 500, column=501)
    assert error.excerpt is not None
    assert error.caret == len(error.excerpt) + 1


def test_a_path_that_is_not_utf_8_can_be_printed() -> None:
    error = ContentError("no", path=Path("media/caf\udce9.jpg"), line=2)
    assert str(error).encode() == rb"media/caf\xe9.jpg:2: no"


def test_every_error_class_is_in_the_hierarchy() -> None:
    drawn = {word for word in str(errors.__doc__).split() if word.endswith("Error")}
    assert drawn == {"SitegenError", *(kind.__name__ for kind in SitegenError.__subclasses__())}


def test_several_mistakes_are_one_error_with_the_code_and_the_advice_of_the_first() -> None:
    error = errors.grouped([ConfigError("one", hint="h"), ContentError("two")])
    assert (str(error), error.exit_code, error.hint) == ("one\nhelp: h\n\ntwo", 3, "h")
    assert error.message == "one (the first of several mistakes)"


def test_mistakes_that_are_not_named_are_counted() -> None:
    mistakes = [ContentError(str(number)) for number in range(1234)]
    named = str(errors.grouped(mistakes, 2)).split("\n\n")
    assert named == ["0", "1", "and 1,232 more like these\nhelp: correct these, and try again"]
    assert errors.grouped(mistakes[:1], 1) is mistakes[0]
