r"""Reads journals of LiveJournal and Dreamwidth.

- the export by month, XML or CSV:
  https://github.com/apparentlymart/livejournal/blob/master/htdocs/export_do.bml
- a dump of ``jbackup.pl`` as XML
- a folder of ``ljdump``, with a file ``L-<number>`` for each entry

Each entry says who may read it. In the first, one that does not say so is left out; the programs
write nothing on entries that are public. Comments, which lie alongside or within, are never read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body, without_title
from sitegen.readers.bookmarks import clean_tags
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import (
    Finding,
    LeftOut,
    Lost,
    ReadOptions,
    Reason,
    Remark,
    Unread,
    Withheld,
)
from sitegen.readers.html import unescape_title
from sitegen.readers.html.wordpress import add_paragraphs
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table
from sitegen.readers.streams.xml_files import attribute, child, children, local_name, parse_xml
from sitegen.readers.streams.xml_items import stream_xml
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.web_addresses import host_of

_FILES = r"L-\d+"
_NUMBER = re.compile(r"\d{1,18}")
_AUDIENCES: Mapping[str, Reason] = {"private": "private", "usemask": "followers only"}
_USER = re.compile(
    r"<(?:lj|user)\b(?=[^<>]*?\s(?:user|comm|name)\s*=\s*[\"']?(?P<name>[\w-]+))"
    r"(?:[^<>]*?\ssite\s*=\s*[\"']?(?P<site>[\w.-]+))?[^<>]*>(?:\s*</(?:lj|user)>)?",
    re.IGNORECASE,
)
"""The name of an account, which is shown as a link to its journal."""
_OWN_ELEMENT = re.compile(r"</?lj-(?P<name>[a-z]+)[^<>]*>", re.IGNORECASE)
"""Such as ``<lj-cut>``, around what readers see after a click."""
_LOST = {"embed": "a player", "poll": "a poll", "template": "a part that LiveJournal makes"}
"""Own elements that name what stands elsewhere."""
_SITE = "livejournal.com"
_NO_ZONE = Remark("A LiveJournal export names no time zone; its times were read as UTC.")


class _Entry(NamedTuple):
    """An entry of a journal."""

    own_id: str
    """The number in its address: that in the database, times 256, and a random part."""
    subject: str
    event: str
    time: str
    security: str
    """``public``, ``usemask`` (for friends), ``private``, or what else the dump says."""
    tags: str = ""
    address: str = ""
    author: str = ""
    is_formatted: bool = False
    """Whether line ends are no breaks."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    dumps = source.entries if source.file else source.find(_FILES)
    yield from (Unread(entry.name) for entry in source.besides(dumps))
    yield _NO_ZONE
    seen: set[str] = set()
    for dump in dumps:
        for entry in _entries_in(dump):
            if isinstance(entry, _Entry):
                yield from _read_entry(entry, source.name, options, seen)
            else:
                yield entry


def _entries_in(dump: Entry) -> Iterator[_Entry | Finding]:
    if dump.head.table is not None:
        yield from _in_table(dump)
    elif "<entry" in dump.head.text:
        yield from _in_export(dump)
    else:
        yield from _in_backup(dump)


def _in_table(dump: Entry) -> Iterator[_Entry | Finding]:
    for row in open_table(dump).rows():
        yield _exported(row.cells) if isinstance(row, Row) else row


def _in_export(dump: Entry) -> Iterator[_Entry | Finding]:
    for node in stream_xml(dump, "entry"):
        if not isinstance(node, Node):
            yield node
        elif node.local == "entry":
            yield _exported({field.local: field.text for field in node.children})


def _exported(fields: Mapping[str, str]) -> _Entry:
    return _Entry(
        own_id=fields.get("itemid", ""),
        subject=fields.get("subject", ""),
        event=fields.get("event", ""),
        time=fields.get("eventtime") or fields.get("logtime", ""),
        security=fields.get("security", "") or "unknown",
    )


