"""Archives of X: what is taken, joined and left out, whatever the version of the archive."""

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from tests.paths import TESTS
from tests.readers.formats.x_archive import answer, post, write_archive, write_js
from tests.readers.sources import only_document, texts_of

_CASE = TESTS / "readers/cases/x-archive-2024/twitter-archive"


def _read(path: Path, *include: str) -> SourceRead:
    return read_source(path, ReadOptions(frozenset(include)))


@pytest.mark.parametrize("packed", ["zip", "gztar"])
def test_an_archive_reads_the_same_packed_and_as_a_folder(tmp_path: Path, packed: str) -> None:
    archive = shutil.make_archive(str(tmp_path / "x"), packed, _CASE.parent, _CASE.name)
    as_folder, as_archive = _read(_CASE), _read(Path(archive))
    assert texts_of(as_folder) == texts_of(as_archive)
    assert as_folder.left_out == as_archive.left_out
    assert [d.id for d in as_folder.documents] == [d.id for d in as_archive.documents]


def test_a_bare_file_gives_the_same_ids_as_its_archive() -> None:
    whole = {document.id for document in _read(_CASE).documents}
    assert {d.id for d in _read(_CASE / "data/tweets.js").documents} <= whole


def test_parts_of_a_large_archive_are_read_together(tmp_path: Path) -> None:
    write_archive(tmp_path, [answer(2, "two", 1)])
    write_js(tmp_path / "data/tweets-part1.js", "tweets", [post(1, "one")])
    assert texts_of(_read(tmp_path)) == ["one\n\ntwo"]


def test_styled_ranges_of_a_long_post_become_markdown() -> None:
    styled = [d.text for d in _read(_CASE).documents if d.is_markdown and d.kind == "post"]
    assert styled == ["TIL\n\n🧵 the **Top** is a cone with grooves"]


def test_files_that_hold_no_posts_are_named_and_not_opened() -> None:
    unread = set(_read(_CASE).unread)
    assert {"data/direct-messages.js", "data/like.js", "data/deleted-tweets.js"} <= unread
    assert {"data/twitter-circle-tweet.js", "data/ip-audit.js"} <= unread
    assert "data/tweets.js" not in unread


@pytest.mark.parametrize(
    "name",
    ["like", "direct_messages", "deleted_tweets", "twitter_circle_tweet", "note_tweet", "ip_audit"],
)
def test_a_bare_file_that_holds_no_posts_is_refused(tmp_path: Path, name: str) -> None:
    path = write_js(tmp_path / "dump.js", name, [post(1, "canary-word")])
    with pytest.raises(DumpError, match="X \\(Twitter\\)"):
        _read(path)


def test_replies_and_reposts_are_read_on_request(tmp_path: Path) -> None:
    records = [post(1, "mine"), answer(2, "@you yes", 900), post(3, "RT @you: look")]
    archive = write_archive(tmp_path, records)
    assert _read(archive).left_out == {"reply": 1, "repost": 1}
    read = _read(archive, "replies", "reposts")
    assert texts_of(read) == ["mine", "@you yes", "look"]
    assert [document.author for document in read.documents] == ["Nettle", "Nettle", "you"]
    assert read.included == {"reply": 1, "repost": 1}


@pytest.mark.parametrize(("action", "public"), [("Protect", 0), ("Unprotect", 1)])
def test_posts_of_an_account_that_is_protected_are_for_followers_only(
    tmp_path: Path, action: str, public: int
) -> None:
    history = [{"protectedAt": "2024-01-01T00:00:00.000Z", "action": action}]
    records = [{"protectedHistory": change} for change in history]
    archive = write_archive(tmp_path, [post(1, "mine")], protected_history=records)
    read = _read(archive)
    assert len(read.documents) == public
    assert read.left_out == ({} if public else {"followers only": 1})
    assert texts_of(_read(archive, "followers")) == ["mine"]


