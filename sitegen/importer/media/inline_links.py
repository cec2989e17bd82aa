"""Finds the links and pictures within the lines of a Markdown text (CommonMark 6.3 and 6.4)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_SIGN = re.compile(r"\\.|!?\[|\]|\n[ \t>]*\n", re.DOTALL)
_TARGET = re.compile(
    r"\(\s*+(?:<(?P<angled>(?:[^<>\n\\]|\\.)*+)>"
    r"|(?P<plain>(?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+))"
    r"(?:\s++(?P<title>\"(?:\\.|[^\"\\]){0,500}+\""
    r"|'(?:\\.|[^'\\]){0,500}+'|\((?:\\.|[^()\\]){0,500}+\)))?+\s*+\)"
)
_LABEL = re.compile(r"\[(?P<label>[^\[\]]*)\]")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>[^\s<>]+))",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part itself."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Definition:
    """The address that a label stands for: ``[label]: address``."""

    address: str
    target: Span
    """The address in the text, with its angle brackets."""


@dataclass(slots=True)
class InlineLink:
    """A link or a picture."""

    whole: Span
    words: Span
    """The text of the link, or the alternative text."""
    is_picture: bool
    address: str
    target: Span | None
    """The address in the text, with its angle brackets; None if a label stands for it."""
    title: str = ""
    pictures: list["InlineLink"] = field(default_factory=list)
    """The pictures in the text of a link."""


def definitions_in(text: str) -> Mapping[str, Definition]:
    """The definitions of labels, by label in lower case."""
    found: dict[str, Definition] = {}
    for match in _DEFINITION.finditer(text):
        address = match["plain"] if match["angled"] is None else match["angled"]
        name, start = ("plain", 0) if match["angled"] is None else ("angled", 1)
        target = Span(match.start(name) - start, match.end(name) + start)
        found.setdefault(_normal(match["label"]), Definition(address, target))
    return found


def links_in(text: str, definitions: Mapping[str, Definition]) -> list[InlineLink]:
    """The links and pictures of a text whose code is kept apart, in order.

    Pictures within links are with these; what is in an alternative text is not looked at.
    """
    outer: list[InlineLink] = []
    for link in sorted(_all_links(text, definitions), key=lambda link: link.whole.start):
        around = outer[-1] if outer and link.whole.end <= outer[-1].whole.end else None
        if around is None:
            outer.append(link)
        elif not around.is_picture and link.is_picture:
            last = around.pictures[-1] if around.pictures else None
            if last is None or link.whole.start >= last.whole.end:
                around.pictures.append(link)
    return outer


def _all_links(text: str, definitions: Mapping[str, Definition]) -> Iterator[InlineLink]:
    for opening, end in _brackets(text):
        is_picture = text[opening] == "!"
        words = Span(opening + 1 + is_picture, end)
        if found := _TARGET.match(text, end + 1):
            yield _inline(opening, words, found, is_picture=is_picture)
        elif text[end + 1 : end + 2] != ":":
            label = _LABEL.match(text, end + 1)
            name = label["label"] if label and label["label"] else words.of(text)
            if definition := definitions.get(_normal(name)):
                stop = label.end() if label else end + 1
                whole = Span(opening, stop)
                yield InlineLink(whole, words, is_picture, definition.address, None)


def _inline(opening: int, words: Span, found: re.Match[str], *, is_picture: bool) -> InlineLink:
    is_angled = found["angled"] is not None
    name, extra = ("angled", 1) if is_angled else ("plain", 0)
    return InlineLink(
        whole=Span(opening, found.end()),
        words=words,
        is_picture=is_picture,
        address=re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", found[name] or ""),
        target=Span(found.start(name) - extra, found.end(name) + extra),
        title=found["title"] or "",
    )


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Where brackets open, with their exclamation mark, and where they close."""
    stack: list[int] = []
    for sign in _SIGN.finditer(text):
        if sign[0].endswith("["):
            stack.append(sign.start())
        elif sign[0] == "]":
            if stack:
                yield stack.pop(), sign.start()
        elif sign[0].startswith("\n"):
            stack.clear()


def _normal(label: str) -> str:
    return " ".join(label.split()).casefold()
