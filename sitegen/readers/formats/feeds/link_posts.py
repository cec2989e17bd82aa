"""Entries of feeds that are about a page elsewhere, as those of link blogs are.

Their link is that page, and something else is their own address.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.readers.bookmarks import web_address
from sitegen.readers.formats.feeds.entries import link_of
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.web_addresses import host_of, join_address, normal_address

_COUNTING = re.compile(r"(?:feed|feeds|feedproxy|rss|rsslink|click)\d*\..*")
"""The hosts of services that count clicks: their addresses lead to the own page of an entry."""
_PERMALINK = re.compile(
    r"\n\n\[(?:[^\w\s\[\]]{1,3}|(?:permanent )?link|permalink)\]\((?P<address>[^()\s]*)\)\s*\Z",
    re.IGNORECASE,
)
"""A last paragraph that is a link, with a sign such as a star or an infinity as its words."""


class Addresses(NamedTuple):
    """Where an entry is, and what it is about."""

    own: str | None
    target: str | None


def addresses_of(item: Node, base: str, website: str) -> Addresses:
    """The addresses of an entry."""
    link = link_of(item, base)
    if link is None or not website:
        return Addresses(link, None)
    if _is_on(link, website):
        related = {address for address in _related(item, base) if not _is_on(address, website)}
        return Addresses(link, related.pop() if len(related) == 1 else None)
    if _COUNTING.fullmatch(host_of(link)):
        return Addresses(link, None)
    named = (*_related(item, base), item.text_of("guid", "id"), item.text_of("comments"))
    for address in named:
        if _is_on(address, website) and normal_address(address) != normal_address(website):
            return Addresses(web_address(address.partition("#")[0]), link)
    return Addresses(link, None)


def without_permalink(text: str, address: str | None) -> str:
    """A Markdown text without a link at its end that leads to its own address."""
    found = _PERMALINK.search(text)
    is_own = found is not None and normal_address(found["address"]) == normal_address(address or "")
    return text[: found.start()] if found and is_own else text


def _is_on(address: str, website: str) -> bool:
    """Whether an address is on a website, or on one whose host is a part of the other's."""
    one, other = (f".{host_of(each).removeprefix('www.')}" for each in (address, website))
    return len(one) > 1 and (one.endswith(other) or other.endswith(one))


def _related(item: Node, base: str) -> Iterator[str]:
    """The pages that an entry of Atom names as related (RFC 4287, 4.2.7.2)."""
    links = [node.attributes for node in item.all("link") if node.attributes.get("href")]
    related = (link for link in links if link.get("rel") == "related")
    for link in related:
        if link.get("type", "text/html") == "text/html":
            yield web_address(join_address(base, link["href"].strip()))
