"""Editing a key of a page changes its lines and no other byte."""

from pathlib import Path

import pytest

from sitegen.content.front_matter import edit_header, parse_page, replace_body
from sitegen.errors import ContentError

FILE = Path("content/topics/craft/lamp.md")
PAGE = b"""---
# permanent
id: lamp
title: 'A lamp'   # short
tags:
- light
- oil
note: |
  One.

  Two.
# about dates
date: 2024-05-01
---

The text.
"""


def edited(**changes: object) -> str:
    return edit_header(PAGE, changes, FILE).decode()


def test_a_changed_value_keeps_its_comment_and_all_other_lines() -> None:
    assert edited(title="Lamps").splitlines() == [
        "title: Lamps # short" if line.startswith("title:") else line
        for line in PAGE.decode().splitlines()
    ]


def test_a_removed_block_keeps_the_comment_of_the_next_key() -> None:
    text = edited(note=None, tags=None)
    assert text.replace("\n\n\n", "\n\n") == (
        "---\n# permanent\nid: lamp\ntitle: 'A lamp'   # short\n# about dates\n"
        "date: 2024-05-01\n---\n\nThe text.\n"
    )


def test_a_new_key_is_added_at_the_end() -> None:
    assert "date: 2024-05-01\npinned: true\n---\n" in edited(pinned=True)


def test_a_page_without_front_matter_gets_one() -> None:
    assert edit_header(b"The text.\n", {"pinned": True}, FILE) == (
        b"---\npinned: true\n---\n\nThe text.\n"
    )


def test_removing_a_missing_key_changes_nothing() -> None:
    assert edit_header(PAGE, {"pinned": None}, FILE) == PAGE
    assert edit_header(b"The text.", {"pinned": None}, FILE) == b"The text."


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n\r\nText.\r\n"
    assert edit_header(data, {"order": 2}, FILE) == (
        b"\xef\xbb\xbf---\r\ntitle: A\r\norder: 2\r\n---\r\n\r\nText.\r\n"
    )
    assert replace_body(data, "One.\nTwo.", FILE).endswith(b"\r\n\r\nOne.\r\nTwo.\r\n")


@pytest.mark.parametrize("value", ["a: b", "#1", "“x”", "two\nlines", "- x", "yes", "  spaced  "])
def test_any_text_is_read_back_as_it_was_set(value: str) -> None:
    source = parse_page(edited(title=value, pinned=True), FILE)
    assert (source.header["title"], source.header["pinned"]) == (value, True)
    assert source.header["note"] == "One.\n\nTwo.\n"


def test_front_matter_in_another_format_is_left_to_the_editor() -> None:
    with pytest.raises(ContentError, match="TOML") as error:
        edit_header(b'+++\ntitle = "A"\n+++\n\nText.\n', {"title": "B"}, FILE)
    assert error.value.path == FILE
