"""Converts the HTML in a Markdown text to Markdown."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from textwrap import dedent

from markdown import Markdown

from sitegen.readers.detection.names import names_in
from sitegen.readers.html import html_to_markdown, image_markdown

_IN_TAG = r"(?>\"[^\"<]*\"|'[^'<]*'|[^<>])*+"
"""What stands in a tag; quoted values may hold ``>``."""
_EMBEDS = "iframe|video|audio|object|picture"
_BLOCKS = "table|figure|ul|ol|dl|blockquote|pre|form|svg|math|map"
_WHOLE = f"{_BLOCKS}|{_EMBEDS}"
"""Elements that hold HTML alone."""
_WRAPPERS = (
    "div|section|article|aside|main|header|footer|nav|details|summary|center|p|h[1-6]|address"
    "|fieldset|hgroup|figcaption|noscript"
)
_WHOLE_START = re.compile(rf"^ {{0,3}}<({_WHOLE})\b", re.IGNORECASE | re.MULTILINE)
_AROUND_MARKDOWN = re.compile(
    rf" {{0,3}}<(?:(?P<quote>blockquote)|figure)\b{_IN_TAG}>[ \t]*\n[ \t]*\n(?P<inner>.*)</\w+\s*>",
    re.IGNORECASE | re.DOTALL,
)
"""An element with a blank line below its start, and so Markdown in it (CommonMark 4.6)."""
_CELL = re.compile(
    rf"(?P<start><t[dh]\b{_IN_TAG}>)[ \t]*\n[ \t]*\n(?P<inner>(?:(?!</?t[dhr]\b).)*)",
    re.IGNORECASE | re.DOTALL,
)
"""A cell with a blank line below its start."""
_LONGEST_CELL = 2_000
_DEEPEST = 10
"""The most elements with Markdown within each other."""
_WRAPPER_START = re.compile(rf" {{0,3}}<({_WRAPPERS})\b", re.IGNORECASE)
_BELOW_TEXT = re.compile(rf"\n(?=<(?:{_WRAPPERS})\b)", re.IGNORECASE)
"""Where an element begins on the line below a paragraph, which it ends (CommonMark 4.6)."""
_WRAPPER_TAG = re.compile(
    rf"</?(?:{_WRAPPERS}|{_BLOCKS}|tr|td|th|tbody|thead|li|dt|dd)\b{_IN_TAG}>", re.IGNORECASE
)
_NOT_SHOWN = re.compile(
    r"<(script|style|template|textarea|head|svg)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_HIDDEN = re.compile(
    r"<(span|a|b|i|em|strong|small|font|code|ins|label)\b"
    r"(?=[^<>]{0,500}?(?:\shidden(?=[\s=>/])|style=[\"'][^\"'<>]{0,300}?display\s*:\s*none))"
    r"[^<>]{0,1000}>(?:(?!<\1\b|\n[ \t]*\n).){0,2000}?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
"""Words in a paragraph that a page does not show."""
_DRAWING = re.compile(rf"<svg\b(?![^<>]{{0,500}}aria-hidden=[\"']?true){_IN_TAG}>", re.IGNORECASE)
"""The start of a drawing that is no mere ornament."""
_MARKS = re.compile(r"\]\(|\*\*|[*_`\ufdd0]\w|^[ \t]*(?:[-*+]|\d+\.)[ \t]", re.MULTILINE)
"""What is Markdown, or code that is kept apart."""
_INDENT = re.compile(r"^[ \t]+(?![-*+\s\d])", re.MULTILINE)
_SUMMARY = re.compile(
    rf"<summary\b{_IN_TAG}>((?:(?!<summary\b).)*?)</summary\s*>", re.DOTALL | re.IGNORECASE
)
_LINK = re.compile(rf"<a\b({_IN_TAG})>((?:(?!<a\b|</a).)*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_EMBED = re.compile(
    rf"<({_EMBEDS})\b{_IN_TAG}>(?:(?!<\1\b).)*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s{_IN_TAG}|/)?)>")
_ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LINE_BREAK = re.compile(r"(?<!\s)\s*\n\s*")
_PARAGRAPHS = re.compile(r"(?<![ \t])[ \t]*\n\s*\n\s*")
_COUNTERS = frozenset({"0", "1"})
"""The widths and heights of pictures that nobody sees."""
_SIGNS = {
    **dict.fromkeys(("strong", "b"), "**"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "`"),
    "q": '"',
}
_RULE = "\n\n* * *\n\n"
_BLOCK_START = re.compile(r"\n[ \t]*(?=\n|[#|]|(?:[-*+]|\d+[.)])[ \t])")
"""Where a paragraph, an item, a heading or a row of a table ends."""
_EMPHASIS = re.compile(
    rf"<(?P<name>strong|b|em|i)(?:\s{_IN_TAG})?>"
    r"(?P<words>(?:(?!</?(?:strong|b|em|i)\b|\n[ \t]*\n).){0,2000}?)</(?P=name)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_KNOWN = names_in(
    """
    a abbr acronym address article aside base bdi bdo big blockquote body br button canvas
    caption center col colgroup data dd del details dfn div dl dt embed figcaption figure font
    footer form h1 h2 h3 h4 h5 h6 header hr html iframe img input ins label li link main map
    mark math meta nav nobr noscript object ol option p param path picture pre q rp rt ruby s
    section select small source span strike sub summary sup svg table tbody td tfoot th thead
    time tr track u ul video audio wbr
    """
)
"""Elements whose tags are left out; other names in angle brackets are text."""


def without_html_comments(text: str) -> str:
    """The text without comments; one alone on its line parts paragraphs.

    A comment that is not closed extends to the end, as in HTML.
    """
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        stop = len(text) if end < 0 else end + 3
        parts.append(text[position:start])
        parts.append("\n" if _is_alone(text, start, stop) else "")
        position = stop
    return "".join([*parts, text[position:]])


def _is_alone(text: str, start: int, stop: int) -> bool:
    """Whether there is nothing else on the lines of a part of a text."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", stop)
    after = text[stop : len(text) if last < 0 else last]
    return not text[first:start].strip() and not after.strip()


