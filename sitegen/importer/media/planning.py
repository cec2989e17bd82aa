"""Plans which media files of the dumps an import brings, without writing anything."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.importer.media.naming import MediaNames
from sitegen.media import MediaKind, UncleanError, publishable
from sitegen.models import Document, Medium
from sitegen.readers import Lost
from sitegen.readers.sources import Entry, open_source
from sitegen.readers.sources.opening import STANDARD_INPUT

_UNKNOWN = "sitegen cannot remove what files of this kind say about places and devices"
_GONE = "the dump no longer holds it"
_READ_ONCE = "standard input can be read only once; import the file by its name"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of a dump that a page shows."""

    name: str
    """Its name in ``content/media/``."""
    dump: Path
    entry: str
    digest: str
    """The SHA-256 of the original, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class MediaPlan:
    """The media files that an import brings."""

    files: Mapping[tuple[Path, str], MediaFile]
    """By dump, and name in the dump."""
    lost: Mapping[Path, tuple[Lost, ...]]
    """The files that cannot be published, by dump."""

    def named(self, document: Document) -> Document:
        """A document whose media have the names of their files in ``content/media/``."""
        if not any(medium.entry for medium in document.media):
            return document
        media = tuple(medium._replace(file=self._name(medium)) for medium in document.media)
        return replace(document, media=media)

    def of(self, document: Document) -> Iterator[MediaFile]:
        """The files that a document shows."""
        for medium in document.media:
            if medium.dump and medium.entry and (medium.dump, medium.entry) in self.files:
                yield self.files[medium.dump, medium.entry]

    def _name(self, medium: Medium) -> str | None:
        found = (
            self.files.get((medium.dump, medium.entry)) if medium.dump and medium.entry else None
        )
        return found.name if found else None


def plan_media(
    documents: Iterable[Document],
    known: Mapping[str, str],
    progress: Callable[[str], None] = lambda _: None,
) -> MediaPlan:
    """Plans the media of documents: reads their files, and names them by content.

    Raises:
        DumpError: a dump cannot be opened again.
    """
    names = MediaNames(known)
    files: dict[tuple[Path, str], MediaFile] = {}
    lost: dict[Path, tuple[Lost, ...]] = {}
    for dump, entries in _entries_of(documents).items():
        losses: list[Lost] = []
        for name, found in _examine(dump, entries):
            if isinstance(found, _Examined):
                new_name = names.name(name, found.digest, found.kind.extension)
                files[dump, name] = MediaFile(new_name, dump, name, found.digest)
                progress(f"{len(files):,} media files")
            else:
                losses.append(Lost("a picture or another medium", name, found))
        lost[dump] = tuple(losses)
    return MediaPlan(files, lost)


@dataclass(frozen=True, slots=True)
class _Examined:
    digest: str
    kind: MediaKind


def _entries_of(documents: Iterable[Document]) -> dict[Path, list[str]]:
    """The names of the files that documents show, each once, by dump."""
    found: dict[Path, dict[str, None]] = {}
    for document in documents:
        for medium in document.media:
            if medium.dump and medium.entry:
                found.setdefault(medium.dump, {})[medium.entry] = None
    return {dump: list(names) for dump, names in found.items()}


def _examine(dump: Path, names: Iterable[str]) -> Iterator[tuple[str, _Examined | str]]:
    """For each file, by its name, what it is; or why it cannot be published."""
    if dump == STANDARD_INPUT:
        yield from ((name, _READ_ONCE) for name in names)
        return
    with open_source(dump) as source:
        for name in names:
            yield name, _examine_entry(source.get(name))


def _examine_entry(entry: Entry | None) -> _Examined | str:
    if entry is None:
        return _GONE
    try:
        data = entry.read()
        found = publishable(data)
    except (DumpError, UncleanError) as error:
        return error.message if isinstance(error, DumpError) else str(error)
    if found is None:
        return _UNKNOWN
    kind, _ = found
    return _Examined(digest_of(data), kind)


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
