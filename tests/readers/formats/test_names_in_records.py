"""Names, also in other languages, headings, blocks; tables by the names of their files."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, records: Sequence[object]) -> SourceRead:
    (tmp_path / "posts.json").write_text(json.dumps(records), "utf-8")
    return read_source(tmp_path / "posts.json", ReadOptions())


def test_a_name_beside_a_text_is_its_title_or_its_author_if_names_repeat(tmp_path: Path) -> None:
    texts = [{"name": "The wick", "text": "It burns."}, {"name": "The oil", "text": "It flows."}]
    assert [d.title for d in _read(tmp_path, texts).documents] == ["The wick", "The oil"]
    by = [{"name": name, "text": f"Words {n}."} for n, name in enumerate(("Ann", "Bo", "Ann"))]
    found = _read(tmp_path, by).documents
    assert [(d.title, d.author) for d in found] == [(None, "Ann"), (None, "Bo"), (None, "Ann")]
    link = [{"name": "The wick", "description": "It burns.", "url": "https://a.example/w"}]
    (document,) = _read(tmp_path, link).documents
    assert document.link
    assert document.link.title == "The wick"
    stars = [
        {"name": "wick", "full_name": f"{by}/wick", "html_url": f"https://g.example/{by}/wick"}
        for by in ("ann", "bo")
    ]
    assert [d.title for d in _read(tmp_path, stars).documents] == ["wick", "wick"]
    table = tmp_path / "posts.csv"
    table.write_text("name,text\nThe wick,It burns.\nThe oil,It flows.\n", "utf-8")
    assert read_source(table, ReadOptions()).documents[1].title == "The oil"


def test_pictures_films_and_inner_blocks_of_sanity_are_kept(tmp_path: Path) -> None:
    def block(text: str) -> dict[str, object]:
        return {"_type": "block", "children": [{"_type": "span", "text": text}]}

    asset = {"_type": "image", "asset": {"_ref": "image-abc-20x30-jpg"}, "alt": "A can"}
    post = {
        "_id": "a",
        "title": "Oil",
        "mainImage": {"_type": "image", "asset": {"url": "https://cdn.example/main.png"}},
        "body": [
            block("It flows."),
            {**asset, "caption": "Full"},
            {"_type": "youtube", "url": "https://youtube.example/x"},
            {"_type": "callout", "body": [block("Hot!")]},
            {"_type": "chart", "rows": [1, 2]},
        ],
    }
    read = _read(tmp_path, [post])
    (document,) = read.documents
    assert "![A can](images/abc-20x30.jpg)" in document.text
    assert all(words in document.text for words in ("Full", "https://youtube.example/x", "Hot!"))
    assert [m.name for m in document.media] == [
        "images/abc-20x30.jpg",
        "https://cdn.example/main.png",
    ]
    lost = [found.what for found in read.lost]
    assert lost.count("a picture or another medium") == 2
    assert "a part of the type “chart”" in lost


def test_a_file_of_a_table_is_not_read_as_text_whatever_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("wick,flame\nwool,what it burns\nwood,it smokes\n", "utf-8")
    with pytest.raises(DumpError):
        read_source(path, ReadOptions())
    assert read_source(path.rename(tmp_path / "words.txt"), ReadOptions()).documents


@pytest.mark.parametrize(
    ("title", "text", "author"),
    [
        *[("tytuł", "treść", "autor"), ("başlık", "metin", "yazar"), ("제목", "내용", "작성자")],
        *[("タイトル", "本文", "作者"), ("заголовок", "текст", "автор")],
    ],
)
def test_names_of_fields_may_be_in_many_languages(
    tmp_path: Path, title: str, text: str, author: str
) -> None:
    (document,) = _read(tmp_path, [{title: "Wick", text: "It burns.", author: "Ann"}]).documents
    assert (document.title, document.text, document.author) == ("Wick", "It burns.", "Ann")


def test_names_and_notes_are_texts_if_a_field_says_what_is_published(tmp_path: Path) -> None:
    rows = [{"Name": "Wick", "Notes": "It burns.", "Published": True}]
    rows.append({"Name": "Oil", "Notes": "canary", "Published": False})
    (document,) = _read(tmp_path, [{"fields": row} for row in rows]).documents
    assert (document.title, document.text) == ("Wick", "It burns.")
