import json
from pathlib import Path

import pytest

from sitegen.errors import ContentError
from sitegen.importer.ledger import (
    LEDGER_NAME,
    Ledger,
    LedgerEntry,
    ReadReport,
    fingerprint,
    format_ledger,
    load_ledger,
)

ENTRY = LedgerEntry(
    path="topics/tea/a.md", page="p", text="t", words="0a1b2c", document="d", dump="dump.txt"
)


def test_the_ledger_is_empty_before_the_first_import(tmp_path: Path) -> None:
    assert load_ledger(tmp_path / "content") == Ledger()


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    ledger = Ledger(
        dumps={"dump.txt": ("b", "a")},
        pages={"b": ENTRY, "a": ENTRY},
        topics=("tea", "work"),
        topic_pages={"tea": "p"},
    )
    (tmp_path / LEDGER_NAME).write_bytes(format_ledger(ledger))

    assert load_ledger(tmp_path) == ledger


def test_a_ledger_is_json_as_the_library_indents_it() -> None:
    report = ReadReport(format=("x",), read=1, lost=({"what": "é “a”"}, {}), left_out={"reply": 2})
    ledger = Ledger(
        dumps={"dump.txt": ("b", "a"), "empty.txt": ()},
        pages={"b": ENTRY, "a": ENTRY.model_copy(update={"confidence": 0.25})},
        topics=("tea",),
        reports={"dump.txt": report},
    )
    data = ledger.model_dump(exclude_none=True)
    assert format_ledger(ledger).decode() == json.dumps(data, indent=1, sort_keys=True) + "\n"


def test_a_ledger_without_topic_pages_can_be_read(tmp_path: Path) -> None:
    (tmp_path / LEDGER_NAME).write_text('{"version": 1, "topics": ["tea"]}', encoding="utf-8")

    assert load_ledger(tmp_path) == Ledger(topics=("tea",))


def test_a_fingerprint_ignores_line_endings() -> None:
    assert fingerprint(b"one\r\ntwo\r\n") == fingerprint(b"one\ntwo\n")
    assert fingerprint(b"one\ntwo\n") != fingerprint(b"one\n\ntwo\n")


def test_the_file_does_not_depend_on_the_order_of_entries() -> None:
    one = Ledger(pages={"a": ENTRY, "b": ENTRY})
    other = Ledger(pages={"b": ENTRY, "a": ENTRY})

    assert format_ledger(one) == format_ledger(other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< ours",
        "[]",
        '{"version": 2}',
        '{"pages": {"a": {"path": "a.md"}}}',
        format_ledger(Ledger(pages={"a": ENTRY})).decode().replace("topics/tea", "../elsewhere"),
        format_ledger(Ledger(pages={"a": ENTRY})).decode().replace("topics/tea", "/etc"),
    ],
)
def test_an_invalid_ledger_is_an_error_with_its_path(tmp_path: Path, text: str) -> None:
    (tmp_path / LEDGER_NAME).write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match="the record of earlier imports") as caught:
        load_ledger(tmp_path)
    assert caught.value.path == tmp_path / LEDGER_NAME
    assert caught.value.hint
