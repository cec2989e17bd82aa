"""Mail as archives keep it, and web pages with the comments of others."""

from pathlib import Path

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.readers.sources import read_dump


def _message(header: str, body: str) -> str:
    return (
        "From ann at a.example  Mon Jan  1 10:00:00 2024\nDate: Mon, 1 Jan 2024 10:00:00 +0100\n"
        f"Subject: The lamp\nMessage-ID: <1@a.example>\n{header}\n\n{body}\n\n"
    )


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("ann at a.example (Ann Lee)", "Ann Lee"),
        ("zoe at a.example (=?utf-8?q?Zo=C3=AB?=)", "Zoë"),
        ("ann at a.example", None),
    ],
)
def test_the_name_behind_an_address_is_the_author(
    tmp_path: Path, sender: str, name: str | None
) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(_message(f"From: {sender}", "It burns."), "utf-8")
    (document,) = read_dump(path)
    assert document.author == name


def test_an_address_in_a_subject_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    text = _message("From: Ann <x@a.example>", "It burns.")
    path.write_text(text.replace("The lamp", "Lamps: canary@a.example moved"), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.title for document in read.documents] == ["Lamps: […] moved"]
    assert any("[…]" in remark for remark in read.remarks)


def test_items_marked_as_spam_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    spam = _message("From: x@a.example\nX-Spam-Flag: YES", "canary").replace("<1@", "<2@")
    path.write_text(_message("From: Ann <x@a.example>", "It burns.") + spam, "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.left_out == {"trash": 1}


def test_a_newsletter_does_not_repeat_its_subject(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    html = "<h1>The lamp</h1><p>It <b>burns</b>.</p>"
    path.write_text(_message("From: Ann <x@a.example>\nContent-Type: text/html", html), "utf-8")
    (document,) = read_dump(path)
    assert document.text == "It **burns**."


_KEPT = (
    "On the train I wrote:\n\nNo more bread.\n\nIt was late.",
    "Two stops.\n\nFrom: the mill\nTo: the shop\nis two hours.\n\nIt goes on.",
    "Sent from my window seat: hills.\nAnd a lake.",
    "Sent from my aunt.\n\nThe parcel came late.",
    "Am Montag schrieb Ann:\n\nEin Text.",
    "__________\nPart two\n\nIt goes on.",
)


@pytest.mark.parametrize("text", _KEPT)
def test_words_that_only_look_like_a_quotation_or_a_signature_stay(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(_message("From: Ann <x@a.example>", text), "utf-8")
    assert [document.text for document in read_dump(path)] == [text]


@pytest.mark.parametrize(
    "rest",
    [
        "-- \ncanary",
        "--\nAnn\n\ncanary",
        "_____________________________________________\nLamps mailing list\ncanary",
        "Sent from my Telephone 7",
        "Sent from my Telephone 7\n\nOn Monday, Zoe wrote:\n> canary",
        "Envoyé de mon téléphone\n\n-----Original Message-----\ncanary",
        "From: Zoe <zoe@a.example>\nSent: Monday, 1 January 2024 10:00\nTo: Ann\n\ncanary",
        "Von: Zoe\nAn: Ann\nBetreff: Lampen\nDatum: 1.1.2024\n\ncanary",
        "*De :* Zoe\n*Envoyé :* lundi 1 janvier 2024\n\ncanary",
    ],
)
def test_signatures_and_what_is_quoted_are_left_out(tmp_path: Path, rest: str) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(_message("From: Ann <x@a.example>", f"It burns.\n\n{rest}"), "utf-8")
    assert [document.text for document in read_dump(path)] == ["It burns."]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
@pytest.mark.parametrize(
    "charset", [None, "unknown-8bit", "undefined", "idna", "x-user-defined", "utf-16", "rot13"]
)
def test_a_message_that_does_not_tell_its_encoding_keeps_its_letters(
    tmp_path: Path, encoding: str, charset: str | None
) -> None:
    path = tmp_path / "list.mbox"
    header = f"\nContent-Type: text/plain; charset={charset}" if charset else ""
    name = f"=?{charset or 'x'}?Q?Zo=C3=AB?="
    message = _message(f"From: {name} <x@a.example>{header}", "Ein Löffel für Zoë.")
    path.write_bytes(message.encode(encoding))
    read = read_source(path, ReadOptions())
    (document,) = read.documents
    assert document.text == "Ein Löffel für Zoë."
    assert charset == "utf-16" or document.author == "Zoë"
    assert not read.lost


def test_quotation_marks_of_windows_in_latin_1_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    header = "From: Ann <x@a.example>\nContent-Type: text/plain; charset=iso-8859-1"
    path.write_bytes(_message(header, "It “burns”.").encode("windows-1252"))
    (document,) = read_dump(path)
    assert document.text == "It “burns”."


_POST = "<h1>The lamp</h1><p>It burns all night, and all day too.</p>"
_COMMENT = "<article class='comment-body'><p>canary of somebody else with many words</p></article>"


@pytest.mark.parametrize(
    "page",
    [
        f"<main><article>{_POST}</article><div id='comments'>{_COMMENT}</div></main>",
        f"<article>{_POST}<section class='post comments'><div>{_COMMENT}</div></section></article>",
        f"<main>{_POST}<ol class='comment-list'><li class='comment'>{_COMMENT}</li></ol></main>",
    ],
)
def test_comments_below_an_article_are_not_read(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><html><body>{page}</body></html>", "utf-8")
    (document,) = read_dump(path)
    assert (document.title, document.text) == ("The lamp", "It burns all night, and all day too.")


def test_the_source_of_a_quotation_stays_and_the_footer_of_the_article_does_not(
    tmp_path: Path,
) -> None:
    quoted = "<blockquote><p>No wick, no light.</p><footer>— Tom Quay</footer></blockquote>"
    path = tmp_path / "page.html"
    page = f"<!DOCTYPE html><article>{_POST}{quoted}<footer>Share canary</footer></article>"
    path.write_text(page, "utf-8")
    (document,) = read_dump(path)
    assert document.text.endswith("too.\n\n> No wick, no light.\n>\n> — Tom Quay")


def test_the_keywords_of_a_page_are_its_tags(tmp_path: Path) -> None:
    tags = '<meta property="article:tag" content="Oil"><meta name="keywords" content="wick, oil">'
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><head>{tags}</head><article>{_POST}</article>", "utf-8")
    (document,) = read_dump(path)
    assert document.tags == ("Oil", "wick")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("cur/1.host:2,DS", "draft"),
        ("cur/1.host:2,ST", "trash"),
        (".Drafts/cur/1.host:2,S", "draft"),
        (".INBOX.Papperskorgen/cur/1.host:2,S", "trash"),
        ("Mail/Entwürfe", "draft"),
        ("Mail/Privé.mbox", "private"),
        ("Spam.mbox/mbox", "trash"),
    ],
)
def test_drafts_and_trash_of_a_mail_folder_are_left_out(
    tmp_path: Path, name: str, reason: str
) -> None:
    for file, text in ((name, "canary"), ("cur/2.host:2,S", "It burns.")):
        path = tmp_path / "mail" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        message = _message("From: Ann <x@a.example>", text).replace("<1@", f"<{text[0]}@")
        is_mbox = "Mail" in file or "mbox" in file
        path.write_text(message if is_mbox else message.partition("\n")[2], "utf-8")
    read = read_source(tmp_path / "mail", ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.left_out == {reason: 1}


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("X-Mozilla-Status: 0009", "trash"),
        ("X-Status: D", "trash"),
        ("X-Spam-Status: Yes, score=9", "trash"),
        ("X-Gmail-Labels: Wichtig,Entwürfe", "draft"),
        ("X-Gmail-Labels: =?UTF-8?Q?Papierkorb?=", "trash"),
        ("Auto-Submitted: auto-replied (vacation)", "service message"),
        ('Content-Type: multipart/report; boundary="x"', "service message"),
    ],
)
def test_headers_say_what_is_a_draft_or_deleted(tmp_path: Path, header: str, reason: str) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(_message(f"From: x@a.example\n{header}", "canary"), "utf-8")
    read = read_source(path, ReadOptions())
    assert (read.documents, read.left_out) == ((), {reason: 1})


def test_what_a_mail_server_writes_is_no_mail(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(_message("From: Mail System <MAILER-DAEMON@a.example>", "canary"), "utf-8")
    assert read_source(path, ReadOptions()).left_out == {"service message": 1}


def test_the_state_of_a_mailbox_that_a_server_notes_in_it_is_no_mail(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    state = _message("From: Mail System Internal Data\nX-IMAP: 1 2", "canary")
    state = state.replace("The lamp", "DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA")
    mail = _message("From: Ann <x@a.example>", "It burns.").replace("<1@", "<2@")
    path.write_text(state + mail, "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.left_out == {"service message": 1}


def test_a_page_saved_with_its_pictures_in_one_file_is_a_page_and_no_mail(tmp_path: Path) -> None:
    path = tmp_path / "one.mhtml"
    path.write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://b.example/one\nSubject: One\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="part"\n\n'
        "--part\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
        "Content-Location: https://b.example/one\n\n"
        "<html><head><title>One</title></head><body><nav>canary</nav><article><h1>One</h1>"
        "<!--\nTo: all\n-->"
        '<p>The lamp of Zo=C3=AB burns <a href=3D"/two">all night</a> in the hall.</p></article>'
        "</body></html>\n--part\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        "Content-Location: https://b.example/a.png\n\nAAAA\n--part--\n",
        "utf-8",
    )
    read = read_source(path, ReadOptions())
    (document,) = read.documents
    assert read.formats == ("html",)
    assert document.text == "The lamp of Zoë burns [all night](https://b.example/two) in the hall."
    assert (document.title, document.source) == ("One", "https://b.example/one")


@pytest.mark.parametrize(
    "rest",
    [
        '<div class="yahoo_quoted"><div>canary</div></div>',
        '<div class="protonmail_quote">canary</div>',
        '<div id="Signature">canary</div>',
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt"><p>canary</p></div>',
        "<hr><p><b>From:</b> canary<br><b>Sent:</b> 1 January 2024<br><b>To:</b> canary</p>canary",
    ],
)
def test_what_programs_quote_in_html_is_left_out(tmp_path: Path, rest: str) -> None:
    path = tmp_path / "list.mbox"
    header = "From: Ann <x@a.example>\nContent-Type: text/html"
    path.write_text(_message(header, f"<p>It <b>burns</b>.</p>{rest}"), "utf-8")
    (document,) = read_dump(path)
    assert document.text == "It **burns**."


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        ("Odp: Lampa", "pon., 1 sty 2024 o 10:00 Jan canary <x@a.example> napisał(a):"),
        ("Sv: Lampa", "Den mån 1 jan. 2024 kl 10:00 skrev Jan canary <x@a.example>:"),
        ("回复：Lampa", "在 2024年1月1日 10:00，Jan canary <x@a.example> 写道："),
        ("Ynt: Lampa", "Jan canary 1 Oca 2024 tarihinde şunu yazdı:"),
    ],
)
def test_answers_in_other_languages_keep_only_their_own_words(
    tmp_path: Path, subject: str, line: str
) -> None:
    path = tmp_path / "list.mbox"
    text = _message("From: Ann <x@a.example>\nContent-Type: text/plain; charset=utf-8", "")
    text = text.replace("Subject: The lamp", f"Subject: {subject}")
    path.write_text(f"{text}Mine.\n\n{line}\n\n> canary\n", "utf-8")
    (document,) = read_dump(path)
    assert (document.title, document.text) == ("Lampa", "Mine.")


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>canary</p>",
        "<p style='color: red; display:none'>canary</p>",
        "<template><p>canary</p></template>",
        "<div hidden=''>canary",
    ],
)
def test_what_a_page_hides_is_no_part_of_an_article_that_it_does_not_mark(
    tmp_path: Path, hidden: str
) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "wick.html"
    words = "".join(f"<p>The wick of lamp {n} burns the whole night long.</p>" for n in range(20))
    text = f"<div><h1>The wick</h1>{words}{hidden}</div>"
    path.write_text(f"<html><body><nav>Home</nav>{text}</body></html>", "utf-8")
    (document,) = read_dump(path)
    assert "wick of lamp 19" in document.text
    assert "canary" not in document.text


