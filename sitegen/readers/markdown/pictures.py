"""Finds the pictures, films and sounds that a Markdown text shows, and their files in a dump."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from sitegen.models import Medium
from sitegen.readers.findings import Lost, not_shown
from sitegen.readers.sources import Entry, Source

_DESTINATION = r"(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:[^\s()<>\\]|\\.|\([^\s()]*\))+))"
_TITLE = r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\([^()]*\)))?"
_IMAGE = re.compile(
    rf"!\[(?P<alt>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*{_DESTINATION}{_TITLE}\s*\)", re.DOTALL
)
_REFERENCE = re.compile(r"!\[(?P<alt>[^\[\]]*)\](?:\[(?P<label>[^\[\]]*)\])?(?![(\[])")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]*<?(?P<address>[^\s<>]+)>?", re.MULTILINE
)
_MEDIA_LINK = re.compile(
    r"(?<!!)\[(?P<alt>[^\[\]]*)\]\(\s*<?(?P<plain>[^\s()<>]+\.(?:mp4|webm|mov|m4v|ogv|mp3|m4a|wav|ogg|flac))>?"
    rf"{_TITLE}\s*\)",
    re.IGNORECASE,
)
_PICTURE_LINK = re.compile(
    r"(?<!!)\[(?P<alt>[^\[\]]*)\]\(\s*<?(?P<plain>(?![A-Za-z][\w+.-]*:|//)[^\s()<>]+"
    rf"\.(?:jpe?g|png|gif|webp|avif|hei[cf]|svg|bmp))>?{_TITLE}\s*\)",
    re.IGNORECASE,
)
"""A link to a picture of the dump, which is shown where the link leads."""
_MEDIA = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|hei[cf]|svg|bmp|mp4|m4v|mov|webm|mp3|m4a|ogg|opus|wav|flac)$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[*_`]|\\(?=[!-/:-@\[-`{-~])")

FindEntry = Callable[[str], Entry | None]
"""Returns the file of a picture, by its address in the text."""


def is_media(name: str) -> bool:
    """Whether a file is a picture, a film or a sound, by its name."""
    return _MEDIA.search(name) is not None


def media_in(text: str, find: FindEntry) -> tuple[Medium, ...]:
    """What a Markdown text shows, in order, each once.

    Args:
        text: the text; code in it is kept apart already.
        find: returns the file of an address; None if the dump does not hold it.
    """
    media: dict[str, Medium] = {}
    for address, alt in _shown(text):
        entry = find(address)
        media.setdefault(
            address, Medium(address, alt, entry.name if entry else None, is_in_text=True)
        )
    return tuple(media.values())


def _shown(text: str) -> Iterator[tuple[str, str]]:
    """The addresses and alternative texts of what is shown, in order."""
    found = [(f.start(), f["angled"] or f["plain"] or "", f["alt"]) for f in _IMAGE.finditer(text)]
    for links in (_MEDIA_LINK, _PICTURE_LINK):
        found += [(f.start(), f["plain"], f["alt"]) for f in links.finditer(text)]
    definitions = {f["label"].lower(): f["address"] for f in _DEFINITION.finditer(text)}
    if definitions:
        for picture in _REFERENCE.finditer(text):
            address = definitions.get((picture["label"] or picture["alt"]).lower())
            if address:
                found.append((picture.start(), address, picture["alt"]))
    for _, address, alt in sorted(found):
        if address and not address.startswith("#"):
            yield address, " ".join(_SIGNS.sub("", alt).split())


def losses_in(
    not_kept: Iterable[str],
    media: Iterable[Medium],
    where: str,
    medium: str = "a picture or another medium",
) -> Iterator[Lost]:
    """What of a text became no Markdown, and its media that the dump does not hold."""
    yield from (not_shown(what, where) for what in not_kept)
    yield from (Lost(medium, m.name, "the dump does not hold it") for m in media if not m.entry)


class MediaFiles:
    """The media files of a dump, found as generators and Obsidian find them."""

    def __init__(self, source: Source) -> None:
        self._entries = {_composed(name): entry for name, entry in source.by_name.items()}
        self._tails: dict[str, list[Entry]] = {}
        for entry in source.entries:
            self._tails.setdefault(_composed(entry.base).lower(), []).append(entry)

    def finder(self, name: str) -> FindEntry:
        """A function that finds files for the text whose file has this name."""
        return lambda address: self.find(address, name)

    def find(self, address: str, name: str) -> Entry | None:
        """The file of an address in the text ``name``; None if it is remote or missing."""
        if re.match(r"[A-Za-z][\w+.-]*:|//", address):
            return None
        path = _composed(unquote(re.split(r"[?#]", address)[0]).replace("\\", "/").strip())
        relative = normpath(str(PurePosixPath(_composed(name)).parent / path.lstrip("/")))
        if relative in self._entries and not path.startswith("/"):
            return self._entries[relative]
        tail = normpath(path.lstrip("/"))
        while tail.startswith("../"):
            tail = tail[3:]
        return self._by_tail(tail.lower(), name) if tail and tail != "." else None

    def _by_tail(self, tail: str, name: str) -> Entry | None:
        """The file whose path ends so: the nearest, and then the one with the shortest path.

        An address from the root of a website is that of a file in a folder such as ``static``.
        """
        same = self._tails.get(tail.rpartition("/")[2], ())
        found = [e for e in same if f"/{_composed(e.name).lower()}".endswith(f"/{tail}")]
        return min(found, key=lambda e: (-_in_common(e.name, name), len(e.name)), default=None)


def _composed(name: str) -> str:
    """A name as most programs spell it; macOS parts letters from their accents."""
    return unicodedata.normalize("NFC", name)


def _in_common(one: str, other: str) -> int:
    """How many folders two files have in common."""
    count = 0
    for first, second in zip(PurePosixPath(one).parts, PurePosixPath(other).parts, strict=False):
        if first != second:
            break
        count += 1
    return count
