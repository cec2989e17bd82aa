"""Reads a web page that a browser saved: its article."""

from collections.abc import Iterator

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body, without_title
from sitegen.readers.findings import Finding, LeftOut, ReadOptions
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of
from sitegen.readers.web_pages import read_web_page


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        yield from _read_page(entry, source.name)


def _read_page(entry: Entry, dump: str) -> Iterator[Document | Finding]:
    html, findings = read_text_of(entry)
    yield from findings
    page = read_web_page(html, entry)
    body = read_body(page.html, page.address or entry.name, base=page.address)
    if not body.text:
        yield LeftOut("empty")
        return
    yield from body.findings
    own = page.address
    yield Document(
        id=identify("web", "", own) if own else identify_text("web", page.title or "", body.text),
        kind=kind_of(page.title, body.text),
        text=without_title(body.text, page.title),
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=bool(own),
        title=page.title,
        author=page.author,
        date=page.date,
        source=page.address,
        tags=page.tags,
        lang=page.lang,
        media=body.media,
    )


READER = Reader("html", "a web page that was saved", recognise_files("html"), _read, ("empty",))
