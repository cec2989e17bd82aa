"""Sitemaps, and the index of several (https://www.sitemaps.org/protocol.html)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape

from sitegen.addresses import absolute_link, quoted
from sitegen.text.rfc3339 import format_utc

MOST_ADDRESSES = 50_000
MOST_BYTES = 50_000_000
"""The limits of the protocol for one sitemap; the exact one is 52,428,800 bytes."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ENTRY_BYTES = 100
"""An upper bound of the size of an entry without its address."""
_LONGEST_ESCAPE = len("%F0%9F%98%80")
"""The length of the longest escape of a character."""


def split_sitemap(
    base_url: str,
    addresses: Iterable[str],
    most: int = MOST_ADDRESSES,
    most_bytes: int = MOST_BYTES,
) -> Iterator[tuple[str, ...]]:
    """Splits the addresses into as many sitemaps as they need, at least one."""
    addresses = tuple(addresses)
    if len(addresses) <= most and _upper_bound(base_url, addresses) <= most_bytes:
        yield addresses
        return
    home = _location(base_url)
    part: list[str] = []
    size = 0
    for address in addresses:
        needed = len(home) + len(quoted(address)) + _ENTRY_BYTES
        if part and (len(part) == most or size + needed > most_bytes):
            yield tuple(part)
            part, size = [], 0
        part.append(address)
        size += needed
    yield tuple(part)


def _upper_bound(base_url: str, addresses: Sequence[str]) -> int:
    """The size that a sitemap of the addresses cannot exceed."""
    each = len(_location(base_url)) + _ENTRY_BYTES
    return each * len(addresses) + _LONGEST_ESCAPE * sum(map(len, addresses))


def render_sitemap(base_url: str, entries: Iterable[tuple[str, datetime | None]]) -> bytes:
    """Renders a sitemap of addresses, each with the time of its last change if it is known."""
    home = _location(base_url)
    return _document("urlset", (_entry(home + quoted(address), at) for address, at in entries))


def render_index(base_url: str, sitemaps: Sequence[str]) -> bytes:
    """Renders an index of sitemaps."""
    return _document(
        "sitemapindex",
        (
            f" <sitemap>\n  <loc>{_location(base_url)}{quoted(address)}</loc>\n </sitemap>"
            for address in sitemaps
        ),
    )


def _document(root: str, entries: Iterable[str]) -> bytes:
    lines = (
        "<?xml version='1.0' encoding='utf-8'?>",
        f'<{root} xmlns="{_NAMESPACE}">',
        *entries,
        f"</{root}>\n",
    )
    return "\n".join(lines).encode()


def _entry(location: str, changed: datetime | None) -> str:
    lastmod = f"\n  <lastmod>{format_utc(changed)}</lastmod>" if changed else ""
    return f" <url>\n  <loc>{location}</loc>{lastmod}\n </url>"


def _location(base_url: str) -> str:
    """What every location begins with; a quoted address has no character that XML escapes."""
    return escape(absolute_link(base_url, ""), quote=False)
