"""Whether a Markdown file was published, by what generators and exporters write in its header."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from sitegen.content.front_matter.privacy import is_held_back
from sitegen.content.front_matter.publication_dates import WrongDateError, publication_dates
from sitegen.readers.dates import is_never
from sitegen.readers.findings import Reason
from sitegen.readers.markdown.fields import date_of, source_of, tags_of
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.restrictions import (
    NO,
    YES,
    is_thing,
    is_yes,
    reason_of_value,
    restrictions_of,
    telling_fields,
    without_accents,
)

_FLAGS: Mapping[str, Reason] = {
    "headless": "hidden",
    "eleventyexcludefromcollections": "hidden",
    "exclude": "hidden",
    "encrypt": "password",
}
"""Keys that hold a text back where they are true, besides those of :mod:`.restrictions`."""
_SWITCHES: Mapping[str, Reason] = {
    **dict.fromkeys(("published", "ispublished", "publish", "dgpublish"), "hidden"),
    **dict.fromkeys(("render", "output", "permalink"), "hidden"),
}
"""Keys that hold a text back where they are false, besides the others."""
_PAGES = frozenset(
    {
        "page", "home", "homepage", "archive", "archives", "categories", "category", "tags", "tag",
        "tagpage", "categorypage", "search", "404", "about", "contact", "index", "list", "section",
        "splash", "landing", "landingpage", "blog", "links", "friends",
    }
)  # fmt: skip
_TYPES = ("type", "posttype", "contenttype", "layout", "template", "kind")
_NESTED = (
    "extra",
    "params",
    "build",
    "_build",
    "wordpress",
    "ghost",
    "meta",
    "metadata",
    "cascade",
    "seo",
)
_STARTS = ("date", "publishdate", "publishedat", "publishat", "publishon", "pubdate")
"""Keys of the date of publication, which may be so late that it never comes."""
_NAMES = frozenset(
    {"title", "posttitle", "heading", "name", "linktitle", "subtitle", "slug", "url", "permalink"}
    | {"path", "source", "author", "authors", "byline", "creator", "series", "description"}
    | {"summary", "excerpt", "image", "cover", "mood", "music", "genre", "topic", "topics"}
)
"""Keys of what a text is called or about: a text with the title “Private” may be for all."""
_SENT: Mapping[str, Reason] = {"sent": "not public"}
"""The state of a newsletter in an archive of Buttondown that is in no archive on the web."""


def reasons_to_leave_out(fields: Mapping[str, object], date: datetime | None) -> Iterator[Reason]:
    """Each reason why a text is not to be published; none if nothing speaks against it."""
    yield from stated_reasons(fields)
    yield from filter(None, map(reason_of_value, tags_of(fields)))
    if reason := _reason_of_dates(fields, date):
        yield reason
    if _is_page(fields):
        yield "page"
    if _is_clipping(fields):
        yield "somebody else's"


def stated_reasons(fields: Mapping[str, object]) -> Sequence[Reason]:
    """Each reason why a text is not to be published, as the keys of its header say."""
    pairs = list(_pairs(fields))
    found = [reason for key, value in pairs if (reason := _reason_of(key, value))]
    others = _without_switches(fields)
    for field in telling_fields((*others,)):
        found += restrictions_of(field, others[field.name])
    found += filter(None, map(reason_of_value, _remarks_in(others)))
    if not found and is_held_back({str(k): v for k, v in fields.items()}):
        found.append("hidden")
    return found


def _remarks_in(fields: Mapping[str, object]) -> Iterator[object]:
    """What an author notes on a text, and the values of keys that nobody knows."""
    known = {field.name for field in telling_fields((*fields,))}
    return (
        value
        for key, value in fields.items()
        if not (key in known or key in _NAMES or is_thing(key))
    )


def _without_switches(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields except those that have had their say in :func:`_reason_of`."""
    return {
        key: _without_switches(value)
        if isinstance(value, Mapping) and plain_key(str(key)) in _NESTED
        else value
        for key, value in fields.items()
        if _reason_of_switch(plain_key(str(key)), _word(value)) is None
    }


def _pairs(fields: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    yield from fields.items()
    for name in _NESTED:
        table = fields.get(plain_key(name))
        if isinstance(table, Mapping):
            yield from ((plain_key(str(key)), value) for key, value in table.items())


def _reason_of(key: str, value: object) -> Reason | None:
    word = _word(value)
    if reason := _reason_of_switch(key, word):
        return reason
    if key == "access" and isinstance(value, Mapping) and value:  # of Grav
        return "followers only"
    return _SENT.get(word) if key == "status" else None


def _reason_of_switch(key: str, word: str) -> Reason | None:
    if key in _FLAGS and word in YES:
        return _FLAGS[key]
    return _SWITCHES[key] if key in _SWITCHES and word in NO else None


def _reason_of_dates(fields: Mapping[str, object], date: datetime | None) -> Reason | None:
    now = datetime.now(UTC)
    if (date is not None and date > now) or any(is_never(fields.get(key)) for key in _STARTS):
        return "scheduled"
    try:
        dates = publication_dates(fields, lambda value: date_of({"date": value}))
    except WrongDateError:
        return None
    if dates.end is not None and dates.end <= now:
        return "hidden"
    return "scheduled" if dates.start is not None and dates.start > now else None


def _is_page(fields: Mapping[str, object]) -> bool:
    is_one = is_yes(fields.get("home")) or is_yes(fields.get("page"))  # of VuePress, and of Blot
    return is_one or any(
        _word(fields.get(key)).rpartition("/")[2].partition(".")[0] in _PAGES for key in _TYPES
    )


def _is_clipping(fields: Mapping[str, object]) -> bool:
    """Whether it is the article of somebody else, saved by a web clipper."""
    return "clippings" in {tag.lower() for tag in tags_of(fields)} and source_of(fields) is not None


def _word(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if value is None or isinstance(value, Mapping | list):
        return ""
    return without_accents(str(value).strip().lower())
