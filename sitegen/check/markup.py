"""Reads what HTML, stylesheets and feeds lead to, and what can be led to in them."""

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.hypertext import Tag, css_spans, find_tags, kind_of, spans_in, without_css_escapes

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

_LEADING = {"a", "area"}
"""Elements whose address a reader goes to; what the others name is loaded with the page."""
_LOADED_BY_LINK = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_LEADING_ATTRIBUTES = {"action", "cite", "content", "formaction", "longdesc", "ping"}
_PICTURES = {"background", "imagesrcset", "poster", "srcset"}
_NAMES = {"img": "picture", "script": "script", "iframe": "frame"}

_FEED_KEYS = {"url", "home_page_url", "feed_url", "next_url", "icon", "favicon", "image"}
"""Those of JSON Feed 1.1 whose value is an address."""


class Use(NamedTuple):
    """An address, as a file of the output names it."""

    address: str
    what: str
    """``link``, or what is loaded from there: ``picture``, ``script``, ``stylesheet``, ``file``."""


class Markup(NamedTuple):
    """What matters of a text."""

    uses: tuple[Use, ...]
    """Each once."""
    ids: frozenset[str] = frozenset()
    """What ``#id`` at the end of an address may lead to."""
    twins: tuple[str, ...] = ()
    """Ids that more than one element has."""
    has_title: bool = False
    pictures_without_alt: tuple[str, ...] = ()
    """Their addresses; an empty ``alt`` is one: it says that there is nothing to be told."""
    base: str = ""
    """What relative addresses start from, where the page says so itself."""


@functools.lru_cache(maxsize=512)
def read_html(text: str) -> Markup:
    """What matters of a page, or of a piece of one, as feeds hold them: the same in several."""
    found = _Found()
    for piece in find_tags(text):
        if isinstance(piece, Tag):
            found.read(piece)
        elif piece.name == "style":
            found.uses.update(dict.fromkeys(read_css(piece.text).uses))
        else:
            found.has_title = found.has_title or bool(piece.text.strip())
    return Markup(
        uses=tuple(found.uses),
        ids=frozenset(found.ids | found.anchors),
        twins=tuple(found.twins),
        has_title=found.has_title,
        pictures_without_alt=tuple(found.without_alt),
        base=found.base,
    )


def read_css(text: str) -> Markup:
    """What a stylesheet loads; a piece of the page itself, as in ``url(#shade)``, is not loaded."""
    addresses = (without_css_escapes(text[start:end]) for start, end in css_spans(text))
    return Markup(tuple({Use(a, "file"): None for a in addresses if a and not a.startswith("#")}))


def read_atom(text: str) -> Markup:
    """What an Atom feed (RFC 4287) leads to; entries' HTML included."""
    feed = ET.fromstring(text)  # noqa: S314 -- written by a build, as its digest says
    uses = {Use(link.get("href", ""), "link"): None for link in feed.iter(f"{_ATOM}link")}
    for content in feed.iter(f"{_ATOM}content"):
        uses.update(dict.fromkeys(read_html(content.text or "").uses))
    return Markup(tuple(uses))


def read_json_feed(text: str) -> Markup:
    """What a JSON feed leads to; entries' HTML included."""
    return Markup(tuple(dict.fromkeys(_uses_in(json.loads(text)))))


def read_sitemap(text: str) -> Markup:
    """What a sitemap, or an index of several, lists."""
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


@dataclass(slots=True)
class _Found:
    """What was found of a page so far."""

    uses: dict[Use, None] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    twins: dict[str, None] = field(default_factory=dict)
    without_alt: dict[str, None] = field(default_factory=dict)
    base: str = ""
    has_title: bool = False

    def read(self, tag: Tag) -> None:
        """Notes what the tag names."""
        values = {name: value.text for name, value in tag.values.items()}
        for name, value in values.items():
            kind = kind_of(tag.name, name, values.get("http-equiv", ""))
            if kind == "html":
                self.uses.update(dict.fromkeys(read_html(value).uses))
            elif kind == "css":
                self.uses.update(dict.fromkeys(read_css(value).uses))
            elif kind:
                what = _what(tag.name, name, values)
                self.uses.update({Use(value[a:b], what): None for a, b in spans_in(value, kind)})
        if identity := values.get("id"):
            self.twins.update({identity: None} if identity in self.ids else {})
            self.ids.add(identity)
        match tag.name:
            case "a":
                self.anchors.add(values.get("name", ""))
            case "base":
                self.base = self.base or values.get("href", "")
            case "img" if "alt" not in values:
                self.without_alt[values.get("src", "")] = None


def _what(tag: str, name: str, values: Mapping[str, str]) -> str:
    if tag in _LEADING or name in _LEADING_ATTRIBUTES:
        return "link"
    if tag == "link":
        kinds = set(values.get("rel", "").lower().split())
        if not kinds & _LOADED_BY_LINK:
            return "link"
        return "stylesheet" if "stylesheet" in kinds else "file"
    return "picture" if name in _PICTURES else _NAMES.get(tag, "file")
