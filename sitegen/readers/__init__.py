"""Reads dumps into documents.

- ``sources``: a dump as a set of files; ``detection``: recognises formats by the head of a file
- ``reader``, ``findings``: the protocol of readers, and what they report besides documents
- ``formats``: the readers, a module for each format; ``registry``: finds them
- ``expanding``: finds the dumps in a folder; ``joining``: the parts of one dump
- ``choosing``: chooses the readers; ``reading``: gathers what they yield
- ``text``: splits a text without separators; ``identity``: permanent ids
- ``splitting``: writes a text with separators between its documents
"""

from sitegen.readers.expanding import expand_folder
from sitegen.readers.findings import ARTICLES, INCLUDES, Lost, ReadOptions, Withheld
from sitegen.readers.joining import join_parts
from sitegen.readers.reading import SourceRead, read_source
from sitegen.readers.registry import load_readers
from sitegen.readers.sources.opening import is_archive
from sitegen.readers.splitting import format_split

__all__ = [
    "ARTICLES",
    "INCLUDES",
    "Lost",
    "ReadOptions",
    "SourceRead",
    "Withheld",
    "expand_folder",
    "format_split",
    "is_archive",
    "join_parts",
    "load_readers",
    "read_source",
]
