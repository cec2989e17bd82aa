"""Reads archives of Buttondown: a table of all e-mails, and the text of each in a Markdown file."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import Body, kind_of, read_body, without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Withheld
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import Reader
from sitegen.readers.records.values import list_in
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table, read_json
from sitegen.readers.streams.decoding import read_text_of
from sitegen.readers.streams.json_values import objects_in
from sitegen.readers.web_addresses import host_of

_Row = Mapping[str, str]

_COLUMNS = frozenset({"id", "subject", "publish_date", "slug"})
_TEXTS = r"emails/[^/]*\.(?:md|html)"
_MODE = re.compile(r"\A\s*<!-- buttondown-editor-mode: (\w+) -->")
"""The first line of a text: ``fancy`` is HTML, ``plaintext`` Markdown."""
_STATES: Mapping[str, Reason] = {
    "draft": "draft",
    "managed_by_rss": "draft",
    "scheduled": "scheduled",
    "about_to_send": "scheduled",
    "deleted": "trash",
}
_SENT = frozenset({"", "sent", "imported", "in_flight", "resending", "throttled", "published"})
_TYPES: Mapping[str, Reason] = {
    "private": "private",
    "premium": "paid",
    "free": "followers only",
    "hidden": "hidden",
}
_PUBLIC = frozenset({"", "public", "archival"})


def _recognise(source: Source) -> float:
    table = _table_of(source)
    if source.kind == "file" or table is None or not source.find(_TEXTS):
        return 0.0
    head = table.head
    columns = head.json.outer if head.json else head.table.columns if head.table else ()
    return 0.9 if _COLUMNS.issubset(columns) else 0.0


def _table_of(source: Source) -> Entry | None:
    return source.first(r"emails\.json") or source.first(r"emails\.csv")


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    table = _table_of(source)
    if table is None:
        raise DumpError("the archive holds no table of its e-mails", path=source.path)
    texts = {entry.base.rpartition(".")[0]: entry for entry in source.find(_TEXTS)}
    seen: set[str] = set()
    for row in _rows(table):
        if not isinstance(row, Mapping):
            yield row
            continue
        own, name = row.get("id", ""), row.get("slug") or row.get("id", "")
        if own and own in seen:
            yield LeftOut("duplicate")
            continue
        seen.add(own)
        yield from _read_row(row, texts.pop(name, None), source, options)
    if texts:  # no row says that they were published
        yield LeftOut("not public", len(texts))


def _rows(table: Entry) -> Iterator[_Row | Finding]:
    if table.base.lower().endswith(".json"):
        for item in objects_in(read_json(table)):
            yield {key: _cell(value) for key, value in item.items()}
        return
    for row in open_table(table).rows():
        yield {k: v.strip() for k, v in row.cells.items()} if isinstance(row, Row) else row


def _cell(value: object) -> str:
    """A value as a table has it."""
    if isinstance(value, list):
        return json.dumps(value)
    return "" if value is None else str(value).strip()


def _read_row(
    row: _Row, entry: Entry | None, source: Source, options: ReadOptions
) -> Iterator[Document | Finding]:
    if reasons := tuple(_reasons(row)):
        withheld = Withheld(_id_of(row), parse_date(row.get("publish_date", "")))
        if not (yield from options.admits(*reasons, withheld=withheld)):
            return
    text, findings = read_text_of(entry) if entry else (row.get("body", ""), ())
    yield from findings
    title = row.get("subject") or None
    body = _body(text, title or row.get("slug", ""))
    shown = without_title(body.text, title)
    if not shown:
        yield LeftOut("empty")
        return
    yield from body.findings
    address = row.get("absolute_url") or row.get("canonical_url", "")
    yield Document(
        id=_id_of(row),
        kind=kind_of(title, shown),
        text=shown,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=True,
        title=title,
        date=parse_date(row.get("publish_date", "")),
        source=address if host_of(address) else None,
        tags=tuple(filter(None, list_in(row.get("tags", "")))),
        media=body.media,
    )


def _id_of(row: _Row) -> str:
    return identify("buttondown", "", row.get("id", ""))


def _reasons(row: _Row) -> Iterator[Reason]:
    """Each reason why an e-mail is left out by default."""
    state, kind = row.get("status", "").lower(), row.get("email_type", "").lower()
    if kind not in _PUBLIC:
        yield _TYPES.get(kind, "not public")
    if state not in _SENT:
        yield _STATES.get(state, "not public")
    date = parse_date(row.get("publish_date", ""))
    if date is None:
        yield "draft"
    elif date > datetime.now(UTC):
        yield "scheduled"


def _body(text: str, where: str) -> Body:
    mode = _MODE.match(text)
    text = text[mode.end() :] if mode else text
    if mode and mode[1] == "fancy":
        return read_body(text, where)
    body = convert_body(text, {}, lambda _: None, Dialect(joins_lines=False))
    losses = losses_in(body.lost, body.media, where, "a picture")
    return Body(body.text, body.media, tuple(losses))


READER = Reader(
    "buttondown",
    "an archive of Buttondown",
    _recognise,
    _read,
    (
        "draft", "scheduled", "trash", "private", "hidden", "paid", "followers only", "not public",
        "duplicate", "empty",
    ),
)  # fmt: skip
