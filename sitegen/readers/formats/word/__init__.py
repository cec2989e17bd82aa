"""Reads Word documents (DOCX), with the package mammoth: one document for each file.

- ``preparing``: takes out what is not to be published, before mammoth reads the file
- ``styles``: what styles say of their text
- ``fields``: the addresses of links
- ``paragraphs``: says it in the paragraphs themselves, for mammoth
- ``numbering``: the numbers of lists
- ``elements``: makes elements and runs
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.findings import Finding, Lost, ReadOptions
from sitegen.readers.formats.word.numbering import number_items, read_numbering
from sitegen.readers.formats.word.preparing import prepare_part
from sitegen.readers.formats.word.styles import read_styles
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Source
from sitegen.readers.written_documents import make_document

_TEXTS = r"word/(?:document|footnotes|endnotes)\d*\.xml"
_STYLES = r"word/styles\d*\.xml"
_NUMBERING = r"word/numbering\d*\.xml"
_BOX = re.compile(r"(<li[^<>]*>)?<input (checked=\"checked\" )?type=\"checkbox\" />")
"""A box to tick as mammoth writes it; at the start of an item it makes a task."""
_STYLE_MAP = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Preformatted Text'] => pre:separator('\\n')
p[style-name='Source Code'] => pre:separator('\\n')
r[style-name='HTML Code'] => code
r[style-name='Verbatim Char'] => code
r[style-name='Source Text'] => code
br[type='page'] => br
br[type='column'] => br
"""


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    prepared, lost = _prepare(source)
    yield from lost
    yield from make_document(_html_of(prepared, source), source)


def _prepare(source: Source) -> tuple[io.BytesIO, list[Lost]]:
    """The document as a zip archive with clean texts, and what is lost of it.

    The pictures, and all other files but the texts and their relations, are only named, by
    their own content.
    """
    styles = read_styles(source.first(_STYLES))
    numbering = read_numbering(source.first(_NUMBERING))
    prefix = f"{source.archive}/" if source.archive else ""
    texts = {entry.name for entry in source.find(_TEXTS)}
    lost: list[Lost] = []
    prepared = io.BytesIO()
    with zipfile.ZipFile(prepared, "w") as archive:
        for entry in source.entries:
            name = entry.name.removeprefix(prefix)
            if entry.name in texts:
                part = prepare_part(entry, styles, numbering)
                content = part.content
                lost += part.lost
            elif entry.name.endswith((".xml", ".rels")):
                content = entry.read()
            else:
                content = name.encode()
            archive.writestr(name, content)
    prepared.seek(0)
    return prepared, lost


def _html_of(prepared: io.BytesIO, source: Source) -> str:
    try:
        import mammoth  # noqa: PLC0415 -- not installed by default
    except ImportError:
        raise DumpError(
            "reading Word documents needs the package mammoth",
            path=source.path,
            hint="pip install 'sitegen[documents]'",
        ) from None
    try:
        converted = mammoth.convert_to_html(
            prepared,
            convert_image=mammoth.images.img_element(_address_of),
            style_map=_STYLE_MAP,
            include_embedded_style_map=False,
        )
    except Exception as error:  # mammoth raises what its parts raise
        raise DumpError(
            f"the Word document cannot be read: {error}",
            path=source.path,
            hint="open it in a word processor, and save it again",
        ) from error
    return _BOX.sub(_shown_box, number_items(str(converted.value)))


def _shown_box(found: re.Match[str]) -> str:
    return found[0] if found[1] else "☑" if found[2] else "☐"


def _address_of(image: Any) -> dict[str, str]:
    with image.open() as file:
        return {"src": file.read().decode("utf-8", "replace")}


READER = Reader("word", "a Word document (.docx)", recognise_formats("docx"), _read, ("empty",))
