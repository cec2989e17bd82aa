"""Finds URLs in attributes, ``srcset`` lists and style sheets."""

import re
from collections.abc import Iterator
from typing import Literal

Kind = Literal["address", "srcset", "refresh", "list", "css", "html"]
Span = tuple[int, int]
"""The start and end of an address in a text."""

_ANYWHERE: dict[str, Kind] = {
    "background": "address",
    "cite": "address",
    "formaction": "address",
    "href": "address",
    "imagesrcset": "srcset",
    "itemid": "address",
    "longdesc": "address",
    "poster": "address",
    "src": "address",
    "srcset": "srcset",
    "style": "css",
    "xlink:href": "address",
    # Attributes of SVG that are properties of CSS.
    "clip-path": "css",
    "cursor": "css",
    "fill": "css",
    "filter": "css",
    "marker-end": "css",
    "marker-mid": "css",
    "marker-start": "css",
    "mask": "css",
    "stroke": "css",
}
_IN_ELEMENT: dict[tuple[str, str], Kind] = {
    ("a", "ping"): "list",
    ("area", "ping"): "list",
    ("form", "action"): "address",
    ("html", "manifest"): "address",
    ("iframe", "srcdoc"): "html",
    ("object", "data"): "address",
}

_CSS_STRING = r"""(?:"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')"""
_CSS_WORD = r"""(?:[^"'()\\\s]|\\[0-9a-fA-F]{1,6}\s?|\\.)++"""
_CSS_SPACE = r"[\t\n\f\r ]*+"
_CSS = re.compile(
    r"/\*.*?(?:\*/|\Z)"
    rf"|(?<![\w-])url\({_CSS_SPACE}(?P<url>{_CSS_STRING}|{_CSS_WORD}){_CSS_SPACE}\)"
    rf"|@import{_CSS_SPACE}(?P<sheet>{_CSS_STRING})"
    rf"|(?:image-set\(|\d(?:x|dpi|dpcm|dppx){_CSS_SPACE},){_CSS_SPACE}(?P<image>{_CSS_STRING})"
    rf"|{_CSS_STRING}",
    re.DOTALL | re.IGNORECASE,
)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[\t\n\f\r ]?|(.))", re.DOTALL)
_REFRESH = re.compile(
    r"[\t\n\f\r ]*[\d.]*[\t\n\f\r ]*(?:[;,]|(?<=[\t\n\f\r ]))[\t\n\f\r ]*"
    r"(?:url[\t\n\f\r ]*=[\t\n\f\r ]*)?(?:\"(?P<double>[^\"]*)|'(?P<single>[^']*)|(?P<bare>.+))",
    re.DOTALL | re.IGNORECASE,
)
_NOT_SPACE = re.compile(r"[^\t\n\f\r ]+")
_CONTROLS_AND_SPACE = "".join(map(chr, range(33)))
"""Characters that browsers strip around an address."""


def kind_of(tag: str, attribute: str, http_equiv: str) -> Kind | None:
    """The syntax in which an attribute has addresses; None if it has none."""
    if tag == "meta" and attribute == "content":
        return "refresh" if http_equiv.strip().lower() == "refresh" else None
    if tag == "base" and attribute == "href":
        return None  # the base that others are relative to
    return _ANYWHERE.get(attribute) or _IN_ELEMENT.get((tag, attribute))


def addresses_in(text: str, kind: Kind) -> list[str]:
    """The addresses in the value of an attribute of that kind."""
    if kind == "address":  # as nearly all are
        return [text.strip(_CONTROLS_AND_SPACE)]
    return [text[start:end] for start, end in spans_in(text, kind)]


def spans_in(text: str, kind: Kind) -> Iterator[Span]:
    """The positions of the addresses in the value of an attribute of that kind."""
    match kind:
        case "address":
            start = len(text) - len(text.lstrip(_CONTROLS_AND_SPACE))
            yield start, max(start, len(text.rstrip(_CONTROLS_AND_SPACE)))
        case "srcset":
            yield from srcset_spans(text)
        case "list":
            yield from (found.span() for found in _NOT_SPACE.finditer(text))
        case "refresh":
            if (found := _REFRESH.match(text)) and found.lastgroup:
                start, end = found.span(found.lastgroup)
                yield start, start + len(text[start:end].rstrip(_CONTROLS_AND_SPACE))
        case "css":
            yield from css_spans(text)


def srcset_spans(text: str) -> Iterator[Span]:
    """The positions of the addresses in an ``srcset``. They may contain commas.

    After https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute.
    """
    position = 0
    while found := re.compile(r"[^\t\n\f\r ,][^\t\n\f\r ]*").search(text, position):
        address = found[0].rstrip(",")
        yield found.start(), found.start() + len(address)
        position = found.end()
        if address == found[0]:
            position = _end_of_descriptors(text, position)


def css_spans(text: str) -> Iterator[Span]:
    """The positions of the addresses in a style sheet, without quotation marks.

    See https://www.w3.org/TR/css-syntax-3/. Comments and other strings are skipped.
    """
    for found in _CSS.finditer(text):
        if found.lastgroup:
            start, end = found.span(found.lastgroup)
            is_quoted = text[start] in "\"'"
            yield start + is_quoted, end - is_quoted


def without_css_escapes(address: str) -> str:
    """An address in a style sheet with its escapes resolved."""
    return _CSS_ESCAPE.sub(_css_character, address) if "\\" in address else address


def _css_character(found: re.Match[str]) -> str:
    if not found[1]:
        return found[2] if found[2] != "\n" else ""
    code = int(found[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _end_of_descriptors(text: str, position: int) -> int:
    """The end of the descriptors of an address: after a comma outside parentheses."""
    depth = 0
    for place in range(position, len(text)):
        match text[place]:
            case "(":
                depth += 1
            case ")":
                depth -= depth > 0
            case "," if not depth:
                return place + 1
    return len(text)
