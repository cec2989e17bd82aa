"""Recognises the start of XML or HTML by its tags, without a tree, entities or requests."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.detection.xml_start import find_xml, is_in_viewer

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[^\W\d][\w:.-]*+)
    (?P<attributes>(?:[\s/]++(?:[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))?+)?+)*+)
    >""",
    re.VERBOSE,
)
_STRAY = "&lt;"
"""What stands for a sign that begins no tag."""
_CUT_TAG = re.compile(r"<[^\W\d][\w:.-]*(?:\s[^<>]*)?\Z")
_FIRST_TAG = re.compile(
    r"(?P<before>(?:\s|<\?[^>]*>|<!(?!--)[^>]*>|<!--.*?-->)*)(?P<tag><(?P<name>[^\W\d][\w:.-]*)\b[^>]*>)",
    re.DOTALL,
)
_LONGEST_JUNK = 100
"""The most characters between a declaration and the first tag."""
_DAMAGED_START = re.compile(r"(?i)\A\s*[^<](!DOCTYPE|\?xml)(?=\s)")
_END_TAG = re.compile(r"</[^\W\d][\w:.-]*\s*>(?s:.*?)</[^\W\d][\w:.-]*\s*>")
"""Two end tags: so many are hardly in a text about tags."""
_DOCTYPE = re.compile(r"(?i)<!DOCTYPE\s*+([^\s>\[]++)")

_VOID = names_in(
    """
    area base basefont br col embed hr img input link meta param source track wbr
    """
)
"""HTML elements without content."""
_UNCLOSED = names_in("p li dt dd tr td th option thead tbody tfoot")
"""HTML elements with an optional end tag."""
_INLINE = names_in(
    """
    a abbr b bdi bdo big cite code del dfn em i ins kbd mark q s samp small span strike strong
    sub sup time tt u var
    """
)
_BLOCKS = names_in(
    """
    address article aside blockquote center details div dl dt dd fieldset figure font footer
    form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tr ul
    """
)
_PAGE = names_in("html head title meta link style script body base")
_HTML = _VOID | _INLINE | _BLOCKS | _PAGE | _UNCLOSED
_ROOTS = names_in("rss feed opml rdf:rdf en-export plist svg urlset sitemapindex kml gpx")
"""Root elements of common XML formats."""
_FORMAT = re.compile(r"""\s(?:xmlns|version)\s*=\s*["'][^"']""")
"""What the root element of a format has that a tag in a text lacks."""
_FEW = 20
"""At most one character in this many may be outside the elements of an HTML fragment."""


class MarkupHead(NamedTuple):
    """The structure of the XML or HTML at the start of a text."""

    is_html: bool
    doctype: str
    """The name in the document type declaration, in lower case; empty without one."""
    root: str
    """The name of the first element, in lower case."""
    attributes: str
    """The attributes of the first element, unparsed."""
    names: frozenset[str]
    """The names of all elements, in lower case."""
    has_words_outside: bool = False
    """Whether there is text outside all elements."""


class _Scan:
    """Counts the elements and characters of a text."""

    def __init__(self) -> None:
        self.doctype = ""
        self.is_declared = False
        self.root: re.Match[str] | None = None
        self.opens_with_words = False
        self.stack: list[str] = []
        self.open: Counter[str] = Counter()
        self.names: set[str] = set()
        self.elements = self.closed = self.strays = self.blocks = self.own_lines = 0
        self.inside = self.outside = 0

    def tag(self, tag: re.Match[str]) -> None:
        name = tag["name"].lower()
        if self.root is None:
            self.root = tag
        if tag["close"]:
            self._close(name)
            return
        self.elements += 1
        self.names.add(name)
        if name in _BLOCKS:
            self.blocks += 1
            line = tag.string.rfind("\n", 0, tag.start()) + 1
            self.own_lines += not tag.string[max(line, tag.start() - 20) : tag.start()].strip()
        if name in _VOID or tag["attributes"].endswith("/"):
            self.closed += name not in _VOID
            return
        if name in _UNCLOSED and self.stack and self.stack[-1] == name:
            self._pop()
        self.stack.append(name)
        self.open[name] += 1

    def characters(self, text: str) -> None:
        """Handles the text between two tags."""
        self.opens_with_words = self.opens_with_words or self.elements == 1
        if self.stack:
            self.inside += len(text)
        else:
            self.outside += len(text)

    def _close(self, name: str) -> None:
        if not self.open[name]:
            self.strays += 1
            return
        self.closed += 1
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        name = self.stack.pop()
        self.open[name] -= 1
        return name


