"""Reads graphs of outliners, whose pages are nested blocks: the JSON of Roam Research and Logseq.

- ``pages``: finds the pages in an export
- ``blocks``: Markdown of blocks, with the blocks that they refer to
- ``documents``: makes documents of pages
"""

from sitegen.readers.findings import Reason
from sitegen.readers.formats.outlines.documents import read_graph
from sitegen.readers.formats.outlines.pages import logseq_pages, roam_pages
from sitegen.readers.reader import Reader, recognise_formats

_LEFT_OUT: tuple[Reason, ...] = ("draft", "private", "hidden", "not public", "other kind", "empty")

READERS = (
    Reader(
        "roam",
        "a graph of Roam Research (JSON)",
        recognise_formats("roam"),
        read_graph("roam", roam_pages),
        _LEFT_OUT,
    ),
    Reader(
        "logseq",
        "a graph of Logseq (JSON)",
        recognise_formats("logseq"),
        read_graph("logseq", logseq_pages),
        _LEFT_OUT,
    ),
)
