"""Folders, and archives of them, that hold a dump beside Markdown files: each has its reader."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.readers.formats.folder.places import (
    MARKED_UP,
    is_project_file,
    kind_of_file,
    reasons_of_place,
)
from sitegen.readers.formats.folder.website import examine_website
from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source

FOLDER = "folder"
"""The reader of folders of Markdown files."""
_WITH_MARKDOWN = frozenset(
    {FOLDER, "buttondown", "joplin", "matter", "notion", "omnivore", "tiddlywiki"}
)
"""The readers of formats that have Markdown files of their own."""
_OWN_FEEDS = frozenset({("medium", "medium.rss")})
"""The feeds in exports of 2017, with the readers of these: they repeat the stories, also drafts."""
_DATA = re.compile(r"\.(?:json|jsonl|ndjson|js|csv|xml|rss|atom|html?|car)$", re.IGNORECASE)
"""The files beside Markdown files that may be dumps: not mail, and nothing packed."""


class SplitSource(NamedTuple):
    """A dump in two parts."""

    rest: Source
    markdown: Source
    """The Markdown files, and the media that they may show."""


def split_markdown(source: Source, reader: Reader | None) -> SplitSource | None:
    """Parts the Markdown files of a dump from the files that its reader knows.

    Args:
        source: a folder or an archive.
        reader: the reader of the dump; None if it has no format as a whole.

    Returns:
        None if it has no Markdown files, or if they belong to the format.
    """
    if source.kind == "file" or (reader is not None and reader.name in _WITH_MARKDOWN):
        return None
    texts = {entry.name for entry in source.entries if _is_text(entry)}
    rest = [entry for entry in source.entries if entry.name not in texts]
    if not texts:
        return None
    shown = (e for e in source.entries if e.name in texts or is_media(e.name))
    return SplitSource(source.with_entries(rest), source.with_entries(shown))


def is_own_file(entry: Entry, reader: Reader) -> bool:
    """Whether a file belongs to the format of its dump, whatever is in it."""
    is_own_text = reader.name in _WITH_MARKDOWN and kind_of_file(entry.name) in MARKED_UP
    return is_own_text or (reader.name, entry.base.lower()) in _OWN_FEEDS


def _is_text(entry: Entry) -> bool:
    if kind_of_file(entry.name) not in MARKED_UP or is_project_file(entry.name):
        return False
    return not any(reasons_of_place(entry.name, (), is_website=False))


def data_files(source: Source) -> Iterator[Entry]:
    """The files of a folder of Markdown files that may be dumps; none in the source of a website.

    What a generator needs or makes is not a dump: its data, and the feeds of its own pages.
    """
    website = examine_website(source)
    for entry in source.entries:
        if (
            _DATA.search(entry.name)
            and not website.is_in_site(entry.name)
            and not any(reasons_of_place(entry.name, (), is_website=False))
        ):
            yield entry
