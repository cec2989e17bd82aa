"""What the server tells the desk of the documents."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.curation.library import read_library
from sitegen.desk import Desk
from sitegen.desk.doubts import DoubtReader
from sitegen.desk.entries import DocumentLister
from sitegen.importer.ledger import Ledger, LedgerEntry, format_ledger
from tests.digest import Digest

ENGINE = "An engine of 1830 that still runs on Sundays."


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    digest = Digest(tmp_path)
    digest.post("lamp", "A lamp.", id="lamp").post("chair", "A chair.", id="chair")
    digest.post("engine", ENGINE, topic="trains", id="engine", date="2024-01-01")
    return digest.post("again", f"Again: {ENGINE}", topic="trains", id="again", date="2024-01-02")


def ask(desk: Desk, name: str, **value: Any) -> dict[str, Any]:
    reply = desk.answer(name, json.dumps(value).encode())
    assert reply.status == 200
    return reply.value


def ids_of(answer: dict[str, Any]) -> list[str]:
    return [document["id"] for document in answer["documents"]]


def test_lists_all_documents_at_first_and_then_those_that_changed(digest: Digest) -> None:
    desk = Desk(digest.root)
    first = ask(desk, "documents")
    assert ids_of(first) == first["ids"] == ["chair", "lamp", "again", "engine"]
    same = ask(desk, "documents", known=first["version"])
    assert (ids_of(same), same["version"]) == ([], first["version"])
    ask(desk, "act", do="set", ids=["lamp"], values={"hidden": True})
    second = ask(desk, "documents", known=first["version"])
    assert ids_of(second) == ["lamp"]
    assert second["version"] != first["version"]


def test_lists_all_documents_to_a_browser_that_missed_a_change(digest: Digest) -> None:
    desk = Desk(digest.root)
    first = ask(desk, "documents")
    ask(desk, "act", do="delete", ids=["lamp"])
    ask(desk, "documents", known=first["version"])
    late = ask(desk, "documents", known=first["version"])
    assert ids_of(late) == late["ids"] == ["chair", "again", "engine"]


def test_says_which_post_repeats_an_earlier_one(digest: Digest) -> None:
    doubts = DoubtReader().read(read_library(digest.root))
    assert doubts["again"]["repeats"] == "engine"
    assert doubts["again"]["reason"]["label"].startswith("An engine of 1830")
    assert doubts["engine"]["repeats"] is None


def test_names_the_document_that_was_before_in_the_dump(digest: Digest) -> None:
    pages = {
        id_: LedgerEntry(
            path=f"topics/{topic}/{id_}.md", page="", text="", words="", document=id_, dump="d"
        )
        for id_, topic in (("lamp", "craft"), ("engine", "trains"), ("chair", "craft"))
    }
    ledger = Ledger(dumps={"d": ("lamp", "engine", "chair")}, pages=pages)
    digest.write("content/.imports.json", format_ledger(ledger))
    doubts = DoubtReader().read(read_library(digest.root))
    assert {id_: doubts[id_]["previous"] for id_ in pages} == {
        "lamp": None,
        "engine": "lamp",
        "chair": "engine",
    }


def test_a_broken_record_of_imports_does_not_keep_the_desk_shut(digest: Digest) -> None:
    digest.write("content/.imports.json", "not JSON")
    assert len(ask(Desk(digest.root), "documents")["ids"]) == 4


def _imported(digest: Digest, path: str, *, cut: float = 0.4, topic: float = 0.3) -> None:
    entry = LedgerEntry(
        path=path,
        page="",
        text="",
        words="",
        document="1",
        dump="d",
        confidence=cut,
        topic_confidence=topic,
        runner_up="trains",
    )
    digest.write("content/.imports.json", format_ledger(Ledger(pages={"lamp": entry})))


def test_says_how_sure_the_import_was(digest: Digest) -> None:
    _imported(digest, "topics/craft/lamp.md")
    lamp = DoubtReader().read(read_library(digest.root))["lamp"]
    assert (lamp["confidence"], lamp["topic_confidence"], lamp["runner_up"]) == (0.4, 0.3, "trains")
    assert lamp["reason"] == {"rank": 0.4, "text": "Doubtful cut: {percent} %", "percent": 40}


def test_only_a_topic_that_the_import_called_doubtful_needs_an_eye_the_least_sure_first(
    digest: Digest,
) -> None:
    reasons = []
    for sure in (0.6, 0.4, 0.2):
        _imported(digest, "topics/craft/lamp.md", cut=0.9, topic=sure)
        reasons.append(DoubtReader().read(read_library(digest.root))["lamp"]["reason"])
    assert reasons == [
        None,
        {"rank": 1.4, "text": "Or {topic}?", "topic": "Trains"},
        {"rank": 1.2, "text": "Or {topic}?", "topic": "Trains"},
    ]


def test_an_essay_is_in_no_topic_that_could_be_in_doubt(digest: Digest) -> None:
    digest.page("essays/lamp.md", "A long text.", id="lamp")
    (digest.root / "content/topics/craft/lamp.md").unlink()
    _imported(digest, "essays/lamp.md", cut=0.9)
    lamp = DoubtReader().read(read_library(digest.root))["lamp"]
    assert (lamp["topic_confidence"], lamp["runner_up"], lamp["reason"]) == (None, None, None)


def test_the_topic_that_an_editor_chose_is_not_in_doubt(digest: Digest) -> None:
    _imported(digest, "topics/trains/lamp.md")
    lamp = DoubtReader().read(read_library(digest.root))["lamp"]
    assert (lamp["confidence"], lamp["topic_confidence"], lamp["runner_up"]) == (0.4, None, None)


def test_the_beginning_of_a_text_is_shown_without_the_escapes_of_markdown(digest: Digest) -> None:
    digest.post("lamp", r"TIL \`git bisect\` and https://a.example/ \[sic\]", id="lamp")
    library = read_library(digest.root)
    listed = DocumentLister().list_documents(library, DoubtReader().read(library), None)
    (lamp,) = (one for one in listed["documents"] if one["id"] == "lamp")
    assert lamp["text"] == "TIL `git bisect` and https://a.example/ [sic]"
