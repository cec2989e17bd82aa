"""Finds the files with records in a dump: they may lie beside the pictures that they show."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from sitegen.readers.findings import Unread
from sitegen.readers.markdown.pictures import FindEntry, is_media
from sitegen.readers.records.lists import NEVER, NOT_PUBLIC, is_kept_back, is_named_diary
from sitegen.readers.restrictions import plain_name
from sitegen.readers.sources import Entry, Source
from sitegen.readers.web_addresses import join_address

_BESIDE_OTHERS = 0.62
"""The confidence for files beside others, which is higher than that of any archive."""
_EXAMINED = 20
"""How many of many files show whether all have records of one kind."""
_WORD = re.compile(r"[a-z]+")
_NUMBERS = re.compile(r"[\W\d_]+$")

_Fields = Callable[[Entry], frozenset[str]]
"""Returns the fields of the records in a file; none if it has no texts."""


def recognise_records(
    source: Source, confidence: Callable[[Entry], float], fields: _Fields
) -> float:
    """How likely it is that a dump is a file with records, or several with records of one kind.

    Args:
        source: the dump; of a folder or an archive, media do not count.
        confidence: tells how likely it is that a file has records; it reads only its start.
        fields: returns the fields of the records in a file; none if it has no texts.
    """
    if source.kind == "file":
        file = source.entries[0]
        likelihood = confidence(file)
        names = fields(file) if likelihood else frozenset()
        return likelihood if names and not is_kept_back(file.name, names) else 0.0
    files = record_files(source, fields)
    if not files or len(source.entries) == 1 or not all(map(confidence, files)):
        return 0.0
    sample = files[:: -(-len(files) // _EXAMINED)]
    return _BESIDE_OTHERS if _are_alike([fields(file) for file in sample]) else 0.0


def record_files(source: Source, fields: _Fields) -> tuple[Entry, ...]:
    """The file of a dump that is one; of another one, those besides media, and those set aside.

    Names such as ``drafts.json``, ``trash/2024.json``, ``likes.json`` and ``diary.json`` set files
    aside, the last one unless its records have addresses.
    """
    if source.kind == "file":
        return source.entries
    files = (e for e in source.entries if not (is_media(e.name) or _is_set_aside(e.name)))
    return tuple(entry for entry in files if not _is_diary(entry, fields))


def not_read(source: Source, read: Collection[Entry]) -> Iterator[Unread]:
    """The files of a dump besides media that are not among those that were read."""
    others = source.besides(read)
    yield from (Unread(entry.name) for entry in others if not is_media(entry.name))


def _is_set_aside(name: str) -> bool:
    """Whether a file holds what is not public, or no posts, as its path says."""
    *folders, base = name.casefold().split("/")
    words = {word for part in (*folders, base) for word in _WORD.findall(part)}
    is_hidden = any(folder.startswith(".") for folder in folders)
    kind = plain_name(_NUMBERS.sub("", base.partition(".")[0]))
    return is_hidden or kind in NEVER or not NOT_PUBLIC.isdisjoint(words)


def _is_diary(file: Entry, fields: _Fields) -> bool:
    """Whether a table or JSON is a diary, as its name says, and no field denies."""
    has_records = is_named_diary(file.name) and (file.head.table or file.head.json)
    return bool(has_records and is_kept_back(file.name, fields(file)))


def _are_alike(fields: Sequence[frozenset[str]]) -> bool:
    """Whether records have most of the fields of the first ones."""
    first = fields[0]
    return all(2 * len(each & first) > min(len(each), len(first)) for each in fields)


def find_relative(address: str, base: str, find: FindEntry) -> Entry | None:
    """The file of a picture in the dump, also if its address was made absolute."""
    folders = (join_address(base, "."), join_address(base, "/").removesuffix("/"))
    starts = ("", *folders) if base else ("",)
    found = (find(address.removeprefix(start)) for start in starts if address.startswith(start))
    return next(filter(None, found), None)
