"""Records as documents: posts and essays with a text, link posts with an address only."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.articles import Body, kind_of, read_body, without_title
from sitegen.readers.bookmarks import Bookmark, clean_tags, link_post, web_address
from sitegen.readers.date_order import MONTH_FIRST, DateOrder
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark, Withheld
from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.identity import identify_text
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import FindEntry, losses_in
from sitegen.readers.records.audience_fields import NO_AUDIENCES, Audiences, reasons_of_audience
from sitegen.readers.records.clear_dates import with_clear_dates
from sitegen.readers.records.contents import (
    address_in,
    author_in,
    locations_in,
    media_in,
    string_in,
    tags_in,
    title_in,
)
from sitegen.readers.records.embedded import may_embed, with_embedded
from sitegen.readers.records.files import find_relative
from sitegen.readers.records.names import NameRole, with_name
from sitegen.readers.records.record_ids import date_in, is_global, is_vague, lost_dates, record_id
from sitegen.readers.records.roles import Roles, may_hold_record, roles_of, unwrapped
from sitegen.readers.records.selection import reasons_against, reasons_around
from sitegen.readers.records.texts import (
    Form,
    WrittenText,
    is_html,
    is_markdown,
    split_off_header,
    unread_texts,
    written_text,
)
from sitegen.readers.records.unclear_fields import UnclearFields
from sitegen.readers.records.unexplained_fields import remarks_on
from sitegen.readers.records.values import quotations_in
from sitegen.readers.restrictions import is_true, plain_name

_BLANK_START = re.compile(r"\A(?:[^\S\n]*\n)+")
_SUMMARIES = frozenset({"summary", "description", "desc"})
_OF_READING = frozenset(
    {"addedat", "savedat", "readat", "isread", "readingprogress", "readingtime", "wordcount"}
)
"""Fields of services for reading, such as GoodLinks, whose summaries are those of the pages."""
_SAVED = re.compile(r"starred|favou?rites|saved|read[ _-]?later", re.IGNORECASE)
"""The names of files with what others wrote."""
_MARKED = re.compile(r"bookmark|\bliked?\b|\blikes\b", re.IGNORECASE)
"""The names of files with what others wrote, if their records name authors."""
_DIALECT = Dialect(joins_lines=False)


class _Fields(NamedTuple):
    """A record with the roles of its fields, and what some of them hold."""

    record: Mapping[str, object]
    roles: Roles
    address: str
    date: datetime | None


class RecordReader:
    """Makes documents of records."""

    def __init__(self, service: str, dump: str, options: ReadOptions) -> None:
        self._service = service
        self._dump = dump
        self._place = DumpPlace(dump)
        self._options = options
        self._find: FindEntry = lambda _: None
        self._file = ""
        self._dates = MONTH_FIRST
        self._names: NameRole = "title"
        self._audiences, self._has_audiences = NO_AUDIENCES, False
        self._around: Collection[Reason] = ()
        self._dated = ""
        self._is_of_saved = self._is_of_marked = False
        self._saved = 0
        self._unclear = UnclearFields()
        self._unexplained: dict[str, None] = {}
        self._seen: set[tuple[str, int]] = set()
        self._now = datetime.now(UTC)

    def open_file(
        self,
        name: str,
        find: FindEntry,
        dates: DateOrder = MONTH_FIRST,
        names: NameRole = "title",
        audiences: Audiences = NO_AUDIENCES,
        around: Collection[Reason] = (),
        dated: str = "",
    ) -> None:
        """Tells from which file of the dump the next records are.

        Args:
            name: its name.
            find: returns the file of a picture in the dump, by its address in a record.
            dates: the order of day and month in its dates.
            names: what the field ``name`` beside a text is.
            audiences: the fields that say who may read a text, besides those with usual names.
            around: why none of the records is public.
            dated: the field with their dates, if its name does not say so.
        """
        self._names, self._audiences = names, audiences
        self._has_audiences, self._around = bool(audiences.fields or audiences.owners), around
        self._unexplained |= dict.fromkeys(audiences.unexplained)
        self._dated = dated
        self._file, self._find, self._dates = name, find, dates
        base = name.rpartition("/")[2]
        self._is_of_saved = _SAVED.search(base) is not None
        self._is_of_marked = _MARKED.search(base) is not None

    def remarks(self) -> Iterator[Remark]:
        """What the report says about all records that were read."""
        if self._saved:
            records = "record" if self._saved == 1 else "records"
            yield Remark(
                f"Of {self._saved:,} {records} only the link was read: the name of the file, or"
                " fields such as “starred”, “unread” and “bookmarked”, are those of saved articles,"
                " which are by others. If the texts are yours, add --include articles."
            )
        yield from self._unclear.remarks()
        yield from remarks_on(tuple(self._unexplained))

    def read(self, record: object, where: str) -> Iterator[Document | Finding]:
        """The document of a record, or why it has none."""
        if isinstance(record, str):
            record = {"text": record}
        if not isinstance(record, dict):
            yield LeftOut("unsupported")
            return
        try:
            yield from self._read(record, where)
        except RecursionError:
            yield Lost("a record", where, "it is nested too deeply")

    def _read(self, record: Mapping[str, object], where: str) -> Iterator[Document | Finding]:
        written = plain = record
        if not _is_flat(tuple(record)):
            plain = unwrapped(record)
            record = with_name(with_embedded(plain), self._names)
        if self._dated and self._dated in record:
            record = {**record, "date": record[self._dated]}
        record = with_clear_dates(record, self._dates)
        roles = roles_of(tuple(record))
        reasons = [*self._around, *reasons_against(record, roles)]
        reasons += reasons_around(written, plain)
        if self._has_audiences:
            reasons += reasons_of_audience(record, self._audiences)
        if headed := split_off_header(record, roles):
            record = headed.record
            reasons += headed.reasons
            roles = roles_of(tuple(record))
        if reasons:
            admitted = self._options.admit(*reasons, withheld=self._withheld(record, roles, where))
            yield admitted
            if isinstance(admitted, LeftOut):
                self._unclear.note(record, self._audiences)
                return
        for found in self._documents(record, roles, where):
            yield from self._admit(found) if isinstance(found, Document) else (found,)

    def _withheld(self, record: Mapping[str, object], roles: Roles, where: str) -> Withheld | None:
        """What tells a record that is not public in earlier files; None if it says nothing."""
        own = string_in(record, roles, "id") or address_in(record, roles)
        if not own:
            found = self._documents(record, roles, where)
            documents = (each for each in found if isinstance(each, Document))
            document = next(documents, None)
            return Withheld(document.id, document.date, None, self._file) if document else None
        date, updated = date_in(record, roles), date_in(record, roles, "updated")
        return Withheld(
            record_id(self._service, self._dump, own, record, roles), date, updated, self._file
        )

    def _admit(self, document: Document) -> Sequence[Document | Finding]:
        """A document, unless it repeats another one, or its date is in the future."""
        key = (document.id, hash((document.title, document.text)))
        if key in self._seen:
            return (LeftOut("duplicate"),)
        admitted = None
        if document.date and document.date > self._now:
            withheld = Withheld(document.id, document.date, document.updated, self._file)
            admitted = self._options.admit("scheduled", withheld=withheld)
            if isinstance(admitted, LeftOut):
                return (admitted,)
        self._seen.add(key)
        return (admitted, document) if admitted else (document,)

    def _documents(
        self, record: Mapping[str, object], roles: Roles, where: str
    ) -> Iterator[Document | Finding]:
        written = written_text(record, roles)
        if not written.text:
            for field in unread_texts(record, roles):
                yield Lost(
                    "a text", where, f"the form or the name of its field “{field}” is unknown"
                )
        fields = _Fields(record, roles, address_in(record, roles), date_in(record, roles))
        is_saved = self._is_saved(record, roles) and not self._options.with_articles
        if fields.address and (
            is_saved or not (written.text or _leads_elsewhere(record, roles))
        ):  # a saved article is somebody else's
            self._saved += bool(written.text)
            bookmark = _bookmark(fields, has_article=bool(written.text))
            bookmark = replace(bookmark, media=self._media_in(record, roles))
            yield from lost_dates(record, roles, where, is_dated=fields.date is not None)
            yield link_post(bookmark, self._service, self._dump)
            return
        written = written if written.text else _note_as_text(record, roles)
        title = title_in(record, roles)
        media = self._media_in(record, roles)
        if not (written.text or title or media):
            is_known = any(role in roles for role in ("text", "html", "note", "title"))
            yield LeftOut("empty" if is_known else "unsupported")
            return
        body = self._body(written, where, fields.address)
        yield from body.findings
        for what in written.lost:
            yield Lost(what, where, "pages cannot show it")
        media = _joined(body.media, media)
        for medium in media:
            if not (medium.is_in_text or medium.entry):
                yield Lost("a picture or another medium", medium.name, "the dump does not hold it")
        yield from lost_dates(record, roles, where, is_dated=fields.date is not None)
        shown = Body(body.text, media, ()) if media else body
        yield self._document(fields, title, written, shown)

    def _is_saved(self, record: Mapping[str, object], roles: Roles) -> bool:
        """Whether a text is one of somebody else that the person saved."""
        if "reading" in roles or self._is_of_saved:
            return True
        return "author" in roles and (self._is_of_marked or is_true(record.get("bookmarked")))

    def _body(self, written: WrittenText, where: str, address: str) -> Body:
        text = written.text
        if written.form == "html":
            find = partial(self._name_of_file, base=address)
            return read_body(text, where, base=address or None, find=find)
        if written.form == "plain":
            return Body(text, (), ())
        converted = convert_body(text, {}, self._find, _DIALECT)
        losses = losses_in(converted.lost, converted.media, where)
        return Body(converted.text, converted.media, tuple(losses))

    def _media_in(self, record: Mapping[str, object], roles: Roles) -> tuple[Medium, ...]:
        """The pictures and so on in the fields of a record, with their files."""
        if "media" not in roles:
            return ()
        media = media_in(record, roles)
        return tuple(
            m._replace(entry=file.name) if (file := self._find(m.name)) else m for m in media
        )

    def _name_of_file(self, address: str, base: str) -> str | None:
        file = find_relative(address, base, self._find)
        return file.name if file else None

    def _document(
        self, fields: _Fields, title: str | None, written: WrittenText, body: Body
    ) -> Document:
        record, roles, address, date = fields
        is_plain = written.form == "plain"
        text = _trimmed(body.text, title)
        linked = web_address(string_in(record, roles, "linked")) if "linked" in roles else ""
        author = author_in(record, roles)
        own = string_in(record, roles, "id") or address
        if own:
            id_ = record_id(self._service, self._dump, own, record, roles, date)
        else:
            moment = date.isoformat() if date else ""
            said = _trimmed(written.text, title) if written.form == "markdown" else text
            id_ = identify_text(self._service, title or "", said, author, moment)
        kind = kind_of(title, text)
        has_hashtags = kind == "post" and is_plain and "tags" not in roles
        return Document(
            id=id_,
            kind=kind,
            text=text,
            place=self._place,
            is_markdown=not is_plain,
            has_own_id=bool(own),
            has_vague_id=bool(own) and is_vague(own, date),
            title=title if title != text else None,
            author=author or None,
            date=date,
            updated=date_in(record, roles, "updated") if own and "updated" in roles else None,
            entry=self._file,
            source=web_address(address) if address and not address.startswith("/") else None,
            link=LinkTarget(linked, title or "") if linked else None,
            tags=_with_hashtags(tags_in(record, roles), text if has_hashtags else ""),
            lang=string_in(record, roles, "lang") or None,
            media=body.media,
            locations=locations_in(record, roles),
        )


@lru_cache(maxsize=1024)
def _is_flat(fields: tuple[str, ...]) -> bool:
    """Whether nothing in a record with these fields stands elsewhere, or has an unusual name."""
    return not (may_hold_record(fields) or may_embed(fields) or "name" in map(plain_name, fields))


def _with_hashtags(tags: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The tags, and the hashtags in a text."""
    found = hashtags_in(text)
    return clean_tags((*tags, *found)) if found else tags


