"""The encoding of dumps."""

from dataclasses import replace
from typing import BinaryIO

import pytest

from sitegen.readers.findings import Lost, Remark
from sitegen.readers.streams.decoding import choose_encoding, read_text_of
from tests.readers.sources import entry_of

_TEXT = "Größe, „schön“, ein Café am Fluss. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_is_found(encoding: str) -> None:
    text, findings = read_text_of(entry_of((_TEXT * 9).encode(encoding)))
    assert (text, findings) == (_TEXT * 9, ())


def test_valid_utf_8_is_utf_8_whatever_is_declared() -> None:
    content = f'<?xml version="1.0" encoding="iso-8859-1"?><a>{_TEXT}</a>'.encode()
    assert choose_encoding(entry_of(content)).name == "utf-8"


def test_a_file_is_examined_once_however_often_it_is_opened() -> None:
    entry = entry_of(_TEXT.encode())
    opened: list[str] = []

    def open_again() -> BinaryIO:
        opened.append(entry.name)
        return entry.open()

    counted = replace(entry, open=open_again)
    assert choose_encoding(counted) == choose_encoding(counted)
    assert len(opened) == 1


@pytest.mark.parametrize("declared", ["windows-1252", "ISO-8859-1", "us-ascii"])
def test_a_declared_encoding_is_used_where_the_text_is_not_utf_8(declared: str) -> None:
    content = f'<?xml version="1.0" encoding="{declared}"?><a>{_TEXT}</a>'.encode("cp1252")
    text, _ = read_text_of(entry_of(content))
    assert _TEXT in text


def test_one_invalid_byte_loses_one_character_and_is_reported() -> None:
    content = (_TEXT * 3).encode() + b"Na\xefve"
    text, (lost,) = read_text_of(entry_of(content))
    assert text == _TEXT * 3 + "Na\ufffdve"
    assert isinstance(lost, Lost)


def test_undeclared_bytes_that_are_not_utf_8_are_read_as_windows_1252_with_a_remark() -> None:
    text, (remark,) = read_text_of(entry_of(_TEXT.encode("cp1252")))
    assert text == _TEXT
    assert isinstance(remark, Remark)
    assert "Windows-1252" in remark.text
