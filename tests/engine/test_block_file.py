"""Files in blocks, each of which is read when something in it is needed."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.engine.block_file import (
    BLOCK,
    BlockFile,
    BlockLostError,
    BlockMapping,
    begin_blocks,
    count_blocks,
    discard_blocks,
    end_blocks,
    has_digest,
    in_blocks,
    set_aside,
)

HEAD = b"head"
VALUES = {f"key {number}": number for number in range(2 * BLOCK + 1)}


def decode(data: bytes) -> Mapping[str, int]:
    values: dict[str, int] = json.loads(data)
    return values


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a first block, and then the values."""
    path = tmp_path / "blocks"
    begun = begin_blocks(path, HEAD, [b"first"])
    assert not path.exists()
    end_blocks(path, HEAD, begun, (json.dumps(items).encode() for items in in_blocks(VALUES)))
    assert list(tmp_path.iterdir()) == [path]
    return path


def mapping_of(path: Path) -> BlockMapping[int]:
    return BlockMapping(VALUES, BlockFile(path, HEAD), 1, decode)


def test_what_was_written_is_read(path: Path) -> None:
    file = BlockFile(path, HEAD)
    assert len(file) == 1 + count_blocks(VALUES) == 4
    assert file.read(0) == b"first"
    assert file.size == path.stat().st_size
    assert has_digest(path, HEAD, file.digest)
    assert not has_digest(path, HEAD, bytes(16))
    mapping = mapping_of(path)
    assert list(mapping.items()) == list(VALUES.items())
    assert (len(mapping), "key 5" in mapping, "other" in mapping) == (len(VALUES), True, False)
    assert mapping.get("other") is None


def test_blocks_that_were_set_aside_are_written_like_others(path: Path, tmp_path: Path) -> None:
    made = (json.dumps(items).encode() for items in in_blocks(VALUES))
    other = tmp_path / "other"
    with set_aside(tmp_path, made) as blocks:
        assert next(made, None) is None
        end_blocks(other, HEAD, begin_blocks(other, HEAD, [b"first"]), blocks)
    assert other.read_bytes() == path.read_bytes()
    assert sorted(tmp_path.iterdir()) == [path, other]


def test_a_damaged_block_hinders_only_who_needs_it(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(f'"key {BLOCK}": '.encode(), b'"key xx": '))
    mapping = mapping_of(path)
    assert mapping["key 0"] == 0
    with pytest.raises(BlockLostError):
        _ = mapping[f"key {BLOCK}"]
    with pytest.raises(BlockLostError):
        mapping.near([b"key 0"])


@pytest.mark.parametrize("length", [0, 3, 10, 40, -1])
def test_a_file_that_is_cut_off_is_not_read(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(ValueError, match=r"head|index|empty"):
        BlockFile(path, HEAD)


def test_a_file_with_another_head_is_not_read(path: Path) -> None:
    with pytest.raises(ValueError, match="head"):
        BlockFile(path, b"haed")


def test_names_near_some_bytes_are_those_in_the_same_blocks(path: Path) -> None:
    near = mapping_of(path).near([f'"key {BLOCK + 1}"'.encode()])
    assert near == [f"key {number}" for number in range(BLOCK, 2 * BLOCK)]


def test_a_file_that_was_begun_can_be_discarded(tmp_path: Path) -> None:
    begin_blocks(tmp_path / "blocks", HEAD, [b"first"])
    discard_blocks(tmp_path / "blocks")
    assert not list(tmp_path.iterdir())
