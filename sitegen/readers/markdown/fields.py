"""What the header of a Markdown file says: title, date, author, tags, language and address."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType

from sitegen.models import LinkTarget
from sitegen.readers.date_order import DateOrder
from sitegen.readers.dates import parse_date, why_lost
from sitegen.readers.findings import Lost
from sitegen.readers.html import unescape_title

_DATES = (
    "date", "publishdate", "publishedat", "datepublished", "pubdate", "pubdatetime", "published",
    "publishedon", "postdate", "posted", "created", "createdat", "createdon", "datecreated",
    "creationdate", "createddate", "publisheddate", "time", "timestamp",
)  # fmt: skip
_TITLES = ("title", "posttitle", "heading", "name")
_TAGS = ("tags", "tag", "alltags", "categories", "category", "keywords", "topics", "hashtags")
_WHOLE = ("category", "keywords", "tag")
"""Keys whose text is one tag, or several between commas; others may have spaces between."""
_NESTED = ("taxonomies", "taxonomy", "extra", "params", "meta", "metadata", "data", "ghost")
_AUTHORS = ("author", "authors", "byline", "creator", "authorname")
_LANGUAGES = ("lang", "language", "locale")
_SOURCES = (
    "source", "sourceurl", "canonicalurl", "canonical", "canonicallink", "originalurl",
    "originallink", "url", "permalink", "syndicatedfrom",
)  # fmt: skip
_LINKS = ("link", "externalurl", "externallink", "linkurl", "linkto", "bookmarkof", "likeof")
_COVERS = (
    "cover", "coverimage", "featuredimage", "featureimage", "featureimg", "featuredimg", "image",
    "banner", "hero", "heroimage", "ogimage",
)  # fmt: skip
_NO_TAGS = frozenset({"uncategorized", "unsorted", "uncategorised", "post", "posts"})
"""Tags that programs set by themselves."""
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"\s*[<(]?\b[^\s<>@()]+@[^\s<>@()]+\.[^\s<>@()]+[>)]?\s*")
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?")
"""What exporters of blogs write for the title of a text that has none."""
_NAMES = ("name", "fullname", "displayname", "title")

Fields = Mapping[str, object]


def title_of(fields: Fields) -> str | None:
    """The title, as plain text."""
    written = (text for text in map(_text, _all(fields, _TITLES)) if text)
    title = next(map(unescape_title, written), "")
    return title if title and not _TIME.fullmatch(title) else None


def date_of(fields: Fields, zone: tzinfo = UTC) -> datetime | None:
    """When it was published, or else when it was created."""
    for value in _all(fields, _DATES):
        if isinstance(value, Mapping):  # as Material for MkDocs has it: created and updated
            found = date_of(value, zone)
        else:
            found = parse_date(_text(value), zone) if _text(value) else None
        if found is not None:
            return found
    return None


def lost_dates(fields: Fields, where: str, *, is_dated: bool) -> Iterator[Lost]:
    """The dates that are lost, of a text which is at ``where`` and may have a date all the same."""
    for key, value in _with_keys(fields, _DATES):
        if why := why_lost(key, text := _text(value), is_dated=is_dated):
            yield Lost(f"the date “{text}”", where, why)


_WRITTEN_DATE = re.compile(
    r"^[ \t]*(?:[\w -]*date|datum|fecha|data|published\w*|created\w*|posted\w*|updated\w*)"
    r"[\"']?[ \t]*::?=?[ \t]*[\"']?(\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b)",
    re.MULTILINE | re.IGNORECASE,
)


def written_dates(texts: Iterable[str]) -> Iterator[str]:
    """The dates in headers that do not say by themselves which number is the day."""
    return (found[1] for text in texts for found in _WRITTEN_DATE.finditer(text))


def with_clear_dates(fields: Fields, order: DateOrder) -> Fields:
    """The fields with their dates in an order that cannot be mistaken."""
    if not order.is_day_first:
        return fields
    dated = {key: v for key in _DATES if isinstance(v := fields.get(key), str)}
    return {**fields, **{key: order.clear(text) for key, text in dated.items()}}


def tags_of(fields: Fields) -> tuple[str, ...]:
    """The tags and categories, without those that programs set by themselves."""
    found = [tag for key, value in _with_keys(fields, _TAGS) for tag in _tags(key, value)]
    for taxonomies in (fields.get("taxonomies"), fields.get("taxonomy")):
        named = taxonomies.items() if isinstance(taxonomies, Mapping) else ()
        others = (value for key, value in named if str(key).lower() not in (*_TAGS, "authors"))
        found += [tag for value in others for tag in _tags("tag", value)]
    return tuple(dict.fromkeys(tag for tag in found if tag and tag.lower() not in _NO_TAGS))


def author_of(fields: Fields, known: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """The names of the authors, without e-mail addresses.

    Args:
        fields: the values of the header.
        known: the names of authors, by the keys that may stand for them.
    """
    names = [name for value in _all(fields, _AUTHORS) for name in _author_names(value, known)]
    return ", ".join(dict.fromkeys(known.get(name, name) for name in names if name)) or None


def language_of(fields: Fields) -> str | None:
    """The language, as written."""
    return next((text for text in map(_text, _all(fields, _LANGUAGES)) if text), None)


def source_of(fields: Fields) -> str | None:
    """The address where it was published, if it is an absolute one."""
    texts = map(_text, _all(fields, _SOURCES))
    return next((text for text in texts if _WEB.fullmatch(text)), None)


def locations_of(fields: Fields) -> tuple[str, ...]:
    """The addresses within its website, also former ones, and the name in its address."""
    names = ("permalink", "url", "path", "slug", "aliases", "alias", "redirectfrom")
    values = (fields.get(name) for name in names)
    each = (item for value in values for item in (value if isinstance(value, list) else [value]))
    return tuple(text for item in each if isinstance(item, str) and (text := item.strip()))


def link_of(fields: Fields) -> LinkTarget | None:
    """What a link post is about."""
    whole = fields.get("link")
    if isinstance(whole, Mapping) and _WEB.fullmatch(_text(whole.get("address"))):
        return LinkTarget(*(_text(whole.get(key)) for key in LinkTarget._fields))
    texts = map(_text, _all(fields, _LINKS))
    address = next((text for text in texts if _WEB.fullmatch(text)), None)
    if address is None:
        return None
    title, site = _text(fields.get("linktitle")), _text(fields.get("site"))
    return LinkTarget(address, title or title_of(fields) or "", site)


def cover_of(fields: Fields) -> tuple[str, str] | None:
    """The address and the alternative text of the picture above a text."""
    for key, value in _with_keys(fields, _COVERS):
        if isinstance(value, Mapping):
            address = next(
                (t for k in ("image", "src", "url", "path") if (t := _text(value.get(k)))), ""
            )
            alt = _text(value.get("alt"))
        else:
            address, alt = _text(value), ""
        if re.search(
            r"\.(?:jpe?g|png|gif|webp|avif|hei[cf]|svg)(?:\?.*)?$", address, re.IGNORECASE
        ):
            return address, alt or _text(fields.get(f"{key}alt")) or _text(fields.get("alt"))
    return None


def _text(value: object) -> str:
    """A value as text; empty if it is none. The first of a list."""
    if isinstance(value, list) and value:
        return _text(value[0])
    if isinstance(value, bool) or value is None or isinstance(value, list | Mapping):
        return ""
    return str(value).strip()


def _all(fields: Fields, keys: tuple[str, ...]) -> Iterator[object]:
    return (value for _, value in _with_keys(fields, keys))


def _with_keys(fields: Fields, keys: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """The values of keys in the header, and in the tables that generators nest them in."""
    for key in keys:
        if fields.get(key) is not None:
            yield key, fields[key]
    for name in _NESTED:
        table = fields.get(name)
        if isinstance(table, Mapping):
            small = {re.sub(r"[\s_-]", "", str(k).lower()): v for k, v in table.items()}
            yield from ((key, small[key]) for key in keys if small.get(key) is not None)


def _tags(key: str, value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            is_internal = isinstance(item, Mapping) and _text(item.get("slug")).startswith("hash-")
            if not is_internal:
                yield from _tags("tag", item) if isinstance(item, list) else [_tag(name_of(item))]
        return
    text = name_of(value)
    if text.startswith("[") and text.endswith("]") and "[[" not in text:  # a list in a text
        text = text[1:-1]
    if "," in text or key in _WHOLE:
        yield from (_tag(part) for part in text.split(","))
    elif re.search(r"(?:^|\s)#\S", text) or key in ("tags", "categories") or " " not in text:
        yield from (_tag(part) for part in text.split())
    else:
        yield _tag(text)


def _tag(text: str) -> str:
    if text.lower().startswith(("hash-", "#hash-")):  # an internal tag of Ghost
        return ""
    text = unescape_title(text)
    linked = _WIKILINK.search(text)
    return " ".join((linked[1] if linked else text).strip().strip("\"'").lstrip("#").split())


def name_of(value: object) -> str:
    """A text, or the name that a mapping has; empty if there is none."""
    if isinstance(value, Mapping):
        small = {str(k).lower(): v for k, v in value.items()}
        return next((t for name in (*_NAMES, "slug") if (t := _text(small.get(name)))), "")
    return str(value).strip() if isinstance(value, bool | int) else _text(value)


def _author_names(value: object, known: Mapping[str, str]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping) and (key := _text(item.get("key"))) in known:
            yield known[key]
            continue
        name = _MAIL.sub("", _WIKILINK.sub(r"\1", name_of(item))).strip()
        if not _WEB.fullmatch(name):
            yield unescape_title(" ".join(name.split()))