def test_records_without_text_or_id_are_counted(tmp_path: Path) -> None:
    broken: list[Any] = [{"tweet": None}, {"tweet": {"full_text": "no id"}}, {}, {"tweet": [1]}]
    broken.append({"tweet": {"id_str": "12", "full_text": None}})
    read = _read(write_archive(tmp_path, [post(1, "mine"), *broken]))
    assert texts_of(read) == ["mine"]
    assert read.left_out == {"incomplete": 5}


def test_odd_values_lose_no_post(tmp_path: Path) -> None:
    odd: dict[str, Any] = {
        "entities": None,
        "extended_entities": [],
        "edit_info": "x",
        "lang": 3,
        "user": None,
    }
    undated = post(2**60, "dated by its id", **odd)
    undated["tweet"]["created_at"] = "yesterday"
    zero = post(2**60 + 1, "dated zero", extended_entities={"media": [{}]})
    zero["tweet"]["created_at"] = "Thu Jan 01 00:00:00 +0000 1970"
    numeric = {"tweet": {"id": 5, "full_text": "a number", "in_reply_to_status_id": None}}
    read = _read(write_archive(tmp_path, [undated, zero, numeric]))
    assert texts_of(read) == ["dated by its id", "dated zero", "a number"]
    *dated, number = read.documents
    assert [post.date.year for post in dated if post.date] == [2019, 2019]
    assert number.date is None
    assert not read.lost


def test_a_post_that_is_limited_to_followers_is_not_public(tmp_path: Path) -> None:
    posts = [
        post(n, text, scopes={"followers": n == 2}) for n, text in ((1, "mine"), (2, "canary"))
    ]
    read = _read(write_archive(tmp_path, posts))
    assert texts_of(read) == ["mine"]
    assert read.left_out == {"followers only": 1}


def test_posts_that_the_manifest_lists_and_the_archive_lacks_are_lost(tmp_path: Path) -> None:
    archive = write_archive(tmp_path, [post(1, "mine")])
    files = [
        {"fileName": "data/tweets.js", "count": "3"},
        {"fileName": "data/tweets-part1.js", "count": "9"},
    ]
    listed = {"dataTypes": {"tweets": {"files": files}}}
    text = f"window.__THAR_CONFIG = {json.dumps(listed)}"
    (archive / "data/manifest.js").write_text(text, encoding="utf-8")
    assert [(lost.what, lost.where) for lost in _read(archive).lost] == [
        ("2 posts", "data/tweets.js"),
        ("a file of posts", "data/tweets-part1.js"),
    ]


def test_an_archive_of_before_2018_is_read(tmp_path: Path) -> None:
    user = {"screen_name": "nettle", "protected": False}
    record = {
        "id_str": "31",
        "text": "one &amp; all",
        "created_at": "2013-05-30 08:00:00 +0000",
        "user": user,
    }
    repost = record | {"id_str": "32", "text": "RT @you: no", "retweeted_status": {"id_str": "9"}}
    path = tmp_path / "data/js/tweets/2013_05.js"
    path.parent.mkdir(parents=True)
    path.write_text(f"Grailbird.data.tweets_2013_05 = \n {json.dumps([record, repost])}", "utf-8")
    columns = '"tweet_id","in_reply_to_status_id","timestamp","source","text","expanded_urls"'
    table = f'{columns}\n"31","","2013-05-30 08:00:00 +0000","","one & all",""\n'
    (tmp_path / "tweets.csv").write_text(table, "utf-8")
    read = _read(tmp_path)
    document = only_document(read)
    assert (document.text, document.author) == ("one & all", "nettle")
    assert document.date is not None
    assert document.date.isoformat() == "2013-05-30T08:00:00+00:00"
    assert read.left_out == {"repost": 1}
    assert read.remarks == ()


def test_the_author_of_a_bare_file_is_found_in_the_addresses_of_pictures(tmp_path: Path) -> None:
    address = "https://twitter.com/nettle/status/1/photo/1"
    medium = {"url": "https://t.co/a", "expanded_url": address, "media_url": "http://x.example/a"}
    record = post(1, "look https://t.co/a", extended_entities={"media": [medium]})
    document = only_document(_read(write_js(tmp_path / "tweets.js", "tweets", [record])))
    assert (document.author, document.text) == ("nettle", "look")
    assert document.source == "https://x.com/nettle/status/1"