def _joined(shown: tuple[Medium, ...], media: tuple[Medium, ...]) -> tuple[Medium, ...]:
    """The media that a text shows, and the others."""
    if not shown or not media:
        return shown or media
    known = {medium.entry or medium.name for medium in shown}
    return (*shown, *(m for m in media if (m.entry or m.name) not in known))


def _leads_elsewhere(record: Mapping[str, object], roles: Roles) -> bool:
    """Whether a record with an address is a post that links another page."""
    return bool(string_in(record, roles, "linked")) or roles.keys() >= {"linked", "permalink"}


def _note_as_text(record: Mapping[str, object], roles: Roles) -> WrittenText:
    text = string_in(record, roles, "note", "quotation")
    form: Form = "html" if is_html(text) else "markdown" if is_markdown(text) else "plain"
    return WrittenText(text, form)


def _trimmed(text: str, title: str | None) -> str:
    """The text without blank lines around it, and without a first line that repeats the title."""
    if text and text[0].isspace():
        text = _BLANK_START.sub("", text)
    text = text.rstrip()
    if title is None:
        return text
    text = without_title(text, title)
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if rest and first.strip() == title else text


def _bookmark(fields: _Fields, *, has_article: bool) -> Bookmark:
    """A bookmark; a summary is not the editor's beside the article, or of a service for reading."""
    record, roles, address, date = fields
    is_saved = not _OF_READING.isdisjoint(map(plain_name, record))
    of_page = _SUMMARIES if has_article else {"summary"} if is_saved else ()
    notes = tuple(field for field in roles.get("note", ()) if plain_name(field) not in of_page)
    roles = {**roles, "note": notes}
    own_id = string_in(record, roles, "id")
    marked = [record[field] for field in roles.get("quotation", ())]
    note = string_in(record, roles, "note")
    in_html = is_html(note)
    return Bookmark(
        address=address,
        title=string_in(record, roles, "title"),
        note=read_body(note, address, base=address).text if in_html else note,
        is_markdown=in_html,
        quotations=tuple(q for value in marked for q in quotations_in(value)),
        tags=tags_in(record, roles),
        date=date,
        author=author_in(record, roles),
        site=string_in(record, roles, "site"),
        own_id=own_id if is_global(own_id) else "",
    )
