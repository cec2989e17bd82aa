"""Details of flat exports of Dotclear."""

from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_COLUMNS = (
    "post_id,blog_id,user_id,post_dt,post_tz,post_creadt,post_type,post_title,post_content_xhtml,"
    "post_status"
)


def _post(number: int, content: str, *, zone: str = "UTC", status: str = "1") -> str:
    cells = (str(number), "default", "ann", "2021-07-03 21:40:00", zone, "2021-07-03 19:30:00",
             "post", f"Lamp {number}", content, status)  # fmt: skip
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def _read(tmp_path: Path, *rows: str) -> SourceRead:
    path = tmp_path / "backup.txt"
    path.write_text(f"///DOTCLEAR|2.3|single\n\n[post {_COLUMNS}]\n{''.join(rows)}", "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"One \"two\", three", 'One "two", three'),
        (r"<pre>a\r\nb\\nc</pre>", "```\na\nb\\nc\n```"),
        ("<p>a</p>", "a"),
    ],
)
def test_cells_are_read_with_their_escapes(tmp_path: Path, written: str, shown: str) -> None:
    (document,) = _read(tmp_path, _post(1, written)).documents
    assert document.text == shown


def test_a_row_that_is_cut_off_is_lost_with_its_line_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    cut = _post(2, "It ends")[:60] + "\n"
    read = _read(tmp_path, _post(1, "It burns."), cut, _post(3, "It glows."))
    assert [document.text for document in read.documents] == ["It burns.", "It glows."]
    assert [(lost.what, lost.where) for lost in read.lost] == [("a row", "backup.txt, line 5")]


def test_a_date_has_the_offset_of_its_zone_and_of_utc_if_that_is_unknown(tmp_path: Path) -> None:
    zones = ("Europe/Paris", "Nowhere/At all", "")
    read = _read(tmp_path, *(_post(n, "It burns.", zone=zone) for n, zone in enumerate(zones)))
    offsets = [document.date.isoformat()[19:] for document in read.documents if document.date]
    assert offsets == ["+02:00", "+00:00", "+00:00"]


def test_the_address_of_an_account_is_no_name(tmp_path: Path) -> None:
    read = _read(tmp_path, _post(1, "It burns.").replace('"ann"', '"ann@quai.example"'))
    assert read.documents[0].author is None


def test_a_post_in_an_unknown_state_is_left_out(tmp_path: Path) -> None:
    read = _read(tmp_path, _post(1, "canary", status="7"))
    assert (read.documents, read.left_out) == ((), {"not public": 1})
