"""Imported text brings no scripts, styles or pictures from elsewhere into a page."""

import re

import nh3

_TEXT = {"p", "br", "a", "em", "strong", "code", "span", "sub", "sup", "del", "img", "hr"}
_BLOCKS = {"blockquote", "div", "dl", "dt", "dd", "li", "ol", "pre", "ul"}
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}

_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
}
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_IGNORED_IN_ADDRESS = re.compile(r"[\x00-\x20]")
"""More than what browsers drop from an address: controls around it, tabs and line ends within."""


def _own_pictures_only(tag: str, attribute: str, value: str) -> str | None:
    """The value, unless it makes the reader's browser ask a third party for a picture."""
    if (tag, attribute) != ("img", "src"):
        return value
    return None if _ELSEWHERE.match(_IGNORED_IN_ADDRESS.sub("", value)) else value


_CLEANER = nh3.Cleaner(
    tags=_TEXT | _BLOCKS | _HEADINGS | _TABLES,
    attributes=_ATTRIBUTES,
    attribute_filter=_own_pictures_only,
    link_rel="nofollow ugc noopener",
    url_schemes={"http", "https", "mailto"},
)


def sanitise(html: str) -> str:
    """The HTML without all that imported text has no need of."""
    return _CLEANER.clean(html)
