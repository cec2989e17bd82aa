"""Writes the media files of an import to ``content/media/``."""

from collections.abc import Iterable
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.filesystem.files import write_if_changed
from sitegen.importer.media.planning import MediaFile, digest_of
from sitegen.media import UncleanError, publishable
from sitegen.readers.sources import Entry, open_source


def write_media(files: Iterable[MediaFile], folder: Path) -> list[Path]:
    """Writes files to ``folder``, and returns their paths; one that is there stays as it is.

    Raises:
        DumpError: a dump cannot be opened again, or has changed.
        OutputError: a file cannot be written.
    """
    by_dump: dict[Path, list[MediaFile]] = {}
    written: list[Path] = []
    for file in files:
        if not (folder / file.name).exists():
            by_dump.setdefault(file.dump, []).append(file)
    for dump, missing in by_dump.items():
        with open_source(dump) as source:
            for file in missing:
                data = _cleaned(source.get(file.entry), file)
                write_if_changed(folder / file.name, data)
                written.append(folder / file.name)
    return written


def _cleaned(entry: Entry | None, file: MediaFile) -> bytes:
    data = entry.read() if entry else b""
    if digest_of(data) != file.digest:
        raise _changed(file)
    try:
        found = publishable(data)
    except UncleanError:
        raise _changed(file) from None
    if found is None:
        raise _changed(file)
    _, cleaned = found
    return cleaned


def _changed(file: MediaFile) -> DumpError:
    return DumpError(
        f"{file.entry} in the dump changed while it was being imported",
        path=file.dump,
        hint="import again; no page was written",
    )
