"""Telegram exports: only public channels are read, whatever else an export holds."""

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.formats.telegram import READER
from sitegen.readers.reading import SourceRead, read_source
from sitegen.readers.sources.folder import open_folder
from tests.readers.sources import texts_of

_DAY = 1740868200
_PRIVATE = ["personal_chat", "bot_chat", "saved_messages", "private_group", "private_channel"]


def _message(number: int, text: object = "words", **fields: object) -> dict[str, Any]:
    """A message, sent in the second of its number, exported two hours east of Greenwich."""
    clock = f"2025-03-02T00:{30 + number // 60}:{number % 60:02}"
    times = {"date": clock, "date_unixtime": str(_DAY + number)}
    sender = {"from": "Pier", "from_id": "channel77"}
    return {"id": number, "type": "message"} | times | sender | {"text": text} | fields


def _chat(*messages: object, **fields: object) -> dict[str, Any]:
    about = {"name": "Pier", "type": "public_channel", "id": 77}
    return about | fields | {"messages": list(messages)}


def _write(path: Path, export: object, **options: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(export, ensure_ascii=False, **options), "utf-8")
    return path


def _read(path: Path, *include: str) -> SourceRead:
    return read_source(path, ReadOptions(frozenset(include)))


def _account(*chats: object, left: Sequence[object] = ()) -> dict[str, Any]:
    return {
        "about": "Here is the data you requested.",
        "personal_information": {"first_name": "canary-name", "phone_number": "canary-phone"},
        "contacts": {"about": "…", "list": [{"phone_number": "canary-contact"}]},
        "sessions": {"about": "…", "list": [{"last_ip": "canary-ip"}]},
        "chats": {"about": "…", "list": list(chats)},
        "left_chats": {"about": "…", "list": list(left)},
    }


@pytest.mark.parametrize("options", [{}, {"sort_keys": True}, {"indent": 1}])
def test_of_a_whole_account_only_public_channels_are_read(
    tmp_path: Path, options: dict[str, Any]
) -> None:
    private = [
        _chat(_message(1, "canary-private"), _message(2, "canary"), type=kind, id=number)
        for number, kind in enumerate(_PRIVATE)
    ]
    group = _chat(_message(1, "canary-group"), type="public_supergroup", id=90)
    export = _account(*private, _chat(_message(5, "mine")), group, left=[private[0]])
    read = _read(_write(tmp_path / "result.json", export, **options), "private")
    assert texts_of(read) == ["mine"]
    assert read.left_out == {"private": 12, "other kind": 1}
    assert "canary" not in repr(read)


@pytest.mark.parametrize("kind", [*_PRIVATE, "private_supergroup", "public_supergroup", "", None])
def test_an_export_of_a_chat_that_is_no_public_channel_is_refused(
    tmp_path: Path, kind: str | None
) -> None:
    path = _write(tmp_path / "result.json", _chat(_message(1, "canary-private"), type=kind))
    with pytest.raises(DumpError, match="no public channel"):
        _read(path, "private")


def test_messages_without_their_chat_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="no public channel"):
        _read(_write(tmp_path / "messages.json", [_message(1, "canary-private")]))


def test_a_private_chat_in_a_folder_of_texts_is_passed_over(tmp_path: Path) -> None:
    _write(tmp_path / "chats/chat.json", _chat(_message(1, "canary-private"), type="bot_chat"))
    _write(tmp_path / "channel.json", _chat(_message(1, "mine")))
    read = _read(tmp_path)
    assert texts_of(read) == ["mine"]
    assert "chats/chat.json" in read.unread


def test_texts_beside_a_private_export_are_read(tmp_path: Path) -> None:
    _write(tmp_path / "result.json", _chat(_message(1, "canary-private"), type="personal_chat"))
    (tmp_path / "posts.jsonl").write_text('{"tweet": 1}\n', "utf-8")
    assert READER.recognise(open_folder(tmp_path)) < 0.5
    _write(tmp_path / "result.json", _chat(_message(1, "mine")))
    assert READER.recognise(open_folder(tmp_path)) > 0.5


