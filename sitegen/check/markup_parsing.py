"""Parses HTML, stylesheets, feeds and sitemaps for the addresses and ids in them."""

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.hypertext import (
    RawText,
    addresses_in,
    css_spans,
    find_pieces,
    kind_of,
    read_tag,
    text_of_tag,
    without_css_escapes,
)

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

_LINKING = {"a", "area"}
"""Elements whose address is a link. The addresses of others are loaded with the page."""
_LOADED_BY_LINK = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_LINKING_ATTRIBUTES = {"action", "cite", "content", "formaction", "longdesc", "ping"}
_PICTURES = {"background", "imagesrcset", "poster", "srcset"}
_NAMES = {"img": "picture", "script": "script", "iframe": "frame"}

_FEED_KEYS = {"url", "home_page_url", "feed_url", "next_url", "icon", "favicon", "image"}
"""The keys of JSON Feed 1.1 whose value is an address."""


class Use(NamedTuple):
    """An address in a file of the output."""

    address: str
    what: str
    """``link``, or the kind of resource: ``picture``, ``script``, ``stylesheet``, ``file``."""


class Markup(NamedTuple):
    """The parts of a file that the check needs."""

    uses: tuple[Use, ...]
    """The addresses, each once."""
    ids: frozenset[str] = frozenset()
    """The possible targets of a fragment (``#id``)."""
    duplicate_ids: tuple[str, ...] = ()
    """Ids of more than one element."""
    has_title: bool = False
    pictures_without_alt: tuple[str, ...] = ()
    """Their addresses. An empty ``alt`` counts as one: the picture is decorative."""
    base: str = ""
    """The ``<base href>`` of the page, if it has one."""


@functools.lru_cache(maxsize=512)
def read_html(text: str) -> Markup:
    """Parses a page, or a fragment of HTML in a feed. Feeds repeat fragments, hence the cache."""
    page = _PageCollector()
    for piece in find_pieces(text, without_common=True):
        if isinstance(piece, RawText):
            if piece.name == "style":
                page.uses.update(dict.fromkeys(read_css(piece.text).uses))
            else:
                page.has_title = page.has_title or bool(piece.text.strip())
        elif parts := _parts_of_tag(text_of_tag(piece)):
            page.add(parts)
    return Markup(
        uses=tuple(page.uses),
        ids=frozenset(page.ids | page.anchors),
        duplicate_ids=tuple(page.duplicate_ids),
        has_title=page.has_title,
        pictures_without_alt=tuple(page.without_alt),
        base=page.base,
    )


def read_css(text: str) -> Markup:
    """Parses a stylesheet. ``url(#shade)`` refers to the page itself and is left out."""
    addresses = (without_css_escapes(text[start:end]) for start, end in css_spans(text))
    return Markup(tuple({Use(a, "file"): None for a in addresses if a and not a.startswith("#")}))


def read_atom(text: str) -> Markup:
    """Parses an Atom feed (RFC 4287), including the HTML of its entries."""
    feed = ET.fromstring(text)  # noqa: S314 -- a build wrote it
    uses = {Use(link.get("href", ""), "link"): None for link in feed.iter(f"{_ATOM}link")}
    for content in feed.iter(f"{_ATOM}content"):
        uses.update(dict.fromkeys(read_html(content.text or "").uses))
    return Markup(tuple(uses))


def read_json_feed(text: str) -> Markup:
    """Parses a JSON feed, including the HTML of its entries."""
    return Markup(tuple(dict.fromkeys(_uses_in(json.loads(text)))))


def read_sitemap(text: str) -> Markup:
    """Parses a sitemap or a sitemap index."""
    places = ET.fromstring(text).iter(f"{_SITEMAP}loc")  # noqa: S314 -- as for a feed
    return Markup(tuple(Use(place.text or "", "link") for place in places))


def _uses_in(value: object) -> Iterator[Use]:
    match value:
        case dict():
            for key, item in value.items():
                if key == "content_html" and isinstance(item, str):
                    yield from read_html(item).uses
                elif key in _FEED_KEYS and isinstance(item, str):
                    yield Use(item, "link")
                else:
                    yield from _uses_in(item)
        case list():
            for item in value:
                yield from _uses_in(item)


class _TagParts(NamedTuple):
    """The parts of a start tag that the check needs."""

    uses: tuple[Use, ...]
    identity: str
    anchor: str | None
    """The name of an ``<a>``, empty if it has none."""
    without_alt: str | None
    """The address of an ``<img>`` without ``alt``."""
    base: str


_NO_PARTS = _TagParts((), "", None, None, "")


@dataclass(slots=True)
class _PageCollector:
    """Collects the parts of a page."""

    uses: dict[Use, None] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    duplicate_ids: dict[str, None] = field(default_factory=dict)
    without_alt: dict[str, None] = field(default_factory=dict)
    base: str = ""
    has_title: bool = False

    def add(self, parts: _TagParts) -> None:
        """Adds the parts of a tag."""
        for use in parts.uses:
            self.uses[use] = None
        if parts.identity:
            if parts.identity in self.ids:
                self.duplicate_ids[parts.identity] = None
            self.ids.add(parts.identity)
        if parts.anchor is not None:
            self.anchors.add(parts.anchor)
        if parts.without_alt is not None:
            self.without_alt[parts.without_alt] = None
        if parts.base and not self.base:
            self.base = parts.base


@functools.lru_cache(maxsize=4096)
def _parts_of_tag(text: str) -> _TagParts | None:
    """The parts of a start tag, if it has any. Most are on other pages, too, hence the cache."""
    tag, values = read_tag(text)
    parts = _TagParts(
        tuple(_uses_of_tag(tag, values)),
        identity=values.get("id", ""),
        anchor=values.get("name", "") if tag == "a" else None,
        without_alt=values.get("src", "") if tag == "img" and "alt" not in values else None,
        base=values.get("href", "") if tag == "base" else "",
    )
    return parts if parts != _NO_PARTS else None


def _uses_of_tag(tag: str, values: Mapping[str, str]) -> Iterator[Use]:
    refresh = values.get("http-equiv", "")
    for name, value in values.items():
        kind = kind_of(tag, name, refresh)
        if kind == "html":
            yield from read_html(value).uses
        elif kind == "css":
            yield from read_css(value).uses
        elif kind:
            what = _what(tag, name, values)
            for address in addresses_in(value, kind):
                yield Use(address, what)


def _what(tag: str, name: str, values: Mapping[str, str]) -> str:
    if tag in _LINKING or name in _LINKING_ATTRIBUTES:
        return "link"
    if tag == "link":
        kinds = set(values.get("rel", "").lower().split())
        if not kinds & _LOADED_BY_LINK:
            return "link"
        return "stylesheet" if "stylesheet" in kinds else "file"
    return "picture" if name in _PICTURES else _NAMES.get(tag, "file")
