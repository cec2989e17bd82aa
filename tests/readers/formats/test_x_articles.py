"""Articles in archives of X: what their metadata says of each, in the forms that it has."""

from pathlib import Path

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from tests.readers.formats.x_archive import post, write_archive


def _read(folder: Path, content: object, **facts: object) -> SourceRead:
    content = {"blocks": [{"text": content}]} if isinstance(content, str) else content
    article = {"id": "50", "title": "On wicks", "content": content}
    archive = write_archive(
        folder,
        [post(1, "mine")],
        article=[{"article": article}],
        article_metadata=[{"articleMetadata": {"tweetId": "60"} | facts}],
    )
    return read_source(archive, ReadOptions())


def _state(name: str) -> dict[str, object]:
    return {"lifecycle": {"value": "1", "name": name, "originalName": name.upper()}}


@pytest.mark.parametrize("state", ["Published", _state("Published")])
@pytest.mark.parametrize("visibility", ["Public", {"name": "Public"}])
def test_a_published_article_is_an_essay(tmp_path: Path, state: object, visibility: object) -> None:
    read = _read(tmp_path, "Cut it.", lifecycleState=state, visibility=visibility)
    assert [(document.title, document.text) for document in read.documents] == [
        (None, "mine"),
        ("On wicks", "Cut it."),
    ]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"lifecycleState": _state("Draft")}, "draft"),
        ({"lifecycleState": "Draft"}, "draft"),
        ({"lifecycleState": _state("Archived")}, "not public"),
        ({"lifecycleState": {"lifecycle": {"value": 2}}}, "not public"),
        ({"lifecycleState": None}, "not public"),
        ({"lifecycleState": "Published", "visibility": {"name": "Followers"}}, "not public"),
    ],
)
def test_any_other_article_is_left_out(
    tmp_path: Path, facts: dict[str, object], reason: str
) -> None:
    read = _read(tmp_path, "canary", **facts)
    assert [document.text for document in read.documents] == ["mine"]
    assert read.left_out == {reason: 1}


_LINK = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "https://oil.example/?a=1&b=2"}}


@pytest.mark.parametrize("entities", [{"0": _LINK}, [{"key": "0", "value": _LINK}]])
def test_an_article_keeps_its_links_and_tells_of_lost_pictures(
    tmp_path: Path, entities: object
) -> None:
    bold = {"offset": 0, "length": 4, "style": "Bold"}
    linked = {
        "text": "🪔 oil, here",
        "type": "unstyled",
        "entityRanges": [{"key": 0, "offset": 3, "length": 3}, {"key": 7, "offset": 0}],
        "inlineStyleRanges": [{**bold, "offset": 8}],
    }
    content = {"blocks": [linked, {"text": " ", "type": "atomic"}], "entityMap": entities}
    read = _read(tmp_path, content, lifecycleState="Published")
    assert read.documents[1].text == "🪔 [oil](https://oil.example/?a=1&b=2), **here**"
    assert [lost.why for lost in read.lost] == ["only the text is kept"]
