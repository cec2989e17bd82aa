"""Finds in a page's Markdown file what leads to some place in the site, or elsewhere."""

import re
from html import unescape
from pathlib import Path
from typing import NamedTuple

from sitegen.check.hyperlinks import Outside, Resolver, Target
from sitegen.errors import line_of

_NAMES = (
    "action|background|cite|data|formaction|href|imagesrcset|longdesc|ping|poster|src|srcset|url"
)
_ADDRESS = re.compile(
    rf"""
    (?: \]\(\s* | ^[ ]{{0,3}}\[[^\]\n]+\]:\s* ) < (?P<angled>[^<>\n]+) >
  | (?: \]\(\s*<? | ^[ ]{{0,3}}\[[^\]\n]+\]:\s*<? | \b(?:{_NAMES})\s*=\s*["']?
      | \burl\(\s*["']? | @import\s+["'] | < | ,\s+(?=\S+\s+[\d.]+[wx]\b) )
    (?P<address> (?: \\. | \([^\s()<>"']*\) | [^\s()<>"'\\] )+ )
    | (?P<bare> https?://[^\s<>"'\])]+ )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
"""Where Markdown and HTML have an address: a link, a reference, an attribute, or as it is."""
_ENDS = ".,;:!?"
"""What ends a sentence rather than an address that stands in it as it is."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Place(NamedTuple):
    """Where an address stands in a file."""

    line: int
    column: int
    source: str
    """The line's text."""


class AddressLocation(NamedTuple):
    """An address in a file, and what it leads to from that file's page."""

    address: str
    target: Target | Outside | None
    place: Place


def find_locations(path: Path, page: str, resolver: Resolver) -> list[AddressLocation]:
    """Every address in the Markdown file at ``path``; none where it cannot be read.

    Args:
        path: the file.
        page: the path of its page in the output, from which relative addresses start.
        resolver: tells where addresses lead.
    """
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    mentions = []
    for found in _ADDRESS.finditer(text):
        kind = found.lastgroup or "address"
        address = found[kind].rstrip(_ENDS) if kind == "bare" else _as_read(found[kind])
        place = _place(text, found.start(kind))
        mentions.append(AddressLocation(address, resolver.resolve(address, page), place))
    return mentions


def _place(text: str, start: int) -> Place:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Place(line, column, line_of(text, line) or "")


def _as_read(address: str) -> str:
    """The address as Markdown hands it on: without escapes and entities."""
    return unescape(_ESCAPED.sub(r"\1", address))
