"""Archives of Buttondown: a table of e-mails, and their texts."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.files import write_zip

_COLUMNS = ("id", "secondary_id", "subject", "publish_date", "status", "email_type", "slug")


def _row(slug: str, **values: str) -> dict[str, str]:
    row = dict.fromkeys(_COLUMNS, "") | {
        "id": f"id-{slug}",
        "subject": f"About {slug}",
        "publish_date": "2024-01-02 08:00:00+00:00",
        "status": "sent",
        "email_type": "public",
        "slug": slug,
    }
    return row | values


def _csv(*rows: Mapping[str, str]) -> str:
    return "\n".join(",".join(each) for each in (_COLUMNS, *(row.values() for row in rows)))


def _read(tmp_path: Path, files: Mapping[str, str], *include: str) -> SourceRead:
    path = write_zip(tmp_path / "buttondown.zip", files)
    return read_source(path, ReadOptions(frozenset(include)))


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_emails_have_the_title_and_date_of_the_table(tmp_path: Path, kind: str) -> None:
    rows = [_row("oil"), _row("wick")]
    texts = {
        "emails/oil.md": "<!-- buttondown-editor-mode: plaintext -->It *burns*.",
        "emails/wick.md": "<!-- buttondown-editor-mode: fancy --><p>It <b>ends</b>.</p>",
    }
    table = _csv(*rows) if kind == "csv" else json.dumps(rows)
    read = _read(tmp_path, {f"emails.{kind}": table, **texts})
    assert read.formats == ("buttondown",)
    assert [(each.title, each.text) for each in read.documents] == [
        ("About oil", "It *burns*."),
        ("About wick", "It **ends**."),
    ]
    assert {str(each.date) for each in read.documents} == {"2024-01-02 08:00:00+00:00"}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"status": "draft"}, "draft"),
        ({"publish_date": ""}, "draft"),
        ({"status": "scheduled"}, "scheduled"),
        ({"publish_date": "2099-01-02"}, "scheduled"),
        ({"status": "deleted"}, "trash"),
        ({"status": "unheard of"}, "not public"),
        ({"email_type": "premium"}, "paid"),
        ({"email_type": "private"}, "private"),
        ({"email_type": "unheard of"}, "not public"),
    ],
)
def test_what_was_not_sent_to_all_is_left_out(
    tmp_path: Path, values: dict[str, str], reason: str
) -> None:
    table = _csv(_row("oil"), _row("wick", **values))
    texts = {"emails/oil.md": "It burns.", "emails/wick.md": "canary"}
    read = _read(tmp_path, {"emails.csv": table, **texts})
    assert [each.text for each in read.documents] == ["It burns."]
    assert read.left_out == {reason: 1}


def test_a_draft_that_is_private_stays_out_if_drafts_are_asked_for(tmp_path: Path) -> None:
    table = _csv(_row("oil", status="draft"), _row("wick", status="draft", email_type="private"))
    texts = {"emails/oil.md": "It burns.", "emails/wick.md": "canary"}
    read = _read(tmp_path, {"emails.csv": table, **texts}, "drafts")
    assert [each.text for each in read.documents] == ["It burns."]


def test_texts_that_the_table_does_not_name_are_not_public(tmp_path: Path) -> None:
    files = {"emails.csv": _csv(_row("oil")), "emails/oil.md": "x", "emails/other.md": "canary"}
    assert _read(tmp_path, files).left_out == {"not public": 1}


def test_an_email_without_a_text_is_counted_and_one_that_stands_twice_is_read_once(
    tmp_path: Path,
) -> None:
    files = {"emails.csv": _csv(_row("oil"), _row("oil"), _row("wick")), "emails/oil.md": "x"}
    read = _read(tmp_path, files)
    assert (len(read.documents), read.left_out) == (1, {"duplicate": 1, "empty": 1})


def test_a_table_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DumpError):
        _read(tmp_path, {"emails.csv": _csv(_row("oil")), "subscribers.csv": "email\na@x.example"})


@pytest.mark.parametrize(("kind", "reason"), [("free", "followers only"), ("premium", "paid")])
def test_a_table_by_itself_says_which_emails_were_for_subscribers(
    tmp_path: Path, kind: str, reason: str
) -> None:
    path = tmp_path / "emails.json"
    emails = [_row("oil") | {"body": "It burns."}]
    emails.append(_row("wick", email_type=kind) | {"body": "canary"})
    path.write_text(json.dumps(emails), "utf-8")
    read = read_source(path, ReadOptions())
    assert [each.text for each in read.documents] == ["It burns."]
    assert read.left_out == {reason: 1}