def test_a_part_of_a_message_whose_id_only_begins_with_signature_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    html = '<p>It burns.</p><div id="signature-dish"><p>All night.</p></div>'
    path.write_text(_message("From: Ann <x@a.example>\nContent-Type: text/html", html), "utf-8")
    assert [document.text for document in read_dump(path)] == ["It burns.\n\nAll night."]


def test_signed_messages_that_do_not_end_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    begun = "-----BEGIN PGP SIGNED MESSAGE-----\n\nIt burns.\n"
    path.write_text(_message("From: Ann <x@a.example>", begun * 20_000), "utf-8")
    (document,) = read_dump(path)
    assert document.text.count("It burns.") == 20_000


def test_of_a_signed_message_only_the_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    inner = "It burns.\n\n- -----BEGIN PGP SIGNED MESSAGE-----\n\n- - All night."
    signed = (
        f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{inner}\n"
        "-----BEGIN PGP SIGNATURE-----\n\ncanary\n-----END PGP SIGNATURE-----\n"
    )
    path.write_text(_message("From: Ann <x@a.example>", signed), "utf-8")
    (document,) = read_dump(path)
    assert document.text.endswith("- All night.")
    assert "canary" not in document.text


@pytest.mark.parametrize("tag", ["<div class='", "<div class='comments' ", "<ol id='a' "])
def test_a_page_with_very_many_tags_that_do_not_end_is_read(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "page.html"
    page = f"<!DOCTYPE html><html><body><article>{_POST}</article>{tag * 3_000}"
    path.write_text(page, "utf-8")
    (document,) = read_dump(path)
    assert document.title == "The lamp"


@pytest.mark.parametrize("tag", ["<article ", "<main ", "<blockquote ", "<h1 ", "<nav ", "word-"])
def test_a_page_with_tags_that_never_end_is_read_in_time_that_grows_with_it_alone(
    tmp_path: Path, tag: str
) -> None:
    path = tmp_path / "page.html"
    page = f"<!DOCTYPE html><html><body><article>{_POST}</article>{tag * 100_000}"
    path.write_text(page, "utf-8")
    (document,) = read_dump(path)
    assert document.title == "The lamp"


def test_comments_are_left_out_of_a_page_whose_attributes_have_no_quotation_marks(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.html"
    page = f"<!DOCTYPE html><html><body><article>{_POST}<div id=comments>canary</div></article>"
    path.write_text(page, "utf-8")
    (document,) = read_dump(path)
    assert document.title == "The lamp"
    assert "canary" not in document.text


def test_an_encrypted_message_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    text = "-----BEGIN PGP MESSAGE-----\n\nhQEMAcanary\n-----END PGP MESSAGE-----"
    path.write_text(_message("From: Ann <x@a.example>", text), "utf-8")
    read = read_source(path, ReadOptions())
    assert (read.documents, read.left_out) == ((), {"unsupported": 1})


def test_a_page_saved_by_singlefile_tells_its_address(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    saved = "<!--\n Page saved with SingleFile \n url: https://lamp.example/a \n saved date: x\n-->"
    article = "<article><h1>The lamp</h1><p>It burns all night long.</p></article>"
    path.write_text(f"<!DOCTYPE html><html>{saved}<body>{article}</body></html>", "utf-8")
    (document,) = read_dump(path)
    assert document.source == "https://lamp.example/a"


def test_a_message_after_a_byte_order_mark_has_a_header(tmp_path: Path) -> None:
    path = tmp_path / "lamp.eml"
    message = _message("From: Ann <x@a.example>", "It burns.").partition("\n")[2]
    path.write_text(message, "utf-8-sig")
    (document,) = read_dump(path)
    assert (document.title, document.author, document.text) == ("The lamp", "Ann", "It burns.")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "koi8-r"])
def test_a_header_that_is_not_encoded_keeps_its_letters(tmp_path: Path, encoding: str) -> None:
    name = "Анна" if encoding == "koi8-r" else "Jörg"
    header = f"From: {name} <x@a.example>\nContent-Type: text/plain; charset={encoding}"
    path = tmp_path / "list.mbox"
    path.write_bytes(_message(header, name).encode(encoding))
    (document,) = read_dump(path)
    assert (document.author, document.text) == (name, name)
