"""What WordPress shows to some people alone has a mark before its title, wherever it went."""

import json
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, read_source

_MARKED = ("Protected: Family", "Privat: Familie", "Privé : la famille", "保護中: 家族", "私密：家")
_FEED = (
    "<rss version='2.0'><channel><title>Notes</title><link>https://a.example/</link>"
    "<item><title>{}</title><link>https://a.example/1</link><description>canary</description></item>"
    "<item><title>Draft: the beer of the year</title><link>https://a.example/2</link>"
    "<description>It was dark.</description></item></channel></rss>"
)
_PAGE = (
    "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p></article></body>"
)
_OTHER = {"title": "Tea", "content_text": "It was dark.", "id": "2"}


def _json_feed(title: str) -> str:
    items = [{"title": title, "content_text": "canary", "id": "1"}, _OTHER]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})


def _folder(title: str) -> dict[str, str]:
    return {
        "a.md": f'---\ntitle: "{title}"\n---\n\ncanary\n',
        "b.html": _PAGE.format(title, "canary " * 30),
        "c.md": "---\ntitle: Tea\n---\n\nIt was dark.\n",
    }


def _files(kind: str, title: str) -> dict[str, str]:
    texts = {
        "feed.xml": _FEED.format(title),
        "feed.json": _json_feed(title),
        "notes.md": f"# {title}\n\ncanary\n\n# Tea\n\nIt was dark.\n\n# Jam\n\nIt was red.\n",
        "page.html": _PAGE.format(title, "canary " * 30),
    }
    return _folder(title) if kind == "folder" else {kind: texts[kind]}


@pytest.mark.parametrize("title", _MARKED)
@pytest.mark.parametrize("kind", ["feed.xml", "feed.json", "notes.md", "page.html", "folder"])
def test_a_title_with_the_mark_leaves_its_text_out(tmp_path: Path, kind: str, title: str) -> None:
    for name, text in _files(kind, title).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path if kind == "folder" else tmp_path / kind
    read = read_source(path, ReadOptions())
    assert "canary" not in "".join(document.full_text for document in read.documents)
    assert any("dark" in document.text for document in read.documents) or kind == "page.html"
    assert read.left_out.keys() <= {"password", "private"}

    asked = read_source(path, ReadOptions(include=frozenset({"private"})))
    assert any("canary" in d.full_text for d in asked.documents) == (
        "password" not in read.left_out
    )
