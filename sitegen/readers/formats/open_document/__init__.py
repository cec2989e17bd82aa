"""Reads OpenDocument texts (ODT): one document for each file.

The elements are those of OpenDocument 1.3, part 3; they become HTML, and that becomes Markdown.

- ``styles``: what styles say of their text
- ``writing``: writes HTML
"""

from collections.abc import Iterator

from sitegen.models import Document
from sitegen.readers.findings import Finding, ReadOptions, not_shown
from sitegen.readers.formats.open_document.styles import read_styles
from sitegen.readers.formats.open_document.writing import HtmlWriter
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Source
from sitegen.readers.streams.xml_files import parse_xml
from sitegen.readers.written_documents import make_document

_MANIFEST = "META-INF/manifest.xml"


def _recognise(source: Source) -> float:
    kind = source.member("mimetype")
    is_text = kind is not None and b"opendocument.text" in kind.read()
    return _confidence(source) if is_text else 0.0


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    content = source.member("content.xml")
    if content is None:
        raise source.entries[0].error("is in no OpenDocument text")
    manifest = source.member(_MANIFEST)
    if manifest and b"encryption-data" in manifest.read():
        raise content.error(
            "is protected by a password",
            hint="open it in a word processor, and save it without the password",
        )
    root = parse_xml(content)
    named = source.member("styles.xml")
    styles = read_styles(*([parse_xml(named)] if named else []), root)
    writer = HtmlWriter(styles)
    html = writer.write(root)
    if writer.objects:
        what = "an embedded object" + (f", {writer.objects} times" if writer.objects > 1 else "")
        yield not_shown(what, source.archive or source.name)
    yield from make_document(html, source)


_confidence = recognise_formats("odf")
READER = Reader("open-document", "an OpenDocument text (.odt)", _recognise, _read, ("empty",))
