"""Repositories of Bluesky: https://atproto.com/specs/repository.

A repository is a CAR file (https://ipld.io/specs/transport/car/carv1/) of blocks of DAG-CBOR. The
records are the leaves of a tree, the Merkle search tree.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from libipld import decode_dag_cbor

from sitegen.readers.findings import Finding, LeftOut, Lost
from sitegen.readers.formats.bluesky.posts import POST, REPOST, Found, is_hidden
from sitegen.readers.sources import Entry

_SHA_256 = b"\x12\x20"
_CID_START = (b"\x01\x71" + _SHA_256, b"\x01\x55" + _SHA_256)
"""CIDs of version 1 for DAG-CBOR and for raw bytes, with a SHA-256."""
_CID_LENGTH = 36
_DEEPEST = 64
"""The most levels of the tree; a billion records have about 15."""
_LARGEST_BLOCK = 2 * 1024 * 1024
_PROFILE = "app.bsky.actor.profile"

_Blocks = Mapping[bytes, bytes]


def read_repository(entry: Entry) -> Iterator[Found | Finding]:
    """The posts of a repository, and what is not read.

    Raises:
        DumpError: the file is no repository, or its first block is missing.
    """
    content = entry.read()
    blocks, problems = _read_blocks(content)
    yield from (Lost("a block of the repository", entry.name, problem) for problem in problems)
    commit = _decode(blocks, _root_of(content, blocks))
    did = commit.get("did") if commit else None
    if commit is None or not isinstance(did, str):
        raise entry.error(
            "is no repository of Bluesky: its first block is missing or damaged",
            hint="download it again",
        )
    records: dict[str, bytes] = {}
    missing = _walk(blocks, commit.get("data"), records, _DEEPEST)
    yield from _posts_in(records, blocks, did, entry)
    if missing:
        yield Lost(
            "a part of the repository, with an unknown number of posts",
            entry.name,
            "the file is cut off or damaged",
        )


def _posts_in(
    records: Mapping[str, bytes], blocks: _Blocks, did: str, entry: Entry
) -> Iterator[Found | Finding]:
    profile = _decode(blocks, records.get(f"{_PROFILE}/self")) or {}
    name = profile.get("displayName")
    author = name if isinstance(name, str) and name.strip() else did
    if is_hidden(profile):
        yield LeftOut("not public", sum(path.startswith(f"{POST}/") for path in records))
        return
    for path, cid in records.items():
        collection, _, key = path.partition("/")
        if collection == REPOST:
            yield LeftOut("repost")
        elif collection == POST:
            record = _decode(blocks, cid)
            if record is None:
                yield Lost("a post", f"{entry.name}, record {key}", "it is missing or damaged")
            else:
                yield Found(f"at://{did}/{path}", did, author, record)


def _read_blocks(content: bytes) -> tuple[_Blocks, list[str]]:
    """The blocks of a CAR, by their CIDs, without those whose hash is wrong; and the problems."""
    blocks: dict[bytes, bytes] = {}
    problems = []
    length, position = _varint(content, 0)
    position += length
    while position < len(content):
        length, start = _varint(content, position)
        end = start + length
        if end > len(content) or length > _LARGEST_BLOCK:
            problems.append("the file is cut off or damaged")
            break
        cid, data = content[start : start + _CID_LENGTH], content[start + _CID_LENGTH : end]
        if cid.startswith(_CID_START) and hashlib.sha256(data).digest() == cid[4:]:
            blocks[cid] = data
        else:
            problems.append("its content does not match its hash")
        position = end
    return blocks, problems


def _varint(content: bytes, position: int) -> tuple[int, int]:
    """An unsigned LEB128 number, and the position after it."""
    value = shift = 0
    while position < len(content) and shift < 63:
        byte = content[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            break
        shift += 7
    return value, position


def _root_of(content: bytes, blocks: _Blocks) -> bytes | None:
    """The CID of the first block that the header names."""
    length, start = _varint(content, 0)
    try:
        header = decode_dag_cbor(content[start : start + length])
        root = header["roots"][0]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    return root if root in blocks else None


def _decode(blocks: _Blocks, cid: object) -> dict[str, Any] | None:
    """The map in a block; None if it is missing, or no map."""
    data = blocks.get(cid) if isinstance(cid, bytes) else None
    try:
        value = decode_dag_cbor(data) if data is not None else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _walk(blocks: _Blocks, cid: object, records: dict[str, bytes], depth: int) -> int:
    """Adds the records of a tree, by their paths in order; returns the number of missing nodes."""
    if cid is None:
        return 0
    node = _decode(blocks, cid) if depth else None
    if node is None or not isinstance(node.get("e"), list):
        return 1
    missing = _walk(blocks, node.get("l"), records, depth - 1)
    key = b""
    for item in node["e"]:
        match item:
            case {"p": int(shared), "k": bytes(rest), "v": bytes(value)}:
                key = key[:shared] + rest
                records.setdefault(key.decode("ascii", "replace"), value)
                missing += _walk(blocks, item.get("t"), records, depth - 1)
            case _:
                missing += 1
    return missing
