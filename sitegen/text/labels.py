"""Short labels, slugs, word counts and links of plain text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.text.characters import UNSPACED, is_combining
from sitegen.text.sentences import is_abbreviated

LinkKind = Literal["url", "handle", "hashtag"]

_EAST_ASIAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = rf"[^\W{_EAST_ASIAN}]"
_INVISIBLE = r"\s\x00-\x20\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069"
_NOT_IN_URL = rf"{_INVISIBLE}<>\"`{{}}|\\^“”„‘’«»…、。，！？；：（）「」『』【】《》〈〉"

_URL = r"(?P<url>(?i:https?)://[^\W_])"
_HANDLE = rf"@(?P<handle>[A-Za-z0-9_]++(?:@(?:[A-Za-z0-9-]+\.)+[a-z]{{2,}})?)(?!{_WORD})"
_HASHTAG = r"#(?P<hashtag>\w)"
_LINK = re.compile(rf"(?<!{_WORD})(?:{_URL}|(?<![/\\@]){_HANDLE}|(?<![&/\\#]){_HASHTAG})")
_GLUED_LINK = re.compile(rf"{_HANDLE}|{_HASHTAG}")

_URL_PIECE = re.compile(rf"[^{_NOT_IN_URL}()\[\]]*+")
_AFTER_URL = frozenset(".,;:!?'*_~([")
_BRACKETS = {"(": ")", "[": "]"}
_ALL_BRACKETS = frozenset("()[]")

_ALPHANUMERIC = re.compile(r"[^\W_]")
"""A word must have a letter or a digit."""

_SENTENCE_END = re.compile(
    r"[.!?…؟۔।॥։።。！？။៕\n](?:"  # a leading character set makes the search faster
    r"(?<=\n)|(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?=\s++[^\sa-z]|$)"
    r"|(?<=[؟۔।॥։።])[؟۔।॥։።]*+(?=\s|$)|(?<=[。！？။៕])[。！？။៕]*+[」』）]*+)"
)
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—-](?=\s)|—|[、，；：]")
_POINTS = frozenset(".,;:!?")
_SHORTEST_LABEL = 12
_SEARCH_FACTOR = 4
"""How much of a text is searched for a label, as a multiple of the limit."""

_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]"
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = re.compile(rf"{_CONTROL}+")
_LEADING_CONTROLS = re.compile(rf"(?m)^{_CONTROL}+")

_THREAD_PART = re.compile(
    r"(?:^\(?(?P<head>\d{1,3})\s?/\s?(?P<of_head>\d{1,3})?\)?(?=\s))"
    r"|(?:(?<=\s)[(\[]?(?P<tail>\d{1,3})?/(?P<number>\d{1,3})[)\]]?$)"
)
_LETTERS: Mapping[str, Mapping[int, str]] = {
    "de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}),
    "da": str.maketrans({"å": "aa", "ø": "oe", "Å": "Aa", "Ø": "Oe"}),
}
"""How languages write their letters in addresses, where that is not without the accents.

In Norwegian and Swedish it is: ``o`` and ``a``.
"""


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """A link in a plain text."""

    start: int
    end: int
    kind: LinkKind
    name: str
    """The URL as written, the handle without its ``@`` or the hashtag without its ``#``."""


def may_have_links(text: str) -> bool:
    """Whether a text has the signs of a URL, a handle or a hashtag; quickly false for most."""
    return "@" in text or "#" in text or "://" in text


def find_links(text: str) -> Iterator[LinkSpan]:
    """Finds the URLs, handles and hashtags of a plain text, in order.

    Punctuation after a URL is not part of it, but brackets opened in it are. ``@one@two`` are two
    handles, ``@user@host.org`` is one, ``user@host.org`` is none. A hashtag has at least one letter
    of any script.
    """
    if "://" not in text and "@" not in text and "#" not in text:
        return  # as most texts do; the search is slower
    position = 0
    glued = False
    while found := (glued and _GLUED_LINK.match(text, position)) or _LINK.search(text, position):
        span = _span(text, found)
        glued = span is not None
        position = span.end if span else found.end()
        if span:
            yield span


def link_at(text: str, start: int) -> LinkSpan | None:
    """The URL, handle or hashtag that begins at ``start``; None if there is none."""
    found = _LINK.match(text, start)
    return _span(text, found) if found else None


def _span(text: str, found: re.Match[str]) -> LinkSpan | None:
    start = found.start()
    if found["handle"]:
        return LinkSpan(start, found.end("handle"), "handle", found["handle"])
    if found["hashtag"]:
        end = _hashtag_end(text, start + 1)
        name = text[start + 1 : end]
        is_tag = any(character.isalpha() for character in name)
        return LinkSpan(start, end, "hashtag", name) if is_tag else None
    end = _url_end(text, found.end())
    return LinkSpan(start, end, "url", text[start:end])


def _hashtag_end(text: str, position: int) -> int:
    """The end of a run of letters, digits and combining marks."""
    while position < len(text) and (
        text[position].isalnum()
        or text[position] in "_\u200c\u200d"
        or unicodedata.category(text[position]).startswith("M")
    ):
        position += 1
    return position


