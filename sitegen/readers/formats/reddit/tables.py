"""The posts in the table ``posts.csv`` of an export of Reddit."""

from collections.abc import Iterator, Mapping

from sitegen.models import Document
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut
from sitegen.readers.formats.reddit.posts import Post, make_document
from sitegen.readers.sources import Entry
from sitegen.readers.streams import Row, open_table


def account_in(entry: Entry) -> str:
    """The name of the account in ``statistics.csv``; nothing else of it is read."""
    rows = (row.cells for row in open_table(entry).rows() if isinstance(row, Row))
    return next((r.get("value", "") for r in rows if r.get("statistic") == "account name"), "")


def read_table(
    entry: Entry, dump: str, seen: set[str], author: str
) -> Iterator[Document | Finding]:
    """The documents of a table; their ids are added to those that were seen."""
    for row in open_table(entry).rows():
        if not isinstance(row, Row):
            yield row
            continue
        post = _post_in(row.cells)
        if post.id in seen:
            yield LeftOut("duplicate")
            continue
        seen.add(post.id)
        yield from make_document(post._replace(author=author), dump)


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
