"""The start tags of a piece of HTML with their attributes, as its tokenizer reads them.

After https://html.spec.whatwg.org/multipage/parsing.html#tokenization. One pass, without a tree:
the time grows with the length of the text, whatever is in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

_SPACE = r"[\t\n\f\r ]"
_ATTRIBUTE = (
    r"(?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+"
    r"""(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\t\n\f\r >"'][^\t\n\f\r >]*+)"""
    # A value whose quotation mark has no other lasts to the end of the text: there is no tag.
    r"""|(?=>|\Z)|(?P<open>["'][\s\S]*+))|(?!"""
    rf"{_SPACE}*+=))"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_ONE = re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)
_TOKEN = re.compile(
    rf"<!--(?:-?>|(?:[^-]|-(?!-!?>))*+(?:--!?>|\Z))"
    rf"|<(?P<tag>[a-zA-Z][^\t\n\f\r />]*+)(?P<attributes>(?:[\t\n\f\r /]++|{_ONE})*+)(?P<end>>|\Z)"
    rf"|</(?P<closed>[a-zA-Z][^\t\n\f\r />]*+)(?:[\t\n\f\r /]++|{_ONE})*+(?:>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)"
)
_RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements whose content is text, whatever it looks like."""
_SHOWN = frozenset({"style", "title"})
_FOREIGN = frozenset({"math", "svg"})
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[a-zA-Z][a-zA-Z0-9]*;?)")


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an attribute."""

    start: int
    """Where it begins in the HTML, after its quotation mark."""
    raw: str
    """As it stands there, with its character references."""

    @property
    def text(self) -> str:
        """What it says."""
        return _REFERENCE.sub(_character, self.raw) if "&" in self.raw else self.raw

    def offsets(self) -> list[int]:
        """For each character of ``text``, and for its end, where it begins in ``raw``."""
        places: list[int] = []
        done = 0
        for found in _REFERENCE.finditer(self.raw):
            text = _character(found)
            places += range(done, found.start())
            places += range(*found.span()) if text == found[0] else [found.start()] * len(text)
            done = found.end()
        return [*places, *range(done, len(self.raw) + 1)]


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag."""

    name: str
    """In lower case."""
    start: int
    values: dict[str, Value]
    """By the attributes' names in lower case; of an attribute given twice, the first counts."""


@dataclass(frozen=True, slots=True)
class RawText:
    """The content of a ``<style>`` or a page's ``<title>``."""

    name: str
    """Of the element."""
    start: int
    text: str


def find_tags(html: str, wanted: re.Pattern[str] | None = None) -> Iterator[Tag | RawText]:
    """The start tags of ``html``, its style sheets and its title, in their order.

    Args:
        html: a page, or a piece of one that does not begin within a tag.
        wanted: what a tag or text holds, or is passed over.
    """
    position = depth = 0
    while found := _TOKEN.search(html, position):  # a “<” that begins no tag is text
        position = found.end()
        name = (found["tag"] or "").lower()
        if not name:
            depth -= depth > 0 and (found["closed"] or "").lower() in _FOREIGN
            continue
        if not found["end"]:
            return
        is_closed = found[0].endswith("/>")
        if wanted is None or wanted.search(html, found.start(), position):
            yield Tag(name, found.start(), _values(html, found))
        if name in _FOREIGN:
            depth += not is_closed
        elif name == "plaintext":
            return
        elif name in _RAW and (not depth or (name in {"script", "style"} and not is_closed)):
            end = _end_of_raw(html, name, position)
            if name in _SHOWN and (wanted is None or wanted.search(html, position, end)):
                yield RawText(name, position, html[position:end])
            position = end


def _end_of_raw(html: str, name: str, position: int) -> int:
    end = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE).search(html, position)
    return end.start() if end else len(html)


def _values(html: str, tag: re.Match[str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for found in _ATTRIBUTES.finditer(html, *tag.span("attributes")):
        kind = found.lastgroup or "name"
        value = Value(found.start(kind), found[kind]) if kind != "name" else Value(found.end(), "")
        values.setdefault(found["name"].lower(), value)
    return values


def _character(reference: re.Match[str]) -> str:
    """What a reference in an attribute stands for.

    A name that lacks its semicolon is text before ``=`` or a letter, as in ``?a=1&copy=2``.
    """
    name = reference[0][1:]
    if name.startswith("#"):
        return unescape(reference[0])
    following = reference.string[reference.end() : reference.end() + 1]
    if name not in html5 or (following == "=" and not name.endswith(";")):
        return reference[0]
    return html5[name]