def count_drawings(text: str) -> int:
    """How many drawings in SVG a text holds, which :func:`convert_html` does not keep."""
    return len(_DRAWING.findall(text)) if "<svg" in text else 0


def convert_html(text: str, *, is_mdx: bool = False) -> str:
    """The Markdown text with its HTML elements and inline tags as Markdown.

    Tags that HTML does not know stay as they are written, since they are text.

    Args:
        text: the text; code in it is kept apart already.
        is_mdx: whether the text within elements is Markdown, as in MDX.
    """
    if "<" not in text:
        return text
    text = _HIDDEN.sub("", _NOT_SHOWN.sub("", text))
    text = "".join(_blocks(text, is_mdx=is_mdx))
    text = _EMBED.sub(lambda found: html_to_markdown(found[0]).markdown, text)
    text = _EMPHASIS.sub(_emphasis, _LINK.sub(_link, text))
    signs = _signs_in(text)
    return _TAG.sub(lambda found: _inline(found, signs), text)


def _signs_in(text: str) -> Mapping[int, str]:
    """What stands for the tags of emphasis, code and quotations, by their places in the text.

    Tags with a block's end between them leave nothing; one without its partner is not here: it
    is what the text is about.
    """
    ends = [found.start() for found in _BLOCK_START.finditer(text)]
    signs: dict[int, str] = {}
    opened: dict[str, list[int]] = {}
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name in _SIGNS and not tag[1]:
            opened.setdefault(name, []).append(tag.start())
        elif name in _SIGNS and opened.get(name):
            start = opened[name].pop()
            is_one_block = bisect(ends, start) == bisect(ends, tag.start())
            signs[start] = signs[tag.start()] = _SIGNS[name] if is_one_block else ""
    return signs


def _blocks(text: str, *, is_mdx: bool, depth: int = 0) -> Iterator[str]:
    """The text with elements that begin a line as Markdown."""
    position = 0
    unclosed: set[str] = set()
    for found in _WHOLE_START.finditer(text):
        if found.start() < position or found[1].lower() in unclosed:
            continue
        stop = _end_of(text, found)
        if stop is None:
            unclosed.add(found[1].lower())
            continue
        yield from _wrapped(text[position : found.start()], is_mdx=is_mdx)
        holds = _AROUND_MARKDOWN.fullmatch(text, found.start(), stop)
        if holds and depth < _DEEPEST:
            inner = "".join(_blocks(holds["inner"], is_mdx=is_mdx, depth=depth + 1)).strip("\n")
            block = _quoted(inner) if holds["quote"] else inner
        else:
            html = text[found.start() : stop]
            block = html_to_markdown(_CELL.sub(_cell, html)).markdown
        yield f"\n\n{block}\n\n"
        position = stop
    yield from _wrapped(text[position:], is_mdx=is_mdx)


