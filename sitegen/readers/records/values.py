"""The values in the fields of a record: texts, names, tags, addresses."""

import ast
import json
import math
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from sitegen.models import Medium
from sitegen.readers.bookmarks import Quotation
from sitegen.readers.records.portable_text import sanity_picture
from sitegen.readers.records.ricos import wix_picture

MARKDOWN = "markdown"
"""Where an object holds a text in Markdown, as those of Hygraph and Hashnode do."""
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#39|#x27);")
_INNER = (
    MARKDOWN,
    "rendered",
    "processed",
    "text",
    "value",
    "html",
    "plain",
    "content",
    "body",
    "markup",
    "raw",
    "data",
    "_text",
)
_NAMES = (
    "displayName", "display_name", "name", "fullName", "full_name", "username", "userName",
    "screen_name", "handle", "acct", "login", "title",
)  # fmt: skip
_AROUND = ("data", "attributes", "nodes", "edges", "node")
_TAG_NAMES = ("name", "label", "title", "text", "tag", "term", "slug")
_ADDRESSES = ("url", "src", "href", "uri", "media_url_https", "media_url", "original", "path")
_ALTS = ("alt", "alt_text", "altText", "description", "ext_alt_text", "caption", "name")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SEPARATORS = ("|", ";", ",")
_BRACKETED = re.compile(r"(?:<[^<>]+>)+")


def text_of(value: object) -> str:
    """A text; of an object such as ``{"rendered": …}``, the text in it."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((v for key in _INNER if isinstance(v := value.get(key), str) and v), "")
    if isinstance(value, list):
        parts = [text for item in value if (text := text_of(item))]
        return "\n\n".join(parts)
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return str(value)
    return ""


def address_of(value: object) -> str:
    """An address; of an object, as Wix writes it, its two parts together."""
    match value:
        case {"base": str(base), "path": str(path)}:
            return base.rstrip("/") + path
        case dict() if not (text := text_of(value)):
            written = (v for v in value.values() if isinstance(v, str))
            return next((v for v in written if v.startswith("http")), text)
    return text_of(value)


def unescaped(text: str) -> str:
    """A text of a program that escapes ``&``, ``<`` and ``>`` as HTML does, although it is none."""
    return unescape(text) if "&" in text and _ENTITY.search(text) else text


def _related(value: dict[str, object]) -> object:
    """The records that a record names, within the objects around them; None if it names none.

    Strapi 4 writes ``{"data": {"attributes": {…}}}``, GraphQL ``{"edges": [{"node": {…}}]}``.
    """
    return next((v for key in _AROUND if isinstance(v := value.get(key), dict | list) and v), None)


def name_of(value: object) -> str:
    """The name of a person; never an e-mail address."""
    if isinstance(value, str):
        return _name_in(value)
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := name_of(item)))
    if not isinstance(value, dict):
        return ""
    for key in _NAMES:
        if (inner := value.get(key)) and (name := name_of(inner)):
            return name
    parts = (name_of(value.get(key)) for key in ("first_name", "last_name"))
    return " ".join(filter(None, parts)) or name_of(_related(value))


@lru_cache(maxsize=10_000)
def _name_in(text: str) -> str:
    name = " ".join(unescaped(text).split())
    return "" if name.isdigit() or _MAIL.fullmatch(name) else name


def tags_of(value: object) -> Iterator[str]:
    """The tags in a list, or in a text with ``|``, ``;``, ``,`` or ``#`` between them."""
    if isinstance(value, list):
        for item in value:
            yield from [unescaped(item)] if isinstance(item, str) else tags_of(item)
    elif isinstance(value, dict):
        name = next((v for key in _TAG_NAMES if isinstance(v := value.get(key), str)), "")
        if not name and (related := _related(value)):
            yield from tags_of(related)
            return
        named = value and not name and all(isinstance(each, dict) for each in value.values())
        yield from map(unescaped, value) if named else (unescaped(name),)
    elif isinstance(value, str) and value.strip():
        yield from list_in(unescaped(value))


def list_in(written: str) -> list[str]:
    """A list in a text: in JSON, in Python, or with signs between its items."""
    written = written.strip()
    if written.startswith("[") and len(written) < 100_000:
        for parse in (json.loads, ast.literal_eval):
            try:
                found = parse(written)
            except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
                continue
            return [str(item) for item in found if isinstance(item, str | int)]
        written = written.strip("[]").replace("'", "").replace('"', "")
    if _BRACKETED.fullmatch(written):  # of Stack Exchange
        return written[1:-1].split("><")
    separator = next((sign for sign in _SEPARATORS if sign in written), None)
    if separator is None and written.count("#") > 1:
        return written.split()
    return [part.strip() for part in written.split(separator)] if separator else [written]


def media_of(value: object) -> Iterator[Medium]:
    """The pictures and so on in a field: addresses, or objects with an address."""
    if isinstance(value, list):
        for item in value:
            yield from media_of(item)
    elif isinstance(value, dict):
        address = next((v for key in _ADDRESSES if isinstance(v := value.get(key), str) and v), "")
        address = address or sanity_picture(value)
        alt = next((v for key in _ALTS if isinstance(v := value.get(key), str)), "")
        if address:
            yield Medium(address, alt)
        elif related := _related(value):
            yield from media_of(related)
    elif isinstance(value, str) and value.startswith("wix:image:"):
        yield Medium(wix_picture(value), "")
    elif isinstance(value, str) and re.search(r"\.\w{2,5}(?:\?|$)|^https?://", value):
        yield from (Medium(part.strip()) for part in value.split("|") if part.strip())


def quotations_in(value: object) -> Iterator[Quotation]:
    """The marked passages in a field: texts, or objects with a text and a note on it."""
    if isinstance(value, list):
        for item in value:
            yield from quotations_in(item)
    elif isinstance(value, dict):
        words = next(
            (
                v
                for k in ("quote", "text", "content", "highlight")
                if isinstance(v := value.get(k), str)
            ),
            "",
        )
        note = value.get("note") or value.get("annotation")
        yield Quotation(words, note if isinstance(note, str) else "")
    elif isinstance(value, str):
        yield Quotation(value)
