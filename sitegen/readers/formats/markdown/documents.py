"""Makes documents of the items of a Markdown text."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from textwrap import dedent
from types import MappingProxyType
from typing import NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.bookmarks import reason_against_address
from sitegen.readers.date_order import DateOrder, find_order
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Remark, Withheld
from sitegen.readers.formats.markdown.footnotes import find_footnotes, with_footnotes
from sitegen.readers.formats.markdown.heading_dates import BYLINE, DATE, date_alone, date_beside
from sitegen.readers.formats.markdown.lines import read_lines
from sitegen.readers.formats.markdown.links import LinkLead, account_site, read_lead, read_titled
from sitegen.readers.formats.markdown.splitting import Item
from sitegen.readers.identity import identify_text
from sitegen.readers.markdown.body import Body, Dialect, convert_body
from sitegen.readers.markdown.fields import (
    author_of,
    cover_of,
    date_of,
    language_of,
    link_of,
    lost_dates,
    source_of,
    tags_of,
    title_of,
    with_clear_dates,
    written_dates,
)
from sitegen.readers.markdown.header import split_metadata, split_state
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.markdown.states import (
    keys_of_states,
    reason_of_unknown_state,
    remarks_on_states,
)
from sitegen.readers.markdown.titles import plain_words
from sitegen.readers.restrictions import reason_of_written_title
from sitegen.readers.text.separators import is_explicit

_DIALECT = Dialect(joins_lines=False, has_tags=False)
_FILE = Dialect()
"""That of a file for a generator: one text with a header."""
_BOLD_LINE = re.compile(r"(?:\*\*|__)(?P<words>[^*_\n]{2,90}?):?(?:\*\*|__):?[ \t]*$")
_JOINT = re.compile(r"^[ \t]*[-–—:|·][ \t]+")
_RULE = re.compile(r" {0,3}(?:[-*_][ \t]*){3,}")
_STARTS_LIST = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")
_CONTENTS = re.compile(
    r"(?:[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?\*{0,2}\[[^\n]*\]\(#[^()\s]*\)\*{0,2}[ \t]*\n*)+"
)
"""A table of contents: items that lead to headings of the text, or a link back to it."""
_SAME_HOST = 0.8
_FEWEST = 3
_LEAD_LINES = 4
_NUMERIC = re.compile(r"(?<![\d/-])\d{1,2}([/-])\d{1,2}\1\d{4}(?![\d/-])")


def make_documents(
    items: Sequence[Item], texts: Sequence[str], file: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    """The documents of items, in order, and what is left out."""
    is_file = len(items) == 1 and items[0].has_own_fields and not is_explicit(texts)
    order = find_order([*_written_dates(items, texts), *written_dates(texts)])
    footnotes = find_footnotes(texts) if len(items) > 1 else {}
    dialect = _FILE if is_file else _DIALECT
    made = [_make(item, texts, footnotes, file, dialect, order) for item in items]
    if order.remark:
        yield Remark(order.remark)
    own = _own_site([document for _, document, _ in made])
    published_by = keys_of_states(["\n".join(texts)])
    earlier: set[str] = set()
    for item, found, body in made:
        document = _published(found, own)
        reasons = tuple(_reasons(item, document, published_by))
        if reasons:
            withheld = Withheld(document.id, document.date, source=document.source)
            if not (yield from options.admits(*reasons, withheld=withheld)):
                continue
        if left_out := _reason_against(item, document, earlier, is_alone=len(items) == 1):
            yield left_out
            continue
        earlier.add(document.id)
        yield document
        yield from _findings(document, body, file)
        if item.has_own_fields:
            yield from lost_dates(item.fields, file, is_dated=document.date is not None)
            yield from remarks_on_states(item.fields)


def _reasons(item: Item, document: Document, published_by: Collection[str]) -> Iterator[Reason]:
    """Each reason why an item is not public, by its header and its title."""
    yield from reasons_to_leave_out(item.fields, document.date)
    if reason := reason_of_unknown_state(item.fields, published_by):
        yield reason
    own_title = None if document.link else document.title
    if reason := reason_of_written_title(own_title):
        yield reason


def _reason_against(
    item: Item, document: Document, earlier: set[str], *, is_alone: bool
) -> LeftOut | None:
    """Why an item that is published makes no document; None if it makes one."""
    if not (document.text or document.link or document.media):
        return LeftOut("empty")
    if not is_alone and _CONTENTS.fullmatch(document.text):
        return LeftOut("other kind")
    if document.id in earlier:
        return LeftOut("duplicate")
    link = document.link if item.is_link else None
    return reason_against_address(link.address) if link else None


def _written_dates(items: Iterable[Item], texts: Sequence[str]) -> Iterator[str]:
    """The dates in numbers at the beginnings of items."""
    for item in items:
        for line in (item.group, *texts[item.start : item.start + _LEAD_LINES]):
            if found := _NUMERIC.search(line):
                yield found[0]


def _clear(line: str, order: DateOrder) -> str:
    return _NUMERIC.sub(lambda found: order.clear(found[0]), line) if order.is_day_first else line


def _date_of_lead(text: str, item: Item, order: DateOrder) -> datetime | None:
    """The date that the first lines say, in the order of the text."""
    lines = text.split("\n", _LEAD_LINES)
    cleared = [_clear(line, order) for line in lines[:_LEAD_LINES]]
    return _read_lead("\n".join([*cleared, *lines[_LEAD_LINES:]]), item).date


def _make(
    item: Item,
    texts: Sequence[str],
    footnotes: Mapping[str, str],
    file: str,
    dialect: Dialect,
    order: DateOrder,
) -> tuple[Item, Document, Body]:
    start, stop = _trim(item, texts)
    text = with_footnotes("\n".join(texts[start:stop]), footnotes)
    text = dedent(text) if _STARTS_LIST.match(text.lstrip(" \t")) else text
    lead = _Lead(text) if item.is_plain else _read_lead(text, item)
    if lead.date and order.is_day_first:
        lead = lead._replace(date=_date_of_lead(text, item, order))
    own = {**(item.fields if item.has_own_fields else {}), **lead.fields}
    item = item._replace(fields={**item.fields, **lead.fields})
    body = Body(text) if item.is_plain else _convert(lead.text, item, dialect)
    title, link = title_of(own) or lead.title, link_of(own) or lead.link
    kind = kind_of(title, body.text)
    document = Document(
        id=identify_text("markdown", title or "", link.address if link else "", body.text),
        kind=kind,
        text=body.text,
        place=DumpPlace(file, (start + 1, max(stop, start + 1))),
        confidence=item.confidence,
        is_markdown=not item.is_plain,
        title=title,
        author=author_of(item.fields),
        date=lead.date
        or date_beside(_clear(item.group, order))
        or date_of(with_clear_dates(item.fields, order)),
        source=source_of(own),
        link=link,
        tags=tuple(dict.fromkeys((*tags_of(own), *body.tags))),
        lang=language_of(item.fields),
        media=(*_cover(own, body), *body.media),
    )
    return item, document, body


def _cover(fields: Mapping[str, object], body: Body) -> tuple[Medium, ...]:
    """The picture above a text that its header names, unless the text shows it."""
    found = cover_of(fields)
    if found is None or any(medium.name == found[0] for medium in body.media):
        return ()
    return (Medium(*found),)


def _trim(item: Item, texts: Sequence[str]) -> tuple[int, int]:
    """The lines of an item without blank lines around them, and without rules at the end."""
    start, stop = item.start, item.stop
    while stop > start and (not texts[stop - 1].strip() or _RULE.fullmatch(texts[stop - 1])):
        stop -= 1
    while start < stop and not texts[start].strip():
        start += 1
    return start, stop


def _convert(text: str, item: Item, dialect: Dialect) -> Body:
    return convert_body(text, item.fields, lambda _: None, dialect)


class _Lead(NamedTuple):
    """What the first lines of an item say, and its text without them."""

    text: str
    title: str | None = None
    link: LinkTarget | None = None
    date: datetime | None = None
    fields: Mapping[str, object] = MappingProxyType({})
    """The values of keys on lines of their own, below the heading."""


def _read_lead(text: str, item: Item) -> _Lead:
    if item.is_link and (titled := read_titled(text)):
        return _with_fields(_Lead(titled.rest, titled.target.title or None, titled.target))
    if item.is_link and (found := read_lead(text, is_item=True)):
        return _Lead(_comment(found), found.target.title or None, found.target)
    first, _, rest = text.partition("\n")
    second, _, below = rest.partition("\n")
    heading = read_lines([first, *rest.split("\n", 2)[:2]])[0]
    if heading.kind == "heading":
        is_underlined = not first.lstrip().startswith("#")
        lead = _heading_lead(heading.words, (below if is_underlined else rest).lstrip("\n"))
        return _with_fields(lead)
    bold = _BOLD_LINE.match(first)
    if bold and rest and not second.strip():
        return _with_fields(_with_date(_Lead(below.lstrip("\n"), plain_words(bold["words"]))))
    return _Lead(text)


def _with_fields(lead: _Lead) -> _Lead:
    """The lead with the values of lines ``Key: value`` below the heading."""
    found = split_metadata(lead.text) or split_state(lead.text)
    if found is None:
        return lead
    return lead._replace(text=found.body.lstrip("\n"), fields={**lead.fields, **found.fields})


def _comment(found: LinkLead) -> str:
    """The words on a link: those behind it, and what is indented below."""
    first, _, rest = found.rest.partition("\n")
    below = dedent(rest.replace("\t", "    "))
    joint = "\n\n" if first.strip() and _STARTS_LIST.match(below) else "\n"
    return joint.join(filter(None, (first.strip(), below))).strip("\n")


def _heading_lead(words: str, rest: str) -> _Lead:
    linked = read_lead(words, is_item=False)
    if linked is not None and (date := date_alone(linked.rest.strip(" ()"))):
        return _Lead(rest, linked.target.title or None, linked.target, date)
    if linked is not None and not linked.rest.strip():
        return _with_date(_Lead(rest, linked.target.title or None, linked.target))
    dated = DATE.match(words)
    date = parse_date(dated["date"]) if dated else None
    if dated and date:
        title = _JOINT.sub("", words[dated.end() :])
        linked = read_lead(title, is_item=False)
        link = linked.target if linked and not linked.rest.strip() else None
        return _Lead(rest, plain_words(title) or None, link, date)
    if date := date_beside(words):
        return _Lead(rest, plain_words(words) or None, None, date)
    return _with_date(_Lead(rest, plain_words(words) or None))


def _with_date(lead: _Lead) -> _Lead:
    """The lead with the date on its next line, if that is all of the line."""
    first, _, rest = lead.text.partition("\n")
    if (written := BYLINE.fullmatch(first)) and (date := parse_date(written["date"])):
        fields = {"author": written["author"]}
        return lead._replace(date=date, text=rest.lstrip("\n"), fields=fields)
    date = date_alone(first)
    return lead._replace(date=date, text=rest.lstrip("\n")) if date else lead


def _own_site(documents: Sequence[Document]) -> str | None:
    """The website that linked headings lead to, if it is one and the same: that of the author.

    On a website of many, it is one account there.
    """
    sites = [
        account_site(d.link.address) for d in documents if d.link and d.title and len(d.text) > 0
    ]
    linked = [site for site in sites if site]
    if len(linked) < _FEWEST or len(linked) < _SAME_HOST * len(documents):
        return None
    most = max(set(linked), key=linked.count)
    return most if linked.count(most) >= _SAME_HOST * len(linked) else None


def _published(document: Document, own_site: str | None) -> Document:
    """The document with its link as its own address, if it is on the author's website."""
    link = document.link
    if own_site and link and account_site(link.address) == own_site and not document.source:
        return replace(document, source=link.address, link=None)
    return document


def _findings(document: Document, body: Body, file: str) -> Iterator[Finding]:
    place = f"{file}, line {document.place.lines[0]}" if document.place.lines else file
    yield from losses_in(body.lost, document.media, place)
