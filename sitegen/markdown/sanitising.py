"""Sanitises HTML from imported text: no scripts, styles or remote images."""

import re

import nh3

_TEXT = {"p", "br", "a", "em", "strong", "code", "span", "sub", "sup", "del", "img", "hr"}
_BLOCKS = {"blockquote", "div", "dl", "dt", "dd", "figcaption", "figure", "li", "ol", "pre", "ul"}
_TASKS = {"input", "label"}
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}

_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "input": {"type", "checked", "disabled", "aria-label"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
}
_EXTERNAL_URL = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_IGNORED_IN_URL = re.compile(r"[\x00-\x20]")
"""Includes what browsers strip from URLs: surrounding control characters, tabs, newlines."""


def _filter_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Returns the value, or None for an image URL that would request another host."""
    if (tag, attribute) != ("img", "src"):
        return value
    return None if _EXTERNAL_URL.match(_IGNORED_IN_URL.sub("", value)) else value


_CLEANER = nh3.Cleaner(
    tags=_TEXT | _BLOCKS | _HEADINGS | _TABLES | _TASKS,
    attributes=_ATTRIBUTES,
    attribute_filter=_filter_attribute,
    link_rel="nofollow ugc noopener",
    url_schemes={"http", "https", "mailto"},
)


def sanitise(html: str) -> str:
    """Returns the HTML with only the allowed elements, attributes and URL schemes."""
    return _CLEANER.clean(html)
