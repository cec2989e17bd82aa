"""Headers of mail that are cut off, damaged, or copied: no address in them gets into a text."""

import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.readers.sources import read_dump

_HEADER = (
    "Received: from mail.a.example (mail.a.example [192.0.2.7])\r\n"
    "\tby mx.b.example with ESMTP id 77\r\n"
    "\tfor <bo@b.example>; Mon, 4 May 2020 09:15:00 +0000\r\n"
    "From: Ann Lee <ann@a.example>\r\nTo: Bo Ray <bo@b.example>\r\nSubject: Trains\r\n"
)
_SECOND = (
    "From bo@b.example Mon May  4 10:15:00 2020\nFrom: Bo <bo@b.example>\n"
    "Message-ID: <2@b.example>\nSubject: Trains\n\nThey are late.\n"
)


@pytest.mark.parametrize("name", ["cut.eml", "cut.txt"])
@pytest.mark.parametrize("size", [55, 90, 130, 180, 200, 215, 230, 240, 251, len(_HEADER)])
def test_a_message_cut_off_within_its_header_is_refused(
    tmp_path: Path, name: str, size: int
) -> None:
    path = tmp_path / name
    path.write_text(_HEADER[:size], "utf-8")
    with pytest.raises(DumpError, match="cut off within its header"):
        read_source(path, ReadOptions())


@pytest.mark.parametrize("end", ["Subje\n", "Subje\n\n", "To: Bo <bo@b.ex\n", ""])
def test_a_header_that_is_cut_off_ends_before_the_next_message(tmp_path: Path, end: str) -> None:
    path = tmp_path / "list.mbox"
    cut = f"From ann@a.example Mon May  4 09:15:00 2020\nFrom: Ann <ann@a.example>\n{end}"
    path.write_text(cut + _SECOND, "utf-8")
    assert [document.text for document in read_dump(path)][-1] == "They are late."
    assert "example" not in "".join(document.text for document in read_dump(path))


def test_other_lines_in_a_header_do_not_end_it(tmp_path: Path) -> None:
    path = tmp_path / "damaged.eml"
    header = _HEADER.replace("From:", "this line is damaged\r\nFrom:")
    path.write_text(f"{header}\r\nThey are late.\r\n", "utf-8")
    (document,) = read_dump(path)
    assert (document.title, document.author) == ("Trains", "Ann Lee")
    assert document.text == "They are late."


@pytest.mark.parametrize(
    "header",
    [
        "From: Ann Lee <ann@a.example>\nSent: 4 May 2020 09:15\nTo: bo@b.example\nSubject: Züge",
        "Von: Ann Lee <ann@a.example>\nGesendet: 4 May 2020\nAn: bo@b.example\nBetreff: Züge",
        "De : Ann Lee <ann@a.example>\nEnvoyé : 4 mai 2020\nÀ : bo@b.example\nObjet : Züge",
    ],
)
def test_a_header_that_was_copied_from_a_mail_program_is_one(tmp_path: Path, header: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(f"{header}\n\nThey are late.\n", "utf-8")
    (document,) = read_dump(path)
    assert (document.title, document.author) == ("Züge", "Ann Lee")
    assert document.text == "They are late."


def test_a_text_with_the_header_of_mail_is_left_out_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "tea.md").write_text("# Tea\n\nIt is hot.\n", "utf-8")
    for name in ("mail.txt", "mail.md"):
        (tmp_path / name).write_text(f"{_HEADER}\nThey are late.\n", "utf-8")
    read = read_source(tmp_path, ReadOptions())
    assert [document.title for document in read.documents] == ["Tea"]
    assert read.left_out == {"unsupported": 2}


def test_a_file_named_as_mail_without_a_header_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "note.eml"
    path.write_text("They are late.\n\nIt rains.\n", "utf-8")
    (document,) = read_dump(path)
    assert document.text == "They are late.\n\nIt rains."


def test_a_message_that_only_its_name_tells_is_one_in_an_archive_too(tmp_path: Path) -> None:
    path = tmp_path / "mail.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.eml", "From: Ann <canary@a.example>\n\nIt burns.\n")
    (document,) = read_dump(path)
    assert (document.author, document.text) == ("Ann", "It burns.")


@pytest.mark.parametrize(
    "line", ["From bo@b.example Mon May  4 1x:15:00 2020", "From bo@b.example"]
)
def test_a_message_below_a_damaged_line_is_one_of_its_own(tmp_path: Path, line: str) -> None:
    path = tmp_path / "list.mbox"
    second = _SECOND.partition("\n")[2]
    first = "From a@a.example Mon May  4 09:15:00 2020\nFrom: Ann <a@a.example>\nSubject: Tea"
    path.write_text(f"{first}\n\nFrom here on it rains at night.\n\n{line}\n{second}", "utf-8")
    assert [document.text for document in read_dump(path)] == [
        "From here on it rains at night.",
        "They are late.",
    ]


@pytest.mark.parametrize(
    "start",
    [
        "rom ann@a.example Mon May  4 09:15:00 2020\n",
        "\ufffdFrom MAILER-DAEMON Mon May  4 09:15:00 2020\n",
        "ails of the year\n\nFrom ann@a.example Mon May  4 09:15:00 2020\n",
    ],
)
def test_a_mailbox_whose_start_is_damaged_is_one(tmp_path: Path, start: str) -> None:
    path = tmp_path / "mails.txt"
    header = _HEADER.replace("\r", "")
    path.write_text(f"{start}{header}\nThey are early.\n\n{_SECOND}", "utf-8")
    texts = [document.text for document in read_dump(path)]
    assert texts[-2:] == ["They are early.", "They are late."]
    assert "example" not in "".join(texts)


