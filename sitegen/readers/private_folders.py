"""Folders that are not for publishing, by their names: they are read only if they are given."""

import re

from sitegen.errors import DumpError
from sitegen.readers.folder_names import reason_of_folder
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source

_PROGRAMS = "node_modules"
_MAILDIR = re.compile(r"(?:^|/)(?:cur|new)/[^/]+$")
"""A message in a Maildir, whose folders have names such as ``.Sent`` and ``.Drafts``."""
_WITH_OWN = frozenset({"folder", "mail", "tumblr"})
"""The readers that count what is in such folders, by reason."""


def is_private(folder: str) -> bool:
    """Whether a folder is not for publishing, by its name."""
    return folder.startswith(".") or _is_named_so(folder)


def is_set_aside(entry: Entry) -> bool:
    """Whether a file is in a folder that is not for publishing."""
    return _private_folder(entry) is not None


def is_message(entry: Entry) -> bool:
    """Whether a file is a message in a Maildir, whose state the reader of mail tells."""
    return _MAILDIR.search(entry.name) is not None


def without_private(source: Source, reader: Reader | None) -> Source:
    """A dump without such folders, except those with a dot, in which programs keep media.

    Args:
        source: the dump.
        reader: the reader of the whole dump, which may know such folders; None if none knows it.

    Raises:
        DumpError: nothing is left.
    """
    if source.kind == "file" or (reader is not None and reader.name in _WITH_OWN):
        return source
    shown = [entry for entry in source.entries if not _is_named_private(entry)]
    if source.entries and not shown:
        folder = _private_folder(source.entries[0])
        raise DumpError(
            f"all files are in folders that seem not to be for publishing, such as “{folder}”",
            path=source.path,
            hint="to import what is in one all the same, give that folder itself",
        )
    return source if len(shown) == len(source.entries) else source.with_entries(shown)


def _is_named_private(entry: Entry) -> bool:
    *parents, _ = entry.name.split("/")
    return any(map(_is_named_so, parents)) and not is_message(entry)


def _is_named_so(folder: str) -> bool:
    """Whether a name says it; templates are files of a program like others."""
    return folder == _PROGRAMS or reason_of_folder(folder) not in (None, "other kind")


def _private_folder(entry: Entry) -> str | None:
    """The path of the folder not for publishing that a file is in; None if it is in none."""
    *parents, _ = entry.name.split("/")
    depth = next((number for number, each in enumerate(parents, 1) if is_private(each)), 0)
    return "/".join(parents[:depth]) or None
