"""Long posts, whose whole text is in a file of its own, ``note-tweet.js``."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from sitegen.readers.formats.x.posts import Raw, date_of, parse_written, text_of
from sitegen.readers.formats.x.texts import expand, unescape
from sitegen.readers.rich_text import Span, SpanKind, spans_to_markdown
from sitegen.readers.streams.json_values import objects_in

_SECOND = timedelta(seconds=1)
_MENTIONS = re.compile(r"\A(?:@\w+\s+)+")
_CUT = re.compile(r"…(?:\s+https?://t\.co/\w+)*\s*\Z")
_CUT_LINK = re.compile(r"https?://\S*")
_ENOUGH = 20
"""How many characters must be equal where the seconds differ, or the post has no cut."""
_CORES = ("core", "noteTweetResults", "noteTweetContents")
_FIRST_YEAR = 2023
"""When long posts came."""
_SHORTEST_CUT = 240
_STYLES: dict[str, SpanKind] = {
    "Bold": "bold",
    "Italic": "italic",
    "Strikethrough": "strikethrough",
}


class Note(NamedTuple):
    """The text of a long post."""

    date: datetime
    text: str
    addresses: dict[str, str]
    """The full address of each short one."""
    tags: tuple[str, ...]
    """Its hashtags; the post lists only those before its cut."""
    styles: tuple[tuple[int, int, SpanKind], ...]
    """Marked ranges, in UTF-16 code units, as X counts them here."""


def note_of(record: object) -> Note | None:
    """The long text in a record of ``note-tweet.js``; None if it holds none."""
    raw = record.get("noteTweet", record) if isinstance(record, dict) else None
    if not isinstance(raw, dict):
        return None
    written = raw.get("createdAt")
    date = parse_written(written) if isinstance(written, str) else None
    core = next((raw[key] for key in _CORES if isinstance(raw.get(key), dict)), None)
    if date is None or core is None or not isinstance(core.get("text"), str):
        return None
    tags = (tag.get("text") for tag in objects_in(core.get("hashtags")))
    return Note(
        date,
        core["text"],
        _addresses_in(core),
        tuple(tag for tag in tags if isinstance(tag, str) and tag),
        tuple(_styles_in(core)),
    )


def _addresses_in(core: Raw) -> dict[str, str]:
    pairs = ((url.get("shortUrl"), url.get("expandedUrl")) for url in objects_in(core.get("urls")))
    return {
        short: full
        for short, full in pairs
        if isinstance(short, str) and isinstance(full, str) and short and full
    }


def _styles_in(core: Raw) -> Iterable[tuple[int, int, SpanKind]]:
    for tag in objects_in(core.get("styletags")):
        names = {style.get("name") for style in objects_in(tag.get("styleTypes"))}
        try:
            start, end = int(tag["fromIndex"]), int(tag["toIndex"])
        except (KeyError, TypeError, ValueError):
            continue
        if 0 <= start < end:
            yield from ((start, end, kind) for name, kind in _STYLES.items() if name in names)


def seems_cut(raw: Raw, text: str) -> bool:
    """Whether a post seems to be a long one of which only the beginning is there."""
    if len(text) < _SHORTEST_CUT or not _CUT.search(text):
        return False
    date = date_of(raw)
    return date is not None and date.year >= _FIRST_YEAR


class Notes:
    """The long posts of an archive. Their ids are none of their posts' ids.

    A post and its note have the same second, and the post begins like the note.
    """

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        self._by_second: dict[datetime, list[Note]] = defaultdict(list)
        for note in notes:
            self._by_second[note.date.replace(microsecond=0)].append(note)
        self._unused = {id(note) for group in self._by_second.values() for note in group}

    @property
    def unused(self) -> int:
        """How many have not been found by a post."""
        return len(self._unused)

    def find(self, raw: Raw) -> Note | None:
        """The note of a post."""
        date = date_of(raw) if self._by_second else None
        if date is None:
            return None
        second, text = date.replace(microsecond=0), unescape(text_of(raw) or "")
        for apart in (0, 1, -1):
            for note in self._by_second.get(second + apart * _SECOND, ()):
                if _begins_alike(text, note.text, is_same_second=not apart):
                    self._unused.discard(id(note))
                    return note
        return None


def _begins_alike(post: str, note: str, *, is_same_second: bool) -> bool:
    start, is_cut = _CUT.subn("", post)
    start, note = (_comparable(text) for text in (start, note))
    needed = 1 if is_same_second and is_cut else _ENOUGH
    if not is_cut and len(start) < _ENOUGH:
        return is_same_second and start == note
    return len(start) >= needed and note.startswith(start)


def _comparable(text: str) -> str:
    words = _MENTIONS.sub("", text.strip())
    return " ".join(_CUT_LINK.sub("", words).split())


def note_text(note: Note) -> tuple[str, bool]:
    """The text with full addresses, and whether it is Markdown, as it is where parts are styled."""
    if not note.styles:
        return expand(note.text, note.addresses, is_escaped=False), False
    spans = [span._replace(text=_expanded(span.text, note.addresses)) for span in _spans_of(note)]
    return spans_to_markdown(spans), True


def _expanded(text: str, addresses: dict[str, str]) -> str:
    for short, full in addresses.items():
        text = text.replace(short, full)
    return text


def _spans_of(note: Note) -> Iterable[Span]:
    """The text, parted where a style begins or ends."""
    units = note.text.encode("utf-16-le", "surrogatepass")
    bounds = {0, len(units) // 2}
    bounds |= {min(bound, len(units) // 2) for style in note.styles for bound in style[:2]}
    for start, end in pairwise(sorted(bounds)):
        kinds = {kind for first, last, kind in note.styles if first <= start and end <= last}
        text = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        yield Span(text, _combined(kinds))


def _combined(kinds: set[SpanKind]) -> SpanKind:
    if kinds >= {"bold", "italic"}:
        return "bold italic"
    return min(kinds, default="plain")
