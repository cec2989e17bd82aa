"""Elements of Substack that a script fills from ``data-attrs``, which is JSON."""

import json
from typing import Any, NamedTuple

from sitegen.readers.html import addresses, elements

_LINKS = frozenset({"apple-podcast-container", "digest-post-embed", "embedded-post-wrap", "tweet"})
_ADDRESSES = ("url", "canonical_url")
_WORDS = ("title", "full_text")
_GALLERY, _FORMULA, _MENTION = "image-gallery-embed", "latex-rendered", "mention-wrap"
_NOT_HELD = {
    "poll-embed": "poll",
    "native-video-embed": "video without address",
    "native-audio-embed": "audio without address",
}
"""Elements of which only a number is in the HTML."""
_LONGEST = 100_000


class Card(NamedTuple):
    """What a script would show."""

    address: str = ""
    words: str = ""
    """The words of a link, of a person's name, or below pictures."""
    formula: str = ""
    pictures: tuple[str, ...] = ()
    """Their addresses."""
    alt: str = ""
    lost: str = ""
    """What the HTML does not hold."""


def read_card(attributes: dict[str, str]) -> Card | None:
    """What an element with ``data-attrs`` shows; None if it is not one that a script fills."""
    classes = elements.classes_of(attributes)
    if lost := next((_NOT_HELD[each] for each in sorted(classes) if each in _NOT_HELD), None):
        return Card(lost=lost)
    values = _values_in(attributes.get("data-attrs", ""))
    if _GALLERY in classes:
        return _gallery(values.get("gallery"))
    if _FORMULA in classes:
        formula = _string(values.get("persistentExpression"))
        return Card(formula=formula) if formula else None
    if _MENTION in classes:
        name = _string(values.get("name"))
        return Card(words=name) if name else None
    return None if _LINKS.isdisjoint(classes) else _link(values)


def _values_in(written: str) -> dict[str, Any]:
    try:
        values = json.loads(written[:_LONGEST])
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _gallery(gallery: object) -> Card | None:
    if not isinstance(gallery, dict):
        return Card(lost="pictures of a gallery")
    images = gallery.get("images")
    each = [i.get("src") for i in images if isinstance(i, dict)] if isinstance(images, list) else []
    pictures = tuple(src for src in each if isinstance(src, str) and src)
    if not pictures:
        return Card(lost="pictures of a gallery")
    alt, words = _string(gallery.get("alt")), _string(gallery.get("caption"))
    return Card(pictures=pictures, alt=alt, words=words)


def _link(values: dict[str, Any]) -> Card | None:
    address = next((values[key] for key in _ADDRESSES if values.get(key)), None)
    if not isinstance(address, str) or addresses.scheme_of(address) not in ("http", "https"):
        return None
    words = next((values[key] for key in _WORDS if values.get(key)), "")
    return Card(address, _string(words))


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
