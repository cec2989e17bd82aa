"""Reads the photos in an export of Flickr: facts on each in ``photo_<id>.json``, files beside them.

The facts and the files come in archives of their own. Places, people, comments, messages and
contacts are never read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import read_body
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark, Unread
from sitegen.readers.html import unescape_title
from sitegen.readers.html.wordpress import add_paragraphs
from sitegen.readers.identity import identify
from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import read_json
from sitegen.readers.streams.json_values import list_of, text_at

_Facts = Mapping[str, Any]

_PHOTOS = r"photo_\d+\.json"
_ARCHIVES = r"data-download-[^/]*\.zip"
_NUMBER = re.compile(r"(?:^|_)(\d{6,})(?=_|\.)")
"""The id of a photo in the name of its file: ``a-lamp_123456789_o.jpg``."""
_FILE_NAME = re.compile(r"(?:IMG|DSC[FN]?|PICT|P|_MG|MVI|image|photo)?[-_ ]?[\d_-]+", re.IGNORECASE)
"""What a camera calls a picture."""
_AUDIENCES: Mapping[str, Reason] = {
    "private": "private",
    "friend": "followers only",
    "friends": "followers only",
    "family": "followers only",
    "friend & family": "followers only",
    "friends & family": "followers only",
}
_NO_ZONE = Remark("An export of Flickr names no time zone; its times were read as UTC.")


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    facts = source.entries if source.file else source.find(_PHOTOS)
    files = _Files(source)
    yield from (Unread(e.name) for e in source.besides(facts) if not files.holds(e))
    yield _NO_ZONE
    seen: set[str] = set()
    for entry in facts:
        try:
            photo = read_json(entry)
        except DumpError as error:
            yield Lost("a photo", entry.name, error.message)
            continue
        own = text_at(photo, "id") if isinstance(photo, dict) else ""
        if not isinstance(photo, dict) or not own:
            yield LeftOut("incomplete")
        elif own in seen:
            yield LeftOut("duplicate")
        else:
            seen.add(own)
            yield from _read_photo(photo, files.get(own), source.name, options)


class _Files:
    """The pictures and films of an export, also those in archives within it."""

    def __init__(self, source: Source) -> None:
        self._archives = source.find(_ARCHIVES)
        self._by_number: dict[str, Entry] = {}
        inner = (e for archive in self._archives for e in _entries_in(archive, source))
        for entry in (*source.entries, *inner):
            if is_media(entry.name) and (numbers := _NUMBER.findall(entry.base)):
                self._by_number.setdefault(numbers[-1], entry)

    def get(self, number: str) -> Entry | None:
        """The file of a photo."""
        return self._by_number.get(number)

    def holds(self, entry: Entry) -> bool:
        """Whether a file is one of these, or an archive with them."""
        return is_media(entry.name) or entry in self._archives


def _entries_in(archive: Entry, source: Source) -> tuple[Entry, ...]:
    try:
        return source.open_archive(archive).entries
    except DumpError:
        return ()


def _read_photo(
    photo: _Facts, file: Entry | None, dump: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    if (reason := _reason(photo)) and not (yield from options.admits(reason)):
        return
    own, address = text_at(photo, "id"), text_at(photo, "photopage")
    body = read_body(add_paragraphs(text_at(photo, "description")), address or own)
    if not body.text and file is None:
        yield LeftOut("empty")
        return
    yield from body.findings
    original = text_at(photo, "original") or own
    if file is None:
        yield Lost("a picture", original, "the dump does not hold it")
    name = unescape_title(text_at(photo, "name"))
    picture = Medium(original, "", file.name if file else None)
    yield Document(
        id=identify("flickr", "", own),
        kind="post",
        text=body.text,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=None if _FILE_NAME.fullmatch(name) else name or None,
        date=parse_date(text_at(photo, "date_imported") or text_at(photo, "date_taken")),
        source=address if address.startswith("http") else None,
        tags=tuple(_tags_of(photo)),
        media=(picture, *body.media),
    )


def _reason(photo: _Facts) -> Reason | None:
    """Why a photo is left out by default: only those for everyone are read."""
    audience = text_at(photo, "privacy").lower()
    return None if audience == "public" else _AUDIENCES.get(audience, "not public")


def _tags_of(photo: _Facts) -> Iterator[str]:
    """The tags, also if others set them, without those for machines, which may name places."""
    for tag in list_of(photo.get("tags")):
        name = text_at(tag, "tag") if isinstance(tag, dict) else ""
        if name and not ("=" in name and ":" in name):
            yield name


READER = Reader(
    "flickr",
    "the photos in a Flickr export (folder, zip, or photo_….json)",
    recognise_formats("flickr", "flickr-zip", "flickr-tar"),
    _read,
    ("private", "followers only", "not public", "duplicate", "empty", "incomplete"),
)
