"""Reads OpenDocument texts (ODT): one document for each file.

The elements are those of OpenDocument 1.3, part 3; they become HTML, and that becomes Markdown.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from xml.parsers import expat

from sitegen.models import Document
from sitegen.readers.findings import Finding, ReadOptions
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.written_documents import make_document

_TAGS: Mapping[str, str] = {
    "text:list": "ul",
    "text:list-item": "li",
    "table:table": "table",
    "table:table-row": "tr",
    "table:table-cell": "td",
}
_IGNORED = frozenset(
    {
        *("office:annotation", "text:tracked-changes", "text:table-of-content", "office:forms"),
        *("text:sequence-decls", "text:note-citation", "svg:title", "svg:desc"),
    }
)
"""Comments, deleted text, and what repeats the rest."""
_BOLD, _ITALIC = "strong", "em"


def _recognise(source: Source) -> float:
    kind = source.by_name.get("mimetype")
    is_text = kind is not None and b"opendocument.text" in kind.read()
    return _confidence(source) if is_text else 0.0


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    yield from make_document(_html_of(source.by_name["content.xml"]), source)


def _html_of(entry: Entry) -> str:
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.data
    parser.StartDoctypeDeclHandler = writer.refuse
    try:
        parser.Parse(entry.read(), True)  # noqa: FBT003
    except (expat.ExpatError, _DocumentTypeError) as error:
        raise entry.error(f"cannot be read: {error}") from None
    return "".join(writer.parts)


class _DocumentTypeError(Exception):
    """The file has a document type, which could define entities without end."""


class _Writer:
    """Writes HTML while the elements of a document are read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._styles: dict[str, tuple[str, ...]] = {}
        self._style = ""
        self._ends: list[str] = []
        self._ignored = 0

    def refuse(self, *_: object) -> None:
        raise _DocumentTypeError("document types are not read")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._ignored or name in _IGNORED:
            self._ignored += 1
            return
        handler: Callable[[dict[str, str]], str] | None = {
            "style:style": self._start_style,
            "style:text-properties": self._read_style,
            "text:h": self._start_heading,
            "text:p": self._start_paragraph,
            "text:span": self._start_span,
            "text:a": self._start_link,
            "draw:image": self._image,
            "text:note": self._start_note,
        }.get(name)
        self._ends.append(handler(attributes) if handler else self._start_other(name, attributes))

    def end(self, _: str) -> None:
        if self._ignored:
            self._ignored -= 1
            return
        self.parts.append(self._ends.pop())

    def data(self, text: str) -> None:
        if not self._ignored and self._ends:
            self.parts.append(escape(text, quote=False))

    def _start_other(self, name: str, attributes: dict[str, str]) -> str:
        if name in ("text:line-break", "text:tab", "text:s"):
            count = int(attributes.get("text:c", "1") or 1) if name == "text:s" else 1
            self.parts.append("<br>" if name == "text:line-break" else " " * min(count, 80))
        if tag := _TAGS.get(name):
            self.parts.append(f"<{tag}>")
            return f"</{tag}>"
        return ""

    def _start_style(self, attributes: dict[str, str]) -> str:
        self._style = attributes.get("style:name", "")
        return ""

    def _read_style(self, attributes: dict[str, str]) -> str:
        is_bold = attributes.get("fo:font-weight") in ("bold", "600", "700", "800", "900")
        is_italic = attributes.get("fo:font-style") in ("italic", "oblique")
        tags = (_BOLD,) * is_bold + (_ITALIC,) * is_italic
        self._styles[self._style] = tags
        return ""

    def _start_heading(self, attributes: dict[str, str]) -> str:
        level = attributes.get("text:outline-level", "1")
        tag = f"h{level}" if re.fullmatch("[1-6]", level) else "h6"
        self.parts.append(f"<{tag}>")
        return f"</{tag}>"

    def _start_paragraph(self, attributes: dict[str, str]) -> str:
        style = attributes.get("text:style-name", "").lower()
        tag = "h1" if style == "title" else "blockquote" if "quotation" in style else "p"
        self.parts.append(f"<{tag}>")
        return f"</{tag}>"

    def _start_span(self, attributes: dict[str, str]) -> str:
        tags = self._styles.get(attributes.get("text:style-name", ""), ())
        self.parts += [f"<{tag}>" for tag in tags]
        return "".join(f"</{tag}>" for tag in reversed(tags))

    def _start_link(self, attributes: dict[str, str]) -> str:
        self.parts.append(f'<a href="{escape(attributes.get("xlink:href", ""))}">')
        return "</a>"

    def _image(self, attributes: dict[str, str]) -> str:
        self.parts.append(f'<img src="{escape(attributes.get("xlink:href", ""))}" alt="">')
        return ""

    def _start_note(self, _: dict[str, str]) -> str:
        self.parts.append(" (")
        return ")"


_confidence = recognise_formats("odf")
READER = Reader("open-document", "an OpenDocument text (.odt)", _recognise, _read, ("empty",))
