"""Archives of mailing lists: the months of Mailman as text, and their pages."""

from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.readers.sources import read_dump

_PAGE = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><TITLE> [lamps] Oil</TITLE></HEAD><BODY BGCOLOR="#ffffff"><H1>[lamps] Oil</H1>
<B>Ann Lee</B> <A HREF="mailto:x" TITLE="[lamps] Oil">canary at a.example</A><BR>
<I>Mon May  6 10:00:00 CEST 2024</I><UL><LI> <B>Messages sorted by:</B> <a href="d">[ date ]</a>
</UL><HR> <!--beginarticle--> <PRE>It burns.</PRE> <!--endarticle--></BODY></HTML>"""


def _message(body: str, sender: str = "ann at a.example (Ann Lee)", number: int = 1) -> str:
    return (
        f"From ann at a.example  Mon May  6 10:00:0{number} 2024\nFrom: {sender}\n"
        "Date: Mon, 6 May 2024 10:00:00 +0200\nSubject: [lamps] Oil\n"
        f"Message-ID: <{number}@a.example>\n\n{body}\n\n"
    )


def test_a_folder_with_the_months_of_a_mailing_list_is_read_as_mail(tmp_path: Path) -> None:
    folder = tmp_path / "lamps"
    (folder / "2024-May").mkdir(parents=True)
    (folder / "2024-May.txt").write_text(_message("It burns."))
    (folder / "2024-June.txt").write_text(_message("It is out.", number=2))
    for number in range(3):
        (folder / "2024-May" / f"00000{number}.html").write_text(_PAGE)
    read = read_source(folder, ReadOptions())
    assert read.formats == ("mail",)
    assert sorted(document.text for document in read.documents) == ["It burns.", "It is out."]
    assert {(each.title, each.author) for each in read.documents} == {("Oil", "Ann Lee")}


@pytest.mark.parametrize(
    "page",
    [_PAGE, "<!-- MHonArc v2.6.19 --><!--X-Subject: Oil --><html><body>canary at a.example</html>"],
)
def test_a_page_of_the_archive_of_a_mailing_list_is_refused_for_its_addresses(
    tmp_path: Path, page: str
) -> None:
    path = tmp_path / "000001.html"
    path.write_text(page)
    with pytest.raises(DumpError) as error:
        read_dump(path)
    assert "a page of the archive of a mailing list" in error.value.message
    assert error.value.hint is not None
    assert error.value.hint.startswith("import the messages as mail")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Write to canary at b.example.", "Write to […]."),
        ("Write to <canary at b.example> soon.", "Write to soon."),
        ("Burned\nsted at gmail.com", "Burned\n[…]"),
        ("alfred at a.example", "[…]"),
        ("Available at a.example, not at b.example.", "Available at a.example, not at b.example."),
        ("Clone ssh://hg at a.example/oil", "Clone ssh://hg@a.example/oil"),
        ("On 5 May Bob <canary at b.example> wrote:\n> Out?\n\nNo.", "No."),
        ("2024-05-05 9:00 GMT+02:00 Bob <canary at b.example>:\n\n> Out?\n\nNo.", "No."),
        ("Il giorno dom, 05/05/2024, canary at b.example ha\nscritto:\n> Out?\n\nNo.", "No."),
    ],
)
def test_addresses_that_an_archive_writes_with_at_are_not_read(
    tmp_path: Path, body: str, text: str
) -> None:
    path = tmp_path / "2024-May.txt"
    path.write_text(_message(body, sender="alfred at a.example (Alfred)"))
    (document,) = read_dump(path)
    assert document.text == text


def test_without_such_a_sender_words_with_at_stay(tmp_path: Path) -> None:
    path = tmp_path / "lamps.mbox"
    path.write_text(_message("We met ann at b.example.", sender="Ann <ann@a.example>"))
    (document,) = read_dump(path)
    assert document.text == "We met ann at b.example."


def test_a_sender_without_a_name_is_no_author(tmp_path: Path) -> None:
    path = tmp_path / "2024-May.txt"
    path.write_text(_message("It burns.", sender="canary at a.example (canary at a.example)"))
    (document,) = read_dump(path)
    assert document.author is None


def test_what_an_archive_writes_for_attachments_is_no_text_and_is_lost(tmp_path: Path) -> None:
    picture = (
        "-------------- nächster Teil --------------\n"
        "Ein Dateianhang, der kein Text ist, wurde abgetrennt...\nDateiname  : a.png\n"
        "Dateityp   : image/png\nURL        : <http://a.example/attachments/a.png>\n"
    )
    other = (
        "-------------- next part --------------\nA non-text attachment was scrubbed...\n"
        "Name: signature.asc\nType: application/pgp-signature\nURL: <http://a.example/b.asc>\n"
        "-------------- next part --------------\nAn HTML attachment was scrubbed...\n"
        "URL: <http://a.example/attachments/attachment.html>\n"
    )
    path = tmp_path / "2024-May.txt"
    path.write_text(_message(f"It burns.\n{picture}{other}Bright."), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns.\n\nBright."]
    assert [item.what for item in read.lost] == ["an attachment (image/png)"]
