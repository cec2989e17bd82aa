"""Resolves the links of a text: to a place in the book, else to the web."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.addresses import absolute_link, web_url

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\]")
_MAIL = re.compile(r"mailto:[!-~]+", re.IGNORECASE)
_BASE = "https://x.invalid/"
"""A base for links within the site."""
_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9.-]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the book shows what the site shows at an address."""

    file: str
    """The name of the chapter."""
    anchor: str = ""
    """The id in it; empty for its start."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """The ids in the chapter of the ids in the text."""


def safe_name(text: str) -> str:
    """The text as part of an id or of the name of a file, which XML limits to few characters."""
    return _NOT_IN_NAME.sub(lambda found: f"_{ord(found[0]):x}", text)


class Links:
    """The links of a book."""

    def __init__(self, places: Mapping[str, Place], base_url: str) -> None:
        """Takes the places of the book by the addresses of the site, and the site's own URL."""
        self._places = places
        self._base_url = base_url

    def resolve(self, link: str, here: str) -> str | None:
        """The link from a chapter; None if it leads nowhere."""
        link = link.strip()
        if _SCHEME.match(link) or link.startswith("//"):
            return external_link(link)
        target, fragment = _within_site(link, here)
        if target is None:
            return None
        place = self._find(target)
        if place is None:
            return self._on_site(target, fragment) if self._base_url else None
        own = self._places.get(here)
        anchor = place.ids.get(fragment, place.anchor)
        if own and own.file == place.file and anchor:
            return f"#{anchor}"
        return f"{place.file}#{anchor}" if anchor else place.file

    def _find(self, address: str) -> Place | None:
        plain = address.removesuffix("index.html") if address.endswith("/index.html") else address
        plain = "" if plain == "index.html" else plain
        return self._places.get(plain) or self._places.get(f"{plain}/")

    def _on_site(self, address: str, fragment: str) -> str | None:
        return external_link(
            absolute_link(self._base_url, address) + (f"#{fragment}" if fragment else "")
        )


def address_in_site(link: str, here: str) -> str | None:
    """The address within the site that a link leads to; None if it leads elsewhere."""
    link = link.strip()
    if not link or _SCHEME.match(link) or link.startswith("//"):
        return None
    return _within_site(link, here)[0]


def external_link(link: str) -> str | None:
    """A link to the web or to a mailbox as a valid URL; None if it is none."""
    if _MAIL.match(link):
        return link if _MAIL.fullmatch(link) else None
    url = web_url(f"https:{link}" if link.startswith("//") else link)
    try:
        parts = urlsplit(url)
        is_valid = (
            parts.scheme.lower() in {"http", "https"}
            and _HOST.fullmatch(parts.hostname or "") is not None
            and parts.port != 0
        )
    except ValueError:
        return None
    return url if is_valid else None


def _within_site(link: str, here: str) -> tuple[str | None, str]:
    """The address within the site and the fragment."""
    try:
        parts = urlsplit(urljoin(f"{_BASE}{here}", link))
    except ValueError:
        return None, ""
    return unquote(parts.path.lstrip("/")), unquote(parts.fragment)
