"""Reads Ghost exports: tables of the database as JSON, alone or beside the pictures.

- ``cards``: the text as Ghost's editors store it
- ``parts``: its parts become Markdown
- ``served``: posts with their tags and authors, as Ghost's interfaces give them
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import Body, kind_of, read_body, without_title
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Withheld
from sitegen.readers.formats.ghost.cards import Part, parts_of_cards
from sitegen.readers.formats.ghost.parts import OWN_ADDRESS, lost_medium, read_parts
from sitegen.readers.formats.ghost.served import ServedPost, read_served
from sitegen.readers.html import image_markdown
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items

_CONTENT = re.compile(r"(?:^|/)(content/(?:images|media|files)/[^?#]+)")
_SIZE = re.compile(r"(?<=/images/)size/w\d+(?:h\d+)?/(?:format/\w+/)?")
_STATUSES: Mapping[str, Reason] = {
    "draft": "draft",
    "scheduled": "scheduled",
    "sent": "followers only",
}
_VISIBILITIES: Mapping[str, Reason] = {
    "members": "followers only",
    "paid": "paid",
    "tiers": "paid",
    "filter": "paid",
}
_UNTITLED = "(Untitled)"
"""The title that Ghost gives to posts without one."""
_Row = Mapping[str, Any]
_confidence = recognise_formats("ghost")


class _Tables(NamedTuple):
    """What belongs to the posts."""

    tags: Mapping[str, tuple[str, ...]]
    """The names of the tags of each post, by its id."""
    authors: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    """The names of the authors, by their ids."""
    meta: Mapping[str, _Row]


def _exports_in(source: Source) -> list[Entry]:
    """The files with posts; a folder may hold those of several blogs, or of several days."""
    if source.file:
        return [source.file]
    return [e for e in source.find(r".*\.json") if _confidence(source.only(e)) >= 0.75]


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return _confidence(source)
    is_named = source.first(r"content/images/.*", r".*ghost.*\.json") is not None
    return 0.9 if is_named and _exports_in(source) else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    exports = _exports_in(source)
    if not exports:
        raise source.entries[0].error("is no export of Ghost")
    files = _files_in(source)
    for entry in exports:
        yield from _read_export(entry, files, options, source)


def _read_export(
    entry: Entry, files: Mapping[str, str], options: ReadOptions, source: Source
) -> Iterator[Document | Finding]:
    tables = _read_tables(entry)
    seen: set[str] = set()
    for post in _posts_in(entry, tables):
        if isinstance(post, Lost):
            yield post
            continue
        row = post.row
        own = _own_id(row)
        meta = tables.meta.get(own, {})
        reasons = [*_reasons(row, meta)]
        if own and own in seen:
            reasons.insert(0, "duplicate")
        seen.add(own)
        if reasons:
            withheld = Withheld(_id_of(row), _date_of(row), _updated_of(row), entry.name)
            if not (yield from options.admits(*reasons, withheld=withheld)):
                continue
        yield from _make_document(post, meta, files, DumpPlace(source.name), entry.name)


def _own_id(row: _Row) -> str:
    return str(row.get("id") or row.get("uuid") or row.get("slug") or "")


def _id_of(row: _Row) -> str:
    return identify("ghost", "", str(row.get("uuid") or _own_id(row)))


def _posts_in(entry: Entry, tables: _Tables) -> Iterator[ServedPost | Lost]:
    """The posts with the names of their tags and authors."""
    path = _path_of_served(entry)
    if path is not None:
        for item in stream_items(entry, *path):
            if isinstance(item, dict):
                yield read_served(item)
            elif isinstance(item, Lost):
                yield item
        return
    for row in _rows(entry, "posts"):
        if isinstance(row, Lost):
            yield row
            continue
        own = _own_id(row)
        authors = tables.authors.get(own) or (tables.names.get(str(row.get("author_id"))),)
        yield ServedPost(row, tables.tags.get(own, ()), tuple(filter(None, authors)), None)


def _path_of_served(entry: Entry) -> tuple[str, ...] | None:
    """Where the posts are that carry their tags and authors; None if tables hold them."""
    head = entry.head.json
    keys = head.outer if head else frozenset()
    if "posts" in keys:
        return ("posts",)
    return () if "slug" in keys or {"url", "data"} <= keys else None


def _rows(entry: Entry, table: str) -> Iterator[_Row | Lost]:
    """The rows of a table; older exports have no ``db`` around the tables."""
    for path in (("db", 0, "data", table), ("data", table)):
        count = 0
        for item in stream_items(entry, *path):
            count += 1
            if isinstance(item, dict | Lost):
                yield item
        if count:
            return


def _read_tables(entry: Entry) -> _Tables:
    def rows(table: str) -> list[_Row]:
        return [row for row in _rows(entry, table) if not isinstance(row, Lost)]

    tag_names = {str(row.get("id")): str(row.get("name") or "") for row in rows("tags")}
    names = {str(row.get("id")): str(row.get("name") or "") for row in rows("users")}
    tags = _by_post(rows("posts_tags"), "tag_id", tag_names)
    public = {id_: tuple(n for n in found if n[:1] != "#") for id_, found in tags.items()}
    authors = _by_post(rows("posts_authors"), "author_id", names)
    meta = {str(row.get("post_id")): row for row in rows("posts_meta")}
    return _Tables(public, authors, names, meta)


def _by_post(rows: list[_Row], key: str, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names that belong to each post, in their order."""
    found: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: _number(row.get("sort_order"))):
        if name := names.get(str(row.get(key))):
            found.setdefault(str(row.get("post_id")), []).append(name)
    return {post: tuple(dict.fromkeys(each)) for post, each in found.items()}


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _reasons(row: _Row, meta: _Row) -> Iterator[Reason]:
    """Each reason why a post is left out by default."""
    status = row.get("status", "published")
    if status != "published":
        yield _STATUSES.get(str(status), "not public")
    visibility = row.get("visibility") or "public"
    if visibility != "public":
        yield _VISIBILITIES.get(str(visibility), "not public")
    if meta.get("email_only") in (1, True, "1") or row.get("email_only") in (1, True, "1"):
        yield "followers only"
    kind = row.get("type") or ("page" if row.get("page") in (1, True, "1") else "post")
    if kind != "post":
        yield "page" if kind == "page" else "other kind"


