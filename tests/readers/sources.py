"""Sources for tests of readers."""

import io
from pathlib import Path

from sitegen.models import Document
from sitegen.readers import ReadOptions, SourceRead, read_source
from sitegen.readers.sources import Entry


def entry_of(content: bytes, name: str = "dump.json") -> Entry:
    """A file of a dump with this content."""
    return Entry(name, len(content), lambda: io.BytesIO(content), Path(name))


def read_dump(path: Path, *, as_text: bool = False) -> tuple[Document, ...]:
    """The documents of a dump, in order; as plain text, if that is asked."""
    return read_source(path, ReadOptions(), "text" if as_text else None).documents


def only_document(read: SourceRead) -> Document:
    """The document that was read, if it is one alone."""
    (document,) = read.documents
    return document


def texts_of(read: SourceRead) -> list[str]:
    """The texts of the documents that were read, in order."""
    return [document.text for document in read.documents]
