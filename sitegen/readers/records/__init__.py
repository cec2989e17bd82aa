"""Reads records of unknown programs, JSON objects and rows of tables, by the names of their fields.

Where the records are
- ``files``: the file with records, alone or beside pictures
- ``lists``: the list of records in a JSON file; ``keyed``: the object of records below ids;
  ``grids``: rows without names; ``layouts``, ``notion_pages``: files that one program writes so
- ``samples``: whether values are records
- ``embedded``: what answers of WordPress and Lemmy hold

What their fields mean
- ``roles``: what fields mean, by their names; ``values``: texts, tags, dates and so on in them;
  ``typed_values``: values that databases write with their types
- ``names``: titles or authors in a field ``name``; ``dated_fields``: dates in a field of another
  name; ``table_dates``, ``clear_dates``: the order of day and month; ``table_marks``: columns of
  marks

Who may read them
- ``selection``: which records are not public; ``private_fields``: messages, contacts or the like;
  ``post_kinds``, ``program_drafts``, ``published_versions``: no posts, and drafts
- ``audience_fields``: fields that say who may read some; ``audience_shapes``: the shapes of these;
  ``first_records``, ``owners``: what they are known by
- ``surroundings``: what says so of a whole list; ``legends``: what codes in fields mean
- ``unclear_fields``: fields that may not mean so; ``unexplained_fields``: fields that may

What becomes of them
- ``documents``: records as documents, with ``contents`` and ``record_ids``
- ``texts``: the text of a record, and a header in it; ``ricos``, ``portable_text``,
  ``rich_trees``, ``rich_lines``: rich text of Wix, Sanity and other editors
"""

from sitegen.readers.records.documents import RecordReader
from sitegen.readers.records.lists import find_list
from sitegen.readers.records.private_fields import hold_messages, holds_private
from sitegen.readers.records.roles import holds_texts

__all__ = ["RecordReader", "find_list", "hold_messages", "holds_private", "holds_texts"]
