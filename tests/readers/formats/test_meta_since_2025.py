"""What exports of Instagram and Threads have held since 2025: details on posts, and a profile."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from tests.files import write_zip

_DAY = 1709118134
_POSTS = "your_instagram_activity/media/posts_1.json"
_DETAILED = "your_instagram_activity/media/posts.json"
_THREADS = "your_instagram_activity/threads"
_FUR_DICH = "F\u00c3\u00bcr dich"
"""As Meta writes it: each byte of UTF-8 as a character."""
_PICTURE = {"uri": "media/posts/202402/1.jpg", "creation_timestamp": _DAY}
_DETAILS = [
    {
        "timestamp": _DAY,
        "title": "",
        "media": [],
        "label_values": [
            {"label": "Caption", "value": _FUR_DICH},
            {"label": "Latitude", "value": "41.864"},
            {"title": "Media", "media": [_PICTURE]},
        ],
        "fbid": "179",
    }
]


def _read(folder: Path, files: Mapping[str, object]) -> SourceRead:
    return read_source(write_zip(folder / "export.zip", files), ReadOptions())


def test_details_on_posts_beside_the_posts_are_not_read(tmp_path: Path) -> None:
    posts = [{"media": [_PICTURE | {"title": _FUR_DICH}]}]
    read = _read(tmp_path, {_DETAILED: _DETAILS, _POSTS: posts})
    assert [document.text for document in read.documents] == ["Für dich"]
    assert read.left_out == {}


def test_details_on_posts_that_stand_alone_are_the_posts(tmp_path: Path) -> None:
    read = _read(tmp_path, {_DETAILED: _DETAILS, "media/posts/202402/1.jpg": b"JPEG"})
    (post,) = read.documents
    assert post.text == "Für dich"
    assert [medium.entry for medium in post.media] == ["media/posts/202402/1.jpg"]
    assert post.date is not None
    assert post.date.timestamp() == _DAY


@pytest.mark.parametrize(("private", "texts"), [("False", ["Hello"]), ("True", [])])
def test_the_profile_on_threads_says_whose_the_posts_are_and_who_sees_them(
    tmp_path: Path, private: str, texts: list[str]
) -> None:
    facts = {"Name": {"value": "Nettle Rowick"}, "Private Account": {"value": private}}
    post = {"uri": "", "creation_timestamp": _DAY, "title": "Hello"}
    profile = {"text_post_app_text_post_app_profile": [{"string_map_data": facts}]}
    files = {
        f"{_THREADS}/threads_and_replies.json": {"text_post_app_text_posts": [{"media": [post]}]},
        f"{_THREADS}/personal_information.json": profile,
    }
    read = _read(tmp_path, files)
    assert [(document.text, document.author) for document in read.documents] == [
        (text, "Nettle Rowick") for text in texts
    ]
    assert read.left_out == ({} if texts else {"followers only": 1})


@pytest.mark.parametrize("label", ["Legenda", "Bijschrift", "Caption"])
def test_the_text_of_a_post_is_known_in_several_languages(tmp_path: Path, label: str) -> None:
    details = json.loads(json.dumps(_DETAILS).replace('"Caption"', f'"{label}"'))
    (post,) = _read(tmp_path, {_DETAILED: details}).documents
    assert post.text == "Für dich"


def test_a_text_whose_label_is_not_known_is_lost(tmp_path: Path) -> None:
    details = json.loads(json.dumps(_DETAILS).replace('"Caption"', '"Xyz"'))
    read = _read(tmp_path, {_DETAILED: details, "media/posts/202402/1.jpg": b"JPEG"})
    assert [post.text for post in read.documents] == [""]
    assert "the text of a post" in {lost.what for lost in read.lost}


def test_the_report_says_of_each_service_whether_its_posts_may_be_private(tmp_path: Path) -> None:
    posts = [{"media": [_PICTURE | {"title": "Hello"}]}]
    threads = {"text_post_app_text_posts": [{"media": [_PICTURE | {"title": "Words"}]}]}
    files = {_POSTS: posts, f"{_THREADS}/threads_and_replies.json": threads}
    facts = {"Name": {"value": "Nettle Rowick"}, "Private Account": {"value": "False"}}
    person = {"profile_user": [{"string_map_data": facts}]}
    both = " ".join(_read(tmp_path, files).remarks)
    assert "the account on Instagram is private" in both
    assert "the account on Threads is private" in both
    name = "personal_information/personal_information/personal_information.json"
    one = " ".join(_read(tmp_path, {**files, name: person}).remarks)
    assert "the account on Instagram is private" not in one
    assert "the account on Threads is private" in one


def _write_export(folder: Path, text: str, **facts: str) -> None:
    profile = {key.replace("_", " "): {"value": value} for key, value in facts.items()}
    person = {"profile_user": [{"string_map_data": profile}]}
    medium = {"uri": "", "creation_timestamp": 1709287200, "title": text}
    for path, content in (
        ("personal_information/personal_information/personal_information.json", person),
        ("your_instagram_activity/media/posts_1.json", [{"media": [medium]}]),
    ):
        file = folder / path
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(content), "utf-8")


@pytest.mark.parametrize("name", ["Bo", "Ada"])
def test_of_two_accounts_in_one_folder_the_private_one_is_left_out(
    tmp_path: Path, name: str
) -> None:
    public, private = tmp_path / "instagram-ada", tmp_path / "instagram-bo"
    _write_export(public, "By ada.", Name="Ada", Username="ada", Private_Account="False")
    _write_export(private, "By bo.", Name=name, Username="bo", Private_Account="True")
    read = read_source(tmp_path, ReadOptions())
    assert [(each.text, each.author) for each in read.documents] == [("By ada.", "Ada")]
    assert read.left_out == {"followers only": 1}


def test_an_account_is_private_if_one_of_its_exports_says_so(tmp_path: Path) -> None:
    for year, private in (("2023", "False"), ("2024", "True")):
        _write_export(tmp_path / year, year, Username="ada", Private_Account=private)
    read = read_source(tmp_path, ReadOptions())
    assert (read.documents, sum(read.left_out.values())) == ((), 2)
