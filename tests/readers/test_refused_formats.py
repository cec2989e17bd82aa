"""Archives and binary files are detected by their content, and known formats are refused."""

import codecs
import gzip
import io
import sqlite3
import tarfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.detection import FORMATS, FileHead, detect_format, examine
from sitegen.readers.detection.file_head import HEAD_SIZE
from sitegen.readers.registry import load_readers
from sitegen.readers.sources import open_source
from tests.dump_formats import SENTENCE, TEXT_DUMPS, format_of
from tests.readers.sources import read_dump


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "Words")
    return buffer.getvalue()


def tarred(*names: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = 5
            archive.addfile(member, io.BytesIO(b"Words"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("x-zip", ["Your archive.html", "data/tweets.js", "data/direct-messages.js"]),
        ("x-zip", ["data/tweet.js"]),
        ("mastodon-zip", ["outbox.json", "actor.json"]),
        ("docx", ["[Content_Types].xml", "word/document.xml"]),
        ("xlsx", ["[Content_Types].xml", "xl/workbook.xml"]),
        ("pptx", ["[Content_Types].xml", "ppt/presentation.xml"]),
        ("odf", ["mimetype", "content.xml", "META-INF/manifest.xml"]),
        ("epub", ["mimetype", "META-INF/container.xml", "OEBPS/content.opf"]),
        ("substack-zip", ["posts.csv", "posts/1.a.html", "email_list.csv"]),
        ("medium-zip", ["posts/2020-01-01_A-1a2b.html", "README.html"]),
        ("threads-zip", ["your_instagram_activity/threads/threads_and_replies.json"]),
        ("instagram-zip", ["content/posts_1.json"]),
        ("pocket-zip", ["part_000000.csv"]),
        ("takeout-zip", ["Takeout/Mail/All mail.mbox"]),
        ("slack-zip", ["users.json", "channels.json", "general/2024-01-01.json"]),
        ("discord-zip", ["messages/c1/channel.json", "messages/c1/messages.csv"]),
        ("discourse-zip", ["user_archive.csv", "preferences.json", "likes.csv"]),
        ("simplenote-zip", ["source/notes.json", "Lamp.txt", "trash/Wick.txt"]),
        ("standard-notes-zip", ["Standard Notes Backup and Import File.txt", "Items/Note/a.txt"]),
        ("markdown-zip", ["vault/a.md", "vault/b.md"]),
        ("zip", ["a.bin", "b.bin"]),
        ("zip", []),
    ],
)
def test_a_zip_format_is_detected_by_its_file_names(name: str, files: list[str]) -> None:
    assert format_of(zipped(*files)) == name


def test_a_zip_with_an_unreadable_list_is_a_zip() -> None:
    assert format_of(zipped("data/tweets.js")[:40]) == "zip"
    assert format_of(b"PK\x03\x04rest") == "zip"


def test_a_tar_format_is_detected_by_its_file_names_compressed_or_not() -> None:
    archive = tarred("media_attachments/files/1.png", "outbox.json")

    assert format_of(archive) == "mastodon-tar"
    assert format_of(gzip.compress(archive)) == "mastodon-tar"
    assert format_of(gzip.compress(tarred("a.txt"))) == "tar"
    assert format_of(gzip.compress(b"Words")) == "gzip"


def test_at_most_a_few_megabytes_of_an_archive_are_read() -> None:
    class Counting(io.BytesIO):
        total = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            self.total += len(data)
            return data

    files = [Counting(gzip.compress(bytes(200_000_000))), Counting(bytes(20_000_000))]
    for file in files:
        detect_format(examine(file))

    assert all(file.total < 10_000_000 for file in files)


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table posts (text)")
        return connection.serialize()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
        ("gif", b"GIF89a\x01\0\x01\0\0\0\0;"),
        ("webp", b"RIFF\x1a\0\0\0WEBPVP8 \0"),
        ("avif", b"\0\0\0\x1cftypavif\0\0\0\0"),
        ("heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
        ("tiff", b"II*\0\x08\0\0\0"),
        ("bmp", b"BM" + bytes(12) + b"\x28\0\0\0"),
        ("video", b"\0\0\0\x18ftypisom\0\0\2\0"),
        ("mp3", b"ID3\x03\0\0\0\0\0\0"),
        ("pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"),
        ("pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"),
        ("sqlite", database()),
        ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20)),
        ("car", b"\x3a\xa2eroots\x81\xd8*X%\0\1q"),
        ("plist", b"bplist00\xd1\1\2"),
        ("7z", b"7z\xbc\xaf\x27\x1c\0\4"),
        ("xz", b"\xfd7zXZ\0\0\4"),
        ("rar", b"Rar!\x1a\x07\1\0"),
    ],
)
def test_a_binary_format_is_detected_by_its_signature(name: str, content: bytes) -> None:
    assert format_of(content) == name


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", "-", "---\nAnna\n---\n", SENTENCE, "茶"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_plain_text_has_no_other_format(text: str, encoding: str) -> None:
    assert format_of(text.encode(encoding)) is None


