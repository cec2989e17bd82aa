"""What the properties of a page in a database of Notion say."""

import re
from collections.abc import Iterator, Mapping

from sitegen.readers.dates import parse_date
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.restrictions import telling_fields

Properties = Mapping[str, str]
"""The values as written, by the names of the properties."""

_STATE_NAMES = frozenset(
    {"status", "state", "visibility", "published", "publish", "public", "draft", "private"}
    | {"hidden", "archived", "unlisted", "zustand", "estado", "statut"}
    | {"veröffentlicht", "öffentlich"}
)
"""Properties that say whether a page is published."""
_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("publishdate", "publisheddate", "publishingdate", "publishedon", "publishedat"),
        "publishdate",
    ),
    **dict.fromkeys(("date", "datum", "fecha", "jour", "postdate"), "date"),
    **dict.fromkeys(
        ("created", "createdtime", "createdat", "datecreated", "creationdate", "erstellt"),
        "created",
    ),
    **dict.fromkeys(
        ("tags", "tag", "categories", "category", "topics", "topic", "keywords", "labels"),
        "keywords",
    ),
    **dict.fromkeys(("author", "authors", "createdby", "writer", "byline"), "author"),
    **dict.fromkeys(("url", "link", "website", "source"), "link"),
    **dict.fromkeys((*sorted(_STATE_NAMES), "type"), ""),
    **dict.fromkeys(("schlagwörter", "etiquetas", "motsclés", "kategorie"), "keywords"),
    **dict.fromkeys(("autor", "autorin", "auteur"), "author"),
    **dict.fromkeys(("lasteditedtime", "lasteditedby", "name", "title"), ""),
}
"""The field that a property is; those without one keep their names."""
_STATES: Mapping[str, str] = {
    "notstarted": "draft",
    "inprogress": "draft",
    "todo": "draft",
    "writing": "draft",
    **dict.fromkeys(("nichtbegonnen", "inbearbeitung", "sinempezar", "encurso"), "draft"),
    **dict.fromkeys(("pascommencé", "encours"), "draft"),
    "inreview": "review",
    "needsreview": "review",
}
_DATES = ("date", "publishdate", "created")
_LONGEST_LIST = 100
_OFFSET = re.compile(r"\(GMT([+-])(\d{1,2})(?::?(\d\d))?\)")


def is_field(name: str) -> bool:
    """Whether a property has a meaning that is known by its name."""
    return plain_key(name) in _FIELDS


def is_surely_field(name: str, value: str) -> bool:
    """Whether a line is a property, by its name and its value, and no words with a colon."""
    field = _FIELDS.get(plain_key(name), "")
    if field in _DATES:
        return parse_date(_OFFSET.sub(_iso_offset, value)) is not None
    if field == "link":
        return value.startswith(("http://", "https://"))
    is_list = field in ("keywords", "author") and len(value) <= _LONGEST_LIST
    return is_list or plain_key(name) in _STATE_NAMES


def fields_of(properties: Properties) -> dict[str, object]:
    """The properties as the fields of a header."""
    fields: dict[str, object] = {}
    for name, value in properties.items():
        key = plain_key(name)
        if not value or key not in _FIELDS:
            continue
        field = _FIELDS[key] or key
        written = _OFFSET.sub(_iso_offset, value.partition(" → ")[0])
        if field == "keywords":
            before = fields.get(field)
            fields[field] = f"{before},{value}" if before else value
        elif field in ("status", "state"):
            fields[field] = _STATES.get(plain_key(value), value)
        else:
            fields.setdefault(field, written)
    if str(fields.get("published", "")).lower() in ("yes", "no"):
        fields["publish"] = fields.pop("published")
    return fields


def unused_in(properties: Properties) -> Iterator[str]:
    """The names of the properties with a value that neither a field keeps nor holds a page back."""
    for name, value in properties.items():
        if value and plain_key(name) not in _FIELDS and not telling_fields((name,)):
            yield name


def _iso_offset(found: re.Match[str]) -> str:
    return f"{found[1]}{int(found[2]):02}{found[3] or '00'}"
