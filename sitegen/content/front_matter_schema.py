"""The keys of the front matter of a page, and the rules for their values."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from sitegen.languages import checked_tag
from sitegen.models import DumpPlace, Form, LinkTarget
from sitegen.text.labels import without_controls
from sitegen.text.timestamps import parse_timestamp

WEB_ADDRESS = re.compile(r"(?i:https?)://[^\s/?#\x00-\x20\x7f][^\s\x00-\x20\x7f]*")
_NOT_IN_ALIAS = re.compile(r"[\x00-\x1f\x7f?#\\:*\"<>|]|^\.")
_VISIBLE = re.compile(
    "[^\\s\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2800\u3164\ufeff]"
)
"""What is neither white space nor an invisible character."""
NOT_A_DATE = "a date, such as 2023-03-29 or 2023-03-29T10:15:00Z"
"""What a date must be, for messages."""
FORMS: tuple[Form, ...] = ("link", "quote", "note")


class WrongValueError(Exception):
    """A value that is invalid for its key; the text says what it must be."""


def _text(value: object) -> str:
    """The value as text. Front matter also has booleans and whole numbers."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str | int):
        raise WrongValueError("a text")
    return without_controls(str(value))


def _words(value: object) -> str:
    """A text; empty if all its characters are invisible."""
    text = _text(value)
    return text if _VISIBLE.search(text) else ""


def _title(value: object) -> str | None:
    return _words(value) or None


def _web_address(value: object) -> str:
    """A web address. Other schemes, such as ``javascript:``, are refused."""
    text = _text(value).strip()
    if text and not WEB_ADDRESS.fullmatch(text):
        raise WrongValueError("a web address, such as https://digest.example/a-page")
    return text


def _link_target(value: object) -> LinkTarget:
    match value:
        case str():
            return LinkTarget(_web_address(value))
        case {"address": str(address), **rest} if rest.keys() <= {"title", "site"}:
            title, site = (_words(rest.get(key) or "") for key in ("title", "site"))
            return LinkTarget(_web_address(address), title, site)
    raise WrongValueError("a link, such as {address: https://digest.example/, site: Digest}")


def _place_of_find(value: object) -> LinkTarget:
    """Where a link was found: an address, the name of a person or place, or both."""
    match value:
        case str() if not WEB_ADDRESS.fullmatch(value.strip()) and ":" not in value:
            return LinkTarget("", _words(value))
        case {"title": str() | int() as title, **rest} if not rest:
            return LinkTarget("", _words(title))
    return _link_target(value)


def _form(value: object) -> Form:
    for form in FORMS:
        if value == form:
            return form
    raise WrongValueError("one of link, quote and note")


def _language(value: object) -> str:
    try:
        return checked_tag(_text(value))
    except ValueError as error:
        raise WrongValueError(f"a language such as en or pt-BR, and {error}") from None


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError("true or false")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongValueError("a whole number")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str | int):
        return tuple(filter(None, (_words(value),)))
    if not isinstance(value, list) or not all(isinstance(item, str | int) for item in value):
        raise WrongValueError("a list of texts, such as [one, two]")
    return tuple(filter(None, map(_words, value)))


def _aliases(value: object) -> tuple[str, ...]:
    return tuple(_alias(text) for text in _texts(value))


def _alias(text: str) -> str:
    """An earlier address: without a slash before it, and with one after the name of a folder."""
    address = text.strip().lstrip("/")
    parts = address.removesuffix("/").split("/")
    if (
        not all(parts)
        or any(part in (".", "..") for part in parts)
        or _NOT_IN_ALIAS.search(address)
    ):
        raise WrongValueError("a list of addresses on this site, such as [old/address/]")
    return address if address.endswith("/") or "." in parts[-1] else f"{address}/"


def added_in(header: Mapping[str, object]) -> datetime | None:
    """When an import wrote the page with ``header``; None if that is missing or not a date."""
    try:
        return read_moment(header["added"])
    except (KeyError, WrongValueError):
        return None


def read_moment(value: object, zone: str = "UTC") -> datetime:
    """The date in its own offset, or else in that of ``zone``."""
    try:
        return parse_timestamp(_text(value), zone)
    except (ValueError, OverflowError):
        raise WrongValueError(NOT_A_DATE) from None


def _dump_place(value: object) -> DumpPlace:
    place = place_in_dump(value)
    if place is None:
        raise WrongValueError("a place in a dump, such as {file: dump.txt, lines: [12, 14]}")
    return place


def place_in_dump(value: object) -> DumpPlace | None:
    """The place that the key ``dump`` of a front matter names; None if it is wrong."""
    match value:
        case {"file": str(file), **rest} if rest.keys() <= {"lines", "markdown"}:
            markdown = rest.get("markdown", False)
            match rest.get("lines"), markdown:
                case None, bool(is_markdown):
                    return DumpPlace(file, None, is_markdown)
                case [int(first), int(last)], bool(is_markdown):
                    return DumpPlace(file, (first, last), is_markdown)
    return None


KEYS: Mapping[str, Callable[[object], object]] = {
    "id": _text,
    "title": _title,
    "description": _words,
    "author": _title,
    "date": read_moment,
    "updated": read_moment,
    "added": read_moment,
    "source": _web_address,
    "link": _link_target,
    "via": _place_of_find,
    "form": _form,
    "also": _texts,
    "edition": _title,
    "tags": _texts,
    "lang": _language,
    "pinned": _yes_or_no,
    "lead": _yes_or_no,
    "locked": _yes_or_no,
    "aliases": _aliases,
    "hidden": _yes_or_no,
    "draft": _yes_or_no,
    "note": _words,
    "order": _number,
    "follows": _title,
    "dump": _dump_place,
}
