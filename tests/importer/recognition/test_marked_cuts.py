"""Imports a text without marks, marks it, and imports the text without marks again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.importer.ledger import Ledger, LedgerEntry
from sitegen.importer.recognition.marked_cuts import cut_as_marked
from sitegen.importer.sketches import sketch, words_of
from sitegen.models import Document
from sitegen.readers.text import read_text
from tests.importing import BREAD, CELLO, CODE, RYE, Workspace

SWIFTS, YEAR = "The swifts are back, eleven of them.", "Four days earlier than last year."
TEXTS = (f"{SWIFTS} {YEAR}", BREAD, CODE, CELLO, RYE)
JOINED = f"{BREAD}\n{CODE}"


def cut(
    plain: Sequence[str], marked: Sequence[str], deleted: Sequence[str] = ()
) -> tuple[Document, ...]:
    """The documents of a text without marks, after an import of it with marks."""
    earlier = read_text("\n---\n".join(marked), "dump.txt")
    pages = {
        document.id: LedgerEntry(
            path=f"topics/tea/{document.id}.md",
            page="",
            text="",
            words=sketch(document.text),
            document=document.id,
            dump="dump.txt",
        )
        for document in earlier
    }
    words = {d.id: words_of(d.text) for d in earlier if d.text not in deleted}
    found = read_text("\n".join(plain), "dump.txt")
    return cut_as_marked(found, Ledger(pages=pages), "dump.txt", words.get)


@pytest.mark.parametrize(
    "marked",
    [
        (TEXTS[0], JOINED, CELLO, RYE),
        (SWIFTS, YEAR, BREAD, CODE, CELLO, RYE),
        (TEXTS[0], BREAD, f"{CODE}\n{CELLO}\n{RYE}"),
        (f"{TEXTS[0]}\n{BREAD[:31]}", f"{BREAD[32:]}\n{CODE}", CELLO, RYE),
    ],
    ids=["joined", "split within a line", "three joined", "a boundary moved"],
)
def test_an_uncorrected_text_is_cut_as_it_was_marked(marked: Sequence[str]) -> None:
    documents = cut(TEXTS, marked)

    assert tuple(document.text for document in documents) == marked
    ids = [document.id for document in read_text("\n---\n".join(marked), "dump.txt")]
    assert [document.id for document in documents] == ids
    assert {document.confidence for document in documents} == {1.0}


def test_pieces_have_the_lines_of_the_dump() -> None:
    documents = cut((*TEXTS[:2], "", *TEXTS[2:]), (SWIFTS, YEAR, f"{BREAD}\n\n{CODE}", CELLO, RYE))

    places = [document.place.lines for document in documents]
    assert places == [(1, 1), (1, 1), (2, 4), (5, 5), (6, 6)]


def test_marks_hold_in_a_text_that_grew_and_changed_elsewhere() -> None:
    later = CELLO.replace("58", "59")
    documents = cut((*TEXTS[:3], later, RYE, "A kettle that sings"), (TEXTS[0], JOINED, CELLO, RYE))

    texts = [document.text for document in documents]
    assert texts == [TEXTS[0], JOINED, later, RYE, "A kettle that sings"]


def test_a_document_that_was_cut_off_and_deleted_is_recognised() -> None:
    documents = cut(TEXTS, (SWIFTS, YEAR, *TEXTS[1:]), deleted=[YEAR])

    assert [document.text for document in documents] == [SWIFTS, YEAR, *TEXTS[1:]]


def test_an_import_of_the_uncorrected_text_changes_no_page(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path).put(SWIFTS, YEAR, JOINED, CELLO, RYE, name="marked.txt")
    workspace.run()
    workspace.put(name="dump.txt").dump.write_text("\n".join(TEXTS), encoding="utf-8")
    report = workspace.run()

    assert report.unchanged == len(workspace.pages()) == 5
    assert report.created == report.updated == report.removed == report.vanished == ()


def test_a_guess_takes_no_page_that_the_editor_set_apart(tmp_path: Path) -> None:
    """Where the text before it has changed, too, nobody can tell where it begins."""
    swifts = "The swifts are back above the old brewery by the canal, eleven of them."
    workspace = Workspace(tmp_path).put(swifts, YEAR, *TEXTS[1:], name="marked.txt")
    workspace.run()
    changed = "\n".join([f"{swifts} {YEAR}".replace("eleven", "twelve"), *TEXTS[1:]])
    workspace.put(name="dump.txt").dump.write_text(changed, encoding="utf-8")
    report = workspace.run()

    assert not report.removed
    assert [path.stem for path in report.vanished] == ["four-days-earlier-than-last-year"]
