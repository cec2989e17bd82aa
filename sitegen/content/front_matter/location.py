"""Finds the header of a page: YAML, TOML or JSON, as other generators write them.

YAML is between lines of three hyphens (Jekyll), TOML between lines of three plus signs (Hugo,
Zola), JSON in braces at the start of the page (Hugo) or between lines of three semicolons. A word
after the hyphens names the format (gray-matter): ``---json``. Invisible characters and
HTML comments may come before it.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from itertools import takewhile
from typing import Literal, NamedTuple

from sitegen.errors import SitegenError

Format = Literal["YAML", "TOML", "JSON"]

_INVISIBLE = r"\ufeff\u200b-\u200f\u2060\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f"
_BLANK = rf"(?:[^\S\n]|[{_INVISIBLE}])"
_IGNORED = re.compile(rf"(?:[\s{_INVISIBLE}]|<!--.*?-->|%YAML[^\n]*\n)*+", re.DOTALL)
"""White space, invisible characters, HTML comments, and YAML directives."""
_INVISIBLE_CHARACTER = re.compile(rf"(?![\n\t\r\v\f\x1c-\x1e\x85])[{_INVISIBLE}]")
_FENCE = re.compile(
    rf"(?P<marks>-{{3,}}|\+{{3,}}|;{{3,}}){_BLANK}*(?P<word>ya?ml|toml|json)?{_BLANK}*"
    r"(?:(?<=[^\S\n])#[^\n]*)?(?:\n|$)",
    re.IGNORECASE,
)
_FORMATS: dict[str, Format] = {"-": "YAML", "+": "TOML", ";": "JSON", "yml": "YAML"}
_ENDS = {"-": r"(?:-{3,}|\.{3})", "+": r"\+{3,}", ";": r";{3,}"}
_ENTRY = re.compile(r"\s*(?:[\"']?[\w.@/\\-]+(?: [\w.-]+)?[\"']?[ \t]*(?:[:=](?!\S)|=)|[\[{?&]|!!)")
"""The start of the first line of a header: a key with its sign, or a bracket."""
_TELLING_KEYS = (
    "title|description|author|date|updated|draft|hidden|published|publish|private|status"
    "|visibility|tags|lang|note|layout|slug|id|(?:publish|expiry)[ _-]?date"
)
_TELLING_LINE = re.compile(
    rf"^[ \t]*[\"']?(?:{_TELLING_KEYS})[\"']?[ \t]*[:=](?!//)", re.IGNORECASE | re.MULTILINE
)
_DATE_LINE = (
    r"^[ \t]*[{,]?[ \t]*[\"']?(?:(?:un)?publish|expiry)[ _-]?date[\"']?[ \t]*[:=]"
    r"[ \t]*[\"']?\d{4}-"
)
_PRIVATE_LINE = re.compile(
    r"^[ \t]*[{,]?[ \t]*[\"']?(?:draft|hidden|private|published?|status|visibility)[\"']?[ \t]*[:=]"
    r"[ \t]*[\"']?(?:true|false|yes|no|draft|hidden|pending|private)\b"
    rf"|{_DATE_LINE}",
    re.IGNORECASE | re.MULTILINE,
)
_FLAG_LINE = re.compile(
    r"^[ \t]*[{,]?[ \t]*[\"']?(?:draft|hidden|private|published?)[\"']?[ \t]*[:=]"
    r"[ \t]*[\"']?(?:true|false|yes|no)\b"
    rf"|{_DATE_LINE}",
    re.IGNORECASE | re.MULTILINE,
)
_FLAG_ALONE = re.compile(
    r"[ \t]*[{,]?[ \t]*[\"']?(?:draft|hidden|private|published?)[\"']?[ \t]*[:=]"
    r"[ \t]*[\"']?(?:true|false|yes|no)[\"']?[ \t]*(?:[,}#]|$)",
    re.IGNORECASE,
)
_KEY_LINES = r"(?:[ \t]*[^\s-][^\n]*\n){1,40}?"
_BLANK_LINES = r"(?:[ \t]*\n)"
_RULED_KEYS = re.compile(
    rf"^(?:-{{3,}}|\+{{3,}})[ \t]*\n"
    rf"(?:(?P<keys>{_KEY_LINES})|{_BLANK_LINES}++(?P<spaced>{_KEY_LINES}){_BLANK_LINES}*+)"
    r"(?:-{3,}|\+{3,})[ \t]*$",
    re.MULTILINE,
)
_CLOSED_KEYS = re.compile(r"(?P<keys>(?:[^\n]*\S[^\n]*\n){2,40}?)(?:-{3,}|\+{3,})[ \t]*(?:\n|$)")
"""Keys above a delimiter; a single line above one is a heading."""
_CODE_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)
_STRAIGHT_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb", '\'\'"""""')
_RULE_SIGNS = r"-+;*_=~\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_RULE = re.compile(rf"[{_RULE_SIGNS} \t]+")
_MARKS = re.compile(rf"\s*[{_RULE_SIGNS}]{{2,}}(?:\w+[ \t]*(?:\n|$)|[ \t]*)|\s*—")
"""A delimiter line with a word after it, or the delimiter before the first key."""
_PREAMBLE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*+")
"""Headings, or comments in other formats."""
_SEARCH_LIMIT = 4000
"""The number of characters searched for keys without a delimiter."""
_BRACED = re.compile(r"\{(?:\s|//[^\n]*\n|/\*.*?\*/)*+(?:[\"']|\w+[\"']?\s*:)", re.DOTALL)


