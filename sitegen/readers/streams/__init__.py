"""Reads large files piece by piece, in memory that does not grow with them.

- ``json_items``: the items of a list in JSON, and JSON Lines; ``json_cursor``: a position in JSON
- ``csv_rows``: the rows of tables
- ``xml_items``: the items of feeds and similar XML; ``xml_nodes``: their elements; ``xml_repair``:
  XML that is not well-formed; ``xml_files``: whole files
- ``json_values``: parts of values whose types cannot be relied on
- ``decoding``: the encoding of a file, and its text
"""

from sitegen.readers.streams.csv_rows import Row, Table, open_table
from sitegen.readers.streams.json_items import read_fields, read_json, stream_items, stream_members

__all__ = [
    "Row",
    "Table",
    "open_table",
    "read_fields",
    "read_json",
    "stream_items",
    "stream_members",
]
