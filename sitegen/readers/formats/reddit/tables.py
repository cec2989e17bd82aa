"""The posts in the table ``posts.csv`` of an export of Reddit."""

from collections.abc import Iterator, Mapping

from sitegen.models import Document
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut
from sitegen.readers.formats.reddit.posts import Post, make_document
from sitegen.readers.sources import Entry
from sitegen.readers.streams import Row, open_table


def read_table(entry: Entry, dump: str, seen: set[str]) -> Iterator[Document | Finding]:
    """The documents of a table.

    Args:
        entry: the table.
        dump: the name of the dump.
        seen: the ids of posts that were read; those of the table are added.
    """
    for row in open_table(entry).rows():
        if not isinstance(row, Row):
            yield row
            continue
        post = _post_in(row.cells)
        if post.id in seen:
            yield LeftOut("duplicate")
            continue
        seen.add(post.id)
        yield from make_document(post, dump)


def _post_in(cells: Mapping[str, str]) -> Post:
    permalink = cells.get("permalink", "")
    return Post(
        id=cells.get("id", "").strip() or permalink,
        title=cells.get("title", ""),
        body=cells.get("body", ""),
        address=cells.get("url", ""),
        permalink=permalink,
        community=cells.get("subreddit", ""),
        date=parse_date(cells.get("date", "")),
    )
