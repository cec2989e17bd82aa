"""Reads what HTML, stylesheets and feeds lead to, and what can be led to in them."""

import functools
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree import ElementTree as ET

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

_LEADING = {"a", "area"}
"""Elements whose address a reader goes to; what the others name is loaded with the page."""
_LOADED_BY_LINK = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_ADDRESSES = {"href", "src", "srcset", "poster", "xlink:href"}
_NAMES = {"img": "picture", "script": "script", "iframe": "frame"}

_IDLE_TAG = re.compile(
    r"</?(?!(?:title|style|script|svg|img)\b)[a-z][a-z0-9]*"
    r"(?:\s(?:aria-[a-z]+|class|datetime|dir|lang|role)=\"[^\"<>]*\")*>"
)
"""Tags that name nothing, such as ``<p class="a">``: most are, and parsing takes its time."""

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)

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
    is_readable: bool = True


@functools.lru_cache(maxsize=512)
def read_html(text: str) -> Markup:
    """What matters of a page, or of a piece of one, as feeds hold them: the same in several."""
    parser = _Parser()
    try:
        parser.feed(_IDLE_TAG.sub("", text))
        parser.close()
    except AssertionError:  # older versions of Python give up on a mark such as <![a[
        return parser.markup()._replace(is_readable=False)
    return parser.markup()


def read_css(text: str) -> Markup:
    """What a stylesheet loads; a piece of the page itself, as in ``url(#shade)``, is not loaded."""
    found = _CSS_ADDRESS.findall(_CSS_COMMENT.sub("", text))
    addresses = (next(filter(None, groups), "") for groups in found)
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


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._uses: dict[Use, None] = {}
        self._ids: set[str] = set()
        self._anchors: set[str] = set()
        self._twins: dict[str, None] = {}
        self._without_alt: dict[str, None] = {}
        self._base = ""
        self._drawings = 0
        self._in: str | None = None
        self._has_title = False

    def markup(self) -> Markup:
        """What was found."""
        return Markup(
            uses=tuple(self._uses),
            ids=frozenset(self._ids | self._anchors),
            twins=tuple(self._twins),
            has_title=self._has_title,
            pictures_without_alt=tuple(self._without_alt),
            base=self._base,
        )

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 -- as the base class has it
        """Counts no lines, as nobody asks for them: a tenth of the time."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag names; of an attribute given twice, the first counts."""
        values = {name: value or "" for name, value in reversed(attrs)}
        for name, value in values.items():
            if name in _ADDRESSES:
                self._take(tag, name, value, values)
            elif name == "id" and value:
                if value in self._ids:
                    self._twins[value] = None
                self._ids.add(value)
            elif name == "style" and "url(" in value:
                self._uses.update(dict.fromkeys(read_css(value).uses))
        if tag == "a":
            self._anchors.add(values.get("name", ""))
        elif tag == "img" and "alt" not in values:
            self._without_alt[values.get("src", "")] = None
        elif tag == "svg":
            self._drawings += 1
        self._in = tag if tag in {"title", "style"} else None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag names, and leaves it again."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leaves the element."""
        self._in = None
        if tag == "svg":
            self._drawings -= 1

    def handle_data(self, data: str) -> None:
        """Notes a title, and what a stylesheet within the page loads."""
        if self._in == "title" and not self._drawings and data.strip():
            self._has_title = True
        elif self._in == "style":
            self._uses.update(dict.fromkeys(read_css(data).uses))

    def handle_entityref(self, name: str) -> None:  # noqa: ARG002 -- any is a character
        """Notes that a title has a character."""
        self.handle_data("&")

    def handle_charref(self, name: str) -> None:  # noqa: ARG002 -- likewise
        """Notes that a title has a character."""
        self.handle_data("&")

    def _take(self, tag: str, name: str, value: str, values: Mapping[str, str]) -> None:
        if tag == "base":
            self._base = self._base or value
            return
        what = _what(tag, name, values)
        for address in _candidates(value) if name == "srcset" else (value,):
            self._uses[Use(address.strip(), what)] = None


def _what(tag: str, name: str, values: Mapping[str, str]) -> str:
    if tag in _LEADING:
        return "link"
    if tag == "link":
        kinds = set(values.get("rel", "").lower().split())
        if not kinds & _LOADED_BY_LINK:
            return "link"
        return "stylesheet" if "stylesheet" in kinds else "file"
    return "picture" if name in {"srcset", "poster"} else _NAMES.get(tag, "file")


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses of an ``srcset``: each may be followed by its width or density."""
    for part in re.split(r",\s+", srcset):
        if words := part.split():
            yield words[0].rstrip(",")
