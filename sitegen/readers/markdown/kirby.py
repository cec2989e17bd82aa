"""Reads the fields of a text file of Kirby, a system that keeps pages as such files.

https://getkirby.com/docs/guide/content/creating-pages
"""

import json
import re
from collections.abc import Collection, Iterator

from sitegen.readers.markdown.header import plain_key
from sitegen.readers.markdown.kirbytags import replace_kirbytags

_LINE = re.compile(r"\n[ \t]*-{4,}[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"\s*(?P<key>[A-Za-z][\w -]{0,40}):(?P<value>.*)", re.DOTALL)
_TEXTS = ("text", "body", "content", "blocks")
_NUMBERED = re.compile(r"\d+_.")


def unlisted_folders(folders: Collection[str]) -> Iterator[str]:
    """Those beside folders with a number, ``1_lamp``, that have none: their pages are in no list.

    https://getkirby.com/docs/guide/content/publishing-workflow
    """
    above = {f.rpartition("/")[0] for f in folders if _NUMBERED.match(f.rpartition("/")[2])}
    for folder in folders:
        parent, _, own = folder.rpartition("/")
        if parent in above and not _NUMBERED.match(own):
            yield f"{folder}/"


def with_header(text: str) -> str | None:
    """The text of a page with its other fields as a header; None if it is no file of Kirby."""
    parts = _LINE.split(text.removeprefix("\ufeff").rstrip())
    found = [_FIELD.fullmatch(part) for part in parts]
    fields = {plain_key(each["key"]): each["value"].strip() for each in found if each}
    if not 2 <= len(parts) == len(fields) or "title" not in fields:  # a name stands once
        return None
    body = next((fields.pop(key) for key in _TEXTS if key in fields), "")
    header = "\n".join(f"{key}: {json.dumps(value)}" for key, value in fields.items())
    return f"---\n{header}\n---\n\n{replace_kirbytags(body)}\n"
