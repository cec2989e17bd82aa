"""The exports of several accounts in one folder: each has its own name, and its own privacy."""

import re
from collections.abc import Callable, Sequence

from sitegen.readers.sources import Entry, Source


def part_accounts(
    source: Source,
    file: re.Pattern[str],
    name_of: Callable[[Source], str | None],
    takes_rest: Callable[[Source], bool] = lambda _: False,
    exported: Callable[[Source], str] = lambda _: "",
) -> list[Source]:
    """The files of each account; the whole source, if there is one, perhaps in several archives.

    Args:
        source: the dump.
        file: a pattern for the file that names the account; its group ``root`` is the folder of the
            export.
        name_of: the name of the account in a part of the dump.
        takes_rest: whether files outside all of these folders may belong to the account of a part;
            by default, they are with the first one.
        exported: when a part of the dump was exported, as text in the order of time; the files of
            the latest one come first, for readers that keep the first of posts that repeat.
    """
    found = (file.fullmatch(entry.name) for entry in source.entries)
    roots = sorted({str(match["root"]) for match in found if match}, key=len, reverse=True)
    if len(roots) < 2:
        return [source]
    folders, rest = _by_folder(source.entries, roots)
    accounts: dict[str, list[Entry]] = {}
    by_name = sorted(roots)
    for root in sorted(
        by_name, key=lambda each: exported(source.with_entries(folders[each])), reverse=True
    ):
        name = (name_of(source.with_entries(folders[root])) or root).casefold()
        accounts.setdefault(name, []).extend(folders[root])
    parts = [source.with_entries(entries) for entries in accounts.values()]
    taking = next((n for n, part in enumerate(parts) if takes_rest(part)), 0)
    parts[taking] = source.with_entries([*parts[taking].entries, *rest])
    return parts


def _by_folder(
    entries: Sequence[Entry], roots: Sequence[str]
) -> tuple[dict[str, list[Entry]], list[Entry]]:
    """The files in each folder, of which the deepest come first, and those in none."""
    folders: dict[str, list[Entry]] = {root: [] for root in roots}
    rest: list[Entry] = []
    for entry in entries:
        root = next((each for each in roots if entry.name.startswith(each)), None)
        (rest if root is None else folders[root]).append(entry)
    return folders, rest
