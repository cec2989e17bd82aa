"""Puts the filters of a Pagefind index into a fixed order, so that equal pages give equal bytes.

Pagefind 1.5 writes the filters, and the values of each, in the order of a hash table with a random
seed (``pagefind/src/index/mod.rs``). Their order has no meaning. The files are CBOR (RFC 8949)
after the signature ``pagefind_dcd``; each may be compressed with gzip or not, and those that are
written here are not, as the bytes of gzip differ between versions of zlib.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping

_SIGNATURE = b"pagefind_dcd"
_ARRAY, _TEXT = 4, 3
_FILTERS = 3
"""The place of the filters in the metadata: version, pages, words, filters, sorts, fields."""
_MIN_PARTS = 5


class UnknownFormatError(ValueError):
    """The index has another format than that of Pagefind 1.5."""


def in_fixed_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index by name, with the filters in the order of their names.

    Raises:
        UnknownFormatError: they are no index of Pagefind 1.5 or a compatible version.
    """
    ordered = dict(files)
    try:
        entry = json.loads(ordered["pagefind-entry.json"])
        for language in entry["languages"].values():
            language["hash"] = _order(ordered, language["hash"])
    except (KeyError, IndexError, TypeError, ValueError, OSError, EOFError) as error:
        raise UnknownFormatError(f"{type(error).__name__}: {error}") from error
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    ordered["pagefind-entry.json"] = text.encode()
    return ordered


def _order(files: dict[str, bytes], name: str) -> str:
    """Orders the filters of one language; returns the new name of its metadata."""
    meta = _unpacked(files.pop(f"pagefind.{name}.pf_meta"))
    parts = _items(meta)
    if len(parts) < _MIN_PARTS:
        raise ValueError("the metadata has other parts")
    language = name.rpartition("_")[0]
    filters = []
    for pair in _items(parts[_FILTERS]):
        title, old = _items(pair)
        data = _with_sorted_values(_unpacked(files.pop(f"filter/{_text(old)}.pf_filter")))
        new = f"{language}_{_digest(data)}"
        files[f"filter/{new}.pf_filter"] = _SIGNATURE + data
        filters.append((_text(title), _array([title, _as_text(new)])))
    parts[_FILTERS] = _array([pair for _, pair in sorted(filters)])
    data = _array(parts)
    new = f"{language}_{_digest(data)}"
    files[f"pagefind.{new}.pf_meta"] = _SIGNATURE + data
    return new


def _with_sorted_values(data: bytes) -> bytes:
    """A filter, ``[name, [[value, [page, …]], …]]``, with its values in order."""
    name, values = _items(data)
    return _array([name, _array(sorted(_items(values), key=lambda item: _text(_items(item)[0])))])


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(_SIGNATURE):
        data = gzip.decompress(data)
    if not data.startswith(_SIGNATURE):
        raise ValueError("the signature is missing")
    return data.removeprefix(_SIGNATURE)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]


def _head(data: bytes, position: int) -> tuple[int, int, int]:
    """The major type of the item at ``position``, its argument, and where its content starts."""
    first = data[position]
    kind, short = first >> 5, first & 31
    position += 1
    if short < 24:
        return kind, short, position
    if short > 27:
        raise ValueError("an item of indefinite length")
    size = 1 << (short - 24)
    return kind, int.from_bytes(data[position : position + size]), position + size


def _end(data: bytes, position: int) -> int:
    """Where the item at ``position`` ends."""
    kind, argument, position = _head(data, position)
    if kind in (2, _TEXT):
        return position + argument
    if kind in (_ARRAY, 5):
        for _ in range(argument * (2 if kind == 5 else 1)):
            position = _end(data, position)
    elif kind == 6:
        return _end(data, position)
    return position


def _items(data: bytes) -> list[bytes]:
    """The encoded items of an array."""
    kind, count, position = _head(data, 0)
    if kind != _ARRAY:
        raise ValueError("an array is expected")
    items = []
    for _ in range(count):
        end = _end(data, position)
        items.append(data[position:end])
        position = end
    return items


def _text(data: bytes) -> str:
    kind, length, position = _head(data, 0)
    if kind != _TEXT:
        raise ValueError("a text is expected")
    return data[position : position + length].decode()


def _array(items: list[bytes]) -> bytes:
    return _encoded_head(_ARRAY, len(items)) + b"".join(items)


def _as_text(text: str) -> bytes:
    return _encoded_head(_TEXT, len(text.encode())) + text.encode()


def _encoded_head(kind: int, number: int) -> bytes:
    """The shortest head, as CBOR's preferred serialization has it."""
    if number < 24:
        return bytes([kind << 5 | number])
    power = next(p for p in range(4) if number < 1 << (8 << p))
    return bytes([kind << 5 | (24 + power)]) + number.to_bytes(1 << power)
