"""The archives within a dump: which may be dumps of their own, and which are a part of it."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from sitegen.readers.private_folders import is_set_aside
from sitegen.readers.reader import CERTAIN_ENOUGH, Reader, best_reader
from sitegen.readers.sources import Entry, Source

ARCHIVE = re.compile(r"\.(?:zip|tar|tgz|tar\.gz|jex|textpack|bear2bk)$", re.IGNORECASE)
_MOST_FOLDERS = 50
_MOST_ARCHIVES = 50
_TUMBLR = "tumblr"
_TUMBLR_POSTS = re.compile(r"(?P<root>(?:.*?/)??)posts(?:\.zip|/posts\.zip|/html/\d+\.html)")
"""The posts of a Tumblr export."""
_TUMBLR_ARCHIVES = re.compile(r".*/.*|(?:posts|conversations|media)\.zip")
"""The archives of an export, of which those besides the posts hold what is private, or media."""


def find_archives(
    source: Source, readers: Mapping[str, Reader], is_archive: Callable[[Entry], bool]
) -> list[Entry]:
    """The archives within a folder or an archive that may be dumps of their own.

    It leaves out those that are a part of another dump, such as a file that was sent in a chat.
    """
    archives = [entry for entry in source.entries if is_archive(entry)][:_MOST_ARCHIVES]
    if not archives:
        return []
    dumps = _DumpFolders(source, readers)
    return [entry for entry in archives if not dumps.hold(entry)]


class _DumpFolders:
    """The folders that are dumps."""

    def __init__(self, source: Source, readers: Mapping[str, Reader]) -> None:
        self._source = source
        self._readers = readers
        self._known: dict[str, bool] = {}

    def hold(self, archive: Entry) -> bool:
        """Whether an archive is a part of a dump."""
        *parents, _ = archive.name.split("/")
        if is_set_aside(archive) or self._is_in_tumblr(archive.name):
            return True
        folders = ["/".join(parents[:depth]) for depth in range(1, len(parents) + 1)]
        return bool(folders) and (self._is_root_dump or any(map(self._is_dump, folders)))

    def _is_in_tumblr(self, name: str) -> bool:
        root = self._tumblr_root
        return (
            root is not None
            and name.startswith(root)
            and _TUMBLR_ARCHIVES.fullmatch(name.removeprefix(root)) is not None
        )

    @cached_property
    def _tumblr_root(self) -> str | None:
        """The folder of a Tumblr export; None if there is none."""
        if not self._readers[_TUMBLR].recognise(self._source):
            return None
        found = (_TUMBLR_POSTS.fullmatch(entry.name) for entry in self._source.entries)
        return next((match["root"] for match in found if match), None)

    def _is_dump(self, folder: str) -> bool:
        if folder not in self._known:
            part = [e for e in self._source.entries if e.name.startswith(f"{folder}/")]
            self._known[folder] = self._is_certain(part)
        return self._known[folder]

    @cached_property
    def _is_root_dump(self) -> bool:
        """Whether the files are a dump that are in no folder that is one."""
        tops = {e.name.partition("/")[0] for e in self._source.entries if "/" in e.name}
        dumps = {top for top in tops if self._is_dump(top)} if len(tops) <= _MOST_FOLDERS else set()
        return self._is_certain(
            [e for e in self._source.entries if e.name.partition("/")[0] not in dumps]
        )

    def _is_certain(self, entries: list[Entry]) -> bool:
        part = self._source.with_entries(e for e in entries if not ARCHIVE.search(e.name))
        return bool(part.entries) and (
            best_reader(part, self._readers.values())[1] >= CERTAIN_ENOUGH
        )