def test_a_text_that_shows_how_mail_looks_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "mail.md"
    path.write_text(f"# How mail looks\n\n```\n{_SECOND}```\n\nThat is all.\n", "utf-8")
    (document,) = read_dump(path)
    assert document.text.endswith("That is all.")


@pytest.mark.parametrize(
    ("field", "is_private"),
    [
        ("Sensitivity: Private", True),
        ("Sensitivity: personal", True),
        ("Sensitivity: Company-Confidential", True),
        ("Sensitivity: \n  Private", True),
        ("Sensitivity: 3", True),
        ("Sensitivity: Normal", False),
        ("Sensitivity:", False),
        ("X-Classification: Strictly confidential", True),
        ("X-Company-Sensitivity: vertraulich", True),
        ("X-Classification: unclassified", False),
        ("X-Spam-Classification: ham", False),
        ("msip_labels: MSIP_Label_1_Enabled=True; MSIP_Label_1_Name=Confidential", True),
        ("msip_labels: MSIP_Label_1_Method=Privileged; MSIP_Label_1_Name=General", False),
        ("Importance: high", False),
        ("X-Priority: 1", False),
    ],
)
def test_mail_that_its_header_calls_private_is_left_out(
    tmp_path: Path, field: str, *, is_private: bool
) -> None:
    path = tmp_path / "mail.mbox"
    first = "From a@a.example Mon May  4 09:15:00 2020\nFrom: Ann <a@a.example>\nSubject: Tea"
    path.write_text(f"{first}\n{field}\n\nIt is hot.\n\n{_SECOND}", "utf-8")
    read = read_source(path, ReadOptions())
    expected = ["They are late."] if is_private else ["It is hot.", "They are late."]
    assert [document.text for document in read.documents] == expected
    assert read.left_out == ({"private": 1} if is_private else {})
    asked = read_source(path, ReadOptions(frozenset({"private"})))
    assert len(asked.documents) == 2


_PEOPLE = "From: Ann Lee <ann@a.example>\nTo: Bo Ray <bo@b.example>\n"
_PRIVATE = (
    _PEOPLE,
    "From: Ann Lee <ann@a.example>\nTo: bo@b.example, Cy <cy@c.example>\n",
    f"{_PEOPLE}Precedence: first-class\nX-Mozilla-Draft-Info: x\n",
    "From: Ann <ann@a.example>\nTo: ann@a.example\nCc: Bo <bo@b.example>\n",
    "From: no-reply@shop.example\nTo: Bo Ray <bo@b.example>\n",
    "From: Ann Lee <ann@a.example>\nTo: Bo Ray\n",
)
_TO_MANY = (
    f"{_PEOPLE}List-Id: <lamps.a.example>\n",
    f"{_PEOPLE}List-Unsubscribe: <https://a.example/u>\n",
    f"{_PEOPLE}Precedence: bulk\n",
    f"{_PEOPLE}Sender: owner-lamps@a.example\n",
    "From: Ann Lee <ann@a.example>\nTo: lamps-list@a.example\n",
    "From: Ann Lee <ann@a.example>\nTo: Lamps <lamps@googlegroups.com>\n",
    "From: Ann Lee <ann@a.example>\nTo: The editors <letters@digest.example>\n",
    "From: Ann Lee <ann@a.example>\nTo: Ann Lee <ann@a.example>\n",
    "From: Ann Lee <ann@a.example>\nTo: undisclosed-recipients:;\n",
    "From: Ann Lee <ann@a.example>\nNewsgroups: rec.lamps\n",
    "From: Ann Lee <ann@a.example>\n",
    "From: Ann Lee <ann@a.example>\nTo: Ann Lee\n",
    "From: Ann Lee <ann@a.example>\nTo: My readers\n",
)


@pytest.mark.parametrize("include", [(), ("private", "drafts")])
def test_of_a_mailbox_what_people_write_to_each_other_is_never_read(
    tmp_path: Path, include: tuple[str, ...]
) -> None:
    path = tmp_path / "mail.mbox"
    messages = [
        f"From x Mon May  4 10:15:00 2020\n{header}Subject: {subject}\n\n{text}\n"
        for headers, subject, text in (
            (_PRIVATE, "Re: [EXTERNAL] Dinner", "canary"),
            (_TO_MANY, "Trains", "Late."),
            ((_PEOPLE,), "Re: [lamps] Dinner", "canary"),
            ((f"{_PEOPLE}Cc: lamps@a.example\n",), "Re: [Lamps] Trains", "Late."),
        )
        for header in headers
    ]
    path.write_text("\n".join(messages), "utf-8")
    read = read_source(path, ReadOptions(frozenset(include)))
    assert {document.text for document in read.documents} == {"Late."}
    assert len(read.documents) == len(_TO_MANY) + 1
    assert read.left_out == {"private": len(_PRIVATE) + 1}


def test_a_single_letter_is_read_with_a_word_of_caution(tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_text(f"{_PEOPLE}Subject: Trains\n\nThey are late.\n", "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["They are late."]
    assert any("from one person to another" in remark for remark in read.remarks)