def _in_backup(dump: Entry) -> Iterator[_Entry | Finding]:
    """The entries of a dump of jbackup, or the one in a file of ljdump."""
    try:
        root = parse_xml(dump)
    except DumpError as error:
        yield Lost("an entry", dump.name, error.message)
        return
    if local_name(root) == "livejournal":
        yield from map(_backed_up, children(child(root, "events")))
    else:
        yield _downloaded(root, dump)


def _backed_up(event: ET.Element) -> _Entry:
    properties = children(child(event, "props"))
    props = {attribute(each, "name"): attribute(each, "value") for each in properties}
    return _Entry(
        own_id=attribute(event, "ditemid"),
        subject=_text(event, "subject"),
        event=_text(event, "event"),
        time=_text(event, "date"),
        security=attribute(event, "security") or "public",
        tags=props.get("taglist", ""),
        author=attribute(event, "poster"),
        is_formatted=props.get("opt_preformatted", "0") not in ("", "0"),
    )


def _downloaded(event: ET.Element, dump: Entry) -> _Entry:
    props = child(event, "props")
    item, part = _text(event, "itemid"), _text(event, "anum")
    is_numbered = bool(_NUMBER.fullmatch(item) and _NUMBER.fullmatch(part))
    return _Entry(
        own_id=str(256 * int(item) + int(part)) if is_numbered else dump.base,
        subject=_text(event, "subject"),
        event=_text(event, "event"),
        time=_text(event, "eventtime"),
        security=_text(event, "security") or "public",
        tags=_text(props, "taglist"),
        address=_text(event, "url"),
        author=_text(event, "poster"),
        is_formatted=_text(props, "opt_preformatted") not in ("", "0"),
    )


def _text(element: ET.Element | None, name: str) -> str:
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""


def _read_entry(
    entry: _Entry, dump: str, options: ReadOptions, seen: set[str]
) -> Iterator[Document | Finding]:
    account = host_of(entry.address)
    own = identify("livejournal", account, entry.own_id or f"{entry.time} {entry.subject}")
    date = parse_date(entry.time)
    reasons = [*_reasons(entry)]
    if own in seen:
        reasons.append("duplicate")
    seen.add(own)
    withheld = Withheld(own, date, source=entry.address or None)
    if not (yield from options.admits(*reasons, withheld=withheld)):
        return
    title = unescape_title(entry.subject) or None
    body = read_body(_html_of(entry), entry.address or title or entry.time)
    if not body.text and not title:
        yield LeftOut("empty")
        return
    yield from body.findings
    yield from (
        Lost(what, title or entry.time, "the export does not hold it") for what in _lost_in(entry)
    )
    yield Document(
        id=own,
        kind=kind_of(title, body.text),
        text=without_title(body.text, title),
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=entry.author or None,
        date=date,
        source=entry.address if account else None,
        tags=clean_tags(entry.tags.split(",")),
        media=body.media,
    )


def _reasons(entry: _Entry) -> Iterator[Reason]:
    if entry.security != "public":
        yield _AUDIENCES.get(entry.security, "not public")


def _html_of(entry: _Entry) -> str:
    html = _OWN_ELEMENT.sub("", _USER.sub(_link, entry.event))
    return html if entry.is_formatted else add_paragraphs(html)


def _link(found: re.Match[str]) -> str:
    """A link to a journal, whose host has hyphens for the underscores in its name."""
    name, site = found["name"], found["site"] or _SITE
    return f'<a href="https://{name.replace("_", "-")}.{site}/">{name}</a>'


def _lost_in(entry: _Entry) -> Iterator[str]:
    names = (found["name"].lower() for found in _OWN_ELEMENT.finditer(entry.event))
    yield from (_LOST[name] for name in names if name in _LOST)


READER = Reader(
    "livejournal",
    "a LiveJournal export (XML, CSV), or a backup by jbackup or ljdump",
    recognise_formats("livejournal", "livejournal-csv", "livejournal-zip", "livejournal-tar"),
    _read,
    ("followers only", "private", "not public", "duplicate", "empty"),
)
