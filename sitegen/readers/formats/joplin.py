"""Reads Joplin's own export (JEX, or a folder): a file for each note, notebook, tag and attachment.

A file holds the title, the text, and at its end lines such as ``type_: 1``; see
https://github.com/laurent22/joplin/blob/dev/readme/dev/spec/interop_with_joplin.md.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import Body, kind_of, read_body, without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_FILE = re.compile(r"(?:.*/)?(?P<id>[0-9a-f]{32})\.md")
_FIELDS = re.compile(r"(?:\A|\n)(?P<fields>(?:[a-z_]+:(?: [^\n]*)?\n)*type_: ?\d+)\s*\Z")
_ADDRESS = re.compile(r"(?<=\]\():/(?P<id>[0-9a-f]{32})(?P<rest>[^()\s]*)")
_SAMPLE = 5
_NOTE, _RESOURCE, _TAG, _TAG_OF_NOTE = "1", "4", "5", "6"
_PUBLIC = Remark(
    "A Joplin export says only in tags, if at all, which notes are public: those without such a "
    "tag were all read."
)
_DIALECT = Dialect(joins_lines=False, has_tags=False, is_in_folder=True)


class _Item(NamedTuple):
    """A note, a notebook, a tag or an attachment."""

    title: str
    text: str
    fields: Mapping[str, str]

    @property
    def type(self) -> str:
        return self.fields.get("type_", "")


@dataclass(slots=True)
class _Library:
    """What notes refer to by id."""

    files: dict[str, Entry] = field(default_factory=dict)
    """The files of attachments."""
    tags: dict[str, list[str]] = field(default_factory=dict)
    """The ids of the tags of each note."""
    names: dict[str, str] = field(default_factory=dict)
    """The names of the tags."""

    def tags_of(self, note: str) -> tuple[str, ...]:
        return tuple(self.names[tag] for tag in self.tags.get(note, ()) if tag in self.names)


def _recognise(source: Source) -> float:
    found = [entry for entry in source.entries if _FILE.fullmatch(entry.name)][:_SAMPLE]
    fewest = max(1, len(found) - 1)  # an archive that is cut off ends within a file
    return 0.95 if sum(map(_is_item, found)) >= fewest else 0.0


def _is_item(entry: Entry) -> bool:
    try:
        return _FIELDS.search(read_text_of(entry)[0]) is not None
    except DumpError:
        return False


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    yield _PUBLIC
    entries = [entry for entry in source.entries if _FILE.fullmatch(entry.name)]
    library = _library_of(source, entries)
    for entry in entries:
        try:
            text, findings = read_text_of(entry)
        except DumpError as error:
            yield Lost("a note", entry.name, error.message)
            continue
        item = _item_in(text)
        if item is None:
            yield LeftOut("incomplete")
        elif item.type == _NOTE:
            yield from findings
            yield from _read_note(item, library, source, options)


def _library_of(source: Source, entries: list[Entry]) -> _Library:
    library = _Library()
    for entry in source.find(r"resources/[0-9a-f]{32}(?:\.\w+)?"):
        library.files[entry.base.partition(".")[0]] = entry
    for entry in entries:
        try:
            item = _item_in(read_text_of(entry)[0])
        except DumpError:
            continue
        if item and item.type == _TAG:
            library.names[item.fields.get("id", "")] = item.title
        elif item and item.type == _TAG_OF_NOTE:
            tags = library.tags.setdefault(item.fields.get("note_id", ""), [])
            tags.append(item.fields.get("tag_id", ""))
    return library


def _item_in(text: str) -> _Item | None:
    text = text.replace("\r\n", "\n")
    found = _FIELDS.search(text)
    if found is None:
        return None
    lines = (line.partition(":") for line in found["fields"].split("\n"))
    fields = {key: value.strip() for key, _, value in lines}
    title, _, body = text[: found.start()].partition("\n")
    return _Item(title.strip(), body.strip("\n").rstrip(), fields)


def _read_note(
    item: _Item, library: _Library, source: Source, options: ReadOptions
) -> Iterator[Document | Finding]:
    own = item.fields.get("id", "")
    tags = library.tags_of(own)
    date = parse_date(item.fields.get("user_created_time") or item.fields.get("created_time"))
    if not (yield from options.admits(*_reasons(item, tags))):
        return
    body = _body_of(item, library)
    text = without_title(body.text, item.title)
    if not text and not item.title:
        yield LeftOut("empty")
        return
    yield from body.findings
    yield Document(
        id=identify("joplin", "", own),
        kind=kind_of(item.title, text),
        text=text,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=bool(own),
        title=item.title or None,
        author=item.fields.get("author") or None,
        date=date,
        source=item.fields.get("source_url") or None,
        tags=tags,
        media=body.media,
        locations=(f":/{own}",),
    )


def _reasons(item: _Item, tags: tuple[str, ...]) -> Iterator[Reason]:
    """Each reason why a note is left out by default."""
    if item.fields.get("is_conflict") == "1":
        yield "superseded"
    if item.fields.get("deleted_time", "0") not in ("", "0"):
        yield "trash"
    if item.fields.get("is_todo") == "1":
        yield "other kind"
    if item.fields.get("encryption_applied") == "1":
        yield "unsupported"
    yield from reasons_to_leave_out({"tags": [*tags]}, None)


def _body_of(item: _Item, library: _Library) -> Body:
    """The text, with the files of its pictures."""
    if item.fields.get("markup_language") == "2":
        return read_body(
            item.text,
            item.title,
            find=lambda address: _name_in(library, _id_in(address)),
            local_links="all",
        )
    text = _ADDRESS.sub(lambda found: _address_of(found, library), item.text)
    body = convert_body(text, {}, lambda name: library.files.get(_id_in(name)), _DIALECT)
    losses = losses_in(body.lost, body.media, item.title, "a picture")
    return Body(body.text, body.media, tuple(losses))


def _address_of(found: re.Match[str], library: _Library) -> str:
    """The name of an attachment; that of another note stays, for the importer."""
    entry = library.files.get(found["id"])
    return entry.name if entry else found[0]


def _name_in(library: _Library, id_: str) -> str | None:
    """The name of the file of an attachment; None if the dump does not hold it."""
    entry = library.files.get(id_)
    return entry.name if entry else None


def _id_in(name: str) -> str:
    return name.rpartition("/")[2].partition(".")[0]


READER = Reader(
    "joplin",
    "notes of Joplin (JEX, or the folder)",
    _recognise,
    _read,
    ("superseded", "trash", "unsupported", "private", "draft", "empty"),
)
