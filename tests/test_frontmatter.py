"""The YAML header of a page."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import ContentError
from sitegen.frontmatter import format_page, line_of_key, parse_page

PAGE = Path("page.md")
PLAIN_TEXT = st.text(st.characters(exclude_categories=["C"], exclude_characters="\x85\u2028\u2029"))


def test_a_page_is_taken_apart_into_header_and_body() -> None:
    source = parse_page("---\ntitle: One\npinned: true\n---\n\nThe body.\n", PAGE)
    assert source.header == {"title": "One", "pinned": True}
    assert source.body == "The body."
    assert source.body_line == 6


def test_a_page_without_a_header_is_all_body() -> None:
    source = parse_page("\nJust text.\n", PAGE)
    assert (source.header, source.body, source.body_line) == ({}, "Just text.", 2)


def test_a_byte_order_mark_does_not_hide_the_header() -> None:
    assert parse_page("\ufeff---\ntitle: One\n---\n", PAGE).header == {"title": "One"}


def test_windows_line_ends_read_like_any_other() -> None:
    source = parse_page("---\r\ntitle: One\r\n---\r\nA\r\nB\r\n", PAGE)
    assert (source.header, source.body) == ({"title": "One"}, "A\nB")


def test_indentation_on_the_first_line_of_the_body_stays() -> None:
    assert parse_page("---\ntitle: One\n---\n\n    code\n", PAGE).body == "    code"


def test_an_empty_header_is_a_header() -> None:
    assert parse_page("---\n---\nText", PAGE).header == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: One: two\n---\nText\n",
            (
                "page.md:2:11: the front matter is not YAML: "
                "a value that holds a colon must stand in quotes\n"
                "    title: One: two\n"
                'help: put the value in quotes: title: "One thing: another"'
            ),
        ),
        (
            "---\ntitle: One\n\nText\n",
            (
                "page.md:1: the front matter is not closed\n"
                "    ---\n"
                "help: did you forget the closing ---? It stands on a line of its own"
            ),
        ),
        (
            "---\n- one\n- two\n---\n",
            (
                "page.md:2: the front matter is no list of keys and values\n"
                "    - one\n"
                "help: write each as “key: value”, with a space after the colon"
            ),
        ),
        (
            "---\ntitle: One\ndate: 2023-13-45\n---\n",
            (
                "page.md:3: a value in the front matter cannot be read: month must be in 1..12\n"
                "    date: 2023-13-45\n"
                "help: a date is written 2023-03-29 or 2023-03-29T10:15:00Z"
            ),
        ),
    ],
)
def test_a_broken_header_is_named_with_its_place_and_the_remedy(text: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_page(text, PAGE)
    assert str(caught.value) == message


def test_a_header_is_written_in_the_order_given_without_what_has_no_value() -> None:
    header = {
        "id": "8f3a2c1d9b",
        "title": None,
        "author": "@handle",
        "date": datetime(2023, 3, 29, 10, 15, tzinfo=UTC),
        "also": ("work", "play"),
        "dump": {"file": "dump.txt", "lines": (12, 14)},
    }
    assert format_page(header, "Text.") == (
        "---\n"
        "id: 8f3a2c1d9b\n"
        "author: '@handle'\n"
        "date: 2023-03-29T10:15:00Z\n"
        "also: [work, play]\n"
        "dump: {file: dump.txt, lines: [12, 14]}\n"
        "---\n"
        "\n"
        "Text.\n"
    )


def test_a_page_without_a_body_ends_with_its_header() -> None:
    assert format_page({"title": "One"}, "") == "---\ntitle: One\n---\n"


@given(st.dictionaries(st.from_regex("[a-z]{1,8}", fullmatch=True), PLAIN_TEXT, max_size=4))
def test_any_text_survives_being_written_and_read(header: dict[str, str]) -> None:
    assert parse_page(format_page(header, "Body"), PAGE).header == header


def test_a_key_is_found_on_its_line() -> None:
    assert line_of_key("---\ntitle: One\n'note' : two\n---\n", "note") == 3
    assert line_of_key("---\ntitle: One\n---\n", "note") is None
