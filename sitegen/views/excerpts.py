"""Excerpts of rendered texts for lists: the first sentences, without the title."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

from sitegen.text.sentences import whole_sentences, whole_words

IMAGE, VIDEO = "🖼", "▶"
"""The signs for an image or a video without a text alternative."""

_CHUNK, _MAX_CHUNKS = 4096, 8
"""The size of a chunk of HTML, and the maximum number of chunks that an excerpt considers."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt"}
    | {"figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_HIDDEN = frozenset({"script", "style", "template", "svg", "math", "object", "noscript"})
_HIDDEN_CLASSES = frozenset({"footnote", "footnote-ref", "footnote-backref", "toc"})
_VIDEOS = frozenset({"video", "audio", "iframe"})
_QUOTES = str.maketrans("“”„«»‘’‚–—", '"""""\'\'\'--')
_POINTS = ".!?:…。！？："
_AFTER_TITLE = re.compile(
    rf"[{_POINTS}]+[\"'”’»)\]]*(?:\s|$)|[。！？：]+[」』]*|[\"'”’»)\]」』]*(?:\n|$)"
)
_INSIDE_SENTENCE = " ,;:–—-、，；："


class Passage(NamedTuple):
    """A block of a text, such as a paragraph, as plain text."""

    text: str
    is_heading: bool = False


def read_passages(html: str, length: int) -> tuple[Passage, ...]:
    """The first blocks of ``html``, until they have ``length`` characters.

    An image is replaced by its text alternative or a sign, a block of code by its first line.
    """
    parser = _PassageParser()
    for start in range(0, min(len(html), _CHUNK * _MAX_CHUNKS), _CHUNK):
        parser.feed(html[start : start + _CHUNK])
        if parser.length >= length:
            return tuple(parser.passages)
    parser.close()
    parser.end_passage()
    return tuple(parser.passages)


def without_title(
    passages: tuple[Passage, ...], title: str, *, is_label: bool
) -> tuple[Passage, ...]:
    """The passages without the title, if they start with it.

    Args:
        passages: the first passages of a text.
        title: the title shown above it.
        is_label: whether the title was made from the first words. If it ends within a sentence,
            the rest of that sentence is kept.
    """
    whole = title.rstrip(_POINTS + " ")
    if not passages or not whole:
        return passages
    first, *others = passages
    if _normalised(first.text[: len(whole)]) != _normalised(whole):
        return passages
    rest = first.text[len(whole) :]
    ended = _AFTER_TITLE.match(rest)
    if ended and not (is_label and title.endswith("…") and rest.strip()):
        rest = rest[ended.end() :].strip()
    elif is_label:
        rest = f"… {rest.lstrip(_INSIDE_SENTENCE)}"
    else:
        return passages
    return (first._replace(text=rest), *others) if rest else tuple(others)


def excerpt_of(passages: Iterable[Passage], length: int, language: str) -> str:
    """As many sentences as fit in ``length`` characters, on one line; else the first words."""
    shown = last_end = ""
    for passage in passages:
        text = " ".join(passage.text.split())
        separator = _separator(shown)
        room = length - len(shown) - len(separator)
        if len(text) <= room:
            shown += separator + text + (" –" if passage.is_heading and text[-1:].isalnum() else "")
            last_end = last_end if passage.is_heading else shown
            continue
        sentences = "" if passage.is_heading else whole_sentences(text, room, language)
        if sentences:
            return shown + separator + sentences
        return last_end or whole_words(f"{shown}{separator}{text}", length)
    return shown.removesuffix(" –")


def opening_of(passages: Iterable[Passage], length: int, language: str) -> tuple[Passage, ...]:
    """The first passages that fit in ``length`` characters; the last may be shortened."""
    shown: list[Passage] = []
    room = length
    for passage in passages:
        text = " ".join(passage.text.split())
        if len(text) > room:
            if not passage.is_heading:
                text = whole_sentences(text, room, language)
                text = text or ("" if shown else whole_words(passage.text, room))
                shown += [passage._replace(text=text)] if text else []
            break
        shown.append(passage._replace(text=text))
        room -= len(text)
    while len(shown) > 1 and shown[-1].is_heading:
        shown.pop()
    return tuple(shown)


def _separator(before: str) -> str:
    """The separator after the text ``before``: a dot if that ends without punctuation."""
    if not before:
        return ""
    return " · " if before[-1].isalnum() else " "


def _normalised(text: str) -> str:
    """The text for comparison, ignoring case and the form of quotes."""
    return " ".join(text.translate(_QUOTES).casefold().split())


class _PassageParser(HTMLParser):
    """Collects the passages of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[Passage] = []
        self.length = 0
        self._parts: list[str] = []
        self._hidden: list[str] = []
        """The hidden element that is open, and nested elements of the same name."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            self._hidden += [tag] if tag == self._hidden[0] else []
            return
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if tag in _BLOCKS:
            self.end_passage()
        if tag == "br":
            self._parts.append("\n")
        elif tag in ("img", "svg"):
            words = values.get("alt") if tag == "img" else values.get("aria-label")
            self._parts.append((words or "").strip() or IMAGE)
        elif tag in _VIDEOS:
            self._parts.append((values.get("title") or "").strip() or VIDEO)
        if tag in _HIDDEN or not _HIDDEN_CLASSES.isdisjoint(classes):
            self._hidden = [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._hidden:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[0]:
                self._hidden.pop()
        elif tag in _BLOCKS:
            self.end_passage(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(data)

    def end_passage(self, tag: str = "") -> None:
        """Ends the current block, an element ``tag``."""
        lines = [line for line in "".join(self._parts).strip().split("\n") if line.strip()]
        self._parts.clear()
        if not lines:
            return
        if tag == "pre":
            lines = [lines[0] + " …"] if len(lines) > 1 else lines
        passage = Passage("\n".join(map(_one_line, lines)), tag in _HEADINGS)
        self.passages.append(passage)
        self.length += len(passage.text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
