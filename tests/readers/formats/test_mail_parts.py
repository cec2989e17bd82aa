"""The texts of mail of several parts."""

from pathlib import Path

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.readers.sources import read_dump


def _write_message(path: Path, kind: str, body: str) -> None:
    path.write_text(
        "From ann at a.example  Mon Jan  1 10:00:00 2024\nFrom: Ann <x@a.example>\n"
        f"Subject: The lamp\nContent-Type: {kind}\n\n{body}\n\n",
        "utf-8",
    )


def _parts(boundary: str, *parts: str) -> tuple[str, str]:
    """The type of a message of several parts, and its body."""
    body = "\n".join(f"--{boundary}\nContent-Type: {part}" for part in parts)
    return f'multipart/mixed; boundary="{boundary}"', f"{body}\n--{boundary}--"


@pytest.mark.parametrize(
    ("rest", "text", "lost"),
    [
        ("text/plain\n\nAnd *goes* out.", "It burns.\n\nAnd *goes* out.", []),
        ("text/plain\nContent-Disposition: inline\n\nAgain.\n> Out", "It burns.\n\nAgain.", []),
        (f"text/plain\n\n{'_' * 47}\nlamps mailing list\n", "It burns.", []),
        ('text/plain; name="a.txt"\n\nAnd goes out.', "It burns.", ["text/plain"]),
        ("text/plain\nContent-Disposition: attachment\n\nAgain.", "It burns.", ["text/plain"]),
        ("message/rfc822\n\nFrom: Bob\n\nAnd goes out.", "It burns.", ["message/rfc822"]),
    ],
)
@pytest.mark.parametrize("is_nested", [False, True])
def test_the_text_below_a_picture_in_a_mail_is_read(
    tmp_path: Path, rest: str, text: str, lost: list[str], *, is_nested: bool
) -> None:
    picture = "image/png\nContent-Disposition: inline\n\nx"
    header, body = _parts("A", "text/plain\n\nIt burns.", picture, rest)
    if is_nested:
        header, body = _parts("B", f"{header}\n\n{body}")
    path = tmp_path / "lamp.mbox"
    _write_message(path, header, body)
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == [text]
    assert [item.what for item in read.lost] == [
        f"an attachment ({kind})" for kind in ("image/png", *lost)
    ]


def test_html_stays_the_text_of_a_mail_to_which_a_list_adds_a_part(tmp_path: Path) -> None:
    footer = f"text/plain\n\n{'_' * 47}\nlamps mailing list\n"
    html = "text/html\n\n<p>It <b>burns</b>.</p>"
    header, body = _parts("A", html, "text/plain\n\nIt *burns*.", footer)
    path = tmp_path / "list.mbox"
    _write_message(path, header, body)
    (document,) = read_dump(path)
    assert document.text == "It **burns**.\n\nIt \\*burns\\*."


@pytest.mark.parametrize("is_nested", [False, True])
def test_pictures_of_the_html_of_a_mail_are_reported(tmp_path: Path, *, is_nested: bool) -> None:
    html = 'text/html\n\n<p>It burns <img src="cid:a" alt="here"></p>'
    header, body = _parts("A", html, "image/png\nContent-ID: <a>\n\nx")
    header = header.replace("mixed", "related")
    if is_nested:
        header, body = _parts("B", f"{header}\n\n{body}")
    path = tmp_path / "lamp.mbox"
    _write_message(path, header, body)
    read = read_source(path, ReadOptions())
    assert [item.what for item in read.lost] == ["an attachment (image/png)"]


@pytest.mark.parametrize("kind", ["alternative", "mixed"])
def test_html_is_read_where_the_plain_text_of_a_mail_is_empty(tmp_path: Path, kind: str) -> None:
    header, body = _parts("A", "text/plain\n\n \n", "text/html\n\n<p>It <b>burns</b>.</p>")
    header = header.replace("mixed", kind)
    path = tmp_path / "lamp.mbox"
    _write_message(path, header, body)
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It **burns**."]
    assert not read.lost