def test_several_exports_in_one_folder_are_read_once(tmp_path: Path) -> None:
    _write(tmp_path / "ChatExport_1/result.json", _chat(_message(1, "one")))
    _write(tmp_path / "ChatExport_2/result.json", _chat(_message(1, "one"), _message(2, "two")))
    read = _read(tmp_path)
    assert texts_of(read) == ["one", "two"]
    assert read.left_out == {"duplicate": 1}


def test_the_date_has_the_offset_of_the_computer_that_exported(tmp_path: Path) -> None:
    (document,) = _read(_write(tmp_path / "result.json", _chat(_message(0)))).documents
    assert document.date is not None
    assert document.date.isoformat() == "2025-03-02T00:30:00+02:00"


def test_a_date_without_a_zone_is_utc_and_the_report_says_so(tmp_path: Path) -> None:
    message = _message(0)
    del message["date_unixtime"]
    read = _read(_write(tmp_path / "result.json", _chat(message)))
    assert read.documents[0].date is not None
    assert read.documents[0].date.isoformat() == "2025-03-02T00:30:00+00:00"
    assert any("time zone" in remark for remark in read.remarks)


def test_an_export_without_entities_keeps_its_marks_and_links(tmp_path: Path) -> None:
    text = [
        "See *this* ",
        {"type": "bold", "text": "now"},
        ": ",
        {"type": "text_link", "text": "the board", "href": "https://h.example/b"},
        " ",
        {"type": "link", "text": "https://h.example/c"},
        " ",
        {"type": "link", "text": "h.example/d"},
        " ",
        {"type": "hashtag", "text": "#stairs@pier"},
        {"type": "pre", "text": "print(1)", "language": "python"},
    ]
    (document,) = _read(_write(tmp_path / "result.json", _chat(_message(1, text)))).documents
    assert document.is_markdown
    assert document.text == (
        "See \\*this\\* **now**: [the board](https://h.example/b) https://h.example/c "
        "[h.example/d](https://h.example/d) #stairs@pier\n\n```python\nprint(1)\n```"
    )
    assert document.tags == ("stairs",)


def test_a_text_without_marks_stays_as_it_is(tmp_path: Path) -> None:
    text = "*Tide* <b>\n\n  4.1 m_"
    (document,) = _read(_write(tmp_path / "result.json", _chat(_message(1, text)))).documents
    assert (document.text, document.is_markdown) == (text, False)


