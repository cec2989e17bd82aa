"""Finds the list of records in a JSON file."""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Lost
from sitegen.readers.records.columns import (
    begins_with_column,
    find_table,
    is_public_table,
    table_around,
)
from sitegen.readers.records.grids import Grid, find_grid
from sitegen.readers.records.keyed import find_keyed, is_keyed
from sitegen.readers.records.layouts import Layout, find_layout
from sitegen.readers.records.private_fields import holds_private
from sitegen.readers.records.roles import have_pages, holds_texts, roles_of
from sitegen.readers.records.samples import (
    SAMPLE,
    are_announced,
    are_linked,
    are_records,
    holds_private_within,
)
from sitegen.readers.restrictions import (
    group_of,
    plain_name,
    state_of,
    telling_fields,
    without_accents,
)
from sitegen.readers.sources import Entry
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_DEEPEST = 4
_KEYED = 2
"""How many keys lead to a record in an object of records; what is deeper may belong to one."""
_SEARCHED = 256 * 1024
"""Up to this size, a file is searched for further lists, which the report names."""
_PUBLISHED_LISTS = names_in("people tags media events authors friends members")
"""Names of lists within exports that say nothing as those of files."""
_EVENTS = "events"
"""Those that are announced have titles and addresses; appointments and logs have not."""
_LINKS = "_links"
"""Addresses for programs, in the Hypertext Application Language."""
_USUAL = names_in(
    """
    posts items entries articles statuses tweets notes texts documents records data results hits
    nodes objects bookmarks links stories quotes highlights
    """
)
NEVER = names_in(
    """
    comments users authors messages contacts likes favorites followers following friends members
    media attachments tags people accounts chats conversations events logs likedposts
    patients clients customers employees students donors cycles symptoms medications sleep
    appointments reminders tasks todos transactions payments orders attendees calls voicemails
    passwords logins vaults checkins tickets inbox outbox sent dms mailbox
    """
)
NOT_PUBLIC = names_in(
    """
    drafts draft trash deleted private unpublished hidden entwurf entwurfe papierkorb borrador
    borradores brouillon brouillons bozza bozze rascunho rascunhos secret secrets confidential
    internal scheduled unlisted
    """
)
"""Names of lists that are not for publishing, or of objects that hold such lists."""
_KINDS = _USUAL | names_in("post blog page pages essay essays poem poems list my old all")
"""Words beside them that change nothing: ``draft_posts``."""
_OWN = names_in(
    """
    diary diaries journal journals tagebuch tagebucher traumtagebuch dreams diario diarios
    journalintime journaux dagboek dagboeken dagbok moods
    """
)
"""Names of lists and files that somebody may keep for themselves."""
_NO_KIND = re.compile(r"\A(?:my|mein|meine|mon|mi|mio|mijn|all|the)(?=[\W_])|[\W\d_]+\Z|[\W_]+")
"""What names of files have besides the kind of their records, such as ``my-diary-2024``."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def is_set_aside(name: str) -> bool:
    """Whether a list is not for publishing, as its name says, such as ``draft_posts``."""
    words = _words(name)
    is_known = not words.isdisjoint(NOT_PUBLIC) and words <= NOT_PUBLIC | _KINDS
    return is_known or _is_flag(name)


def is_closed(name: str) -> bool:
    """Whether a list with this name is not public, or holds something else, as ``members``."""
    return plain_name(name) in NEVER or is_set_aside(name)


def is_kept_back(name: str, fields: Collection[str]) -> bool:
    """Whether a file holds a diary, messages or the like, as its name says, and no field denies.

    What has an address is published; lists of people, messages and so on have no titles.
    """
    kind = _kind_in(name)
    if have_pages(fields):
        return False
    is_untitled = "title" not in roles_of(tuple(fields))
    return kind in _OWN or (kind in NEVER - _PUBLISHED_LISTS and is_untitled)


def is_named_diary(name: str) -> bool:
    """Whether a file may be a diary, as its name says."""
    return _kind_in(name) in _OWN


def _kind_in(name: str) -> str:
    """What the records of a file are, as its name says."""
    stem = name.rpartition("/")[2].partition(".")[0].casefold()
    return plain_name(_NO_KIND.sub("", without_accents(stem)))


def may_be_closed(name: str) -> bool:
    """Whether a list with this name is not public beside lists that are, such as ``diary``."""
    words = _words(name)
    is_telling = bool(state_of(name) or group_of(name)) or any(map(_is_flag, words))
    return is_closed(name) or is_telling or not words.isdisjoint(_OWN | NOT_PUBLIC)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(without_accents(name)))


def _is_flag(name: str) -> bool:
    """Whether a field with this name holds a record back if it is true, as ``members_only``."""
    fields = telling_fields((name,))
    return any(field.rule is not None and field.rule.kind in ("mark", "flag") for field in fields)


class RecordList(NamedTuple):
    """Where the records are."""

    path: tuple[str | int, ...]
    """For :func:`sitegen.readers.streams.stream_items`."""
    others: tuple[str, ...] = ()
    """The names of further lists; in a large file, of those before it."""
    is_keyed: bool = False
    """Whether it is an object with each record below its id, as databases export them."""
    grid: Grid | None = None
    """The table, if its items are rows without names."""
    layout: Layout | None = None
    """How they are read, if a program is known to write them so."""


def find_list(entry: Entry) -> RecordList | None:
    """The list of a JSON file whose items have a text or a link, and are not private.

    In an object, a list with a usual name counts, such as ``posts``; otherwise the first that fits.
    """
    if whole := _whole_file(entry):
        return whole
    found = _lists_of(entry)
    may_be_keyed = all(len(path) > _KEYED for path in found)
    if may_be_keyed and (keys := find_keyed(entry, _USUAL | {"pages"}, is_closed)):
        return RecordList(keys, is_keyed=True)
    if found == [()] and any(map(holds_private_within, islice(stream_items(entry), 1))):
        return None
    if found:
        return _list_or_table(entry, found)
    return _find_table(entry) or _find_any_keyed(entry)


def _whole_file(entry: Entry) -> RecordList | None:
    """The list that the whole file is; None if it may hold one, or is something else."""
    if layout := find_layout(entry):
        return RecordList((), layout=layout)
    if _are_lines(entry):
        return RecordList(())
    if (keyed := is_keyed(entry)) or begins_with_column(entry):
        return RecordList((), is_keyed=keyed)
    return None


def _lists_of(entry: Entry) -> list[tuple[str | int, ...]]:
    """The paths of the lists with records; in a large file, up to one with a usual name."""
    found: list[tuple[str | int, ...]] = []
    try:
        with entry.open() as file:
            for path in _lists_in(Cursor(TextPieces(file)), ()):
                found.append(path)
                is_usual = not path or plain_name(str(path[-1])) in _USUAL
                if is_usual and entry.size > _SEARCHED:
                    break
    except (OSError, BrokenJsonError, TooDeepError):
        pass
    return found


def _list_or_table(entry: Entry, found: list[tuple[str | int, ...]]) -> RecordList | None:
    """The first of the lists by precedence, or the table of which it is a column."""
    usual = min(found, key=_precedence)
    if table := _table_around(entry, usual):
        return RecordList(usual[:-1]) if is_public_table(table) else None
    others = tuple(str(path[-1]) for path in found if path and path != usual)
    return RecordList(usual, others if usual else ())


def _find_table(entry: Entry) -> RecordList | None:
    if grid := find_grid(entry):
        return RecordList(grid.path, grid=grid)
    path = find_table(entry)
    return None if path is None or any(map(is_closed, path)) else RecordList(path)


def _find_any_keyed(entry: Entry) -> RecordList | None:
    """The first object whose name says nothing against it, with records below their ids."""
    keys = find_keyed(entry, None, may_be_closed)
    return RecordList(keys, is_keyed=True) if keys else None


def _table_around(entry: Entry, path: tuple[str | int, ...]) -> object:
    """The table of which a list is a column; None if it holds records, or stands for itself."""
    are_texts = isinstance(next(iter(stream_items(entry, *path)), None), str)
    return table_around(entry, path) if are_texts else None


def _precedence(path: tuple[str | int, ...]) -> int:
    """The lower, the sooner a list is read."""
    if not path or plain_name(str(path[-1])) in _USUAL:
        return 0
    return 2 if any(may_be_closed(str(step)) for step in path) else 1


def _are_lines(entry: Entry) -> bool:
    """Whether a file is JSON Lines, with a record in each, maybe within an object."""
    head = entry.head.json
    if head is None or head.values == 1 or (not head.values and _is_one_object(entry)):
        return False
    values = list(islice(stream_items(entry), SAMPLE))
    return are_records([value for value in values if not isinstance(value, Lost)])


def _is_one_object(entry: Entry) -> bool:
    """Whether a file is one object, which may be too large to be held."""
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            if cursor.peek() != "{":
                return False
            cursor.skip()
            return not cursor.peek()
    except (OSError, BrokenJsonError, TooDeepError):
        return False  # of broken lines, others may be whole


def _lists_in(cursor: Cursor, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The paths of the lists with records; moves past the value here."""
    match cursor.peek():
        case "[":
            yield from _list(cursor, path)
        case "{" if not path:
            yield from _outermost(cursor)
        case "{" if path[-1] == _LINKS:
            cursor.skip()
        case "{" if len(path) < _DEEPEST:
            for key in cursor.members():
                yield from _lists_in(cursor, (*path, key))
        case _:
            cursor.skip()


