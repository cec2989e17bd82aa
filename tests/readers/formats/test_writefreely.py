"""Exports of WriteFreely: what says that a post is public differs from one to the next."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source

_POST = {"appearance": "norm", "rtl": False, "language": "en", "views": 0, "tags": []}


def _post(number: int, body: str, **fields: object) -> dict[str, Any]:
    own = {"id": f"post{number:06}", "body": body, "title": "", "created": "2024-03-12T10:00:00Z"}
    return _POST | own | fields


def _read(folder: Path, name: str, content: object, *include: str) -> SourceRead:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(path, ReadOptions(frozenset(include)))


def test_in_a_list_of_posts_those_without_a_blog_are_drafts(tmp_path: Path) -> None:
    posts = [_post(1, "Mine", collection={"alias": "quay", "public": False}), _post(2, "canary")]
    read = _read(tmp_path, "posts.json", posts)
    assert [document.text for document in read.documents] == ["Mine"]
    assert read.left_out == {"draft": 1}
    assert "does not say which blogs are public" in read.remarks[0]


def test_a_table_of_posts_has_line_breaks_spelt_out(tmp_path: Path) -> None:
    table = (
        "id,slug,blog,url,created,title,body\n"
        r"post000001,one,quay,https://w.example/quay/one,2024-03-12T10:00:00Z,One,A\n\n- b\n- c"
        "\npost000002,,,https://w.example/post000002,2024-03-12T10:00:00Z,,canary\n"
    )
    read = _read(tmp_path, "posts.csv", table)
    (one,) = read.documents
    assert (one.text, one.source) == ("A\n\n- b\n- c", "https://w.example/quay/one")
    assert read.left_out == {"draft": 1}


@pytest.mark.parametrize(
    ("include", "texts"),
    [("drafts", ["Draft"]), ("private", ["Hidden"]), ("scheduled", [])],
)
def test_more_is_read_on_request(tmp_path: Path, include: str, texts: list[str]) -> None:
    blog = {"alias": "quay", "public": False, "posts": [_post(1, "Hidden")]}
    account = {"username": "ann", "has_pass": True, "collections": [blog]}
    read = _read(tmp_path, "ann.json", account | {"posts": [_post(2, "Draft")]}, include)
    assert [document.text for document in read.documents] == texts


def test_a_post_that_stands_twice_or_is_none_is_counted(tmp_path: Path) -> None:
    blog = {"alias": "quay"}
    posts = [_post(1, "Mine", collection=blog), _post(1, "Mine", collection=blog), 5, {}]
    read = _read(tmp_path, "posts.json", posts)
    assert read.left_out == {"duplicate": 1, "incomplete": 2}
