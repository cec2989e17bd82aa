"""Reads archives of X, formerly Twitter: the own posts, with threads as one document.

- ``files``: which files hold posts, and whose they are
- ``records``: reads their records
- ``posts``, ``texts``, ``notes``, ``media``, ``articles``: what a post consists of
- ``survey``, ``selection``: which posts are taken, and which belong together
- ``documents``: makes documents; ``reading``: reads an archive
- ``parts``: files of an archive that are given by themselves
"""

import re
from collections.abc import Iterator

from sitegen.models import Document
from sitegen.readers.account_folders import part_accounts
from sitegen.readers.findings import Finding, ReadOptions, Unread
from sitegen.readers.formats.x.files import (
    exported_at,
    is_protected,
    post_files,
    read_account,
    read_account_id,
)
from sitegen.readers.formats.x.reading import read
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Source

_CERTAIN = 0.95
_ACCOUNT = re.compile(r"(?P<root>(?:.*?/)??)(?:data/)?account\.js")


def _recognise(source: Source) -> float:
    return _CERTAIN if post_files(source) else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for part in part_accounts(source, _ACCOUNT, _name_in, is_protected, exported_at):
        if post_files(part):
            yield from read(part, options)
        else:
            yield from (Unread(entry.name) for entry in part.entries)


def _name_in(part: Source) -> str | None:
    return read_account_id(part) or read_account(part).username


READER = Reader(
    "x",
    "an X (Twitter) archive",
    _recognise,
    _read,
    ("reply", "repost", "superseded", "draft", "not public", "empty"),
)
