"""What the message on a dump that no reader knows proposes, and that following it helps."""

import json
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from tests.readers.sources import read_dump

_SAID = ("The ferry leaves the harbour at seven.", "Bread keeps well in a bag of linen.")


def _hint_on(path: Path) -> str:
    with pytest.raises(DumpError) as caught:
        read_dump(path)
    return caught.value.hint or ""


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("when,learned", "2020-01-0{n},{said}\n"),
        ("id;Gedanke;Ort", "{n};{said};Ulm\n"),
        ("learned,where", "{said},Ulm\n"),
    ],
)
def test_a_table_is_read_once_its_texts_are_called_so(
    tmp_path: Path, header: str, line: str
) -> None:
    path = tmp_path / "said.csv"
    rows = "".join(line.format(n=n, said=said) for n, said in enumerate(_SAID, 1))
    path.write_text(f"{header}\n{rows}", "utf-8")
    name = "Gedanke" if "Gedanke" in header else "learned"
    assert f"if all that its column “{name}” holds is public, call it “text”" in _hint_on(path)
    path.write_text(f"{header.replace(name, 'text')}\n{rows}", "utf-8")
    assert tuple(document.text for document in read_dump(path)) == _SAID


def test_json_is_read_once_its_texts_are_called_so(tmp_path: Path) -> None:
    path = tmp_path / "said.json"
    path.write_text(json.dumps([{"n": 1, "learned": said} for said in _SAID]), "utf-8")
    assert "if all that its key “learned” holds is public, call it “text”" in _hint_on(path)
    path.write_text(path.read_text("utf-8").replace("learned", "text"), "utf-8")
    assert tuple(document.text for document in read_dump(path)) == _SAID


def test_the_columns_that_may_hold_texts_are_named(tmp_path: Path) -> None:
    path = tmp_path / "said.csv"
    path.write_text(f"here,there,n\n{_SAID[0]},{_SAID[1]},1\n{_SAID[1]},{_SAID[0]},2\n", "utf-8")
    assert "if one of its columns (“here”, “there”) holds texts, all of them" in _hint_on(path)
    path.write_text(",,,\na,b,c\n", "utf-8")
    assert "columns" not in _hint_on(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pay.csv", f"employee,salary,learned\nA,1,{_SAID[0]}\nB,2,{_SAID[1]}\n"),
        ("pay.json", json.dumps([{"salary": n, "learned": said} for n, said in enumerate(_SAID)])),
    ],
)
def test_what_is_private_is_not_proposed_as_a_text(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    hint = _hint_on(path)
    assert "“salary” is typical of messages, contacts and other private data" in hint
    assert "“text”" not in hint


@pytest.mark.parametrize("start", ["%PDF-1.4\n%x\n1 0 obj\n", "%!PS-Adobe-3.0\n%%Pages: 1\n"])
def test_the_source_of_a_document_for_printers_is_not_offered_as_a_text(
    tmp_path: Path, start: str
) -> None:
    path = tmp_path / "oil.txt"
    path.write_text(start, "ascii")
    assert "copy the text" in _hint_on(path)
    assert "--format text" not in _hint_on(path)


@pytest.mark.parametrize("name", ["archive.zip", "archive.tar.gz", "book.epub", "posts.car"])
@pytest.mark.parametrize(
    "content", ["Not found\n", "<!DOCTYPE html><title>Expired</title><p>Ask for another link."]
)
def test_words_in_place_of_an_archive_are_not_imported(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert "download the file again" in _hint_on(path)


def test_an_export_without_its_posts_is_no_unknown_format(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/tweets.js").write_text('export const tweets = ["a", "b"]\n')
    (tmp_path / "data/app.js").write_text("export const app = {}\n")
    assert "all parts" in _hint_on(tmp_path)
