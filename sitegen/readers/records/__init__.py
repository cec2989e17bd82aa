"""Reads records of unknown programs, JSON objects and rows of tables, by the names of their fields.

- ``roles``: what fields mean, by their names; ``values``: texts, tags, dates and so on in them
- ``private_fields``: records that are messages, contacts or the like
- ``selection``: which records are not public; ``audience_fields``: fields that say so of some;
  ``surroundings``: what says so of a whole list; ``legends``: what codes in fields mean;
  ``unclear_fields``: fields that may not mean so; ``unexplained_fields``: fields that may;
  ``documents``: records as documents
- ``lists``: finds the list of records in a JSON file; ``keyed``: the object of records below ids;
  ``grids``: rows without names; ``layouts``, ``notion_pages``: files that one program writes so;
  ``samples``: whether values are records
- ``files``: the file with records, alone or beside pictures
- ``embedded``: what answers of WordPress and Lemmy hold; ``ricos``, ``portable_text``,
  ``rich_trees``, ``rich_lines``: rich text of Wix, Sanity and other editors; ``typed_values``:
  values that databases write with their types; ``texts``: the text of a record, and a header in it
- ``names``: titles or authors in a field ``name``; ``dated_fields``: dates in a field of another
  name; ``table_dates``, ``clear_dates``: the order of
  day and month; ``table_marks``: columns of marks
"""

from sitegen.readers.records.documents import RecordReader
from sitegen.readers.records.lists import find_list
from sitegen.readers.records.private_fields import hold_messages, holds_private
from sitegen.readers.records.roles import holds_texts

__all__ = ["RecordReader", "find_list", "hold_messages", "holds_private", "holds_texts"]