def test_a_note_replaces_only_the_post_that_begins_like_it(tmp_path: Path) -> None:
    long = "The harbour is older than the town, and its stones are older than both of them."
    records = [post(1, "@you and " + long[:60] + "…"), post(2, long[:50] + "…"), post(2**50, "x")]
    records[2]["tweet"]["created_at"] = records[1]["tweet"]["created_at"]
    note = {"createdAt": "2024-03-12T10:00:02.000Z", "core": {"text": long}}
    read = _read(write_archive(tmp_path, records, note_tweet=[{"noteTweet": note}]))
    assert texts_of(read) == [long, "x"]


def test_a_note_without_its_post_is_counted(tmp_path: Path) -> None:
    note = {"createdAt": "2024-03-12T10:00:02.000Z", "core": {"text": "canary-orphan"}}
    read = _read(write_archive(tmp_path, [post(1, "mine")], note_tweet=[{"noteTweet": note}]))
    assert read.left_out == {"incomplete": 1}


def test_a_film_is_found_under_the_name_of_any_of_its_variants(tmp_path: Path) -> None:
    variants = [{"url": f"https://v.example/vid/{name}.mp4?tag=1"} for name in ("low", "high")]
    medium = {"url": "https://t.co/a", "media_url": "http://p.example/f.jpg", "type": "video"}
    medium_with_variants: dict[str, Any] = medium | {"video_info": {"variants": variants}}
    records = [post(1, "film https://t.co/a", extended_entities={"media": [medium_with_variants]})]
    archive = write_archive(tmp_path, records)
    (archive / "data/tweets_media").mkdir()
    (archive / "data/tweets_media/1-high.mp4").write_bytes(b"film")
    (medium_found,) = only_document(_read(archive)).media
    assert medium_found.entry == "data/tweets_media/1-high.mp4"


def test_media_of_deleted_posts_and_messages_are_never_taken(tmp_path: Path) -> None:
    medium = {"url": "https://t.co/a", "media_url": "http://p.example/f.jpg"}
    archive = write_archive(
        tmp_path, [post(1, "look https://t.co/a", extended_entities={"media": [medium]})]
    )
    for folder in ("deleted_tweets_media", "direct_messages_media"):
        (archive / "data" / folder).mkdir()
        (archive / "data" / folder / "1-f.jpg").write_bytes(b"canary")
    (medium_found,) = only_document(_read(archive)).media
    assert medium_found.entry is None


def test_a_zip_of_private_files_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/like.js", 'window.YTD.like.part0 = [{"like": {"fullText": "a"}}]')
        archive.writestr("data/direct-messages.js", "window.YTD.direct_messages.part0 = []")
    with pytest.raises(DumpError):
        _read(path)


def test_a_post_to_nobody_that_begins_with_a_name_is_a_reply(tmp_path: Path) -> None:
    records = [
        post(1, "@you hello"),
        post(2, "@ noon"),
        post(3, ".@you hello"),
        post(4, "@nettle!"),
    ]
    assert texts_of(_read(write_archive(tmp_path, records))) == [
        "@ noon",
        ".@you hello",
        "@nettle!",
    ]


def test_complete_items_of_a_truncated_file_are_read(tmp_path: Path) -> None:
    archive = write_archive(tmp_path, [post(1, "one"), post(2, "two"), post(3, "three")])
    path = archive / "data/tweets.js"
    path.write_bytes(path.read_bytes()[:-60])
    read = _read(archive)
    assert texts_of(read) == ["one", "two"]
    assert [lost.what for lost in read.lost] == ["the rest of the file"]


