"""Reads archives of X, formerly Twitter: the own posts, with threads as one document.

- ``files``: which files hold posts, and whose they are
- ``records``: reads their records
- ``posts``, ``texts``, ``notes``, ``media``, ``articles``: what a post consists of
- ``survey``, ``selection``: which posts are taken, and which belong together
- ``documents``: makes documents; ``reading``: reads an archive
- ``parts``: files of an archive that are given by themselves
"""

from sitegen.readers.formats.x.files import post_files
from sitegen.readers.formats.x.reading import read
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Source

_CERTAIN = 0.95


def _recognise(source: Source) -> float:
    return _CERTAIN if post_files(source) else 0.0


READER = Reader(
    "x",
    "an X (Twitter) archive",
    _recognise,
    read,
    ("reply", "repost", "superseded", "draft", "not public", "empty"),
)
