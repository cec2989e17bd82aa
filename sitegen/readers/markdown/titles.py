"""Takes the title of a Markdown text from its first heading."""

import re
import unicodedata
from typing import NamedTuple

from sitegen.readers.html import unescape_title
from sitegen.readers.markdown.literals import split_code

_MARKED = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>[^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n|$)")
_UNDERLINED = re.compile(
    r"(?![-+*>|#][ \t]|\d+[.)][ \t])(?P<words>\S[^\n]*)\n {0,3}(?P<line>=+|-+)[ \t]*(?:\n|$)"
)
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"
)
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_EMPTY_LINK = re.compile(r"\[\s*\]\([^()\s]*\)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_ATTRIBUTES = re.compile(r"\s*\{[:#.][^{}]*\}\s*$")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|~~|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST = 500
"""The longest line that may be a heading."""
_HEADINGS = re.compile(r"^(#{1,6})[ \t]+\S", re.MULTILINE)


class TitledText(NamedTuple):
    """A text and its title."""

    title: str | None
    text: str


def take_title(text: str, title: str | None) -> TitledText:
    """Takes the heading at the start of a text as its title, so that it is not shown twice.

    If a title is known, a heading with other words stays in the text.
    """
    text = text.lstrip("\n")
    if len(text.partition("\n")[0]) > _LONGEST:
        return TitledText(title, text)
    found = _MARKED.match(text) or _UNDERLINED.match(text)
    words = plain_words(found["words"]) if found else ""
    if found is None or not words:
        return TitledText(title, text)
    rest = text[found.end() :].lstrip("\n")
    if title is not None:
        return TitledText(title, rest if _comparable(words) == _comparable(title) else text)
    if not _stands_above(found.groupdict().get("marks") or "#", rest):
        return TitledText(None, text)
    return TitledText(words, rest)


def plain_words(markdown: str) -> str:
    """The words of a line of Markdown, without its marks."""
    text = _ATTRIBUTES.sub("", _NOTE.sub("", markdown))
    without = _EMPTY_LINK.sub("", _PICTURE.sub("", text)) if "![" in text else text
    text = _LINK.sub(r"\1", without if without.strip() else _LINK.sub(r"\1", text))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return " ".join(unescape_title(_ESCAPE.sub(r"\1", text)).split())


def _stands_above(marks: str, rest: str) -> bool:
    """Whether no other heading has the same rank; lines of code are none."""
    words = "\n".join(block for is_code, block in split_code(rest) if not is_code)
    return all(len(other) > len(marks) for other in _HEADINGS.findall(words))


def _comparable(text: str) -> str:
    plain = unicodedata.normalize("NFKC", plain_words(text)).casefold()
    return " ".join(re.findall(r"\w+", plain)) or plain
