"""The pictures and films of posts, and their files in an archive."""

from collections.abc import Iterable, Iterator

from sitegen.models import Medium
from sitegen.readers.formats.x.posts import Raw, media_of
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.json_values import object_at, objects_in
from sitegen.readers.web_addresses import path_of

_FOLDERS = r"(?:tweets?|community_tweets?)_media(?:-part\d+)?/[^/]+"
"""Folders of posts. Those of messages and deleted posts are not looked at."""


class MediaFiles:
    """The files of the folders for media, by name."""

    def __init__(self, source: Source) -> None:
        self._files: dict[str, Entry] = {}
        for entry in source.find(_FOLDERS):
            self._files.setdefault(entry.base, entry)

    def media_of(self, raw: Raw, ids: Iterable[int]) -> Iterator[Medium]:
        """The pictures and films of a post, whose files are named after one of its versions."""
        known = list(ids)
        for medium in media_of(raw):
            names = list(_names_of(medium))
            files = (
                self._files.get(f"{identifier}-{name}") for name in names for identifier in known
            )
            entry = next((file for file in files if file and file.size), None)
            if entry is None and not _address_of(medium):
                continue
            alt = medium.get("ext_alt_text")
            yield Medium(
                name=entry.base if entry else _address_of(medium),
                alt=alt if isinstance(alt, str) else "",
                entry=entry.name if entry else None,
            )


def _names_of(medium: Raw) -> Iterator[str]:
    """The names that its file may have: films are saved as one of their variants."""
    for address in (*_variants_of(medium), *_pictures_of(medium)):
        if name := path_of(address).rpartition("/")[2]:
            yield name


def _address_of(medium: Raw) -> str:
    return next(iter((*_variants_of(medium), *_pictures_of(medium))), "")


def _pictures_of(medium: Raw) -> tuple[str, ...]:
    addresses = (medium.get("media_url_https"), medium.get("media_url"))
    return tuple(address for address in addresses if isinstance(address, str) and address)


def _variants_of(medium: Raw) -> tuple[str, ...]:
    """The addresses of a film, the best first."""
    found = objects_in(object_at(medium, "video_info").get("variants"))
    films = [v for v in found if isinstance(v.get("url"), str) and "mpegURL" not in str(v)]
    films.sort(key=_bitrate, reverse=True)
    return tuple(film["url"] for film in films)


def _bitrate(variant: Raw) -> int:
    try:
        return int(variant.get("bitrate") or 0)
    except (TypeError, ValueError):
        return 0