def _outermost(cursor: Cursor) -> Iterator[tuple[str | int, ...]]:
    """An object that holds lists, or is a record itself, as in JSON Lines.

    A record may hold lists deep within, or below keys for programs, such as ``_links``.
    """
    keys: list[str] = []
    held: list[tuple[str | int, ...]] = []
    for key in cursor.members():
        keys.append(key)
        for path in _lists_in(cursor, (key,)):
            held.append(path)
            yield path
    is_own = all(len(path) > 1 or str(path[0]).startswith("_") for path in held)
    roles = roles_of(tuple(keys))
    is_list = any(plain_name(str(path[-1])) in _USUAL for path in held)
    is_whole = not held or "title" in roles or ("text" in roles and not is_list)
    if is_own and is_whole and holds_texts(keys) and not holds_private(keys):
        yield ()


def _list(cursor: Cursor, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    names = [str(step) for step in path]
    last = plain_name(names[-1]) if names else ""
    if any(map(is_set_aside, names)) or (last != _EVENTS and is_closed(last)):
        cursor.skip()
        return
    fits = are_announced if last == _EVENTS else are_linked if last in _OWN else are_records
    sample: list[object] = []
    try:
        for _ in cursor.items():
            if len(sample) < SAMPLE:
                sample.extend(_item(cursor))
                if len(sample) == SAMPLE and fits(sample):
                    yield path
            else:
                cursor.skip()
    except BrokenJsonError:
        if len(sample) < SAMPLE and fits(sample):
            yield path
        raise
    if len(sample) < SAMPLE and fits(sample):
        yield path


def _item(cursor: Cursor) -> Iterator[object]:
    try:
        yield cursor.value()
    except TooDeepError:
        cursor.skip()
    except BrokenJsonError:
        if not cursor.recover():
            raise
