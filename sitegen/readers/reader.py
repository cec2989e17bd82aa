"""The protocol of readers: what a module for a dump format provides."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sitegen.models import Document
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import Finding, ReadOptions, Reason
from sitegen.readers.sources import Source

CERTAIN_ENOUGH = 0.75
"""The least confidence for a file or a dump within a folder or an archive.

General formats, such as any JSON, are not read there: they may be what is private.
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader for one format of dumps."""

    name: str
    """One word, such as ``mastodon``, for ``--format``."""
    title: str
    """Its name for people, with an article: “a Mastodon archive”."""
    recognise: Callable[[Source], float]
    """Returns how likely it is that a source has this format, 0 to 1."""
    read: Callable[[Source, ReadOptions], Iterator[Document | Finding]]
    """Reads a source: yields its documents in order, and findings in between.

    It raises :class:`sitegen.errors.DumpError` if nothing can be read.
    """
    leaves_out: tuple[Reason, ...] = ()
    """What it leaves out by default."""


def recognise_formats(*names: str) -> Callable[[Source], float]:
    """A function that recognises a source by formats of :mod:`sitegen.readers.detection`.

    Args:
        names: names of formats; those of archives are recognised in zip files, tar files and
            folders by their files alone.
    """

    def recognise(source: Source) -> float:
        return max(confidence_of(name, source.head) for name in names)

    return recognise


def recognise_files(*names: str) -> Callable[[Source], float]:
    """Likewise, for formats that are one file: folders and archives are not recognised."""
    by_format = recognise_formats(*names)
    return lambda source: by_format(source) if source.kind == "file" else 0.0


def best_reader(source: Source, readers: Iterable[Reader]) -> tuple[Reader | None, float]:
    """The reader that most likely knows a source, and how likely that is; None if none does."""
    rated = [(reader.recognise(source), reader) for reader in readers]
    confidence, reader = max(rated, key=lambda pair: pair[0])
    return (reader, confidence) if confidence > 0 else (None, 0.0)
