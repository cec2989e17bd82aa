"""Reads Word documents (DOCX), with the package mammoth: one document for each file."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.findings import Finding, ReadOptions
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Source
from sitegen.readers.written_documents import make_document


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    yield from make_document(_html_of(source), source)


def _html_of(source: Source) -> str:
    try:
        import mammoth  # noqa: PLC0415 -- not installed by default
    except ImportError:
        raise DumpError(
            "reading Word documents needs the package mammoth",
            path=source.path,
            hint="pip install 'sitegen[documents]'",
        ) from None
    files = {_digest(e.read()): e.name for e in source.find(r"word/media/[^/]*")}

    def address_of(image: Any) -> dict[str, str]:
        with image.open() as file:
            return {"src": files.get(_digest(file.read()), "")}

    try:
        with source.path.open("rb") as file:
            converted = mammoth.convert_to_html(
                file, convert_image=mammoth.images.img_element(address_of)
            )
    except Exception as error:  # mammoth raises what its parts raise
        raise DumpError(
            f"the Word document cannot be read: {error}",
            path=source.path,
            hint="open it in a word processor, and save it again",
        ) from error
    return str(converted.value)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


READER = Reader("word", "a Word document (.docx)", recognise_formats("docx"), _read, ("empty",))
