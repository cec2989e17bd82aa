"""Reads the exports of Omnivore: links with highlights, and articles if they are asked for.

The service ended in 2024; the export is described by ``packages/api/src/jobs/export.ts`` in its
repository.
"""

from collections.abc import Iterator

from sitegen.readers.bookmarks import Bookmark, bookmark_reader
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Unread
from sitegen.readers.html import html_to_markdown
from sitegen.readers.reader import recognise_formats
from sitegen.readers.records.values import name_of, tags_of
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.decoding import read_text_of
from sitegen.readers.streams.json_values import text_at

_METADATA = r"metadata_\d+_to_\d+\.json"


def _bookmarks(source: Source, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    lists = source.entries if source.file else source.find(_METADATA)
    highlights = _by_slug(source, r"highlights/[^/]+\.md")
    articles = _by_slug(source, r"content/[^/]+\.html") if options.with_articles else {}
    for entry in lists:
        for item in stream_items(entry):
            if isinstance(item, Lost):
                yield item
            elif isinstance(item, dict):
                yield from _bookmark(item, highlights, articles)
            else:
                yield LeftOut("unsupported")
    known = (*lists, *highlights.values(), *articles.values())
    yield from (Unread(entry.name) for entry in source.besides(known))


def _by_slug(source: Source, pattern: str) -> dict[str, Entry]:
    return {entry.base.rpartition(".")[0]: entry for entry in source.find(pattern)}


def _bookmark(
    item: dict[str, object], highlights: dict[str, Entry], articles: dict[str, Entry]
) -> Iterator[Bookmark | Finding]:
    if str(item.get("state")).casefold() == "deleted":
        yield LeftOut("trash")
        return
    slug = str(item.get("slug"))
    notes: list[str] = []
    if slug in highlights:
        text, findings = read_text_of(highlights[slug])
        yield from findings
        notes.append(text.strip())
    if slug in articles:
        text, findings = read_text_of(articles[slug])
        yield from findings
        notes.append(html_to_markdown(text, base=text_at(item, "url") or None).markdown)
    yield Bookmark(
        address=text_at(item, "url"),
        title=text_at(item, "title"),
        note="\n\n".join(notes),
        is_markdown=bool(notes),
        tags=tuple(tags_of(item.get("labels"))),
        date=parse_date(text_at(item, "savedAt")),
        author=name_of(item.get("author")),
    )


READER = bookmark_reader(
    "omnivore",
    "an Omnivore export (zip, folder, or its JSON)",
    recognise_formats("omnivore", "omnivore-zip", "omnivore-tar"),
    _bookmarks,
    "trash",
)
