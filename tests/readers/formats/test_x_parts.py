"""Files of an X archive that are given by themselves, as several dumps or in one folder."""

import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image

from sitegen.cli import main
from sitegen.importer.reading import DumpsRead, read_dumps
from sitegen.importer.request import ImportRequest
from sitegen.readers import ReadOptions, read_source
from tests.readers.formats.x_archive import answer, post, write_archive, write_js

_ACCOUNT = [{"account": {"username": "nettle", "accountId": "7", "accountDisplayName": "Nettle",
                         "email": "canary@mail.example"}}]  # fmt: skip
_NOTE = {"noteTweet": {"noteTweetId": "900", "createdAt": "2024-03-12T10:00:05.000Z",
                       "core": {"text": "A long note that goes on, and on, to its end.", "urls": [],
                                "mentions": [], "hashtags": [], "styletags": []}}}  # fmt: skip


def _read(*dumps: Path) -> DumpsRead:
    now = datetime(2025, 1, 1, tzinfo=UTC)
    return read_dumps(ImportRequest(dumps=dumps, now=now), lambda _: None)


def _texts(read: DumpsRead) -> list[str]:
    return [d.text for documents in read.documents.values() for d in documents]


def _part(folder: Path, name: str, *records: Mapping[str, Any]) -> Path:
    return write_js(folder / name, "tweets", records)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    "names",
    [("tweets.js", "tweets-part1.js"), ("tweet.js", "tweet-part1.js"),
     ("tweets.js", "tweets (1).js"), ("tweets-part0.js", "tweets-part1.js")],
)  # fmt: skip
def test_threads_join_across_parts_that_are_given_one_by_one(
    tmp_path: Path, names: tuple[str, str], order: int
) -> None:
    parts = [_part(tmp_path, names[0], post(1, "first"), answer(3, "third", 2)),
             _part(tmp_path, names[1], answer(2, "second", 1))]  # fmt: skip
    read = _read(*parts[::order])
    assert _texts(read) == ["first\n\nsecond\n\nthird"]
    assert (read.formats, len(read.sources)) == (("x",), 1)


def test_threads_join_across_parts_in_a_folder_without_a_manifest(tmp_path: Path) -> None:
    _part(tmp_path, "tweets.js", post(1, "first"))
    _part(tmp_path, "tweets-part1.js", answer(2, "second", 1))
    assert _texts(_read(tmp_path)) == ["first\n\nsecond"]


@pytest.mark.parametrize("is_named", [True, False])
def test_notes_and_the_account_are_found_beside_a_part(tmp_path: Path, *, is_named: bool) -> None:
    posts = _part(tmp_path, "tweets.js", post(5, "A long note that goes on, …"))
    others = [write_js(tmp_path / "note-tweet.js", "note_tweet", [_NOTE]),
              write_js(tmp_path / "account.js", "account", _ACCOUNT)]  # fmt: skip
    read = _read(*(others if is_named else ()), posts)
    (found,) = (d for documents in read.documents.values() for d in documents)
    assert found.text == "A long note that goes on, and on, to its end."
    assert (found.author, list(read.documents)) == ("Nettle", ["tweets.js"])
    assert found.source == "https://x.com/nettle/status/5"


def test_what_is_beside_a_part_and_private_stays_closed(tmp_path: Path) -> None:
    posts = _part(tmp_path, "tweets.js", post(1, "mine"))
    write_js(tmp_path / "account.js", "account", _ACCOUNT)
    write_js(tmp_path / "direct-messages.js", "direct_messages", [{"text": "canary"}])
    write_js(tmp_path / "deleted-tweets.js", "deleted_tweets", [post(2, "canary")])
    _part(tmp_path, "tweets-part1.js", post(3, "not asked for"))
    assert _texts(_read(posts)) == ["mine"]


def test_the_parts_of_two_archives_in_two_folders_stay_apart(tmp_path: Path) -> None:
    parts = [_part(tmp_path / name, "tweets.js", post(n, f"of {name}"))
             for n, name in enumerate(("one", "two"), 1)]  # fmt: skip
    read = _read(*parts)
    assert (_texts(read), len(read.sources)) == (["of one", "of two"], 2)


def test_pictures_beside_a_part_come_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://pbs.twimg.com/media/a.png"
    media = [{"media_url_https": address, "type": "photo", "url": "https://t.co/1", "id_str": "9"}]
    part = _part(tmp_path / "dump", "tweets.js",
                 post(1, "seen https://t.co/1", extended_entities={"media": media}))  # fmt: skip
    (tmp_path / "dump/tweets_media").mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "dump/tweets_media/1-a.png")
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitegen.toml").write_text('title = "S"\n')
    monkeypatch.chdir(site)
    done = CliRunner().invoke(main, ["import", str(part), "--json"])
    assert done.exit_code == 0, done.output
    assert list((site / "content/media").rglob("*.png"))


def test_the_hashtags_behind_the_cut_of_a_long_post_are_its_tags(tmp_path: Path) -> None:
    note = json.loads(json.dumps(_NOTE))
    note["noteTweet"]["core"]["hashtags"] = [{"text": "oil"}, {"text": "wick"}, {}]
    tagged = {"hashtags": [{"text": "oil"}]}
    posts = _part(tmp_path, "tweets.js", post(5, "A long note that goes on, …", entities=tagged))
    write_js(tmp_path / "note-tweet.js", "note_tweet", [note])
    (found,) = (d for documents in _read(posts).documents.values() for d in documents)
    assert found.tags == ("oil", "wick")


def test_a_file_of_an_archive_of_before_2018_names_its_author(tmp_path: Path) -> None:
    user = {"screen_name": "nettle", "name": "Nettle Q."}
    old = {"id": 30, "text": "Old", "created_at": "2013-05-30 08:00:00 +0000", "user": user}
    path = tmp_path / "2013_05.js"
    path.write_text(f"Grailbird.data.tweets_2013_05 = \n {json.dumps([old])}", "utf-8")
    (found,) = (d for documents in _read(path).documents.values() for d in documents)
    assert (found.author, found.source) == ("Nettle Q.", "https://x.com/nettle/status/30")


def test_of_two_accounts_in_one_folder_the_protected_one_is_left_out(tmp_path: Path) -> None:
    protected = {"protectedAt": "2023-01-01T00:00:00.000Z", "action": "Protect"}
    history = [{"protectedHistory": protected}]
    for name, number, changes in (("ada", 1, []), ("bo", 2, history)):
        folder = write_archive(
            tmp_path / name, [post(number, f"By {name}.")], protected_history=changes
        )
        account = {"accountId": str(number), "username": name, "accountDisplayName": name.title()}
        write_js(folder / "data/account.js", "account", [{"account": account}])
    read = read_source(tmp_path, ReadOptions())
    assert [(each.text, each.author) for each in read.documents] == [("By ada.", "Ada")]
    assert read.left_out == {"followers only": 1}


@pytest.mark.parametrize("earlier", ["nettle", "earlier"])
def test_an_account_is_protected_if_the_later_of_its_archives_says_so(
    tmp_path: Path, earlier: str
) -> None:
    protected = {"protectedAt": "2023-01-01T00:00:00.000Z", "action": "Protect"}
    history = [{"protectedHistory": protected}]
    for number, name, changes in ((1, earlier, []), (2, "nettle", history)):
        folder = write_archive(
            tmp_path / f"archive-{number}", [post(number, "Hello")], protected_history=changes
        )
        account = {"account": {"username": name, "accountId": "7"}}
        write_js(folder / "data/account.js", "account", [account])
    assert read_source(tmp_path, ReadOptions()).left_out == {"followers only": 2}


def test_a_part_of_which_not_even_the_beginning_can_be_read_is_lost(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", [post(1, "kept")])
    first, second = folder / "data/tweets.js", folder / "data/tweets-part1.js"
    write_js(second, "tweets", [post(2, "gone")])
    dump = tmp_path / "archive.zip"
    with zipfile.ZipFile(dump, "w") as archive:
        archive.write(first, "data/tweets.js")
        archive.write(second, "data/tweets-part1.js")
        start = archive.getinfo("data/tweets-part1.js").header_offset
    content = bytearray(dump.read_bytes())
    content[content.index(b"gone", start)] ^= 1  # the checksum no longer fits
    dump.write_bytes(content)
    (read,) = _read(dump).sources
    assert [d.text for d in read.documents] == ["kept"]
    assert [(lost.what, lost.where, lost.why) for lost in read.lost] == [
        ("a file", "data/tweets-part1.js", "it is damaged")
    ]
