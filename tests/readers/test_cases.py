"""Labelled dumps: what an editor should get of each by default, and what must never appear.

A case is a folder with one dump and ``expect.json``. Those of ``tests/readers/cases`` are ours.
"""

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from tests.paths import SHARED, TESTS

_OWN = TESTS / "readers" / "cases"
_CASES = sorted(
    folder
    for root in (_OWN, SHARED / "cases")
    if root.is_dir()
    for folder in root.iterdir()
    if (folder / "expect.json").exists()
)
_Found = Mapping[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


def _expectation(case: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((case / "expect.json").read_text("utf-8"))
    return loaded


def _dump(case: Path) -> Path:
    (dump,) = (path for path in case.iterdir() if path.name != "expect.json")
    return dump


def _words(text: str) -> list[str]:
    """The words of a text that a reader sees: not addresses, nor the languages of code."""
    hidden = r"\]\([^)]*\)|\[\^\w+\]:?|<https?:[^>]*>|^ *(?:`{3,}|~{3,}).*$"
    shown = re.sub(hidden, " ", text, flags=re.MULTILINE)
    return re.findall(r"\w+", shown.replace("\\", ""))


@pytest.mark.parametrize("case", _CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_case_gives_the_documents_that_are_expected(
    case: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = folder / case.parent.name / case.name
    digest.mkdir(parents=True)
    shutil.copy(TESTS / "readers" / "cases" / "sitegen.toml", digest)
    monkeypatch.chdir(digest)
    expected = _expectation(case)
    command = ["import", "--json", *expected.get("options", []), str(_dump(case))]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    if expected.get("refused"):
        assert result.exit_code == 6, result.output
        assert not list(digest.glob("content/**/*.md"))
        return
    assert result.exit_code == 0, result.output
    plan = json.loads(result.stdout)
    _compare(expected, plan)
    built = CliRunner().invoke(main, ["build"], catch_exceptions=False)
    assert built.exit_code == 0, built.output
    _find_canaries(digest, [*expected.get("must_not_appear", []), "canary-"])


def _compare(expected: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
    found: list[_Found] = list(plan["documents"])
    for document in expected["documents"]:
        match = _match(document, found)
        if match is None:
            assert document.get("optional"), f"missing: {document}; left: {found}"
            continue
        found.remove(match)
        _compare_document(document, match)
    assert not found, f"not expected: {found}"
    counts = plan["report"]["left_out"]
    missing = sum(1 for document in expected["documents"] if document.get("optional"))
    wanted = sum(expected.get("left_out", {}).values())
    assert wanted <= sum(counts.values()) <= wanted + missing, counts


def _match(document: _Found, found: Sequence[_Found]) -> _Found | None:
    words = _words(document["text"])
    date = _instant(document.get("date"))
    same = [f for f in found if _words(f["text"]) == words]
    if not same and words:  # a subtitle may precede the text
        same = [f for f in found if _words(f["text"])[-len(words) :] == words]
    dated = [f for f in same if _instant(f["date"]) == date]
    return next(iter(dated or same), None)


def _compare_document(document: _Found, match: _Found) -> None:
    if title := document.get("title"):
        assert _words(match["title"] or "") == _words(title)
    if "author" in document:
        assert (match["author"] or "") == (document["author"] or "")
    assert _instant(match["date"]) == _instant(document.get("date"))
    if source := document.get("source"):
        link = match["link"] or {}
        assert source in (match["source"], link.get("address"))
    if "tags" in document:
        assert set(match["tags"]) == set(document["tags"])
    if "media" in document:
        assert len(match["media"]) >= len(document["media"]), match["media"]
    if parts := document.get("thread"):
        assert match["thread"]["parts"] == parts
    for link in document.get("links", []):
        assert link in json.dumps(match, ensure_ascii=False)


def _instant(date: str | None) -> datetime | None:
    if not date:
        return None
    parsed = datetime.fromisoformat(date)
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC)


def _find_canaries(digest: Path, words: Sequence[str]) -> None:
    for path in digest.rglob("*"):
        if path.is_file() and ".sitegen" not in path.parts:
            content = path.read_bytes()
            for word in words:
                assert word.encode() not in content, f"{word} in {path}"
