"""Details of exports of Movable Type."""

from pathlib import Path

import pytest

from sitegen.models import Document
from sitegen.readers import ReadOptions, SourceRead, read_source

_HEAD = "AUTHOR: Ann\nTITLE: One\nSTATUS: {}\nCONVERT BREAKS: {}\nDATE: 01/02/2024 10:00:00\n"


def _entry(body: str, *, status: str = "Publish", breaks: str = "0", more: str = "") -> str:
    head = _HEAD.format(status, breaks)
    return f"{head}{more}-----\nBODY:\n{body}\n-----\n--------\n"


def _read(tmp_path: Path, text: str, *include: str) -> SourceRead:
    path = tmp_path / "blog.txt"
    path.write_text(text, "utf-8", newline="")
    return read_source(path, ReadOptions(frozenset(include)))


def _only(tmp_path: Path, text: str) -> Document:
    (document,) = _read(tmp_path, text).documents
    return document


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_hyphens_in_a_text_end_nothing(tmp_path: Path, line_end: str) -> None:
    text = _entry("<pre>--------\na\n-----\nb</pre>").replace("\n", line_end)
    assert _only(tmp_path, text).text == "```\n--------\na\n-----\nb\n```"


def test_an_export_without_its_last_line_is_read_to_the_end(tmp_path: Path) -> None:
    text = _entry("It burns.") + _entry("It ends.", more="BASENAME: two\n")
    read = _read(tmp_path, text.removesuffix("\n-----\n--------\n"))
    assert [document.text for document in read.documents] == ["It burns.", "It ends."]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("Draft", "draft"),
        ("Future", "scheduled"),
        ("Review", "pending"),
        ("Private", "private"),
        ("Friends", "not public"),
    ],
)
def test_what_is_not_published_is_left_out(tmp_path: Path, status: str, reason: str) -> None:
    read = _read(tmp_path, _entry("canary", status=status))
    assert (read.documents, read.left_out) == ((), {reason: 1})


def test_drafts_are_read_on_request(tmp_path: Path) -> None:
    read = _read(tmp_path, _entry("It burns.", status="Draft"), "drafts")
    assert [document.text for document in read.documents] == ["It burns."]


def test_markup_that_is_not_known_is_kept_and_reported(tmp_path: Path) -> None:
    read = _read(tmp_path, _entry("h2. Oil\n\nIt burns.", breaks="textile_2"))
    assert [document.text for document in read.documents] == ["h2. Oil\n\nIt burns."]
    assert [lost.what for lost in read.lost] == ["the markup “textile_2”"]


def test_a_repeated_entry_is_a_duplicate(tmp_path: Path) -> None:
    entry = _entry("It burns.", more="BASENAME: one\n")
    assert _read(tmp_path, entry * 2).left_out == {"duplicate": 1}


@pytest.mark.parametrize("date", ["soon", "13/45/2024 10:00:00", "01/02/0001 10:00:00", "9" * 999])
def test_an_invalid_date_is_none(tmp_path: Path, date: str) -> None:
    text = _entry("It burns.").replace("01/02/2024 10:00:00", date)
    assert _only(tmp_path, text).date is None


def test_long_tags_are_no_error(tmp_path: Path) -> None:
    tags = f'"oil lamp", {"a" * 200_000},wick'
    assert {"oil lamp", "wick"} < {*_only(tmp_path, _entry("a", more=f"TAGS: {tags}\n")).tags}


def test_an_export_that_is_cut_off_in_the_head_of_an_entry_is_read_up_to_there(
    tmp_path: Path,
) -> None:
    read = _read(tmp_path, _entry("It burns.") + "AUTHOR: Ann\nTITLE: Two\nSTATUS: Pub")
    assert [document.text for document in read.documents][:1] == ["It burns."]


def test_unknown_sections_are_no_part_of_the_text_and_reported(tmp_path: Path) -> None:
    text = _entry("It burns.\n-----\nPRIVATE NOTES:\ncanary\n-----\nKEYWORDS:\ncanary")
    read = _read(tmp_path, text)
    assert [document.text for document in read.documents] == ["It burns."]
    assert [lost.what for lost in read.lost] == ["the section PRIVATE NOTES"]