def test_long_posts_without_their_notes_are_reported_as_cut(tmp_path: Path) -> None:
    record = post(1, "The harbour " * 22 + "…")
    read = _read(write_js(tmp_path / "tweets.js", "tweets", [record]))
    assert [lost.what for lost in read.lost] == ["the end of long posts: 1"]


def test_a_broken_file_of_notes_is_reported_and_the_posts_are_read(tmp_path: Path) -> None:
    notes: list[Any] = [{"noteTweet": None}, 7]
    archive = write_archive(tmp_path, [post(1, "mine")], note_tweet=notes)
    path = archive / "data/note-tweet.js"
    path.write_bytes(path.read_bytes()[:-3] + b", {'")
    read = _read(archive)
    assert texts_of(read) == ["mine"]
    assert read.left_out["incomplete"] >= 1
    assert [lost.where.partition(",")[0] for lost in read.lost] == ["data/note-tweet.js"]


def test_the_account_is_found_in_the_manifest_if_its_file_is_missing(tmp_path: Path) -> None:
    archive = write_archive(tmp_path, [post(1, "mine")])
    (archive / "data/account.js").write_text("window.YTD.account.part0 = [ {", "utf-8")
    user = {"userInfo": {"userName": "rope", "displayName": "Rope Walk"}}
    manifest = f"window.__THAR_CONFIG = {json.dumps(user)}"
    (archive / "data/manifest.js").write_text(manifest, "utf-8")
    document = only_document(_read(archive))
    assert (document.author, document.source) == ("Rope Walk", "https://x.com/rope/status/1")


@pytest.mark.parametrize("damage", [b"'", b"\0", b"[1", b""])
def test_a_damaged_file_is_never_read_as_plain_text(tmp_path: Path, damage: bytes) -> None:
    path = write_js(tmp_path / "tweets.js", "tweets", [post(n, "words") for n in range(1, 9)])
    path.write_bytes(path.read_bytes().replace(b'"', damage, 1))
    try:
        read = _read(path)
    except DumpError:
        return
    assert set(texts_of(read)) <= {"words"}
    assert read.lost


@pytest.mark.parametrize("name", ["tweets.csv", "posts.txt"])
def test_the_table_of_an_archive_of_before_2018_is_read(tmp_path: Path, name: str) -> None:
    rows = """"tweet_id","in_reply_to_status_id","in_reply_to_user_id","timestamp","source","text",\
"retweeted_status_id","retweeted_status_user_id","retweeted_status_timestamp","expanded_urls"
"33","32","7","2013-05-30 08:00:02 +0000","web","two #oil https://t.co/a","","","","https://h.example/a"
"32","","","2013-05-30 08:00:00 +0000","web","one &amp;
more","","","",""
"31","9","8","2013-05-30 07:00:00 +0000","web","@you canary-reply","","","",""
"30","","","2013-05-30 06:00:00 +0000","web","RT @you: canary-repost","5","8","","x"
"""
    (tmp_path / name).write_text(rows.replace("\\\n", ""), "utf-8")
    read = _read(tmp_path / name)
    assert texts_of(read) == ["one &\nmore\n\ntwo #oil https://h.example/a"]
    assert only_document(read).tags == ("oil",)
    assert read.left_out == {"reply": 1, "repost": 1}


@pytest.mark.parametrize("stored", [[1, 2, 3], [3, 1], [1], [1, 2]])
def test_only_the_last_version_of_an_edited_post_is_read(tmp_path: Path, stored: list[int]) -> None:
    first = {"initial": {"editTweetIds": ["1", "2", "3"]}}
    later = {
        "edit": {"initialTweetId": "1", "editControlInitial": {"editTweetIds": ["1", "2", "3"]}}
    }
    texts = {1: "canary-first", 2: "canary-second", 3: "last"}
    records = [post(n, texts[n], edit_info=first if n == 1 else later) for n in stored]
    read = _read(write_archive(tmp_path, [*records, post(9, "mine")]))
    assert texts_of(read) == (["last", "mine"] if 3 in stored else ["mine"])
    assert read.left_out == ({"superseded": old} if (old := len(set(stored) - {3})) else {})