def parse_markup(text: str) -> MarkupHead | None:
    """Parses ``text``, the head of a dump, as XML or HTML; None if it is neither.

    All of the text must be in elements, so a plain text with some tags is neither. XML of a
    common format may follow warnings and the like.
    """
    if _END_TAG.search(text):
        text = _DAMAGED_START.sub(r"<\1", text, count=1)
    start = find_xml(text)
    found = _parse_elements(text[start:]) if start else None
    if found and found.root in _ROOTS and (is_in_viewer(text) or not found.has_words_outside):
        return found
    return _parse_elements(text) if text.lstrip().startswith("<") else None


def _parse_elements(text: str) -> MarkupHead | None:
    scan = _Scan()
    for part in _parts(text if _END_TAG.search(text) is None else _mend_first_tag(text)):
        if isinstance(part, re.Match):
            scan.tag(part)
        elif part.startswith("<?xml"):
            scan.is_declared = True
        elif part.startswith("<!"):
            found = _DOCTYPE.match(part)
            scan.doctype = scan.doctype or (found[1].lower() if found else "")
        elif scan.root is None:
            is_declared = scan.is_declared or scan.doctype
            if is_declared and len(part) < _LONGEST_JUNK and _END_TAG.search(text):
                continue
            return _declared(scan) if part == _STRAY and _CUT_TAG.search(text) else None
        else:
            scan.characters(part)
    root = scan.root
    if root is None or root["close"]:
        return _declared(scan)
    name = root["name"].lower()
    is_html = _is_html(scan, name)
    if not is_html and not _is_xml(scan, name):
        return None
    names = frozenset(scan.names)
    return MarkupHead(is_html, scan.doctype, name, root["attributes"], names, scan.outside > 0)


def _mend_first_tag(text: str) -> str:
    """The text with a first tag whose attributes are damaged as a tag without any."""
    found = _FIRST_TAG.match(text)
    if found is None or _TAG.match(text, found.start("tag")):
        return text
    name = found["name"]
    is_markup = found["before"].strip() or name.lower() in _ROOTS | _HTML
    return f"{found['before']}<{name}>{text[found.end() :]}" if is_markup else text


def _declared(scan: _Scan) -> MarkupHead | None:
    """What is declared of a text without a whole element, such as one that is cut off."""
    if not (scan.is_declared or scan.doctype):
        return None
    is_html = scan.doctype.startswith(("html", "netscape"))
    return MarkupHead(is_html, scan.doctype, "", "", frozenset())


def _parts(text: str) -> Iterator[re.Match[str] | str]:
    """Yields tags, declarations and pieces of text in order, without comments and white space."""
    position = 0
    while position < len(text):
        start = text.find("<", position)
        if start != position:
            piece = text[position : start if start >= 0 else len(text)].strip()
            if piece:
                yield piece
            if start < 0:
                return
        tag = _TAG.match(text, start)
        end = tag.end() if tag else _special_end(text, start)
        if tag:
            yield tag
        elif end == start:
            end = start + 1
            yield _STRAY
        elif not text.startswith("<!--", start):
            yield text[start:end]
        position = end


def _special_end(text: str, start: int) -> int:
    """The end of the comment, declaration or processing instruction at ``start``.

    If there is none, ``start``; if it is not closed, the end of the text.
    """
    for opening, ending in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")):
        if text.startswith(opening, start):
            end = text.find(ending, start + len(opening))
            return len(text) if end < 0 else end + len(ending)
    if not _DOCTYPE.match(text, start):
        return start
    end = text.find(">", start)
    subset = text.find("[", start, end if end >= 0 else len(text))
    if subset >= 0:
        end = text.find("]", subset)
        end = text.find(">", end) if end >= 0 else end
    return len(text) if end < 0 else end + 1


def _is_html(scan: _Scan, root: str) -> bool:
    if root not in _HTML and not scan.doctype.startswith(("html", "netscape")):
        return False
    if scan.doctype:
        return True
    if root in ("html", "head"):
        return not scan.opens_with_words and scan.elements > 1
    if root in _PAGE:
        return scan.closed > 1 or (scan.closed == 1 and len(scan.names & _PAGE) > 1)
    is_all = scan.outside * _FEW <= scan.inside
    blocks = scan.blocks and (scan.closed or scan.own_lines == scan.blocks > 1)
    return bool(root not in _INLINE and blocks and is_all)


def _is_xml(scan: _Scan, root: str) -> bool:
    if scan.is_declared or (scan.doctype and root not in _HTML):
        return True
    if root in _HTML:
        return False
    if scan.elements < 2:  # without items
        return scan.root is not None and _FORMAT.search(scan.root["attributes"]) is not None
    if root in _ROOTS:
        return not scan.opens_with_words
    return scan.closed > 0 and not scan.outside and not scan.strays
