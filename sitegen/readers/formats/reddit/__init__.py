"""Reads posts on Reddit: those of an export, or lists of them as its interface gives them.

- ``posts``: a post as a document; ``markup``: what its Markdown has beyond that of others
- ``tables``: ``posts.csv``, of which alone an export is read, and the name of the account
- ``listings``: lists of posts as JSON
"""

from collections.abc import Iterator

from sitegen.models import Document
from sitegen.readers.findings import Finding, ReadOptions, Remark, Unread
from sitegen.readers.formats.reddit.listings import read_listing
from sitegen.readers.formats.reddit.tables import account_in, read_table
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Source

_POSTS = r"posts\.csv"
_FACTS = r"statistics\.csv"
_PRIVACY = Remark("The export of Reddit does not say which communities are private.")


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    if source.file and source.file.head.table is None:
        yield from read_listing(source.file, source.name, options)
        return
    tables = source.entries if source.file else source.find(_POSTS)
    facts = () if source.file else source.find(_FACTS)
    yield from (Unread(entry.name) for entry in source.besides((*tables, *facts)))
    if not tables:
        raise source.entries[0].error("is not accompanied by posts.csv", hint="export it again")
    seen: set[str] = set()
    yield _PRIVACY
    author = next(filter(None, map(account_in, facts)), "")
    for entry in tables:
        yield from read_table(entry, source.name, seen, author)


READER = Reader(
    name="reddit",
    title="the posts in a Reddit export (zip, folder, or posts.csv), or a list of posts (JSON)",
    recognise=recognise_formats("reddit", "reddit-zip", "reddit-tar", "reddit-json"),
    read=_read,
    leaves_out=("trash", "empty", "duplicate", "somebody else's", "comment", "not public"),
)