def test_the_pictures_of_an_album_stand_in_one_document(tmp_path: Path) -> None:
    album = [
        _message(1, "", photo="photos/a.jpg"),
        _message(2, "Two lamps", photo="photos/b.jpg", date_unixtime=str(_DAY + 1)),
        _message(3, "", file="video_files/c.mp4", media_type="video_file"),
        _message(4, "alone", photo="photos/d.jpg"),
    ]
    album[2] |= {"date": album[0]["date"], "date_unixtime": album[0]["date_unixtime"]}
    album[1] |= {"date": album[0]["date"]}
    _write(tmp_path / "result.json", _chat(*album))
    for name in ("photos/a.jpg", "photos/b.jpg", "video_files/c.mp4", "photos/d.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"media")
    read = _read(tmp_path)
    assert texts_of(read) == ["Two lamps", "alone"]
    assert [medium.entry for medium in read.documents[0].media] == [
        "photos/a.jpg",
        "photos/b.jpg",
        "video_files/c.mp4",
    ]


def test_a_zip_with_the_folder_of_the_export_finds_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        chat = _chat(_message(1, "look", photo="photos/a.jpg"))
        archive.writestr("ChatExport_2025/result.json", json.dumps(chat))
        archive.writestr("ChatExport_2025/photos/a.jpg", b"picture")
    (document,) = _read(path).documents
    assert document.media[0].entry == "ChatExport_2025/photos/a.jpg"


@pytest.mark.parametrize(
    "fields",
    [
        {"location_information": {"latitude": 1.5, "longitude": 2.5}, "place_name": "canary-place"},
        {"contact_information": {"phone_number": "canary-phone"}},
        {"file": "stickers/s.webp", "media_type": "sticker", "sticker_emoji": "👍"},
        {"photo": "(File not included. Change data exporting settings to download.)"},
        {"photo": None, "file": 7},
        {"poll": None},
    ],
)
def test_a_message_without_words_is_counted(tmp_path: Path, fields: dict[str, Any]) -> None:
    path = _write(tmp_path / "result.json", _chat(_message(1, "", **fields), _message(2)))
    read = _read(path)
    assert texts_of(read) == ["words"]
    assert read.left_out == {"empty": 1}
    assert "canary" not in repr(read)


def test_odd_messages_are_counted_and_the_others_read(tmp_path: Path) -> None:
    odd: list[Any] = [None, [], "x", {}, {"id": None, "type": "message"}, {"id": 8, "type": 5}]
    read = _read(_write(tmp_path / "result.json", _chat(*odd, _message(9, [None, 3, {}, "a"]))))
    assert texts_of(read) == ["a"]
    assert read.left_out == {"incomplete": len(odd)}


@pytest.mark.parametrize("field", ["forwarded_from", "forwarded_from_id", "saved_from"])
def test_a_forwarded_message_is_a_repost_even_if_its_source_is_gone(
    tmp_path: Path, field: str
) -> None:
    forwarded = _message(1, "canary-forward", **{field: None})
    path = _write(tmp_path / "result.json", _chat(forwarded, _message(2)))
    assert _read(path).left_out == {"repost": 1}
    assert texts_of(_read(path, "reposts")) == ["canary-forward", "words"]


def test_whole_messages_of_an_export_that_is_cut_off_are_read(tmp_path: Path) -> None:
    path = _write(tmp_path / "result.json", _chat(_message(1, "one"), _message(2, "two")))
    path.write_bytes(path.read_bytes()[:-40])
    read = _read(path)
    assert texts_of(read) == ["one"]
    assert [lost.what for lost in read.lost] == ["the rest of the file"]


@pytest.mark.parametrize("target", ["messages.html", "."])
def test_an_html_export_is_refused_with_a_word_on_json(tmp_path: Path, target: str) -> None:
    page = """<!DOCTYPE html><html><head><title>Exported Data</title></head><body>
    <div class="page_wrap"><div class="page_header"><div class="text bold">Anna</div></div>
    <div class="page_body chat_page"><div class="history"><div class="text">canary-private</div>
    </div></div></div></body></html>"""
    (tmp_path / "messages.html").write_text(page, "utf-8")
    (tmp_path / "css").mkdir()
    (tmp_path / "css/style.css").write_text("body {}", "utf-8")
    with pytest.raises(DumpError, match="in HTML") as caught:
        _read(tmp_path / target)
    assert "JSON" in (caught.value.hint or "")


def test_a_folder_of_private_chats_alone_is_not_called_empty(tmp_path: Path) -> None:
    _write(tmp_path / "result.json", _chat(_message(1, "canary"), type="private_supergroup"))
    with pytest.raises(DumpError, match="only files that are never read"):
        _read(tmp_path)


def test_people_in_a_text_are_linked_on_telegram(tmp_path: Path) -> None:
    parts = ["Ask ", {"type": "mention", "text": "@pier_master"}, " *now*"]
    (post,) = _read(_write(tmp_path / "result.json", _chat(_message(1, parts)))).documents
    assert post.text == "Ask [@pier_master](https://t.me/pier_master) \\*now\\*"


def test_messages_that_are_paid_for_are_left_out(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "result.json",
        _chat(_message(1, "open"), _message(2, "canary", paid_stars_amount=50)),
    )
    read = _read(path)
    assert (texts_of(read), dict(read.left_out)) == (["open"], {"paid": 1})
    assert texts_of(_read(path, "paid")) == ["open", "canary"]


def test_an_account_that_is_cut_off_between_chats_is_reported(tmp_path: Path) -> None:
    path = _write(tmp_path / "result.json", _account(_chat(_message(1)), _chat(_message(2))))
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex('"messages"')], "utf-8")
    read = _read(path)
    assert texts_of(read) == ["words"]
    assert [lost.what for lost in read.lost] == ["the rest of the file"]
