"""What a TextBundle says of its text: a folder with the text and ``info.json``.

http://textbundle.org/spec/; Bear adds an object of its own, with the id of the note.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.readers.dates import parse_date
from sitegen.readers.markdown.pictures import MediaFiles

_KEYS = {
    "trashed": "trashed",
    "archived": "archived",
    "encrypted": "protected",
    "creationDate": "created",
}
"""The keys of Bear, with those of a header."""


class Bundle(NamedTuple):
    """What is known of a note besides its text."""

    fields: Mapping[str, object]
    """Like those of a header."""
    id: str = ""
    """The id of the note, which stays when it is edited or renamed."""
    updated: datetime | None = None


NO_BUNDLE = Bundle({})


def read_bundle(name: str, files: MediaFiles) -> Bundle:
    """What Bear says of a note.

    Args:
        name: the path of its text.
        files: the files of the dump.
    """
    info = files.find("info.json", name) if ".textbundle/" in name else None
    try:
        data = json.loads(info.read()) if info else {}
    except (DumpError, ValueError, RecursionError):
        return NO_BUNDLE
    values = data.get("net.shinyfrog.bear") if isinstance(data, dict) else None
    if not isinstance(values, dict):
        return NO_BUNDLE
    own, changed = values.get("uniqueIdentifier"), values.get("modificationDate")
    return Bundle(
        {key: values[bear] for bear, key in _KEYS.items() if values.get(bear) is not None},
        own if isinstance(own, str) else "",
        parse_date(changed) if isinstance(changed, str) else None,
    )
