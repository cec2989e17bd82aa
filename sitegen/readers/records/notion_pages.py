"""Pages as Notion’s programming interface gives them: properties with their types become fields.

https://developers.notion.com/reference/property-object
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, TypeGuard

from sitegen.readers.records.roles import roles_of
from sitegen.readers.streams.json_values import objects_in, text_at

_MARKS: Mapping[str, str] = {
    "bold": "strong",
    "italic": "em",
    "strikethrough": "s",
    "code": "code",
}
"""The element of each annotation."""
_OWN_NAMES = frozenset({"title", "email", "phone_number"})
"""Properties that say by their types what they are, whatever their names."""
_LEFT = frozenset({"relation", "rollup", "button", "unique_id", "verification"})
"""Properties that say nothing without the other pages."""
_OF_PAGE: Mapping[str, str] = {
    **{key: key for key in ("id", "archived", "in_trash", "is_archived")},
    "public_url": "permalink",  # the other address can only be opened by a team
    "created_time": "createdTime",
    "last_edited_time": "lastEditedAt",
}
"""What a page has beside its properties, by the name of the field that it becomes."""


def is_page(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a page with properties."""
    if not isinstance(value, dict) or value.get("object") != "page":
        return False
    return isinstance(value.get("properties"), dict)


def record_of_page(page: Mapping[str, Any]) -> dict[str, object]:
    """A page as a record."""
    record: dict[str, object] = {field: page[key] for key, field in _OF_PAGE.items() if key in page}
    texts: dict[str, Sequence[Mapping[str, Any]]] = {}
    for name, value in page["properties"].items():
        if isinstance(value, dict) and (kind := text_at(value, "type")) not in _LEFT:
            record[kind if kind in _OWN_NAMES else name] = _value(kind, value.get(kind))
            if kind == "rich_text":
                texts[name] = objects_in(value.get(kind))
    return _with_text(record, texts)


def _with_text(
    record: dict[str, object], texts: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, object]:
    """A record with its rich text as HTML: in fields with usual names, else in the only one."""
    roles = roles_of(tuple(record))
    if usual := [field for field in roles.get("text", ()) if field in texts]:
        return record | {field: {"html": _html(texts[field])} for field in usual}
    given = [field for field in texts if texts[field] and field not in roles.get("note", ())]
    if len(given) != 1:
        return record
    (only,) = given
    return {"html": _html(texts[only]), **{f: v for f, v in record.items() if f != only}}


def _value(kind: str, value: Any) -> object:
    """The plain value of a property."""
    read = _READ.get(kind)
    return read(value) if read else value


def _text(parts: Any) -> str:
    return "".join(map(_words, objects_in(parts)))


def _name(value: Any) -> str:
    return text_at(value, "name") if isinstance(value, dict) else ""


def _names(values: Any) -> list[str]:
    return [name for each in objects_in(values) if (name := text_at(each, "name"))]


def _start(date: Any) -> str:
    return text_at(date, "start") if isinstance(date, dict) else ""


def _addresses(files: Any) -> list[str]:
    return [text_at(_held(file) or {}, "url") for file in objects_in(files)]


def _held(value: Any) -> Any:
    """What an object holds below the name of its type."""
    return value.get(text_at(value, "type")) if isinstance(value, dict) else None


_READ: Mapping[str, Callable[[Any], object]] = {
    **dict.fromkeys(("title", "rich_text"), _text),
    **dict.fromkeys(("select", "status", "created_by", "last_edited_by"), _name),
    **dict.fromkeys(("multi_select", "people"), _names),
    "date": _start,
    "files": _addresses,
    "formula": _held,
}
"""How the values of some kinds of properties are read."""


def _words(part: Mapping[str, Any]) -> str:
    """The words of a part of a rich text, with the spaces around them."""
    text = part.get("plain_text")
    return text if isinstance(text, str) else ""


def _html(parts: Sequence[Mapping[str, Any]]) -> str:
    paragraphs = "".join(map(_part, parts)).split("\n\n")
    return "".join(f"<p>{each}</p>" for each in paragraphs).replace("\n", "<br>")


def _part(part: Mapping[str, Any]) -> str:
    html, marks = escape(_words(part)), part.get("annotations")
    for mark, element in _MARKS.items():
        if isinstance(marks, dict) and marks.get(mark) is True and html.strip():
            html = f"<{element}>{html}</{element}>"
    address = text_at(part, "href")
    return f'<a href="{escape(address)}">{html}</a>' if address else html