def test_format_names_are_unique() -> None:
    names = [known.name for known in FORMATS]
    assert len(names) == len(set(names))


OPENINGS = (
    "<a b='",
    '<a b="',
    "<!--",
    "<![CDATA[",
    "<a ",
    "<a></b>",
    "</",
    "{",
    '{"',
    "['",
    "/*",
    "a,",
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_endless_nesting_is_not_an_error(opening: str) -> None:
    text = opening * (HEAD_SIZE // len(opening))
    detect_format(FileHead(text.encode(), is_cut=True))


READ = {
    *("atom", "bookmarks", "csv", "csv-semicolon", "eml", "ghost", "html", "javascript", "json"),
    *("jsonfeed", "jsonl", "mastodon", "mbox", "pinboard", "pocket", "rss", "telegram", "tsv"),
    *("wordpress", "x"),
}
"""The formats of the sample dumps that a reader reads. All others are refused."""


def _has_reader(path: Path) -> bool:
    with open_source(path) as source:
        return any(reader.recognise(source) for reader in load_readers().values())


def test_a_reader_recognises_each_known_format_that_is_not_refused(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    for name, text in TEXT_DUMPS.items():
        path.write_text(text, "utf-8")
        assert _has_reader(path) == (name in READ), name


@pytest.mark.parametrize("name", sorted(TEXT_DUMPS.keys() - READ))
def test_a_dump_in_a_known_format_is_refused_with_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(TEXT_DUMPS[name], "utf-8")
    title = next(known.title for known in FORMATS if known.name == name)

    with pytest.raises(DumpError) as caught:
        read_dump(path)

    assert title in caught.value.message
    assert caught.value.hint is not None
    assert "private" in caught.value.hint
    assert "--format text" in caught.value.hint


@pytest.mark.parametrize("name", TEXT_DUMPS)
def test_a_dump_in_a_known_format_can_be_read_as_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(TEXT_DUMPS[name], "utf-8")

    texts = [document.text for document in read_dump(path, as_text=True)]

    assert "".join("".join(texts).split()) == "".join(TEXT_DUMPS[name].split())


def test_a_picture_is_refused_without_suggesting_to_read_it_as_text(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")

    with pytest.raises(DumpError, match="a PNG image") as caught:
        read_dump(path)

    assert "--format" not in (caught.value.hint or "")


def test_utf_16_without_a_mark_is_detected_by_its_zeros(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_bytes("one post\n".encode("utf-16-be"))

    assert [document.text for document in read_dump(path)] == ["one post"]
    assert codecs.BOM_UTF16_BE not in path.read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        '[{"address": "+1 555", "body": "Words", "date": "1700000000000", "type": "1"}]',
        '[{"type": "message", "user": "U1", "text": "Words", "ts": "1700000000.1"}]',
        '{"messages": [{"creator": {"email": "a@b.example"}, "text": "Words", "topic_id": "1"}]}',
        '[{"id": 1, "type": "message", "from_id": 7, "text": "Words"}]',
        '{"chats": {"list": [{"type": "personal_chat", "messages": [{"text": "Words"}]}]}}',
        '[{"dmConversation": {"messages": [{"messageCreate": {"text": "Words"}}]}}]',
        '[{"like": {"tweetId": "1", "fullText": "Words"}}]',
        '{"items": [{"name": "bank", "notes": "Words", "login": {"password": "oil"}}]}',
        '[{"ts": "1.1", "user": "ann", "text": "Words"}]',
        '[{"title": "Call", "content": "Words", "due": "2026", "assignee": "ann"}]',
    ],
)
def test_private_messages_are_not_read_as_any_json(tmp_path: Path, content: str) -> None:
    (tmp_path / "dump.json").write_text(content, "utf-8")
    with pytest.raises(DumpError):
        read_dump(tmp_path / "dump.json")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("simplenote", '{"activeNotes": [{"id": "1", "content": "canary"}], "trashedNotes": []}'),
        (
            "standard-notes",
            '{"items": [{"content_type": "Note", "content": {"text": "canary"}}]}',
        ),
        (
            "keep",
            '{"color": "DEFAULT", "isTrashed": false, "isArchived": false, "title": "canary"}',
        ),
        ("journey", '{"text": "<p>canary</p>", "date_journal": 1700000000000, "lat": 1.5}'),
        ("turtl", '{"boards": [], "notes": [{"body": "canary"}], "spaces": []}'),
        ("clipto", '{"created": "", "settings": {}, "notes": [{"text": "canary"}]}'),
        ("drafts", '[{"uuid": "A", "content": "canary", "folder": 0, "flagged": false}]'),
        (
            "jrnl",
            '{"tags": {}, "entries": [{"title": "canary", "body": "", "date": "", "starred": 1}]}',
        ),
        ("tana", '{"formatVersion": 1, "editors": [], "docs": [{"id": "a"}]}'),
        ("lemmy", '{"saved_posts": [], "blocked_users": ["https://a.example/u/canary"]}'),
        (
            "peertube",
            '{"videos": [{"uuid": "a", "privacy": 3, "publishedAt": "", "name": "canary"}]}',
        ),
        ("matrix", '{"room_name": "canary", "exported_by": "", "messages": []}'),
        ("skype", '{"userId": "canary", "exportDate": "", "conversations": []}'),
        ("google-chat", '{"messages": [{"creator": {}, "topic_id": "", "text": "canary"}]}'),
        ("slack", '[{"type": "message", "user": "U1", "ts": "1.2", "text": "canary"}]'),
        ("activity", '[{"header": "", "title": "canary", "time": "", "products": []}]'),
        ("assistant", '[{"mapping": {}, "create_time": 1.5, "title": "canary"}]'),
        ("mediawiki", "<mediawiki><page><title>canary</title></page></mediawiki>"),
        (
            "discourse",
            "topic_title,categories,is_pm,post_raw,url\nA,-,Yes,canary,https://a.example\n",
        ),
        ("passwords", "name,url,username,password\nA,https://a.example,ann,canary\n"),
        ("evernote", "<en-export><note><title>canary</title></note></en-export>"),
        (
            "google-plus",
            (
                '{"url": "https://plus.google.com/1", "creationTime": "2018-11-01 12:30:00+0000",'
                ' "content": "canary", "postAcl": {"visibleToStandardAcl": {"circles": []}}}'
            ),
        ),
        (
            "keep-html",
            (
                '<html><body><div class="note DEFAULT"><div class="heading">12 Jan 2025</div>'
                '<div class="content">canary</div></div></body></html>'
            ),
        ),
        (
            "evernote-html",
            (
                '<html><head><meta name="exporter-version" content="Evernote Mac 7.5"/></head>'
                "<body>canary</body></html>"
            ),
        ),
        (
            "google-plus-html",
            (
                '<html><body><a href="https://plus.google.com/1">2018</a><p>canary</p>'
                '<div class="visibility">Shared with: Family</div></body></html>'
            ),
        ),
    ],
)
def test_notes_and_posts_that_may_be_private_are_refused_by_name(
    tmp_path: Path, name: str, text: str
) -> None:
    assert format_of(text) == name
    path = tmp_path / "notes.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(DumpError, match="no reader knows that format"):
        read_dump(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "tiktok",
            '{"Activity": {"Videos": [{"Link": "https://a.example/1"}]}, "Direct Messages": {}}',
        ),
        ("flickr-other", '{"real_name": "canary", "screen_name": "a", "profile_url": ""}'),
        ("trello", '{"name": "canary", "cards": [{"desc": "canary"}], "lists": [], "actions": []}'),
        (
            "notion-json",
            '{"object": "list", "results": [{"object": "page", "created_time": "", "parent": {}}]}',
        ),
        ("discourse-json", '{"post_stream": {"posts": [{"cooked": "canary"}]}, "title": "A"}'),
        (
            "phpmyadmin",
            (
                '[{"type": "header", "version": "5.2.1", "comment": ""},'
                ' {"type": "table", "database": "a", "data": [{"post_content": "canary"}]}]'
            ),
        ),
        (
            "farcaster",
            '{"messages": [{"data": {"type": 1}, "hash": "0x1", "signer": "0x2"}]}',
        ),
        (
            "friendica",
            (
                '{"schema": 1571, "baseurl": "https://a.example", "user": {}, "contact": []}\n'
                '{"item": [{"gravity": 0, "private": 0, "body": "canary", "author-link": "a"}]}'
            ),
        ),
        (
            "friendica",
            '{"item": [{"gravity": 0, "private": 0, "body": "canary", "author-link": "a"}]}',
        ),
        (
            "chat-html",
            "<html><body><div class='message'><div class='message__header'>Bo</div>canary</div>",
        ),
    ],
)
def test_an_export_with_messages_is_refused_by_its_name(
    tmp_path: Path, name: str, text: str
) -> None:
    assert format_of(text) == name
    (tmp_path / "dump").write_text(text, "utf-8")
    with pytest.raises(DumpError, match="no reader knows that format"):
        read_dump(tmp_path / "dump")
