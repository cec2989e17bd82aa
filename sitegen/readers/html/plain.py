"""Plain texts and titles in HTML."""

import re
from html import unescape

from sitegen.hypertext import EndTag, StartTag, read_events
from sitegen.readers.html import elements

_UNSPACED = frozenset(
    {
        *elements.STYLES,
        *elements.CODES,
        "a",
        "big",
        "mark",
        "script",
        "small",
        "style",
        "sub",
        "sup",
    }
)
_PAIR = re.compile(
    r"<(?P<name>abbr|a|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]*)?>(?P<text>[^<>]*)</(?P=name)\s*>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br|wbr)\s*/?>", re.IGNORECASE)
_DEEPEST_PAIRS = 5


def plain_text(html: str) -> str:
    """The text of some HTML on one line, without what is hidden."""
    parts: list[str] = []
    skipped: list[str] = []
    for event in read_events(html):
        if isinstance(event, str):
            if not skipped:
                parts.append(event)
        elif isinstance(event, StartTag):
            if event.name in elements.SKIPPED and not event.is_closed:
                skipped.append(event.name)
            if event.name not in _UNSPACED:
                parts.append(" ")
        elif isinstance(event, EndTag):
            if skipped and event.name == skipped[-1]:
                skipped.pop()
            if event.name not in _UNSPACED:
                parts.append(" ")
    return " ".join("".join(parts).split())


def unescape_title(text: str) -> str:
    """A title as plain text on one line.

    Titles may be escaped once or twice: ``AT&amp;amp;T``. Pairs of inline tags vanish, any other
    tag is text: ``The <b> element``.
    """
    if "<" not in text and "&" not in text:
        return " ".join(text.split())
    for _ in range(2):
        text = _without_pairs(text)
        unescaped = unescape(text)
        if unescaped == text:
            break
        text = unescaped
    return " ".join(_BREAK.sub(" ", _without_pairs(text)).split())


def _without_pairs(text: str) -> str:
    for _ in range(_DEEPEST_PAIRS):
        text, count = _PAIR.subn(r"\g<text>", text)
        if not count:
            break
    return text
