"""Writes the container of a book: a ZIP file with the same bytes for the same content."""

import io
from collections.abc import Iterable
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MEDIA_TYPE = b"application/epub+zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file: the earliest that ZIP knows."""
_COMPRESSED = (".jpg", ".png", ".gif", ".webp")
"""Formats that compression does not make smaller."""
_READABLE = 0o644 << 16
_UNIX = 3


class BookFile(NamedTuple):
    """A file in the container."""

    name: str
    data: bytes


def write_archive(files: Iterable[BookFile]) -> bytes:
    """The container of an EPUB (https://www.w3.org/TR/epub-33/#sec-ocf).

    Its first file says what it is, uncompressed, so that readers recognise it.
    """
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(_entry("mimetype", ZIP_STORED), _MEDIA_TYPE)
        for file in files:
            method = ZIP_STORED if file.name.endswith(_COMPRESSED) else ZIP_DEFLATED
            archive.writestr(_entry(file.name, method), file.data, compresslevel=6)
    return target.getvalue()


def _entry(name: str, method: int) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = method
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry
