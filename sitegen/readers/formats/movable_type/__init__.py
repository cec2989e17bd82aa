"""Reads exports of Movable Type, which TypePad, Hatena Blog and other Japanese blogs write, too.

- ``entries``: takes the file apart
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import Body, kind_of, read_body
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark
from sitegen.readers.formats.movable_type.entries import Entry, entries_in
from sitegen.readers.html import unescape_title
from sitegen.readers.html.wordpress import add_paragraphs
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Source
from sitegen.readers.streams.decoding import read_text_of

_STATES: Mapping[str, Reason] = {
    "draft": "draft",
    "future": "scheduled",
    "scheduled": "scheduled",
    "review": "pending",
    "private": "private",
}
_PUBLISHED = ("", "publish", "published", "release")
_AS_IT_IS = ("0", "richtext", "none")
"""Values of ``CONVERT BREAKS`` for a text in HTML; most others mean line breaks for paragraphs."""
_MARKUP = ("textile", "wiki")
"""The same for markup that sitegen does not know."""
_TAG = re.compile(r"\"([^\"]*)\"|([^\",]+)")
_DATES = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M")
_ZONE = "An export of Movable Type names no time zone; its times were read as UTC."


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    yield Remark(_ZONE)
    seen: set[str] = set()
    for file in source.entries:
        text, findings = read_text_of(file)
        yield from findings
        for number, entry in enumerate(entries_in(text), 1):
            yield from _read_entry(entry, f"{file.name}, entry {number}", source, options, seen)


def _read_entry(
    entry: Entry, where: str, source: Source, options: ReadOptions, seen: set[str]
) -> Iterator[Document | Finding]:
    if not (yield from options.admits(*_reasons_of(entry))):
        return
    title = unescape_title(entry.field("TITLE")) or None
    body = _body_of(entry, where)
    if not body.text and not title:
        yield LeftOut("empty")
        return
    document = _document_of(entry, title, body, source)
    if document.id in seen:
        yield LeftOut("duplicate")
        return
    seen.add(document.id)
    yield from body.findings
    yield from (Lost(f"the section {name}", where, "it is unknown") for name in entry.unknown)
    yield document


def _reasons_of(entry: Entry) -> Iterator[Reason]:
    """Each reason why an entry is left out by default."""
    if entry.field("NO ENTRY") == "1":
        yield "comment"
    state = entry.field("STATUS").lower()
    if state not in _PUBLISHED:
        yield _STATES.get(state, "not public")


def _document_of(entry: Entry, title: str | None, body: Body, source: Source) -> Document:
    date, name = _date_of(entry), entry.field("BASENAME")
    author, address = entry.field("AUTHOR"), entry.field("UNIQUE URL")
    own = address or (f"{date.isoformat()} {name}" if date and name else "")
    return Document(
        id=identify("movable-type", "", own)
        if own
        else identify_text("movable-type", title or "", entry.field("DATE"), body.text),
        kind=kind_of(title, body.text),
        text=body.text,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=bool(own),
        title=title,
        author=author if author and "@" not in author else None,
        date=date,
        source=address if address.startswith(("http://", "https://")) else None,
        tags=tuple(dict.fromkeys(_tags_of(entry))),
        media=body.media,
    )


def _body_of(entry: Entry, where: str) -> Body:
    texts = (entry.sections.get(name, "") for name in ("BODY", "EXTENDED BODY"))
    text = "\n\n".join(filter(None, texts)) or entry.sections.get("EXCERPT", "")
    markup = entry.field("CONVERT BREAKS").lower()
    if markup.startswith("markdown"):
        return _markdown_body(text, where)
    body = read_body(text if markup in _AS_IT_IS else add_paragraphs(text), where)
    if markup.startswith(_MARKUP):
        lost = Lost(f"the markup “{markup}”", where, "sitegen does not know it")
        body = body._replace(findings=(*body.findings, lost))
    return body


def _markdown_body(text: str, where: str) -> Body:
    body = convert_body(text, {}, lambda _: None, Dialect(joins_lines=True, has_tags=False))
    return Body(body.text, body.media, tuple(losses_in(body.lost, body.media, where)))


def _tags_of(entry: Entry) -> Iterator[str]:
    """The tags, of which those with spaces are in quotation marks, and the categories."""
    for line in entry.fields.get("TAGS", ()):
        tags = (quoted or bare for quoted, bare in _TAG.findall(line))
        yield from filter(None, (unescape_title(tag) for tag in tags))
    for name in ("PRIMARY CATEGORY", "CATEGORY"):
        yield from map(unescape_title, entry.fields.get(name, ()))


def _date_of(entry: Entry) -> datetime | None:
    for form in _DATES:
        try:
            return parse_date(datetime.strptime(entry.field("DATE"), form).isoformat())
        except ValueError:
            continue
    return None


READER = Reader(
    "movable-type",
    "an export of Movable Type, TypePad or Hatena Blog",
    recognise_files("movabletype"),
    _read,
    ("draft", "scheduled", "pending", "private", "comment", "not public", "empty", "duplicate"),
)