def _url_end(text: str, end: int) -> int:
    """The end of the URL that continues at ``end``.

    It ends before a bracket that it did not open, and has no trailing punctuation.
    """
    expected: list[str] = []
    end = _piece_end(text, end)
    while end < len(text) and text[end] in _ALL_BRACKETS:
        character = text[end]
        if character in _BRACKETS:
            expected.append(_BRACKETS[character])
        elif not expected or expected.pop() != character:
            break
        end = _piece_end(text, end + 1)
    while text[end - 1] in _AFTER_URL:
        end -= 1
    return end


def _piece_end(text: str, start: int) -> int:
    """The end of the characters that a URL may have between brackets."""
    found = _URL_PIECE.match(text, start)
    return found.end() if found else start


def label_of(text: str, limit: int = 60) -> str:
    """A label from the first words of a text, on one line of at most ``limit`` characters.

    It is the first sentence or clause that fits, else as many words as fit and "…". URLs, and
    handles at the start, are left out if other words remain. Only blank text has an empty label.
    """
    words = (_without_links(text) or text.strip())[: limit * _SEARCH_FACTOR]
    label = _sentence(words, limit) or _clause(words, limit) or words
    return _cut(" ".join(label.split()), limit)


def _without_links(text: str) -> str:
    """The text without URLs and leading handles; empty if no word remains."""
    kept: list[str] = []
    position = 0
    opening = True
    for span in find_links(text):
        kept.append(text[position : span.start])
        opening = opening and not kept[-1].strip(" \t\n.")
        if span.kind == "hashtag" or (span.kind == "handle" and not opening):
            kept.append(text[span.start : span.end])
            opening = False
        elif text[span.end : span.end + 1] in _POINTS:
            kept[-1] = kept[-1].rstrip(" ")
        position = span.end
    rest = "".join([*kept, text[position:]]).strip()
    return rest if any(character.isalnum() for character in rest) else ""


def _sentence(text: str, limit: int) -> str:
    for found in _SENTENCE_END.finditer(text + "\n"):
        if found.start() > limit:
            break
        if found[0][0] == "." and is_abbreviated(text, found.start(), found.end()):
            continue
        sentence = text[: found.end()].strip()
        short = sentence if sentence.endswith(("...", "…")) else sentence.rstrip(".。।॥")
        if _SHORTEST_LABEL <= len(short) <= limit or (short and found.end() > len(text)):
            return short if len(short) <= limit else ""
    return ""


def _clause(text: str, limit: int) -> str:
    ends = [found.start() for found in _CLAUSE_END.finditer(text, 0, limit + 1)]
    return text[: ends[-1]].strip() if ends and ends[-1] >= limit // 2 else ""


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    end = text.rfind(" ", 0, limit)
    if end < limit // 2:
        end = limit - 1
        while end > 1 and is_combining(text, end):
            end -= 1
    return text[:end].rstrip(" ,;:–—-") + "…"


def slugify(text: str, fallback: str, *, max_length: int = 60, language: str = "") -> str:
    """A slug for an address: ``a-z``, ``0-9`` and hyphens.

    Other scripts are transliterated, and apostrophes do not separate words. If nothing is left,
    the slug is ``fallback``. A ``max_length`` of 0 sets no limit. ``language`` is a BCP 47 tag, if
    it is known: some languages write their own letters with two, as in ``voegel``.
    """
    from slugify import slugify as to_latin  # noqa: PLC0415 - slow to load, seldom needed

    if letters := _LETTERS.get(language.partition("-")[0].lower()):
        text = unicodedata.normalize("NFC", text).translate(letters)
    slug = to_latin(
        text.replace("'", "’"),
        max_length=max_length,
        word_boundary=True,
        save_order=True,
        backend="text-unidecode",  # else it looks for Unidecode, which writes others, for each text
    )
    return slug or fallback


def count_words(text: str) -> int:
    """The number of words; in scripts without spaces, two characters count as one."""
    spaced, unspaced = (text, 0) if text.isascii() else UNSPACED.subn(" ", text)
    words = [word for word in spaced.split() if word[0].isalnum() or _ALPHANUMERIC.search(word)]
    return len(words) + (unspaced + 1) // 2


def thread_mark(text: str) -> tuple[int, int]:
    """The number of a part of a thread and the total (0 if unknown); ``0, 0`` for any other text.

    The mark is at the start or at the end of the text: ``(2/4)``, ``2/`` or ``/2``.
    """
    found = "/" in text and _THREAD_PART.search(text.strip())
    if not found:
        return 0, 0
    if found["head"]:
        number, total = int(found["head"]), int(found["of_head"] or 0)
    elif found["tail"]:
        number, total = int(found["tail"]), int(found["number"])
    else:
        number, total = int(found["number"]), 0
    return (number, total) if number <= total or not total else (0, 0)


def without_controls(text: str) -> str:
    """The text without control characters, which HTML does not allow.

    Each run of them (form feed, vertical tab, U+0085, U+2028 and so on, but not tabs and newlines)
    becomes a space; at the start of a line it is removed.
    """
    if text.replace("\n", "").isprintable() or not _CONTROLS.search(text):
        return text
    return _CONTROLS.sub(" ", _LEADING_CONTROLS.sub("", text))


def printable(text: str) -> str:
    """The text on one line, with a space for every non-printable character."""
    return "".join(c if c.isprintable() else " " for c in text).rstrip()


def only_xml(text: str) -> str:
    """The text without the characters that XML does not allow, not even escaped.

    White space such as a form feed becomes a space.
    """
    if text.replace("\n", "").isprintable():
        return text
    return _NOT_XML.sub(lambda found: " " if found[0].isspace() else "", text)
