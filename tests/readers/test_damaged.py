"""Damaged dumps: what can be read is read, and the rest is one error or is reported."""

import random
import shutil
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers import ReadOptions, read_source
from tests.effort import EFFORT
from tests.paths import SHARED, TESTS

_DUMPS = sorted(
    dump
    for root in (TESTS / "readers/cases", SHARED / "cases")
    if root.is_dir()
    for dump in root.glob("*/*")
    if dump.name != "expect.json"
)
_KINDS = ("cut", "flip", "drop", "double", "zero")


def _damage(content: bytes, kind: str, chance: random.Random) -> bytes:
    if not content:
        return content
    at, size = chance.randrange(len(content)), chance.randint(1, 40)
    match kind:
        case "cut":
            return content[:at]
        case "flip":
            return (
                content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
            )
        case "drop":
            return content[:at] + content[at + size :]
        case "double":
            return content[:at] + content[at : at + size] + content[at:]
        case _:
            return content[:at] + b"\0" * size + content[at + size :]


def _copy(dump: Path, folder: Path) -> list[Path]:
    """Copies a dump; returns its files."""
    target = folder / dump.name
    if dump.is_dir():
        shutil.copytree(dump, target)
        return sorted(path for path in target.rglob("*") if path.is_file())
    shutil.copy(dump, target)
    return [target]


@pytest.mark.slow
@pytest.mark.parametrize("dump", _DUMPS, ids=lambda path: f"{path.parent.name}")
def test_a_damaged_dump_is_read_as_far_as_it_goes_or_is_one_error(
    dump: Path, tmp_path: Path
) -> None:
    for number in range(4 * EFFORT):
        chance = random.Random(f"{dump.parent.name} {number}")  # noqa: S311 -- the same damage each time
        folder = tmp_path / str(number)
        folder.mkdir()
        damaged = chance.choice(_copy(dump, folder))
        damaged.write_bytes(_damage(damaged.read_bytes(), chance.choice(_KINDS), chance))
        try:
            read = read_source(folder / dump.name, ReadOptions())
        except DumpError:
            continue
        assert all(isinstance(document, Document) for document in read.documents)


def test_halves_of_characters_are_reported_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(
        '{"text": "A \\ud83d B", "url": "https://a.example/1"}\n{"text": "Whole 🪢"}\n', "utf-8"
    )
    read = read_source(path, ReadOptions())
    assert len(read.documents) == 2
    assert [lost.what for lost in read.lost] == ["the other half of characters, 1 times"]