class Header(NamedTuple):
    """A header, and its position in the text of a page."""

    format: Format
    start: int
    """The start of its content."""
    end: int
    body: int
    """Where the text after the header begins."""

    def line(self, text: str) -> int:
        """The line of the page on which it begins, from 1."""
        return text.count("\n", 0, self.start) + 1


class UnclosedHeaderError(Exception):
    """A header without a closing delimiter."""

    def __init__(self, start: int, marks: str) -> None:
        super().__init__(marks)
        self.start = start
        self.marks = marks


class UndelimitedHeaderError(Exception):
    """The page begins with the keys of a header, but without a delimiter."""

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


def find_header(text: str) -> Header | None:
    """Finds the header in the text of a page; None if there is none.

    Raises:
        UnclosedHeaderError: the header is not closed.
        UndelimitedHeaderError: keys that keep a page private open the text, without a delimiter.
    """
    start = _after(_IGNORED, text, 0)
    fence = _FENCE.match(text, start)
    found = _fenced(text, fence) if fence else _braced(text, start)
    if found is None and _is_undelimited_header(text, start):
        raise UndelimitedHeaderError(start)
    return found


def is_front_matter(raw: str, read: Callable[[], object]) -> bool:
    """Whether the text between two delimiters is a header: it has keys, unlike prose.

    Args:
        raw: the text.
        read: parses it, or raises a SitegenError.
    """
    raw = _legible(raw)
    lines = [line.strip() for line in raw.split("\n")]
    lines = [line for line in lines if line and not line.startswith("#")]
    if not lines or _TELLING_LINE.search(re.sub(r"[{,]", "\n", raw)):
        return True
    if raw.startswith("\n") or not _ENTRY.match(lines[0]):
        return False
    if lines[0][0] not in "[{":
        return True
    try:
        return isinstance(read(), dict)
    except SitegenError:
        return False


def _fenced(text: str, fence: re.Match[str]) -> Header | None:
    mark, word = fence["marks"][0], (fence["word"] or "").lower()
    name: Format = _FORMATS.get(word or mark) or ("TOML" if word == "toml" else "YAML")
    if word == "json":
        name = "JSON"
    indent = len(text[: fence.start()].rpartition("\n")[2])
    end_line = re.compile(
        rf"^[{_INVISIBLE}]*{_BLANK}{{0,{indent}}}{_ENDS[mark]}{_BLANK}*$", re.MULTILINE
    )
    end = end_line.search(text, fence.end())
    if end is None:
        first = next((line for line in text[fence.end() :].split("\n") if line.strip()), "")
        if word or _ENTRY.match(first) or _TELLING_LINE.match(first):
            raise UnclosedHeaderError(fence.start(), fence["marks"][:3])
        return None
    return Header(name, fence.end(), end.start(), end.end())


