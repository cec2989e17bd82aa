"""Reads Substack exports: ``posts.csv``, and the text of each post as HTML.

The files beside them hold the addresses of readers. They are never opened.

- ``passages``: leaves out the passages of a post that are for subscribers
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from urllib.parse import unquote

from sitegen.markdown import escape_post
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of, read_body, without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import (
    Finding,
    Included,
    LeftOut,
    Lost,
    ReadOptions,
    Reason,
    Unread,
    Withheld,
)
from sitegen.readers.formats.substack.passages import PublicPart, public_part
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table
from sitegen.readers.streams.decoding import read_text_of

_TABLE = r"posts\.csv"
_RESIZED = re.compile(
    r"https://(?:substackcdn\.com|cdn\.substack\.com)/image/fetch/[^\"'\s]*?(https?(?::|%3A)[^\"'\s]+)"
)
"""The address of a picture in some size, which ends with that of the picture itself."""
_AUDIENCES: Mapping[str, Reason] = {
    "only_free": "followers only",
    "only_paid": "paid",
    "founding": "paid",
}
_POST_FILE = re.compile(r"\d+\.[\w-]+\.html")
"""The name of the file with the text of a post: its id and slug."""
_WHOLE_PAGE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_TRUE = frozenset({"true", "1", "wahr", "vrai", "verdadero", "vero", "verdadeiro", "waar"})
"""Also as Excel writes it in German, French, Spanish, Italian, Portuguese and Dutch."""
_TYPES = frozenset({"newsletter", "podcast", "thread", "video", ""})


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return 0.0
    if not source.find(_TABLE):
        return 0.9 if _are_only_texts(source) else 0.0
    return 0.9 if _tables_in(source) else 0.0


def _tables_in(source: Source) -> list[Entry]:
    """The tables of posts: one for each publication."""
    tables = source.find(_TABLE)
    return [each for each in tables if "post_id" in each.head.text.partition("\n")[0]]


def _are_only_texts(source: Source) -> bool:
    """Whether these are the texts of an export without its table of posts.

    Web pages may have such names, too, but the texts of Substack are only parts of pages.
    """
    texts = source.find(r"[^/]*\.html?")
    return bool(texts) and all(
        _POST_FILE.fullmatch(text.base) and not _WHOLE_PAGE.match(text.head.text) for text in texts
    )


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    tables = _tables_in(source)
    if not tables:
        raise source.entries[0].error(
            "is from a Substack export without posts.csv, which says what is published",
            hint="import the whole export, as downloaded from Substack",
        )
    files = {e.base.removesuffix(".html"): e for e in source.find(r"posts/[^/]*\.html")}
    seen: set[str] = set()
    for found in chain.from_iterable(open_table(table).rows() for table in tables):
        if not isinstance(found, Row):
            yield found
            continue
        row, own = found.cells, _cell(found.cells, "post_id")
        if own and own in seen:
            yield LeftOut("duplicate")
            continue
        seen.add(own)
        yield from _read_row(row, files, source, options)
    yield from (Unread(entry.name) for entry in source.besides((*tables, *files.values())))


def _read_row(
    row: Mapping[str, str], files: Mapping[str, Entry], source: Source, options: ReadOptions
) -> Iterator[Document | Finding]:
    own = _cell(row, "post_id")
    id_, date = identify("substack", "", own.partition(".")[0]), parse_date(_cell(row, "post_date"))
    if not (yield from options.admits(*_reasons(row), withheld=Withheld(id_, date))):
        return
    file = files.get(own) or files.get(own.partition(".")[0])
    if file is None:
        yield LeftOut("empty")
        return
    html, findings = read_text_of(file)
    yield from findings
    title = unescape_title(_cell(row, "title")) or None
    public = public_part(html, _admitted(options))
    body = read_body(_RESIZED.sub(lambda found: unquote(found[1]), public.html), title or file.name)
    subtitle = unescape_title(_cell(row, "subtitle"))
    text = without_title(body.text, title)
    sound = _cell(row, "podcast_url")
    if not text and not sound:
        yield _nothing_left(public, Withheld(id_, date), options)
        return
    yield from body.findings
    for _ in public.left_out:
        yield Lost("a passage for subscribers", title or file.name, "it is not public")
    if sound:
        yield Lost("a sound", sound, "the dump does not hold it")
    yield Document(
        id=id_,
        kind=kind_of(title, text),
        text=f"{escape_post(subtitle)}\n\n{text}" if subtitle and text else text,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=True,
        title=title,
        date=date,
        media=(*body.media, *([Medium(sound)] if sound else [])),
    )


def _admitted(options: ReadOptions) -> list[Reason]:
    """Whose passages the editor asked for."""
    audiences: tuple[Reason, ...] = ("followers only", "paid")
    return [reason for reason in audiences if isinstance(options.admit(reason), Included)]


def _nothing_left(public: PublicPart, withheld: Withheld, options: ReadOptions) -> Finding:
    """Why nothing of a post is read."""
    if not public.left_out:
        return LeftOut("empty")
    return options.admit(*public.left_out, withheld=withheld)


def _reasons(row: Mapping[str, str]) -> Iterator[Reason]:
    """Each reason why a post is left out by default."""
    if _cell(row, "is_published").lower() not in _TRUE:
        yield "draft"
    audience = _cell(row, "audience")
    if audience != "everyone":
        yield _AUDIENCES.get(audience, "not public")
    date = parse_date(_cell(row, "post_date"))
    if date and date > datetime.now(UTC):
        yield "scheduled"
    kind = _cell(row, "type")
    if kind == "page":
        yield "page"
    elif kind not in _TYPES:
        yield "other kind"


def _cell(row: Mapping[str, str], name: str) -> str:
    return row.get(name, "").strip()


READER = Reader(
    "substack",
    "a Substack export",
    _recognise,
    _read,
    (
        "draft", "scheduled", "followers only", "paid", "page", "other kind", "duplicate", "empty",
        "not public",
    ),
)  # fmt: skip
