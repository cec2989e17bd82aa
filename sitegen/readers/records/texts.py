"""The text of a record: plain, HTML, or Markdown, which may have a header of its own."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Reason
from sitegen.readers.markdown.fields import author_of, date_of, language_of, tags_of, title_of
from sitegen.readers.markdown.header import split_header
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.records.portable_text import is_portable_text, lost_blocks, portable_to_html
from sitegen.readers.records.rich_lines import is_rich_list, list_to_html, lost_parts
from sitegen.readers.records.rich_trees import is_rich_tree, lost_nodes, tree_to_html
from sitegen.readers.records.ricos import ricos_to_html
from sitegen.readers.records.roles import Roles
from sitegen.readers.records.selection import unknown_fields
from sitegen.readers.records.values import MARKDOWN, text_of, unescaped
from sitegen.readers.restrictions import plain_name, state_of
from sitegen.readers.streams.json_values import objects_in

_HTML = re.compile(
    r"<(p|div|a|em|strong|b|i|ul|ol|li|blockquote|h[1-6]|pre|code|span|figure|table)\b[^<>]*>"
    r"(?s:.{0,20000}?)</\1\s*>|<(?:br|img|p|hr)\b[^<>]*>"
    r"|\A\s*<(iframe|video|audio|picture|section|article|aside|main|header|details|center|font|dl)\b"
    r"[^<>]*>(?s:.{0,20000}?)</\2\s*>",
    re.IGNORECASE,
)
"""Tags anywhere, and others at the start, as texts on HTML name these."""
_MARKDOWN = re.compile(
    r"^<!--markdown-->|^#{1,6} \S|(?<!\[)\]\((?:https?:/)?/\w[^)\]\s]*\)|^```|!\[[^\[\]\n]*\]\(",
    re.MULTILINE,
)
_MARKDOWN_FIELDS = names_in("contentmarkdown bodymarkdown rawmarkdownbody markdown")
_VERSES = frozenset({"lines", "verses"})
_OWN_FIELD = "body_markdown"
"""Where the text below a header is put."""

_BEFORE_HEADER = frozenset("-+\ufeff \n")
"""How a text begins that may have a header."""

_SENTENCE = 3
"""How many spaces a text has at least; names have fewer."""
_LONG_SENTENCE = 8
"""Likewise, in a field that is unknown."""
_DEEPEST = 60

Form = Literal["plain", "html", "markdown"]


_EDITORS: Sequence[
    tuple[Callable[[object], bool], Callable[[object], str], Callable[[object], Mapping[str, int]]]
] = (
    (is_portable_text, portable_to_html, lost_blocks),
    (is_rich_list, list_to_html, lost_parts),
    (is_rich_tree, tree_to_html, lost_nodes),
)
"""For each kind of rich text: whether a value is one, its HTML, and what is not in it."""


class WrittenText(NamedTuple):
    """The text of a record as it is written."""

    text: str
    form: Form
    lost: tuple[str, ...] = ()
    """What of it is not kept."""


class HeadedRecord(NamedTuple):
    """A record whose text began with a header."""

    record: Mapping[str, object]
    """The record with the text below the header, and what the header adds to its fields."""
    reasons: tuple[Reason, ...]
    """Why the header says that it is not to be published."""


def split_off_header(record: Mapping[str, object], roles: Roles) -> HeadedRecord | None:
    """Takes the header off the text of a record, as Forem keeps it; None if there is none."""
    for field in roles.get("text", ()):
        text = record[field]
        if not isinstance(text, str) or text[:1] not in _BEFORE_HEADER:
            continue
        if text.lstrip("\ufeff \n").startswith(("---", "+++")):
            parts = split_header(text.replace("\r\n", "\n").lstrip("\ufeff \n"))
            if parts.has_header:
                rest = {key: value for key, value in record.items() if key != field}
                headed = {**rest, **_added_by(parts.fields, rest, roles), _OWN_FIELD: parts.body}
                reasons = reasons_to_leave_out(parts.fields, date_of(parts.fields))
                return HeadedRecord(headed, tuple(reasons))
    return None


def _added_by(
    fields: Mapping[str, object], record: Mapping[str, object], roles: Roles
) -> dict[str, object]:
    """The values of a header that the record lacks."""
    date = date_of(fields)
    found: Mapping[str, object] = {
        "title": title_of(fields),
        "author": author_of(fields),
        "date": date.isoformat() if date else None,
        "tags": list(tags_of(fields)),
        "lang": language_of(fields),
    }
    known = {role for role, names in roles.items() if any(record.get(name) for name in names)}
    return {role: value for role, value in found.items() if value and role not in known}


def written_text(record: Mapping[str, object], roles: Roles) -> WrittenText:
    """The text of a record; it is empty if there is none."""
    for field in roles.get("html", ()):
        written, value = text_of(record[field]), _parsed(record[field])
        is_ricos = plain_name(field) == "richcontent" and not written.lstrip().startswith("<")
        if not is_ricos and (rich := _rich_text(value)):
            return rich
        if text := ricos_to_html(value) if is_ricos else written:
            return WrittenText(text, "html")
    for field in roles.get("text", ()):
        if rich := _rich_text(_parsed(record[field])):
            return rich
        if (text := _text_in(record[field], field).strip("\n")).strip():
            return _in_form(text, field, record)
    return WrittenText("", "plain")


def _text_in(value: object, field: str) -> str:
    """The text in a field; the lines of a poem are one."""
    if isinstance(value, list) and plain_name(field) in _VERSES:
        return "\n".join(map(text_of, value))
    return text_of(value)


def unread_texts(record: Mapping[str, object], roles: Roles) -> Iterator[str]:
    """The fields of a record without a text that hold words, in an unknown form or field."""
    if roles.keys().isdisjoint(("note", "quotation", "address", "permalink")):
        for field in unknown_fields(tuple(record)):
            value = record[field]
            if isinstance(value, str) and value.count(" ") >= _LONG_SENTENCE:
                yield field
    for field in (*roles.get("html", ()), *roles.get("text", ())):
        if isinstance(record[field], dict | list) and _has_words(record[field], 0):
            yield field


def _has_words(value: object, depth: int) -> bool:
    if isinstance(value, str):
        return value.count(" ") >= _SENTENCE
    if depth > _DEEPEST or not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return any(_has_words(each, depth + 1) for each in inner)


def _parsed(value: object) -> object:
    """A value that a string holds as JSON, as databases keep rich text; any other as it is."""
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _rich_text(value: object) -> WrittenText | None:
    """The text of an editor that keeps it as nodes, blocks or lines; None if it is something else.

    It may also stand within an object, beside what else a component of a page shows, or beside a
    draft of it.
    """
    if isinstance(value, str):
        return None
    for test, convert, lost in _EDITORS:
        if test(value):
            named = (
                f"{n:,} parts of the type “{kind}”" if n > 1 else f"a part of the type “{kind}”"
                for kind, n in lost(value).items()
            )
            return WrittenText(convert(value), "html", tuple(named))
    inner = value.items() if isinstance(value, dict) else ()
    held = (part for name, part in inner if isinstance(part, dict | list) and not state_of(name))
    return next(filter(None, map(_rich_text, held)), None)


def _in_form(text: str, field: str, record: Mapping[str, object]) -> WrittenText:
    value = record[field]
    if _is_markdown_field(field) or (isinstance(value, dict) and value.get(MARKDOWN)):
        return WrittenText(text, "markdown")
    if is_html(text):
        return WrittenText(text, "html")
    text = _expanded(unescaped(text), record)
    return WrittenText(text, "markdown" if is_markdown(text) else "plain")


@lru_cache(maxsize=1024)
def _is_markdown_field(field: str) -> bool:
    name = plain_name(field)
    return name in _MARKDOWN_FIELDS or name.endswith(("md", "mdx", "markdown"))


def _expanded(text: str, record: Mapping[str, object]) -> str:
    """A text with the full addresses of its short ones, which posts of X list."""
    entities = record.get("entities")
    for url in objects_in(entities.get("urls")) if isinstance(entities, dict) else ():
        match url:
            case {"url": str(short), "expanded_url": str(full)} if short and full:
                text = text.replace(short, full)
    return text


def is_html(text: str) -> bool:
    """Whether a text is HTML; Markdown may hold tags, too, but does not begin with one."""
    if "<" not in text or _HTML.search(text) is None:
        return False
    return text.lstrip().startswith("<") or not is_markdown(text)


def is_markdown(text: str) -> bool:
    """Whether a text has headings, links, pictures or code as Markdown does."""
    is_marked = "](" in text or "#" in text or "```" in text or "<!--m" in text
    return is_marked and _MARKDOWN.search(text) is not None
