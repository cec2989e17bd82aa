"""Exports of Meta in several zips: the posts are in one, their media and the profile in others."""

import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.importer.reading import DumpsRead, read_dumps
from sitegen.importer.request import ImportRequest
from tests.pictures import PNG

_POSTS = "your_instagram_activity/media/posts_1.json"
_PERSON = "personal_information/personal_information/personal_information.json"
_PICTURE = "media/posts/202402/lamp.png"


def _zip(path: Path, files: Mapping[str, object]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, bytes) else json.dumps(content))
    return path


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
        _zip(folder / "instagram-nettle-1.zip", media),
        _zip(folder / "instagram-nettle-2.zip", {_POSTS: _posts("Lamp.")}),
        _zip(folder / "instagram-nettle-3.zip", {_PERSON: _person(private)}),
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
    dumps = [_zip(tmp_path / f"{name}.zip", files) for name in ("old", "new")]
    assert len(_read(*dumps).sources) == 2


def test_an_export_of_an_account_that_is_private_now_names_the_pages_of_an_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = {_POSTS: _posts("Lamp.", "Wick."), _PERSON: _person("False")}
    older = _zip(tmp_path / "older.zip", public)
    newer = _zip(tmp_path / "newer.zip", {_POSTS: _posts("Lamp."), _PERSON: _person("True")})
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
