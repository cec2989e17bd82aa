"""The articles in exports of LinkedIn: a file of HTML for each, also for drafts."""

import re
from collections.abc import Iterator

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, not_shown
from sitegen.readers.html import html_to_markdown, plain_text
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import read_text_of

ARTICLES = r"(?:Articles/)+[^/]+\.html"
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_ADDRESS = re.compile(r"<a\b[^>]*?\bhref=[\"'](https?:[^\"']+)[\"']")
_PUBLISHED = re.compile(r"<p[^>]*\bclass=[\"']published[\"'][^>]*>\s*Published on ([^<]*)<")
_BODY = re.compile(r"<div[^>]*>(.*)</div>", re.DOTALL)


def read_article(entry: Entry, dump: str, options: ReadOptions) -> Iterator[Document | Finding]:
    """The article in a file, if it is published."""
    html, findings = read_text_of(entry)
    yield from findings
    published, heading = _PUBLISHED.search(html), _TITLE.search(html)
    if published is None and not (yield from options.admits("draft")):
        return
    title = plain_text(heading[1]) if heading else ""
    address = _ADDRESS.search(heading[1]) if heading else None
    body = _BODY.search(html, heading.end() if heading else 0)
    converted = html_to_markdown(body[1] if body else "")
    if not converted.markdown:
        yield LeftOut("empty")
        return
    images = converted.images
    yield from (Lost("a picture", each.address, "the dump does not hold it") for each in images)
    yield from (not_shown(what, entry.name) for what in converted.lost)
    yield Document(
        id=identify("linkedin", "", address[1]) if address else identify_text("linkedin", title),
        kind=kind_of(title or None, converted.markdown),
        text=converted.markdown,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=address is not None,
        title=title or None,
        date=parse_date(published[1]) if published else None,
        source=address[1] if address else None,
        media=tuple(Medium(each.address, each.alt, is_in_text=True) for each in images),
    )
