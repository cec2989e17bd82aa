"""The items of feeds and similar XML, each parsed by itself.

Real exports are often not well-formed: bare ``&``, control characters, a CDATA section within
another, or a missing end. Therefore the text is cut at the tags of its items, and each item is
repaired and parsed apart, so that one that is broken costs itself. Document types are not read, so
that no entity expands.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from html import unescape
from typing import NamedTuple
from xml.parsers import expat

from sitegen.readers.detection.xml_start import find_xml
from sitegen.readers.findings import Finding, Lost
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces, open_text
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.streams.xml_repair import CDATA, CDATA_END, end_of_cdata, repair

_LARGEST_ITEM = 32 * 1024 * 1024
"""The maximum number of characters of one item."""
_DEEPEST = 500
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(
    r"<(?![?!])([^\s/>]+)(?:((?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*/?>|([^>]*)>)"
)
"""The first tag; if its attributes are damaged, those that are whole count."""
_KEPT = re.compile(r"\sxml(?:ns(?::[\w.-]+)?|:base|:lang)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_PREFIX = re.compile(r"</?([\w.-]+):|\s([\w.-]+):[\w.-]+\s*=")
_OPENING = re.compile(r"<((?:[\w.-]+:)?[\w.-]+)(\s[^>]*?)?(/?)>")
"""The start of an element: its name, its attributes, and whether it is empty."""
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST_BROKEN = 20
"""So many levels of broken elements are looked into."""
_MOST_WITHOUT_END = 100
"""So many names of elements that have no end are looked for."""
_PIECE = 1024 * 1024
_UNBOUND = expat.errors.XML_ERROR_UNBOUND_PREFIX


def stream_xml(
    entry: Entry, *items: str, only: Callable[[str], object] = lambda _: True
) -> Iterator[Node | Finding]:
    """The parts of an XML file: first its head, then its items, one after another.

    The head is the root element with what precedes the first item.

    Args:
        entry: the file.
        items: the local names of the elements that are items.
        only: says of the XML of an item whether it is wanted; others are not parsed.
    """
    try:
        with open_text(entry) as (pieces, findings):
            yield from findings
            yield from _Splitter(entry, items, only).split(pieces)
    except OSError as error:
        yield Lost("a file", entry.name, f"it cannot be read: {error.strerror or error}")


_SECTION = r"<!\[CDATA\[[^\]<]*+(?:\](?!\]>)[^\]<]*+|<(?!!\[CDATA\[)[^\]<]*+)*+\]\]>"
"""A CDATA section without another one in it."""
_ATTRIBUTES = r"""(?:\s++[\w:.-]++\s*+=\s*+(?:"[^"]*+"|'[^']*+'))*+"""


class _Splitter:
    """Cuts a text at its items."""

    def __init__(
        self, entry: Entry, items: Iterable[str], is_wanted: Callable[[str], object]
    ) -> None:
        names = "|".join(map(re.escape, items))
        self._entry = entry
        self._is_wanted = is_wanted
        self._mark = re.compile(
            rf"<!\[CDATA\[|<!--|(?P<empty><(?:[\w.-]+:)?(?:{names}){_ATTRIBUTES}\s*+/>)"
            rf"|<(?:[\w.-]+:)?(?:{names})(?=[\s/>])|</(?:[\w.-]+:)?(?:{names})\s*>"
        )
        self._whole = re.compile(
            rf"<(?:[\w.-]+:)?(?:{names})(?:\s[^<>]*+)?+>"
            rf"(?:[^<]++|{_SECTION}|<(?!!|/?(?:[\w.-]+:)?(?:{names})[\s/>]))*+"
            rf"</(?:[\w.-]+:)?(?:{names})\s*+>"
        )
        """A whole item without anything in it that looks like the start or end of one."""
        self._frame = _Frame("root", "")
        self._line = 1

    def split(self, pieces: TextPieces) -> Iterator[Node | Finding]:
        text, at = "", 0
        is_first = True
        while True:
            found = self._find_item(text, at)
            if found is None and pieces.ended and not is_first:
                yield from self._cut_off(text, at)
                return
            if found is None and not pieces.ended and len(text) - at <= _LARGEST_ITEM:
                self._line += text.count("\n", 0, at)
                text, at = text[at:] + pieces.read(max(_PIECE, len(text) - at)), 0
                continue
            if is_first:
                yield from self._head(text[: found.start if found else len(text)])
                is_first = False
            if found is None:
                continue
            if self._is_wanted(text[found.start : found.end]):
                yield self._item(text, found)
            at = found.end

    def _find_item(self, text: str, at: int) -> "_Range | None":
        """The next item; None if there is none, or if its end has not been read yet."""
        start: int | None = None
        while found := self._mark.search(text, at):
            mark, at = found[0], found.end()
            if mark == CDATA:
                at = end_of_cdata(text, at)
            elif mark == "<!--":
                at = text.find("-->", at)
            elif not mark.startswith("</"):
                if start is not None:  # the item before has no end
                    return _Range(start, found.start())
                if found["empty"]:
                    return _Range(found.start(), at)
                start = found.start()
                if whole := self._whole.match(text, start):
                    return _Range(start, whole.end())
            elif start is not None:
                return _Range(start, at)
            if at < 0:
                break
        return None

    def _cut_off(self, text: str, at: int) -> Iterator[Finding]:
        """What follows the last item, if it is the start of another one or lacks its end."""
        found = self._mark.search(text, at)
        is_item = found is not None and not found[0].startswith(("</", "<!"))
        if is_item or f"</{self._frame.name}" not in text[at:]:
            line = self._line + text.count("\n", 0, found.start() if found else len(text))
            what = "an item" if is_item else "what follows the last item"
            yield Lost(what, f"{self._entry.name}, line {line}", "the file is cut off there")

    def _head(self, text: str) -> Iterator[Node | Finding]:
        start = find_xml(text)
        if found := _DOCTYPE.search(text, start):
            line = text.count("\n", 0, found.start()) + 1
            where = f"{self._entry.name}, line {line}"
            yield Lost("the document type", where, "document types are not read")
            text = text[: found.start()] + text[found.end() :]
        root = _ROOT.search(text, start)
        if root is None:
            raise self._entry.error("is not XML")
        attributes = root[3] if root[2] is None else root[2]
        self._frame = _Frame(root[1], "".join(found[0] for found in _KEPT.finditer(attributes)))
        text = text[root.start() :]
        if root[2] is None:
            text = f"<{root[1]}{self._frame.attributes}>{text[len(root[0]) :]}"
        yield _parse(text, is_whole=False)[0]

    def _item(self, text: str, found: "_Range") -> Node | Finding:
        item = text[found.start : found.end]
        node, problem = self._frame.parse(item)
        if node or (node := _salvage(item, self._frame)):
            return node
        line = self._line + text.count("\n", 0, found.start)
        where = f"{self._entry.name}, line {line}"
        return Lost("an item", where, f"it is not XML: {problem}")


class _Range(NamedTuple):
    """The part of a text with an item."""

    start: int
    end: int


class _Frame(NamedTuple):
    """The root element around the items."""

    name: str
    attributes: str
    """Those that matter for the items: namespaces, the base address, and the language."""

    def parse(self, element: str) -> tuple[Node | None, str | None]:
        """An element within the root, if it is well-formed after repairs, or what is wrong."""
        root, problem = _parse(self.around(element), is_whole=True)
        if problem == _UNBOUND:
            root, problem = _parse(self.with_prefixes(element), is_whole=True)
        return (None if problem else next(iter(root.children), None)), problem

    def around(self, item: str, namespaces: str = "") -> str:
        """The item within the root."""
        return f"<{self.name}{self.attributes}{namespaces}>{item}</{self.name}>"

    def with_prefixes(self, item: str) -> str:
        """Likewise; prefixes without a namespace become their own."""
        used = {first or second for first, second in _PREFIX.findall(item)}
        own = "".join(
            f' xmlns:{prefix}="{prefix}"'
            for prefix in sorted(used - {"xml", "xmlns"})
            if f"xmlns:{prefix}=" not in self.attributes.replace(" ", "")
        )
        return self.around(item, own)


class _Element(NamedTuple):
    """An element of which only the start and the end are known to be whole."""

    start: int
    end: int
    name: str
    attributes: str
    content: str


def _elements_in(text: str, at: int = 0) -> Iterator[_Element]:
    """The elements of a text with broken markup that have a start and an end."""
    without_end: set[str] = set()
    while len(without_end) < _MOST_WITHOUT_END and (found := _OPENING.search(text, at)):
        at, name = found.end(), found[1]
        if found[3]:
            yield _Element(found.start(), at, name, found[2] or "", "")
        elif name not in without_end:
            close = re.compile(rf"</{re.escape(name)}\s*>").search(text, at)
            if close is None:
                without_end.add(name)
                continue
            content = text[at : close.start()]
            at = close.end()
            yield _Element(found.start(), at, name, found[2] or "", content)


def _salvage(item: str, frame: _Frame) -> Node | None:
    """An item whose markup is broken: the elements in it that have a start and an end."""
    opening = _OPENING.match(item)
    if opening is None or not item.rstrip().endswith(">"):
        return None
    salvaged = Node(opening[1], {})
    salvaged.is_whole = False
    for found in _elements_in(item, opening.end()):
        salvaged.add(_salvage_element(found, item, frame, 0))
    return salvaged if salvaged.children else None


def _salvage_element(found: _Element, text: str, frame: _Frame, depth: int) -> Node:
    """An element; if its markup is broken, its texts, and what is whole in it."""
    if node := frame.parse(text[found.start : found.end])[0]:
        return node
    values = {key: unescape(a or b) for key, a, b in _ATTRIBUTE.findall(found.attributes)}
    element = Node(found.name.replace(":", " "), values)
    content = found.content.strip()
    if content.startswith(CDATA):
        element.content.append(content.removeprefix(CDATA).removesuffix(CDATA_END))
        return element
    at = 0
    for part in _elements_in(content) if depth < _DEEPEST_BROKEN else ():
        element.content.append(unescape(_TAG.sub("", content[at : part.start])))
        element.add(_salvage_element(part, content, frame, depth + 1))
        at = part.end
    element.content.append(unescape(_TAG.sub("", content[at:])))
    return element


def _parse(text: str, *, is_whole: bool) -> tuple[Node, str | None]:
    """The root element, as far as the text is well-formed after repairs, and what is wrong.

    A text that is well-formed as it is needs none.
    """
    if is_whole:
        with suppress(expat.ExpatError, UnicodeEncodeError, RecursionError):
            return _feed(_TreeBuilder(), text, is_whole=True), None
    builder = _TreeBuilder()
    try:
        return _feed(builder, repair(text), is_whole=is_whole), None
    except expat.ExpatError as error:
        return builder.root, expat.errors.messages[error.code]
    except RecursionError:
        return builder.root, "it has too many levels"


def _feed(builder: "_TreeBuilder", text: str, *, is_whole: bool) -> Node:
    """Builds the tree of a text, and returns its root."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(text, is_whole)
    return builder.root


class _TreeBuilder:
    """Builds a tree; levels that are too deep are joined to the one above."""

    def __init__(self) -> None:
        self._document = Node("", {})
        self._open = [self._document]
        self._extra = 0

    @property
    def root(self) -> Node:
        return next(iter(self._document.children), self._document)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            self._extra += 1
            return
        node, parent = Node(name, attributes), self._open[-1]
        parent.content.append(node)
        parent.children.append(node)
        self._open.append(node)

    def end(self, _: str) -> None:
        if self._extra:
            self._extra -= 1
        else:
            self._open.pop()

    def data(self, text: str) -> None:
        self._open[-1].content.append(text)
