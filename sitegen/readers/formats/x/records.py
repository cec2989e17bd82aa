"""The records in a file of posts: JSON, or the table of archives before 2018, ``tweets.csv``."""

import re
from collections.abc import Iterator

from sitegen.readers.findings import Finding
from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.sources import Entry
from sitegen.readers.streams import Row, open_table, stream_items

_COLUMNS = frozenset({"tweet_id", "in_reply_to_status_id", "timestamp", "text"})
_SHORT = re.compile(r"https?://t\.co/\w+")


def is_table(entry: Entry) -> bool:
    """Whether a file is such a table."""
    table = entry.head.table
    return table is not None and _COLUMNS.issubset(table.columns)


def read_records(entry: Entry) -> Iterator[object | Finding]:
    """The records of a file, in the shape of those of JSON, and findings."""
    if not is_table(entry):
        yield from stream_items(entry)
        return
    for row in open_table(entry).rows():
        yield _record_of(row.cells) if isinstance(row, Row) else row


def _record_of(cells: dict[str, str]) -> dict[str, object]:
    text = cells.get("text", "")
    short = _SHORT.findall(text)
    full = [address for address in cells.get("expanded_urls", "").split(",") if address]
    pairs = zip(short, full, strict=True) if len(short) == len(full) else ()
    urls = [{"url": one, "expanded_url": other} for one, other in pairs]
    record: dict[str, object] = {
        "id_str": cells.get("tweet_id"),
        "in_reply_to_status_id_str": cells.get("in_reply_to_status_id"),
        "in_reply_to_user_id_str": cells.get("in_reply_to_user_id"),
        "created_at": cells.get("timestamp"),
        "text": text,
        "entities": {"urls": urls, "hashtags": [{"text": tag} for tag in hashtags_in(text)]},
    }
    return record | ({"retweeted_status": {}} if cells.get("retweeted_status_id") else {})