def _make_document(
    post: ServedPost, meta: _Row, files: Mapping[str, str], place: DumpPlace, entry: str
) -> Iterator[Document | Finding]:
    row = post.row
    title = row.get("title") if isinstance(row.get("title"), str) else None
    title = None if title == _UNTITLED else title
    where = title or _own_id(row)
    body = read_parts(_parts_in(row), where)
    body = _with_picture(body._replace(text=without_title(body.text, title)), row, meta, where)
    if not body.text:
        yield LeftOut("empty")
        return
    placed = tuple(_place(medium, files) for medium in body.media)
    kept = {medium.name for medium in placed if medium.entry}
    yield from (f for f in body.findings if not (isinstance(f, Lost) and f.where in kept))
    canonical = row.get("canonical_url")
    yield Document(
        id=_id_of(row),
        kind=kind_of(title, body.text),
        text=body.text,
        place=place,
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=", ".join(post.authors) or None,
        date=_date_of(row),
        updated=_updated_of(row),
        source=canonical if canonical and isinstance(canonical, str) else post.source,
        tags=post.tags,
        lang=row.get("locale") if isinstance(row.get("locale"), str) else None,
        media=placed,
        entry=entry,
    )


def _with_picture(body: Body, row: _Row, meta: _Row, where: str) -> Body:
    """The text below the picture of its post and the caption, unless it shows that itself."""
    picture = str(row.get("feature_image") or row.get("image") or "").replace(OWN_ADDRESS, "")
    if not picture or picture in body.text:
        return body
    alt = str(meta.get("feature_image_alt") or row.get("feature_image_alt") or "")
    caption = meta.get("feature_image_caption") or row.get("feature_image_caption")
    below = read_body(caption, where).text if isinstance(caption, str) else ""
    return Body(
        "\n\n".join(filter(None, (image_markdown(alt, picture), below, body.text))),
        (Medium(picture, alt, is_in_text=True), *body.media),
        (lost_medium(picture), *body.findings),
    )


def _parts_in(row: _Row) -> tuple[Part, ...]:
    """The text of a post: as HTML, as Markdown in old exports, else from the editor's own form."""
    for key in ("html", "markdown"):
        written = row.get(key)
        if isinstance(written, str) and written.strip():
            return (Part(written, key == "markdown"),)
    return parts_of_cards(row.get("lexical") or row.get("mobiledoc"), row.get("plaintext"))


def _files_in(source: Source) -> Mapping[str, str]:
    """The names of the files of the blog in the dump, by their paths from ``content/`` on."""
    entries = () if source.kind == "file" else source.entries
    found = ((entry.name, _CONTENT.search(f"/{entry.name}")) for entry in entries)
    return {path[1]: name for name, path in found if path}


def _place(medium: Medium, files: Mapping[str, str]) -> Medium:
    """A picture with its file, if the export holds it; sizes of it count as the picture."""
    path = _CONTENT.search(medium.name)
    found = path and (files.get(path[1]) or files.get(_SIZE.sub("", path[1])))
    return medium._replace(entry=found) if found else medium


def _date_of(row: _Row) -> datetime | None:
    return _moment(row.get("published_at") or row.get("created_at"))


def _updated_of(row: _Row) -> datetime | None:
    return _moment(row.get("updated_at"))


def _moment(value: object) -> datetime | None:
    return parse_date(value) if isinstance(value, str) else from_epoch(value)


READER = Reader(
    "ghost",
    "a Ghost export (JSON)",
    _recognise,
    _read,
    (
        *("draft", "scheduled", "followers only", "paid", "page", "other kind"),
        *("not public", "duplicate", "empty"),
    ),
)
