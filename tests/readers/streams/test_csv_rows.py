"""Tables read row by row."""

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import Lost, Remark
from sitegen.readers.sources import Entry
from sitegen.readers.streams import Row, csv_rows, open_table
from tests.readers.sources import entry_of as entry_of_bytes


def entry_of(content: str | bytes, name: str = "x.csv") -> Entry:
    return entry_of_bytes(content.encode() if isinstance(content, str) else content, name)


def _cells(content: str | bytes) -> list[list[str]]:
    rows = open_table(entry_of(content, "dump.csv")).rows()
    return [list(row.cells.values()) for row in rows if isinstance(row, Row)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    table = open_table(entry_of(f"Title{separator}Text\na{separator}It's a dog's life\n"))
    assert table.columns == ("title", "text")
    (row,) = table.rows()
    assert row == Row(2, {"title": "a", "text": "It's a dog's life"})


def test_the_separator_that_excel_declares_is_used() -> None:
    assert _cells("\ufeffsep=;\ntitle;text\na,b;c\n") == [["a,b", "c"]]


def test_a_table_of_one_column_keeps_its_commas() -> None:
    assert _cells('text\nOne, two\n\n"Three, four"\nIt\'s\n') == [
        ["One, two"],
        ["Three, four"],
        ["It's"],
    ]


def test_cells_keep_quotation_marks_and_line_breaks() -> None:
    assert _cells('title,text\r\n"a ""b""","c\r\nd"\r\ne,5" disk\u2028x\r\n') == [
        ['a "b"', "c\nd"],
        ["e", '5" disk\u2028x'],
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(line_end: str) -> None:
    assert _cells(line_end.join(["title,text", "a,b", "c,d"])) == [["a", "b"], ["c", "d"]]


def test_zero_characters_are_dropped() -> None:
    assert _cells("title,text\na,b\0c\n") == [["a", "bc"]]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_of_unicode_are_read(encoding: str) -> None:
    assert _cells("title,text\nä,ö\n".encode(encoding)) == [["ä", "ö"]]


def test_text_that_is_not_utf8_is_read_and_remarked() -> None:
    row, remark = open_table(entry_of("title,text\nä,ö\n".encode("cp1252"))).rows()
    assert isinstance(row, Row)
    assert row.cells == {"title": "ä", "text": "ö"}
    assert isinstance(remark, Remark)


def test_columns_of_one_name_get_numbers() -> None:
    assert open_table(entry_of("Tags,Text,tags\na,b,c\n")).columns == ("tags", "text", "tags 2")


def test_short_rows_are_filled_and_cells_beyond_the_columns_reported() -> None:
    short, lost, long = open_table(entry_of("title,text,url\na\nb,c,d,e\n", "x.csv")).rows()
    assert short == Row(2, {"title": "a", "text": "", "url": ""})
    assert long == Row(3, {"title": "b", "text": "c", "url": "d"})
    assert isinstance(lost, Lost)
    assert lost.where == "x.csv, line 3"


@pytest.mark.parametrize(
    "rest",
    [
        "b,two,2\nc,three,3\n",
        'b,two,2\nc,three,3\nd,four,4\ne,five,5\nf,"six",6\n',
    ],
)
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(rest: str) -> None:
    entry = entry_of(f'title,text,n\na,"one,1\n{rest}', "x.csv")
    lost, *rows = open_table(entry).rows()
    assert isinstance(lost, Lost)
    assert lost.where == "x.csv, line 2"
    titles = [row.cells["title"] for row in rows if isinstance(row, Row)]
    assert titles == ["a", *(line[0] for line in rest.splitlines())]


def test_a_cell_of_many_lines_is_one_cell() -> None:
    text = "one, two\n" * 50
    assert _cells(f'title,text\na,"{text}"\nb,c\n') == [["a", text], ["b", "c"]]


def test_a_huge_cell_is_reported_and_the_rows_below_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_rows, "_LONGEST_ROW", 1000)
    lost, _, last = open_table(entry_of(f"title,text\na,{'x' * 5000}\nb,c\n")).rows()
    assert isinstance(lost, Lost)
    assert last == Row(3, {"title": "b", "text": "c"})


def test_an_empty_file_is_an_error() -> None:
    with pytest.raises(DumpError, match="is empty"):
        open_table(entry_of("\n\n", "x.csv"))


def test_the_header_of_a_table_that_was_added_to_another_is_no_row() -> None:
    assert _cells("title,text\na,b\ntitle,text\nc,d\n") == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(("rows", "line"), [("a,b,c\nd,e", 3), ("a,b", 2)])
def test_a_last_row_that_is_cut_off_is_reported(rows: str, line: int) -> None:
    found = [*open_table(entry_of(f"title,text,url\n{rows}")).rows()]
    assert [each.where for each in found if isinstance(each, Lost)] == [f"x.csv, line {line}"]
    assert [row.line for row in found if isinstance(row, Row)] == [*range(2, line + 1)]


def test_a_last_row_that_is_cut_off_before_its_status_is_left_out() -> None:
    (lost,) = open_table(entry_of("title,text,is_private\na,b")).rows()
    assert isinstance(lost, Lost)
    assert (lost.what, lost.where) == ("a row", "x.csv, line 2")


def test_a_short_row_that_ends_is_not_reported() -> None:
    found = [*open_table(entry_of("title,text,url\na,b,c\nd,e\n")).rows()]
    assert not [each for each in found if isinstance(each, Lost)]


def test_columns_of_one_name_are_numbered() -> None:
    table = open_table(entry_of("tag,Tag,tag 2,tag\n1,2,3,4\n"))
    assert table.columns == ("tag", "tag 2", "tag 2 2", "tag 3")
