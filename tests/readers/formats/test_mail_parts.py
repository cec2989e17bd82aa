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


_LETTER = "<p>It is a long letter about <b>lamps</b>, the harbour, and oil in a bottle.</p>"


@pytest.mark.parametrize(
    "notice",
    [
        "See the HTML version.",
        "Your mail program cannot show HTML. Please open this message in a browser.",
        "Ihr Programm zeigt diese Nachricht nicht an: https://a.example/lamps/harbour",
        "查看此邮件需要浏览器",
        "Lamps",
    ],
)
def test_html_is_read_where_the_plain_text_of_a_mail_is_a_notice(
    tmp_path: Path, notice: str
) -> None:
    html = _LETTER.replace("<b>lamps", "<b>lights") if notice == "Lamps" else _LETTER
    header, body = _parts("A", f"text/plain; charset=utf-8\n\n{notice}", f"text/html\n\n{html}")
    path = tmp_path / "lamp.mbox"
    _write_message(path, header.replace("mixed", "alternative"), body)
    (document,) = read_dump(path)
    assert document.text.startswith("It is a long letter about **l")


def test_html_below_a_plain_text_that_only_announces_it_is_read(tmp_path: Path) -> None:
    html = f"text/html\n\n{_LETTER}"
    path = tmp_path / "lamp.mbox"
    _write_message(path, *_parts("A", "text/plain\n\nSee the *HTML* version.", html))
    (document,) = read_dump(path)
    assert document.text.startswith("See the \\*HTML\\* version.\n\nIt is a long letter about **l")
    _write_message(path, *_parts("A", "text/plain\n\nIt burns.", "text/html\n\n<p>It burns.</p>"))
    assert [document.text for document in read_dump(path)] == ["It burns."]


def test_html_with_the_name_of_a_file_is_the_text_of_a_mail_without_another(tmp_path: Path) -> None:
    path = tmp_path / "lamp.mbox"
    _write_message(path, *_parts("A", 'text/html; name="a.html"\n\n<p>It <b>burns</b>.</p>'))
    assert [document.text for document in read_dump(path)] == ["It **burns**."]


def test_a_notice_that_also_stands_in_the_html_of_a_mail_is_one(tmp_path: Path) -> None:
    notice = "Show this mail in a browser"
    html = f"<p><a href='https://a.example/'>{notice}</a></p>{_LETTER * 3}"
    header, body = _parts("A", f"text/plain\n\n{notice}.", f"text/html\n\n{html}")
    path = tmp_path / "lamp.mbox"
    _write_message(path, header.replace("mixed", "alternative"), body)
    (document,) = read_dump(path)
    assert "It is a long letter" in document.text


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("It burns.", "<p>It <b>burns</b>, and it goes out.</p>"),
        ("Yes.\n\n> Does it burn?\n\nNo.\n\n> And go out?", f"<p>Yes.</p>{_LETTER}"),
        ("Nobody opened the browser yet.", "<p>Nobody opened the browser yet. Ann Lee</p>"),
        ("Open the HTML.", "<p>Open it.</p>"),
        ("It burns.", f"<blockquote type='cite'>{_LETTER}</blockquote>"),
        ("> It burns.", "<p> </p>"),
        ("A word on oil. " * 40, _LETTER * 40),
    ],
)
def test_the_plain_text_of_a_mail_is_read_where_it_is_the_text(
    tmp_path: Path, plain: str, html: str
) -> None:
    header, body = _parts("A", f"text/plain\n\n{plain}", f"text/html\n\n{html}")
    path = tmp_path / "lamp.mbox"
    _write_message(path, header.replace("mixed", "alternative"), body)
    assert not any(document.is_markdown for document in read_dump(path))
