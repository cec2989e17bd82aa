"""Reads folders of texts: Markdown as generators and note programs write it, and other markup.

- ``places``: what the path of a file says: its kind, and whether it is skipped
- ``website``: what the configuration of a generator says of the website, ``settings``: of its
  texts; ``sections``: what a folder says; ``data_files``: reads the data in both
- ``rich_headers``: texts in headers, as the nodes of an editor
- ``listing_pages``: pages that lead to others
- ``ignored_files``: the files that a configuration leaves out
- ``authors``: the names of the authors whom texts name by short keys
- ``bundles``: what a TextBundle says of its text
- ``texts``: makes documents of Markdown, reStructuredText, pages of Lektor and plain texts;
  ``pages``: of HTML
- ``reading``: reads the folder
"""

from sitegen.readers.formats.folder.reading import read, recognise
from sitegen.readers.reader import Reader

READER = Reader(
    "folder",
    "a folder of Markdown, reStructuredText, HTML or text files",
    recognise,
    read,
    ("draft", "private", "hidden", "scheduled", "password", "paid", "page", "trash", "other kind"),
)
