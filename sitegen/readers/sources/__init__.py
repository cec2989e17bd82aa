"""Dumps as sets of files: a file, a folder, a zip or tar archive, or standard input.

- ``source``: the types :class:`Source` and :class:`Entry`
- ``opening``: opens a dump; ``folder``, ``zip_archive``, ``tar_archive``: each kind of dump
- ``gzip_file``: a file that is compressed alone
- ``inner_archive``: archives within a dump
- ``beside``: the pictures that a dump names which is one file
- ``cut_zip``: zip archives that are cut off
- ``limits``: how much is unpacked, and which names are refused
"""

from sitegen.readers.sources.opening import open_source
from sitegen.readers.sources.source import Entry, Source

__all__ = ["Entry", "Source", "open_source"]
