"""What stands for a whole text in a list: its first sentences, without its title."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

from sitegen.text.sentences import whole_sentences, whole_words

PICTURE, FILM = "🖼", "▶"
"""The marks for a picture or a film without words."""

_PIECE, _MOST_PIECES = 4096, 8
"""How much HTML is read at a time, and how often: what comes later has no place in an excerpt."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt"}
    | {"figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_UNSHOWN = frozenset({"script", "style", "template", "svg", "math", "object", "noscript"})
_UNSHOWN_CLASSES = frozenset({"footnote", "footnote-ref", "footnote-backref", "toc"})
_FILMS = frozenset({"video", "audio", "iframe"})
_ALIKE = str.maketrans("“”„«»‘’‚–—", '"""""\'\'\'--')
_POINTS = ".!?:…。！？："
_AFTER_TITLE = re.compile(
    rf"[{_POINTS}]+[\"'”’»)\]]*(?:\s|$)|[。！？：]+[」』]*|[\"'”’»)\]」』]*(?:\n|$)"
)
_INSIDE_SENTENCE = " ,;:–—-、，；："


class Passage(NamedTuple):
    """A block of a text, such as a paragraph, without marks."""

    text: str
    is_heading: bool = False


def read_passages(html: str, length: int) -> tuple[Passage, ...]:
    """The first blocks of ``html``, until they have ``length`` characters.

    A picture stands there by its words or a mark, code of several lines by its first.
    """
    reader = _Reader()
    for start in range(0, min(len(html), _PIECE * _MOST_PIECES), _PIECE):
        reader.feed(html[start : start + _PIECE])
        if reader.length >= length:
            return tuple(reader.passages)
    reader.close()
    reader.end_passage()
    return tuple(reader.passages)


def without_title(
    passages: tuple[Passage, ...], title: str, *, is_label: bool
) -> tuple[Passage, ...]:
    """The passages without the title, where they begin by repeating it.

    Args:
        passages: the beginning of a text.
        title: what stands above it.
        is_label: whether the title was made from the first words. It may end within a sentence;
            then the rest of that sentence comes first.
    """
    whole = title.rstrip(_POINTS + " ")
    if not passages or not whole:
        return passages
    first, *others = passages
    if _alike(first.text[: len(whole)]) != _alike(whole):
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
    """The first sentences on one line, as many as ``length`` holds, else the first words."""
    shown = last_end = ""
    for passage in passages:
        text = " ".join(passage.text.split())
        joint = _joint(shown)
        room = length - len(shown) - len(joint)
        if len(text) <= room:
            shown += joint + text + (" –" if passage.is_heading and text[-1:].isalnum() else "")
            last_end = last_end if passage.is_heading else shown
            continue
        sentences = "" if passage.is_heading else whole_sentences(text, room, language)
        if sentences:
            return shown + joint + sentences
        return last_end or whole_words(f"{shown}{joint}{text}", length)
    return shown.removesuffix(" –")


def opening_of(passages: Iterable[Passage], length: int, language: str) -> tuple[Passage, ...]:
    """The first passages, as many as ``length`` holds, the last with its first sentences alone."""
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


def _joint(before: str) -> str:
    """What parts a passage from the text before: a point where that ends without a mark."""
    if not before:
        return ""
    return " · " if before[-1].isalnum() else " "


def _alike(text: str) -> str:
    """The text for comparing, in which the case and the form of quotes do not count."""
    return " ".join(text.translate(_ALIKE).casefold().split())


class _Reader(HTMLParser):
    """Collects the passages of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[Passage] = []
        self.length = 0
        self._parts: list[str] = []
        self._unshown: list[str] = []
        """The element that is not shown, once for itself and each of its name within it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unshown:
            self._unshown += [tag] if tag == self._unshown[0] else []
            return
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if tag in _BLOCKS:
            self.end_passage()
        if tag == "br":
            self._parts.append("\n")
        elif tag in ("img", "svg"):
            words = values.get("alt") if tag == "img" else values.get("aria-label")
            self._parts.append((words or "").strip() or PICTURE)
        elif tag in _FILMS:
            self._parts.append((values.get("title") or "").strip() or FILM)
        if tag in _UNSHOWN or not _UNSHOWN_CLASSES.isdisjoint(classes):
            self._unshown = [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._unshown:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unshown:
            if tag == self._unshown[0]:
                self._unshown.pop()
        elif tag in _BLOCKS:
            self.end_passage(tag)

    def handle_data(self, data: str) -> None:
        if not self._unshown:
            self._parts.append(data)

    def end_passage(self, tag: str = "") -> None:
        """Ends the block ``tag``."""
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
