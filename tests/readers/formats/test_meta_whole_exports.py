"""Whole exports of Threads, Instagram and Facebook: their accounts, versions and audiences."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from tests.files import write_folder, write_zip
from tests.pictures import PNG

_SECOND = 1754400000
_THREADS = "your_instagram_activity/threads/"
_POSTS = "your_instagram_activity/media/posts_1.json"
_FACEBOOK = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"
_PERSON = "personal_information/personal_information/personal_information.json"
_LATER, _EARLIER = "instagram-ann-2024-03-01-Ab", "instagram-ann-2025-08-24-Cd"


def _person(username: str, *, private: str = "False") -> dict[str, object]:
    facts = {"Username": username, "Name": username.title(), "Private Account": private}
    said = [{"string_map_data": {label: {"value": value} for label, value in facts.items()}}]
    return {"text_post_app_text_post_app_profile": said, "profile_user": said}


def _thread(text: str, second: int = 0, **facts: object) -> dict[str, object]:
    medium = {"uri": "", "creation_timestamp": _SECOND + second, "title": text}
    return {"media": [medium | ({"text_app_post": facts} if facts else {})]}


def _threads(*posts: object) -> dict[str, object]:
    return {"text_post_app_text_posts": posts}


def _photo(title: str, second: int = 0) -> dict[str, object]:
    return {"media": [{"uri": "", "creation_timestamp": _SECOND + second, "title": title}]}


def _status(text: str, second: int = 0) -> dict[str, object]:
    return {"timestamp": _SECOND + second, "data": [{"post": text}], "title": "Ann updated it."}


def _read(folder: Path, exports: Mapping[str, Mapping[str, object]], *, packed: bool) -> SourceRead:
    for name, files in exports.items():
        if packed:
            with zipfile.ZipFile(folder / "all.zip", "a") as outer:
                outer.write(write_zip(folder / f"{name}.zip", files), f"{name}.zip")
        else:
            write_folder(folder / name, files)
    return read_source(folder / "all.zip" if packed else folder, ReadOptions())


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (_POSTS, [_photo("canary-first")], [_photo("Mended"), _photo("Latest", 9)]),
        (_FACEBOOK, [_status("canary-first")], [_status("Mended"), _status("Latest", 9)]),
        (
            f"{_THREADS}threads_and_replies.json",
            _threads(_thread("Mended"), _thread("canary-reply", 5)),
            _threads(
                _thread("Latest", 9, is_reply=False),
                _thread("canary-reply", 5, is_reply=True),
                _thread("Mended", 0, is_reply=False),
            ),
        ),
    ],
    ids=["instagram", "facebook", "threads"],
)
def test_the_newer_export_of_an_account_says_what_a_post_is(
    tmp_path: Path, path: str, old: object, new: object, *, packed: bool
) -> None:
    exports = {
        _EARLIER: {path: new, _PERSON: _person("ann")},
        _LATER: {path: old, _PERSON: _person("ann")},
    }
    read = _read(tmp_path, exports, packed=packed)
    assert sorted(document.text for document in read.documents) == ["Latest", "Mended"]


def test_several_posts_of_one_second_are_kept(tmp_path: Path) -> None:
    posts = [_photo("One"), _photo("Two"), _photo("One")]
    read = _read(tmp_path, {"instagram-ann": {_POSTS: posts}}, packed=False)
    assert [document.text for document in read.documents] == ["One", "Two"]
    assert len({document.id for document in read.documents}) == 2
    assert read.left_out == {"duplicate": 1}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("path", "posts"),
    [
        (f"{_THREADS}personal_information.json", f"{_THREADS}threads_and_replies.json"),
        ("account_information/personal_information.json", "content/posts_1.json"),
    ],
)
def test_each_account_has_its_own_name_and_privacy_in_exports_of_every_form(
    tmp_path: Path, path: str, posts: str, *, packed: bool
) -> None:
    def export(username: str, text: str, private: str) -> dict[str, object]:
        content = _threads(_thread(text, is_reply=False)) if "threads" in posts else [_photo(text)]
        return {path: _person(username, private=private), posts: content}

    read = _read(
        tmp_path,
        {
            "a/instagram-ann-1": export("ann", "By ann", "False"),
            "a/instagram-bo-1": export("bo", "By bo", "False"),
            "b/instagram-cy-1": export("cy", "canary", "True"),
        }
        if not packed
        else {"ann": export("ann", "By ann", "False"), "bo": export("bo", "By bo", "False")},
        packed=packed,
    )
    found = sorted((document.text, document.author) for document in read.documents)
    assert found == [("By ann", "Ann"), ("By bo", "Bo")]
    assert read.left_out == ({} if packed else {"followers only": 1})


@pytest.mark.parametrize(("private", "left_out"), [(True, {"followers only": 1}), (False, {})])
def test_the_profile_of_an_export_of_before_2020_is_read(
    tmp_path: Path, left_out: Mapping[str, int], *, private: bool
) -> None:
    profile = {"name": "Ann", "username": "ann", "email": "canary", "private_account": private}
    photo = {"taken_at": "2018-11-02T09:08:07", "caption": "Fog", "path": "photos/a.jpg"}
    exports = {"ann": {"profile.json": profile, "media.json": {"photos": [photo]}}}
    read = _read(tmp_path, exports, packed=False)
    assert read.left_out == left_out
    assert [document.author for document in read.documents] == ([] if private else ["Ann"])


def test_posts_in_groups_are_never_taken_as_a_group_may_be_closed(tmp_path: Path) -> None:
    titles = ("Ann posted in Lamps.", "Ann hat in der Gruppe „Lampen“ gepostet.")
    own = _status("to Bo", 9) | {"title": "Ann wrote on Bo's timeline."}
    posts = [*(_status("canary", n) | {"title": title} for n, title in enumerate(titles)), own]
    (tmp_path / "your_posts_1.json").write_text(json.dumps(posts), "utf-8")
    options = ReadOptions(frozenset({"replies"}))
    read = read_source(tmp_path / "your_posts_1.json", options)
    assert [document.text for document in read.documents] == ["to Bo"]
    assert read.left_out == {"not public": 2}


def test_pictures_in_another_part_of_an_export_are_found_if_both_are_unpacked(
    tmp_path: Path,
) -> None:
    name = "media/posts/202508/lamp.jpg"
    post = {"media": [{"uri": name, "creation_timestamp": _SECOND, "title": "A lamp"}]}
    _read(tmp_path, {"instagram-ann-1": {_POSTS: [post]}}, packed=False)
    (tmp_path / "instagram-ann-2/media/posts/202508").mkdir(parents=True)
    (tmp_path / "instagram-ann-2" / name).write_bytes(PNG)
    (document,) = read_source(tmp_path, ReadOptions()).documents
    assert [medium.entry for medium in document.media] == [f"instagram-ann-2/{name}"]


def test_a_part_of_an_export_with_only_pictures_is_refused_with_a_word_on_the_others(
    tmp_path: Path,
) -> None:
    with zipfile.ZipFile(tmp_path / "part.zip", "w") as archive:
        for name in ("a.jpg", "b.mp4"):
            archive.writestr(f"media/posts/202508/{name}", PNG)
    with pytest.raises(DumpError) as caught:
        read_source(tmp_path / "part.zip", ReadOptions())
    assert "unpack all parts" in (caught.value.hint or "")
