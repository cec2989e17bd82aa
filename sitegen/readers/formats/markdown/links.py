"""Links at the start of an item: the title and the address, and the words that follow."""

import re
from typing import NamedTuple

from sitegen.models import LinkTarget
from sitegen.readers.detection.names import names_in
from sitegen.readers.markdown.titles import plain_words
from sitegen.readers.web_addresses import host_of, path_of

_ADDRESS = r"<?(?P<address>https?://[^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)>?"
_LINKED = re.compile(
    r"(?P<bold>\*\*|__|\*|_|#+[ \t]+)?\[(?P<title>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])+)\]"
    rf"\(\s*{_ADDRESS}(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)(?(bold)(?:\*\*|__|\*|_)?)",
    re.DOTALL,
)
_TITLE_THEN_ADDRESS = re.compile(
    rf"(?P<title>[^\n\[\]<>]{{2,200}}?)[ \t]*(?::|[-–—|→]|->)[ \t]+{_ADDRESS}(?=\s|$)"
)
_ADDRESS_THEN_TITLE = re.compile(rf"{_ADDRESS}[ \t]+\|[ \t]+(?P<title>[^\n]{{2,300}})")
"""As OneTab writes open tabs."""
_ADDRESS_FIRST = re.compile(rf"{_ADDRESS}(?=\s|$|[,;:])")
_NEXT_LINE = re.compile(rf"(?P<title>[^\n]{{2,200}})\n[ \t]*{_ADDRESS}[ \t]*(?:\n|$)")
_BELOW_HEADING = re.compile(
    r"(?![^\n]*\]\()(?:#{1,6}[ \t]+(?P<marked>[^\n]*[^\n#\s])[ \t#]*"
    r"|(?P<underlined>[^\n]+)\n {0,3}(?:=+|-+)[ \t]*)"
    rf"\n\s*{_ADDRESS}[ \t]*(?:\n|$)"
)
_BULLET = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_JOINT = re.compile(r"[ \t]*(?:[-–—:|·•→,;.]+(?=\s|$)|->)?[ \t]*")
_WITH_ACCOUNTS = names_in(
    "bitbucket.org codeberg.org dev.to github.com gitlab.com medium.com twitter.com x.com"
)
"""Websites of many people whose names begin the paths of their pages."""
_OF_MANY = names_in(
    """
    amazon.com apps.apple.com archive.org arxiv.org crates.io docs.rs facebook.com goodreads.com
    linkedin.com news.ycombinator.com npmjs.com play.google.com pypi.org reddit.com
    stackoverflow.com vimeo.com wikipedia.org en.wikipedia.org youtu.be youtube.com
    """
)
"""Those whose addresses do not tell."""
_TRAILING = ".,;:!?*_"


class LinkLead(NamedTuple):
    """A link that an item starts with."""

    target: LinkTarget
    rest: str
    """What follows, without the sign between."""


def read_lead(text: str, *, is_item: bool) -> LinkLead | None:
    """The link at the start of a text; None if it does not start with one.

    Args:
        text: an item of a list with its bullet, or a paragraph.
        is_item: whether it is an item; then ``title: address`` and a bare address are leads too.
    """
    bullet = _BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text.lstrip()
    found = _LINKED.match(bare) or _NEXT_LINE.match(bare)
    if found is None and is_item:
        patterns = (_TITLE_THEN_ADDRESS, _ADDRESS_THEN_TITLE, _ADDRESS_FIRST)
        found = next(filter(None, (pattern.match(bare) for pattern in patterns)), None)
    if found is None:
        return None
    groups = found.groupdict()
    return LinkLead(_target(groups.get("title") or "", found["address"]), _rest(bare, found.end()))


def read_titled(text: str) -> LinkLead | None:
    """The link below the heading that a text begins with, which is its title; None without one."""
    found = _BELOW_HEADING.match(text)
    if found is None:
        return None
    title = found["marked"] or found["underlined"].strip()
    return LinkLead(_target(title, found["address"]), text[found.end() :])


def site_of(address: str) -> str:
    """The host of an address, without ``www.``."""
    return host_of(address).removeprefix("www.")


def account_site(address: str) -> str:
    """The website of an address; on one of many people the part of one, empty if none is known."""
    site = site_of(address)
    if site in _WITH_ACCOUNTS:
        return "/".join([site, *path_of(address).split("/")[1:2]])
    return "" if site in _OF_MANY else site


def _target(title: str, address: str) -> LinkTarget:
    address = address.rstrip(_TRAILING)
    words = plain_words(title).strip(" :–—-")
    return LinkTarget(address, "" if words == address else words, site_of(address))


def _rest(text: str, end: int) -> str:
    joint = _JOINT.match(text, end)
    return text[joint.end() if joint else end :]
