"""Shows media in the Markdown of a page: its own files as pictures, all others as links.

No page asks another website for a picture.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sitegen.content.front_matter_schema import WEB_ADDRESS
from sitegen.importer.media.inline_links import InlineLink, Span, definitions_in, links_in
from sitegen.media import role_of
from sitegen.models import Document, Medium
from sitegen.readers.html import image_markdown
from sitegen.readers.html.addresses import written
from sitegen.readers.html.escaping import escape_text
from sitegen.readers.html.inline import link_markdown
from sitegen.readers.markdown.literals import Literals

_FOLDER = "/media/"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONE_ASTERISK = re.compile(r"(?<!\\)\*")


def show_media(document: Document, text: str) -> str:
    """The Markdown of a document that shows its media, within the text or below it.

    Args:
        document: the document; the media that it holds have their names in ``content/media/``.
        text: its Markdown.
    """
    if document.is_markdown and (document.media or "![" in text):
        text = _Text(text, document.media).shown()
    shown = (_below(medium, document) for medium in document.media if not medium.is_in_text)
    below = [paragraph for paragraph in shown if paragraph]
    return "\n\n".join(filter(None, (text.rstrip("\n"), *below))) if below else text


def _below(medium: Medium, document: Document) -> str:
    """A medium as a paragraph: without a file or an address, its alternative text, if any."""
    if medium.file:
        if role_of(medium.file) == "picture":
            return image_markdown(medium.alt, _FOLDER + medium.file)
        return link_markdown(medium.alt or _base_of(medium.name), _FOLDER + medium.file)
    if document.link and not medium.alt:
        return ""  # the picture of the page that the document links to
    address = _web_address(medium.name)
    return _link(medium.alt, address) if address else emphasised(medium.alt)


def emphasised(words: str) -> str:
    """Words in italics; empty if there are none."""
    escaped = escape_text(" ".join(words.split()), brackets=True, is_link=True)
    return "*" + _LONE_ASTERISK.sub(r"\\*", escaped) + "*" if escaped else ""


def _web_address(name: str) -> str:
    """The address of a medium on the web; empty if it has none."""
    address = f"https:{name}" if name.startswith("//") else name
    return address if WEB_ADDRESS.fullmatch(address) else ""


def _link(words: str, address: str) -> str:
    return link_markdown(words, address) if words.strip() else f"<{written(address)}>"


def _base_of(name: str) -> str:
    """The last part of a name or address."""
    try:
        path = urlsplit(name).path
    except ValueError:
        path = name
    return unquote(path.rstrip("/").rpartition("/")[2]) or name


@dataclass(frozen=True, slots=True)
class _Edit:
    span: Span
    text: str


class _Text:
    """A Markdown text whose pictures are replaced."""

    def __init__(self, text: str, media: Sequence[Medium]) -> None:
        self._code = Literals()
        self._text = self._code.keep_spans(self._code.keep_fences(text))
        self._media = {spelling: medium for medium in media for spelling in _spellings(medium.name)}
        self._definitions = definitions_in(self._text)

    def shown(self) -> str:
        """The text with its media as the page shows them."""
        parts: list[str] = []
        done = 0
        for edit in sorted(self._edits(), key=lambda edit: edit.span.start):
            if edit.span.start < done:
                continue
            before = self._text[done : edit.span.start]
            if edit.text.startswith("[") and _ends_with_mark(before):
                before = before[:-1] + "\\!"  # or the link would become a picture
            parts += before, edit.text
            done = edit.span.end
        return self._code.restore("".join([*parts, self._text[done:]]))

    def _edits(self) -> Iterator[_Edit]:
        yield from self._autolinks()
        for definition in self._definitions.values():
            if address := self._file(definition.address):
                yield _Edit(definition.target, address)
        for link in links_in(self._text, self._definitions):
            if link.is_picture:
                yield from self._picture(link)
            else:
                yield from self._link(link)

    def _picture(self, picture: InlineLink) -> Iterator[_Edit]:
        """A picture that is in no link."""
        if address := self._file(picture.address):
            yield from self._own_picture(picture, address)
            return
        address = _web_address(picture.address)
        words = self._words(picture) or picture.title[1:-1]
        if not address:
            yield _Edit(picture.whole, self._plain(words))
        elif self._words(picture) and picture.title:
            link = self._in_cell(link_markdown(words, address), picture)
            yield _Edit(picture.whole, f"{link[:-1]} {picture.title})")
        else:
            yield _Edit(picture.whole, self._in_cell(_link(words, address), picture))

    def _own_picture(self, picture: InlineLink, address: str) -> Iterator[_Edit]:
        if role_of(address) == "picture":
            if picture.target:
                yield _Edit(picture.target, address)
            return
        words = self._words(picture) or _base_of(picture.address)
        yield _Edit(picture.whole, self._in_cell(link_markdown(words, address), picture))

    def _link(self, link: InlineLink) -> Iterator[_Edit]:
        """A link, and the pictures in its text."""
        address = self._file(link.address)
        is_gone = not address and link.address in self._media and not _web_address(link.address)
        edits = [edit for each in link.pictures for edit in self._picture_in_link(each)]
        if not link.pictures and link.words.of(self._text) == link.address and address:
            yield _Edit(link.whole, link_markdown(_base_of(link.address), address))
            return
        words = _applied(self._text, link.words, edits)
        if not words.strip() and link.pictures:
            target = address or _web_address(link.address)
            yield _Edit(link.whole, f"<{target}>" if _web_address(target) else "")
        elif is_gone:
            yield _Edit(link.whole, words)
        else:
            yield from edits
            if address and link.target:
                yield _Edit(link.target, address)

    def _picture_in_link(self, picture: InlineLink) -> Iterator[_Edit]:
        """A picture in a link: one that the dump lacks becomes words of the link."""
        address = self._file(picture.address)
        if address and role_of(address) == "picture":
            if picture.target:
                yield _Edit(picture.target, address)
        else:
            yield _Edit(picture.whole, self._plain(self._words(picture)))

    def _autolinks(self) -> Iterator[_Edit]:
        """The addresses of films and sounds that stand alone in the text."""
        for spelling, medium in self._media.items():
            if not medium.file or not _web_address(spelling):
                continue
            words = link_markdown(medium.alt or _base_of(medium.name), _FOLDER + medium.file)
            address = re.escape(spelling)
            whole = re.compile(rf"(?<!\()<{address}>|(?<![(<\[\w/]){address}(?!\S)")
            for found in whole.finditer(self._text):
                yield _Edit(Span(*found.span()), words)

    def _file(self, address: str) -> str:
        """The address on the site of a picture that it has; empty for any other."""
        medium = self._media.get(address)
        return _FOLDER + medium.file if medium and medium.file else ""

    def _words(self, picture: InlineLink) -> str:
        """An alternative text as plain text."""
        raw = self._code.restore(picture.words.of(self._text))
        return " ".join(html.unescape(_ESCAPED.sub(r"\1", raw)).split())

    def _plain(self, words: str) -> str:
        """Words as Markdown that shows them as they are."""
        return escape_text(words, brackets=True, is_link=True)

    def _in_cell(self, markdown: str, picture: InlineLink) -> str:
        """The Markdown with its bars escaped, if the picture is in a cell of a table."""
        is_in_cell = "\\|" in picture.words.of(self._text)
        return markdown.replace("|", "\\|") if is_in_cell else markdown


def _spellings(name: str) -> Iterable[str]:
    return (name, written(name))


def _ends_with_mark(text: str) -> bool:
    """Whether an exclamation mark ends the text that no backslash escapes."""
    backslashes = len(text) - 1 - len(text[:-1].rstrip("\\"))
    return text.endswith("!") and backslashes % 2 == 0


def _applied(text: str, span: Span, edits: Iterable[_Edit]) -> str:
    """A part of a text with edits in it."""
    parts: list[str] = []
    done = span.start
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        parts += text[done : edit.span.start], edit.text
        done = edit.span.end
    return "".join([*parts, text[done : span.end]])