def _cell(found: re.Match[str]) -> str:
    """A cell of a table with the Markdown in it as HTML."""
    if len(found["inner"]) > _LONGEST_CELL or _MARKS.search(found["inner"]) is None:
        return found[0]
    return found["start"] + Markdown().convert(dedent(found["inner"]).strip())


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _end_of(text: str, opening: re.Match[str]) -> int | None:
    """Where the element ends that a tag opens; None if it is not closed."""
    depth = 0
    tags = re.compile(rf"<(/?){opening[1]}\b{_IN_TAG}>", re.IGNORECASE)
    for tag in tags.finditer(text, opening.start()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return None


def _wrapped(text: str, *, is_mdx: bool) -> Iterator[str]:
    """Text with elements around Markdown: those within one block are HTML, other tags go."""
    for block in _without_elements_below(re.split(r"(\n[ \t]*\n)", text)):
        start = _WRAPPER_START.match(block.lstrip("\n"))
        if start is None:
            yield _WRAPPER_TAG.sub("", _SUMMARY.sub(_title, block)) if "<" in block else block
        elif _is_html(block, start[1]) and not (is_mdx and _MARKS.search(block)):
            lead = "\n" * (len(block) - len(block.lstrip("\n")))
            yield lead + html_to_markdown(_SUMMARY.sub(r"<p><b>\1</b></p>", block)).markdown
        else:
            yield _INDENT.sub("", _WRAPPER_TAG.sub("\n", _SUMMARY.sub(_title, block)))


def _without_elements_below(blocks: Iterable[str]) -> Iterator[str]:
    """The blocks of a text, with elements below a paragraph as blocks of their own."""
    for block in blocks:
        found = _BELOW_TEXT.search(block.lstrip("\n")) if "\n<" in block else None
        if found is None or _WRAPPER_START.match(found.string):
            yield block
        else:
            lead = "\n" * (len(block) - len(found.string))
            yield lead + found.string[: found.start()]
            yield "\n\n"
            yield found.string[found.end() :]


def _is_html(block: str, name: str) -> bool:
    """Whether a block is an element that holds HTML, unlike ``<div markdown="1">``."""
    is_whole = re.search(rf"</{name}\s*>\s*\Z", block, re.IGNORECASE)
    return is_whole is not None and "markdown=" not in block.partition(">")[0]


def _title(found: re.Match[str]) -> str:
    return f"\n\n**{' '.join(_TAG.sub('', found[1]).split())}**\n\n"


def _link(found: re.Match[str]) -> str:
    address = _LINE_BREAK.sub("", _attributes(found[1]).get("href", "")).strip()
    words = _PARAGRAPHS.sub(" ", found[2].strip())
    return f"[{words}]({_written(address)})" if address and words else found[2]


def _emphasis(found: re.Match[str]) -> str:
    """Emphasised words with the spaces in the tags around them, as Markdown wants it."""
    words = found["words"].strip()
    if not words:
        return found["words"]
    lead, _, rest = found["words"].partition(words)
    sign = _SIGNS[found["name"].lower()]
    return f"{lead}{sign}{words}{sign}{rest}"


def _inline(found: re.Match[str], signs: Mapping[int, str]) -> str:
    name = found[2].lower()
    if name in _SIGNS:
        return signs.get(found.start(), f"\\{found[0]}")
    if name == "hr":
        return _RULE
    if name == "br":
        return " " if _is_in_table(found) else "  \n"
    if name == "img" and not found[1]:
        attributes = _attributes(found[3])
        address = attributes.get("src") or attributes.get("data-src", "")
        if not _COUNTERS.isdisjoint((attributes.get("width"), attributes.get("height"))):
            return ""  # it counts readers or keeps a space, and shows nothing
        return image_markdown(attributes.get("alt", ""), address) if address else ""
    return "" if name in _KNOWN or "-" in name else found[0]


def _is_in_table(found: re.Match[str]) -> bool:
    start = found.string.rfind("\n", 0, found.start()) + 1
    return found.string[start : start + 9].lstrip().startswith("|")


def _attributes(text: str) -> dict[str, str]:
    return {
        f[1].lower(): f[2] or f[3] or f[4] or "" for f in reversed([*_ATTRIBUTE.finditer(text)])
    }


def _written(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address
