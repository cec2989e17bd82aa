from pathlib import Path

import pytest

from sitegen.errors import GroupedError, UsageError
from sitegen.mailing.recipients import read_recipients


def _list(folder: Path, text: str) -> str:
    path = folder / "readers.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_one_address_is_a_recipient() -> None:
    assert read_recipients("Me <me@d.example>") == ("me@d.example",)


def test_list_has_names_comments_and_each_address_once(tmp_path: Path) -> None:
    text = "\ufeff# Readers\nJane Doe <jane@d.example>\n\n  bob@d.example  \nJane@D.example\n"
    assert read_recipients(_list(tmp_path, text)) == ("jane@d.example", "bob@d.example")


def test_every_wrong_line_of_a_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(GroupedError) as caught:
        read_recipients(_list(tmp_path, "a@d.example\nnobody\nb@d.example, c@d.example\n"))
    assert [error.line for error in caught.value.errors] == [2, 3]


@pytest.mark.parametrize("text", ["", "# nobody yet\n"])
def test_empty_list_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        read_recipients(_list(tmp_path, text))


@pytest.mark.parametrize("to", ["readers.txt", "me@", "a@b@c.example"])
def test_neither_address_nor_file_is_an_error(to: str) -> None:
    with pytest.raises(UsageError):
        read_recipients(to)
