"""The files of a post in a Tumblr export: ``media/<id>.jpg``, or ``media/<id>_0.jpg`` and so on.

Older posts name these files. Those of the editor since 2015 name addresses of Tumblr, in the order
of the files, among which are the previews of players and links: then the size in pixels tells.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from sitegen.errors import DumpError
from sitegen.media.decoding import UnreadableImageError, open_image
from sitegen.models import Medium
from sitegen.readers.html import Image
from sitegen.readers.sources import Entry, Source

_FILE = re.compile(r"(?:^|/)media/(\d+)(?:_(\d+))?\.\w+$")
_REMOTE = re.compile(r"https?://(?:[\w-]+\.)*media\.tumblr\.com/")
_FILM = re.compile(r"\.(?:mp4|mov|webm|mp3|m4a|ogg|wav)$", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r"\b(src|data-orig-width|data-orig-height)=[\"']([^\"']*)[\"']")

_Size = frozenset[int]
"""Width and height, of which a photo may have either first."""


class MediaFiles:
    """The media files of an export."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def of(self, post: str) -> list[Entry]:
        """The files of a post, in order."""
        return self._by_post.get(post, [])

    def place(self, post: str, images: Sequence[Image], html: str) -> tuple[Medium, ...]:
        """The pictures, films and sounds of a post with their files."""
        remote = [image.address for image in images if _REMOTE.match(image.address)]
        entries = self._match(post, list(dict.fromkeys(remote)), html) if remote else {}
        return tuple(
            Medium(
                image.address,
                image.alt,
                entry.name
                if (entry := entries.get(image.address) or self._named(image.address))
                else None,
                is_in_text=True,
            )
            for image in images
        )

    def _named(self, address: str) -> Entry | None:
        """The file that a post names by a path relative to itself."""
        tail = re.sub(r"^(?:\.\./)+", "", address)
        return self._by_tail.get(tail)

    def _match(self, post: str, addresses: Sequence[str], html: str) -> dict[str, Entry]:
        """The files of pictures, then of films, that are named by addresses of Tumblr."""
        found: dict[str, Entry] = {}
        for is_film in (False, True):
            shown = [each for each in addresses if bool(_FILM.search(each)) == is_film]
            files = [each for each in self.of(post) if bool(_FILM.search(each.name)) == is_film]
            if len(shown) == len(files):
                found |= zip(shown, files, strict=True)
            elif not is_film:
                found |= _match_sizes(shown, files, _sizes_in(html))
        return found

    @cached_property
    def _by_post(self) -> Mapping[str, list[Entry]]:
        numbered: dict[str, list[tuple[int, Entry]]] = {}
        for entry in self._source.entries:
            if name := _FILE.search(entry.name):
                numbered.setdefault(name[1], []).append((int(name[2] or 0), entry))
        return {
            post: [entry for _, entry in sorted(files, key=lambda file: file[0])]
            for post, files in numbered.items()
        }

    @cached_property
    def _by_tail(self) -> Mapping[str, Entry]:
        """The files below ``media/``, by their paths from there, and all others by their names."""
        tails: dict[str, Entry] = {}
        for entry in self._source.entries:
            place = entry.name.find("media/")
            tails.setdefault(entry.name[max(place, 0) :], entry)
        return tails


def names_of_files(source: Source, pattern: re.Pattern[str]) -> Mapping[str, str]:
    """The names of the files of a backup, by what a pattern finds in them."""
    found = ((pattern.search(entry.name), entry.name) for entry in source.entries)
    return {path[1]: name for path, name in found if path}


def _match_sizes(
    addresses: Sequence[str], files: Sequence[Entry], sizes: Mapping[str, _Size]
) -> dict[str, Entry]:
    """The first file in order that has the size in pixels of each picture."""
    found: dict[str, Entry] = {}
    left = [(entry, _size_of(entry)) for entry in files]
    for address in addresses:
        size = sizes.get(address)
        match = next((pair for pair in left if size and pair[1] == size), None)
        if match:
            found[address] = match[0]
            left.remove(match)
    return found


def _sizes_in(html: str) -> dict[str, _Size]:
    """The sizes of the originals, by the addresses of the pictures."""
    sizes: dict[str, _Size] = {}
    for tag in _PICTURE.findall(html):
        values = dict(_ATTRIBUTE.findall(tag))
        width, height = values.get("data-orig-width", ""), values.get("data-orig-height", "")
        if width.isdecimal() and height.isdecimal():
            sizes[values.get("src", "")] = frozenset((int(width), int(height)))
    return sizes


def _size_of(entry: Entry) -> _Size:
    """The size of a picture; empty if it cannot be read."""
    try:
        return frozenset(open_image(entry.read()).size)
    except (DumpError, UnreadableImageError):
        return frozenset()
