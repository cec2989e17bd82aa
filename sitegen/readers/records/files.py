"""Finds the file with records in a dump: it may lie beside the pictures that they show."""

from urllib.parse import urljoin

from sitegen.readers.markdown.pictures import FindEntry, is_media
from sitegen.readers.sources import Entry, Source

BESIDE_PICTURES = 0.62
"""The confidence for a file beside pictures, which is higher than that of any archive."""


def record_file(source: Source) -> Entry | None:
    """The file of a dump that is a file; of another one, the only file besides media."""
    if source.kind == "file":
        return source.file
    others = [entry for entry in source.entries if not is_media(entry.name)]
    return others[0] if len(others) == 1 < len(source.entries) else None


def record_files(source: Source) -> tuple[Entry, ...]:
    """The file with records; all files, if there are several."""
    file = record_file(source)
    return (file,) if file else source.entries


def find_relative(address: str, base: str, find: FindEntry) -> Entry | None:
    """The file of a picture in the dump, also if its address was made absolute.

    Args:
        address: its address.
        base: the address that it may be relative to.
        find: returns the file of a relative address.
    """
    starts = ("", urljoin(base, "."), urljoin(base, "/").removesuffix("/")) if base else ("",)
    found = (find(address.removeprefix(start)) for start in starts if address.startswith(start))
    return next(filter(None, found), None)
