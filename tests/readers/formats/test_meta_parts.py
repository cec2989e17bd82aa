"""Exports of Meta in several zips: the posts are in one, their media and the profile in others."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.errors import DumpError
from sitegen.importer.reading import DumpsRead, read_dumps
from sitegen.importer.request import ImportRequest
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.files import write_zip
from tests.pictures import PNG

_POSTS = "your_instagram_activity/media/posts_1.json"
_PERSON = "personal_information/personal_information/personal_information.json"
_PICTURE = "media/posts/202402/lamp.png"


def _posts(*titles: str) -> list[object]:
    return [
        {"media": [{"uri": _PICTURE, "creation_timestamp": 1709118134 + n, "title": title}]}
        for n, title in enumerate(titles)
    ]


def _person(private: str) -> object:
    facts = {"Username": "nettle", "Name": "Nettle", "Private Account": private}
    values = {label: {"value": value} for label, value in facts.items()}
    return {"profile_user": [{"string_map_data": values}]}


def _export(folder: Path, private: str) -> list[Path]:
    folder.mkdir()
    media = {_PICTURE: PNG, "media/stories/202402/canary.png": PNG}
    return [
        write_zip(folder / "instagram-nettle-1.zip", media),
        write_zip(folder / "instagram-nettle-2.zip", {_POSTS: _posts("Lamp.")}),
        write_zip(folder / "instagram-nettle-3.zip", {_PERSON: _person(private)}),
    ]


def _read(*dumps: Path) -> DumpsRead:
    return read_dumps(
        ImportRequest(dumps=dumps, now=datetime(2024, 5, 1, tzinfo=UTC)), lambda _: None
    )


@pytest.mark.parametrize("is_folder", [False, True])
def test_the_profile_in_another_part_says_who_wrote_and_who_may_read(
    tmp_path: Path, *, is_folder: bool
) -> None:
    dumps = _export(tmp_path / "open", "False")
    read = _read(*([tmp_path / "open"] if is_folder else dumps))
    (document,) = (d for documents in read.documents.values() for d in documents)
    assert (document.text, document.author) == ("Lamp.", "Nettle")
    dumps = _export(tmp_path / "closed", "True")
    read = _read(*([tmp_path / "closed"] if is_folder else dumps))
    assert (read.documents["instagram-nettle-2.zip"], read.left_out) == ((), {"followers only": 1})


@pytest.mark.parametrize("is_in_one_folder", [True, False])
def test_pictures_in_another_part_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_in_one_folder: bool
) -> None:
    dumps = _export(tmp_path / "export", "False")
    if not is_in_one_folder:
        (tmp_path / "disk").mkdir()
        dumps[0] = dumps[0].rename(tmp_path / "disk" / dumps[0].name)
    (tmp_path / "sitegen.toml").write_text('title = "S"\n')
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["import", *map(str, dumps), "--json"])
    assert done.exit_code == 0, done.output
    plan = json.loads(done.stdout)
    assert [document["media"] for document in plan["documents"]] == [[_PICTURE]]
    assert not [lost for lost in plan["report"]["lost"] if _PICTURE in lost["where"]]
    assert len(list((tmp_path / "content/media").rglob("*.png"))) == 1


def test_whole_exports_side_by_side_stay_dumps_of_their_own(tmp_path: Path) -> None:
    files = {_POSTS: _posts("Lamp."), _PERSON: _person("False"), _PICTURE: PNG}
    dumps = [write_zip(tmp_path / f"{name}.zip", files) for name in ("old", "new")]
    assert len(_read(*dumps).sources) == 2


def test_an_export_of_an_account_that_is_private_now_names_the_pages_of_an_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = {_POSTS: _posts("Lamp.", "Wick."), _PERSON: _person("False")}
    older = write_zip(tmp_path / "older.zip", public)
    newer = write_zip(tmp_path / "newer.zip", {_POSTS: _posts("Lamp."), _PERSON: _person("True")})
    (tmp_path / "sitegen.toml").write_text('title = "S"\n')
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["import", str(older)]).exit_code == 0
    told = CliRunner().invoke(main, ["import", str(newer)]).output
    (named,) = (line for line in told.splitlines() if line.startswith("  content/"))
    assert "still shown:\n  content/" in told
    assert "The account on Instagram is private." in told
    CliRunner().invoke(main, ["import", str(newer), "--prune"])
    pages = [path.read_text() for path in Path("content").rglob("*.md")]
    assert not Path(named.strip()).exists()
    assert [text for text in pages if "Wick." in text]


_SINCE_2018 = """<html><head><style type="text/css">a { color: red; }</style></head>
<body class="_5vb_ _2yq _a7o5"><div class="_a705"><h1>Shops</h1>{}</div></body></html>"""
_UNTIL_2017 = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />'
    '<base href="../" /><title>Nettle - Friends</title></head><body><h1>Nettle</h1>{}</body></html>'
)


@pytest.mark.parametrize("page", [_SINCE_2018, _UNTIL_2017])
@pytest.mark.parametrize("target", [".", "activity", "activity/1.html"])
def test_no_page_of_a_part_without_posts_is_read(tmp_path: Path, page: str, target: str) -> None:
    words = "<p>A visit to the shop of Ottoline that nobody else should see, with some words.</p>"
    (tmp_path / "activity").mkdir()
    for number in range(3):
        (tmp_path / f"activity/{number}.html").write_text(page.replace("{}", words))
    (tmp_path / "messages/inbox/ada_1/files").mkdir(parents=True)
    (tmp_path / "messages/inbox/ada_1/files/note.txt").write_text("A note that Ada sent to me.\n")
    with pytest.raises(DumpError) as caught:
        read_source(tmp_path / target, ReadOptions())
    assert "JSON" in (caught.value.hint or "")


def test_texts_that_were_sent_in_a_chat_are_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "messages/inbox/ada_1"
    (folder / "files").mkdir(parents=True)
    message = {"sender_name": "Ada", "timestamp_ms": 1_700_000_000_000, "content": "See the notes"}
    chat = {"participants": [{"name": "Ada"}], "messages": [message], "title": "Ada"}
    (folder / "message_1.json").write_text(json.dumps(chat))
    for number in range(4):
        (folder / f"files/{number}.txt").write_text("A note that Ada sent to me, with a canary.\n")
    with pytest.raises(DumpError, match="messages of Facebook"):
        read_source(tmp_path, ReadOptions())
