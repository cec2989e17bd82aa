"""An HTML tokenizer that finds start tags and attributes with their positions.

See https://html.spec.whatwg.org/multipage/parsing.html#tokenization. It makes one pass without a
tree, in linear time.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

from sitegen.hypertext.foreign_content import Nesting

_SPACE = r"[\t\n\f\r ]"
_ATTRIBUTE = (
    r"(?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+"
    r"""(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\t\n\f\r >"'][^\t\n\f\r >]*+)"""
    # An unclosed quotation mark extends to the end of the text, so there is no tag.
    r"""|(?=>|\Z)|(?P<open>["'][\s\S]*+))|(?!"""
    rf"{_SPACE}*+=))"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_ONE = re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)
TOKEN = re.compile(
    rf"<!--(?:-?>|(?:[^-]|-(?!-!?>))*+(?:--!?>|\Z))"
    rf"|<(?P<tag>[a-zA-Z][^\t\n\f\r />]*+)(?P<attributes>(?:[\t\n\f\r /]++|{_ONE})*+)(?P<end>>|\Z)"
    rf"|</(?P<closed>[a-zA-Z][^\t\n\f\r />]*+)(?:[\t\n\f\r /]++|{_ONE})*+(?:>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)"
)
"""Matches a start tag, an end tag, a comment or a declaration."""
_COMMON = re.compile(
    r"(?:[^<]++|</(?!svg>|math>)[a-z][a-z0-9]*+>"
    r"|<(?:p|li|ul|ol|dl|dt|dd|div|span|h[1-6]|em|strong|b|i|code|pre|br|time|small|blockquote"
    r"|main|nav|header|footer|section|article|html|head|body|bdi|table|thead|tbody|tr|td|th)"
    r"(?: (?:class|datetime|lang|dir|title|aria-[a-z]++|data-[a-z-]++)=\"[^\"<>]*+\"| hidden)*+>"
    r"|<meta (?:name|property)=\"[^\"<>]*+\" content=\"[^\"<>]*+\">"
    r"|<meta charset=\"utf-8\">|<!doctype html>)*+"
)
"""Text, and tags without a meaning for addresses and ids, as pages are full of."""
RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements whose content is raw text."""
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)
"""Elements without an end tag."""
_END_OF_RAW = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW}
_PLAIN = re.compile(
    rf"{_COMMON.pattern}<(?!(?:{'|'.join(sorted(RAW))}|math|plaintext|svg)[ />])"
    r"(?P<tag>[a-z][a-z0-9]*+)(?P<attributes>(?: [a-z:-]++(?:=\"[^\"]*+\")?+)*+)(?P<end> ?/?>)"
)
"""What ``_COMMON`` matches, and a start tag of HTML after it, written as nearly all are."""
_PLAIN_ATTRIBUTES = re.compile(r" ([a-z:-]++)(?:=\"([^\"]*+)\")?+")
_SHOWN = frozenset({"style", "title"})
_CDATA = "<![CDATA["
_SCRIPT_MARK = re.compile(r"<!--|(?<=--)>|<(?P<tag>/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[a-zA-Z][a-zA-Z0-9]*;?)")


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an attribute."""

    start: int
    """Its offset in the HTML, after the quotation mark."""
    raw: str
    """As written, with character references."""

    @property
    def text(self) -> str:
        """The value with its character references resolved."""
        return _REFERENCE.sub(_character, self.raw) if "&" in self.raw else self.raw

    def offsets(self) -> list[int]:
        """The offset in ``raw`` of each character of ``text``, and of its end."""
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
    """By the names of attributes in lower case. Of duplicates, the first counts."""


@dataclass(frozen=True, slots=True)
class RawText:
    """The content of a ``<style>`` or a page's ``<title>``."""

    name: str
    """The name of the element."""
    start: int
    text: str


def find_tags(
    html: str, wanted: re.Pattern[str] | None = None, *, without_common: bool = False
) -> Iterator[Tag | RawText]:
    """The start tags, style sheets and title of ``html``, in their order.

    Args:
        html: a page, or a fragment that does not begin inside a tag.
        wanted: a pattern; tags and texts that do not contain it are skipped.
        without_common: skips many tags without a meaning for addresses and ids, which is faster.
    """
    for piece in find_pieces(html, wanted, without_common=without_common):
        yield piece if isinstance(piece, RawText) else _tag(piece)


def find_pieces(
    html: str, wanted: re.Pattern[str] | None = None, *, without_common: bool = False
) -> Iterator[re.Match[str] | RawText]:
    """The same as ``find_tags``, but with a match, for ``text_of_tag``, for each tag.

    Arguments as for ``find_tags``. Within SVG and MathML no tag is common, as any may end these.
    """
    position = 0
    nesting = Nesting()
    while True:
        skips = without_common and not nesting.is_within
        if skips:
            position = yield from _plain_tags(html, position, wanted)
        # Any “<” that starts no token is text.
        found = _search(html, position, _COMMON if skips else None)
        if not found:
            break
        if nesting.is_within:
            yield from _style(html, position, found.start(), nesting, wanted)
        position = found.end()
        name = (found["tag"] or "").lower()
        if not name:
            position = yield from _leave(html, found, nesting, wanted)
            continue
        if not found["end"]:
            return
        if wanted is None or wanted.search(html, found.start(), position):
            yield found
        is_html = nesting.open(name, is_closed=html.startswith("/>", position - 2))
        if is_html and name == "plaintext":
            return
        if is_html and name in RAW:
            position = yield from _raw_content(html, name, position, wanted)
    yield from _style(html, position, len(html), nesting, wanted)


