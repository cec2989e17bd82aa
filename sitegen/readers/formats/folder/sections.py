"""What a folder of a website says for all of its texts: that they are drafts, or not published.

Hugo and Zola keep it in ``_index.md``, also below ``cascade``; Eleventy in ``posts/posts.json``.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from sitegen.errors import DumpError
from sitegen.readers.findings import Reason
from sitegen.readers.markdown.header import plain_key, split_header
from sitegen.readers.markdown.publication import stated_reasons
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_SECTION = r"_index(?:\.[a-z-]+)?\.(?:md|markdown)"
_DATA = re.compile(r"(?:^|.*/)(?P<folder>[^/]+)/(?P=folder)(?:\.11tydata)?\.json")


def reasons_of_sections(source: Source) -> Sequence[tuple[str, Reason]]:
    """Why texts are left out: the folders that say so, each with a slash at its end."""
    return tuple(_reasons(source))


def reasons_in_section(name: str, reasons: Sequence[tuple[str, Reason]]) -> Iterator[Reason]:
    """Each reason why a text is left out because of a folder that it is in."""
    yield from (reason for folder, reason in reasons if name.startswith(folder))


def _reasons(source: Source) -> Iterator[tuple[str, Reason]]:
    data = [entry for entry in source.entries if _DATA.fullmatch(entry.name)]
    for entry in (*source.find(_SECTION), *data):
        folder = entry.name.rpartition("/")[0]
        if folder:
            yield from ((f"{folder}/", reason) for reason in stated_reasons(_fields_of(entry)))


def _fields_of(entry: Entry) -> Mapping[str, object]:
    try:
        text, _ = read_text_of(entry)
        if not entry.name.endswith(".json"):
            return split_header(text).fields
        data = json.loads(text)
    except (DumpError, ValueError, RecursionError):
        return {}
    return {plain_key(key): value for key, value in data.items()} if isinstance(data, dict) else {}
