"""The protocol of readers: what a module for a dump format provides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitegen.models import Document
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import Finding, ReadOptions, Reason
from sitegen.readers.sources import Source


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