def _plain_tags(
    html: str, position: int, wanted: re.Pattern[str] | None
) -> Generator[re.Match[str], None, int]:
    """Reads as many tags as ``_PLAIN`` matches; returns where another token may start."""
    while found := _PLAIN.match(html, position):
        position = found.end()
        if wanted is None or wanted.search(html, _start_of(found), position):
            yield found
    return position


def _leave(
    html: str, found: re.Match[str], nesting: Nesting, wanted: re.Pattern[str] | None
) -> Generator[RawText, None, int]:
    """Reads an end tag, a comment or a declaration; returns where the next token may start."""
    if not nesting.is_within:
        return found.end()
    nesting.close((found["closed"] or "").lower())
    if not nesting.is_foreign or not (start := cdata_start(found)):
        return found.end()
    end, position = end_of_cdata(html, start)
    yield from _style(html, start, end, nesting, wanted)
    return position


def _style(
    html: str, start: int, end: int, nesting: Nesting, wanted: re.Pattern[str] | None
) -> Iterator[RawText]:
    """A text, if it is within the style sheet of an SVG picture."""
    if nesting.code == "style" and end > start:
        yield from _raw_text(html, "style", start, end, wanted)


def _raw_content(
    html: str, name: str, position: int, wanted: re.Pattern[str] | None
) -> Generator[RawText, None, int]:
    """Reads the raw text of an element; returns where it ends."""
    end = end_of_raw(html, name, position)
    if name in _SHOWN:
        yield from _raw_text(html, name, position, end, wanted)
    return end


def _raw_text(
    html: str, name: str, start: int, end: int, wanted: re.Pattern[str] | None
) -> Iterator[RawText]:
    if wanted is None or wanted.search(html, start, end):
        yield RawText(name, start, html[start:end])


def _search(html: str, position: int, skipped: re.Pattern[str] | None) -> re.Match[str] | None:
    while skipped and (before := skipped.match(html, position)):
        found = TOKEN.match(html, before.end())
        if found or before.end() == len(html):
            return found
        position = before.end() + 1
    return TOKEN.search(html, position)


def text_of_tag(found: re.Match[str]) -> str:
    """The start tag that a match of ``find_pieces`` is of, from ``<`` to ``>``."""
    return found.string[_start_of(found) : found.end()]


def _start_of(found: re.Match[str]) -> int:
    """Where a tag starts; there may be text before it in the match."""
    return found.start("tag") - 1


def read_tag(text: str) -> tuple[str, dict[str, str]]:
    """The name and the attributes of the start tag that is the whole ``text``.

    The name and those of attributes are in lower case, and character references are resolved.
    """
    plain = None if "&" in text else _PLAIN.fullmatch(text)
    if plain:
        attributes = _PLAIN_ATTRIBUTES.findall(text, plain.end("tag"))
        return plain["tag"], dict(reversed(attributes))  # of duplicates, the first counts
    found = TOKEN.match(text)
    assert found  # noqa: S101 -- it is a tag
    return found["tag"].lower(), attributes_of(text, found)


def _tag(found: re.Match[str]) -> Tag:
    return Tag(found["tag"].lower(), _start_of(found), _values(found.string, found))


def attributes_of(html: str, tag: re.Match[str]) -> dict[str, str]:
    """The attributes of a start tag that ``TOKEN`` matched, with character references resolved."""
    if tag.start("attributes") == tag.end("attributes"):
        return {}
    return {name: value.text for name, value in _values(html, tag).items()}


def end_of_raw(html: str, name: str, position: int) -> int:
    """Where the raw text of an element ends: before its end tag, or at the end of ``html``."""
    if name == "script":
        return _end_of_script(html, position)
    end = _END_OF_RAW[name].search(html, position)
    return end.start() if end else len(html)


def _end_of_script(html: str, position: int) -> int:
    """The same for a script: after ``<!--``, a ``<script>`` within it hides one end tag.

    See https://html.spec.whatwg.org/multipage/parsing.html#script-data-double-escaped-state.
    """
    end = _END_OF_RAW["script"].search(html, position)
    stop = end.start() if end else len(html)
    if html.find("<!--", position, stop) < 0:  # as in nearly all
        return stop
    is_escaped = is_hidden = False
    for found in _SCRIPT_MARK.finditer(html, position):
        if found[0] == "<!--":
            is_escaped = True
        elif found[0] == ">":  # after two dashes, which may be those of “<!--”
            is_escaped = is_hidden = False
        elif found["tag"] == "/":
            if not is_hidden:
                return found.start()
            is_hidden = False
        else:
            is_hidden = is_escaped
    return len(html)


def cdata_start(declaration: re.Match[str]) -> int:
    """Where the text of ``<![CDATA[`` starts; 0 if ``TOKEN`` matched something else."""
    return declaration.start() + len(_CDATA) if declaration[0].startswith(_CDATA) else 0


def end_of_cdata(html: str, start: int) -> tuple[int, int]:
    """Where a text after ``<![CDATA[`` ends, and what follows it starts."""
    end = html.find("]]>", start)
    return (end, end + 3) if end >= 0 else (len(html), len(html))


def _values(html: str, tag: re.Match[str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for found in _ATTRIBUTES.finditer(html, *tag.span("attributes")):
        kind = found.lastgroup or "name"
        value = Value(found.start(kind), found[kind]) if kind != "name" else Value(found.end(), "")
        values.setdefault(found["name"].lower(), value)
    return values


def _character(reference: re.Match[str]) -> str:
    """The character of a reference in an attribute.

    A name without a semicolon before ``=`` or a letter is text, as in ``?a=1&copy=2``.
    """
    name = reference[0][1:]
    if name.startswith("#"):
        return unescape(reference[0])
    following = reference.string[reference.end() : reference.end() + 1]
    if name not in html5 or (following == "=" and not name.endswith(";")):
        return reference[0]
    return html5[name]