def _braced(text: str, start: int) -> Header | None:
    if not _BRACED.match(text, start):
        return None
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError):
        block = text[start:].partition("\n\n")[0]
        if _TELLING_LINE.search(re.sub(r"[{,]", "\n", block)):
            return Header("JSON", start, len(text), len(text))
        return None
    keys = [str(key) for key in value]
    is_header = any(re.fullmatch(_TELLING_KEYS, key, re.IGNORECASE) for key in keys)
    return Header("JSON", start, end, end) if is_header else None


def header_within(text: str, start: int) -> int | None:
    """Where a further header begins after ``start``, with keys that keep a page private.

    It begins the text, directly follows the first header, or is anywhere between two delimiters.
    """
    body = text[start:].lstrip("\n")
    follows = start and not text.startswith(("\n\n", "\n "), start)
    if (follows and _is_all_keys(_legible(body[:_SEARCH_LIMIT]), _FLAG_ALONE)) or (
        start and is_second_header(body)
    ):
        return len(text) - len(body)
    return _ruled_keys(text, start) if "\n---" in body or "\n+++" in body else None


def _ruled_keys(text: str, start: int) -> int | None:
    """Where keys between two delimiters begin, outside blocks of code."""
    for found in _RULED_KEYS.finditer(text, start):
        if _is_all_keys(_legible(found["keys"] or found["spaced"]), _FLAG_ALONE) and (
            len(_CODE_FENCE.findall(text, 0, found.start())) % 2 == 0
        ):
            return found.start()
    return None


def is_second_header(text: str) -> bool:
    """Whether a delimiter and keys that keep a page private follow a header, or a heading."""
    if text[:1].isalnum():
        return False  # it begins with a word, as most texts do
    start = _after(_IGNORED, text, 0)
    text = _legible(text[start : start + _SEARCH_LIMIT])
    text = text[_after(_PREAMBLE, text, 0) :].lstrip()
    return bool(_MARKS.match(text)) and _is_all_keys(text, _FLAG_LINE)


def is_unopened_header(text: str) -> bool:
    """Whether the text begins with keys and a delimiter after them, and lacks the one before."""
    found = _CLOSED_KEYS.match(text, _after(_IGNORED, text, 0))
    if found is None:
        return False
    lines = _legible(found["keys"]).splitlines()
    return bool(_TELLING_LINE.search(found["keys"])) and all(
        _ENTRY.match(line) or (n and line[0] in " \t-") for n, line in enumerate(lines)
    )


def _is_undelimited_header(text: str, start: int) -> bool:
    """Whether the first block of lines is only keys, and one of them keeps the page private."""
    text = _legible(text[start : start + _SEARCH_LIMIT])
    return _is_all_keys(text, _PRIVATE_LINE) or is_second_header(text)


def _is_all_keys(text: str, telling: re.Pattern[str]) -> bool:
    """Whether the first block is only keys, delimited or not, and ``telling`` matches one."""
    text = text[_after(_MARKS, text, 0) :].lstrip()
    lines = text.partition("\n\n")[0].splitlines()
    keys = list(takewhile(lambda line: line.strip() and not _RULE.fullmatch(line), lines))
    return (
        bool(keys)
        and all(_ENTRY.match(line) or telling.match(line) for line in keys)
        and any(telling.match(part) for line in keys for part in _entries(line))
    )


def _entries(line: str) -> list[str]:
    """The entries of a mapping in braces, or else the line."""
    return re.split(r"(?<=[{,])", line) if line.lstrip()[:1] == "{" else [line]


def _legible(text: str) -> str:
    """The text without invisible characters, in NFKC, with straight quotation marks."""
    shown = unicodedata.normalize("NFKC", _INVISIBLE_CHARACTER.sub("", text))
    return shown.translate(_STRAIGHT_QUOTES)


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
