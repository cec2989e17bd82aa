"""The archives of several accounts in one folder: each has its own name, and its own privacy."""

import re

from sitegen.readers.formats.x.files import post_files, read_account
from sitegen.readers.sources import Entry, Source

_ACCOUNT = re.compile(r"(?P<root>(?:.*?/)??)(?:data/)?account\.js")


def part_accounts(source: Source) -> list[Source]:
    """The files of each account; the whole source, if there is one, perhaps in several archives.

    Files outside the folders of all accounts are with those of the first one.
    """
    found = (_ACCOUNT.fullmatch(entry.name) for entry in source.entries)
    roots = sorted({str(match["root"]) for match in found if match}, key=len, reverse=True)
    if len(roots) < 2:
        return [source]
    folders: dict[str, list[Entry]] = {root: [] for root in roots}
    for entry in source.entries:
        root = next((each for each in roots if entry.name.startswith(each)), None)
        if root is not None:
            folders[root].append(entry)
    accounts: dict[str, list[Entry]] = {}
    for root in sorted(roots):
        account = read_account(source.with_entries(folders[root]))
        name = (account.username or root).casefold()
        accounts.setdefault(name, []).extend(folders[root])
    parts = [each for each in accounts.values() if post_files(source.with_entries(each))]
    if len(parts) < 2:
        return [source]
    read = {entry.name for part in parts for entry in part}
    parts[0] += [entry for entry in source.entries if entry.name not in read]
    return [source.with_entries(part) for part in parts]
