"""Finds the addresses in a Markdown file or a template, with their line and column."""

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
"""An address in Markdown or HTML: in a link, a reference or an attribute, or a bare URL."""
_TRAILING_PUNCTUATION = ".,;:!?"
"""Punctuation after a bare URL, which belongs to the sentence."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Place(NamedTuple):
    """The position of an address in a file."""

    line: int
    column: int
    source: str
    """The line's text."""


class AddressLocation(NamedTuple):
    """An address in a file, its target and its position."""

    address: str
    target: Target | Outside | None
    place: Place


def find_locations(path: Path, page: str, resolver: Resolver) -> list[AddressLocation]:
    """All addresses in the file at ``path``; none if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    locations = []
    for found in _ADDRESS.finditer(text):
        kind = found.lastgroup or "address"
        address = (
            found[kind].rstrip(_TRAILING_PUNCTUATION) if kind == "bare" else _unescaped(found[kind])
        )
        place = _place(text, found.start(kind))
        locations.append(AddressLocation(address, resolver.resolve_written(address, page), place))
    return locations


def _place(text: str, start: int) -> Place:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Place(line, column, line_of(text, line) or "")


def _unescaped(address: str) -> str:
    """The address without Markdown escapes and HTML entities."""
    return unescape(_ESCAPED.sub(r"\1", address))
