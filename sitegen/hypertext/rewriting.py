"""Rewrites the URLs in HTML without changing any other character."""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple

from sitegen.hypertext.addresses import Kind, kind_of, spans_in, without_css_escapes
from sitegen.hypertext.tags import Tag, Value, find_tags

Change = Callable[[str], str]
"""Returns the replacement of an address, or the same address."""

_SLASHES = {
    "/": r"""/(?<=[\t\n\f\r "'(=,;]/)(?!/|(?<!=/)>)""",
    "&": r"&(?:sol|#0*47|#[xX]0*2[fF])\b",
    "\\": r"\\(?:0{0,4}2[fF]|/)",
}
"""Patterns for the start of a root-relative address, by their first character."""
_FROM_ROOT = re.compile("|".join(_SLASHES.values()))
_CHECKS = tuple((sign, re.compile(pattern)) for sign, pattern in _SLASHES.items())
"""One at a time, they are found several times as fast: most texts have none."""
_REMOVED = str.maketrans("", "", "\t\n\r")
"""Characters that browsers remove from an address."""
_CSS_UNSAFE = str.maketrans({c: f"%{ord(c):02X}" for c in "\"'()\\"})
_DEEPEST = 3
"""The maximum nesting of ``srcdoc`` attributes."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def may_lead_from_root(html: str) -> bool:
    """A fast check whether there may be a root-relative address, such as ``/about/``."""
    return any(sign in html and pattern.search(html) for sign, pattern in _CHECKS)


def change_addresses(html: str, change: Change, *, only_from_root: bool = False) -> str:
    """The HTML with ``change(address)`` for each address in its tags and style sheets.

    Args:
        html: a page, or a fragment.
        change: receives an address as a browser reads it, and returns its replacement.
        only_from_root: whether to skip all but root-relative addresses.
    """
    wanted = _FROM_ROOT if only_from_root else None
    parts: list[str] = []
    done = 0
    for edit in _edits(html, change, wanted, 0):
        parts += html[done : edit.start], edit.text
        done = edit.end
    return "".join((*parts, html[done:])) if parts else html


def _edits(
    html: str, change: Change, wanted: re.Pattern[str] | None, depth: int
) -> Iterator[_Edit]:
    for piece in find_tags(html, wanted, without_common=True):
        if isinstance(piece, Tag):
            yield from _edits_of(piece, change, wanted, depth)
        elif piece.name == "style":
            for edit in _edits_in(piece.text, "css", change):
                yield edit._replace(start=piece.start + edit.start, end=piece.start + edit.end)


def _edits_of(
    tag: Tag, change: Change, wanted: re.Pattern[str] | None, depth: int
) -> Iterator[_Edit]:
    equiv = tag.values.get("http-equiv")
    for name, value in sorted(tag.values.items(), key=lambda item: item[1].start):
        kind = kind_of(tag.name, name, equiv.text if equiv else "")
        if kind == "html":
            edits = _edits(value.text, change, wanted, depth + 1) if depth < _DEEPEST else ()
            yield from _placed(value, edits)
        elif kind and value.raw:
            yield from _placed(value, _edits_in(value.text, kind, change))


def _placed(value: Value, edits: Iterator[_Edit] | tuple[()]) -> Iterator[_Edit]:
    """Converts edits of the value of an attribute to edits of the HTML."""
    offsets: list[int] = []
    for edit in edits:
        offsets = offsets or value.offsets()
        start, end = value.start + offsets[edit.start], value.start + offsets[edit.end]
        yield _Edit(start, end, escape(edit.text))


def _edits_in(text: str, kind: Kind, change: Change) -> Iterator[_Edit]:
    for start, end in spans_in(text, kind):
        old = text[start:end]
        if kind == "css":
            address = without_css_escapes(old)
            new = change(address).translate(_CSS_UNSAFE)
            is_same = new == address.translate(_CSS_UNSAFE)
        else:
            address = old.translate(_REMOVED)
            new = change(address)
            is_same = new == address
        if not is_same:
            kept = _same_end(old, new)
            yield _Edit(start, end - kept, new[: len(new) - kept])


def _same_end(old: str, new: str) -> int:
    """The length of the query and fragment at the end of both, which need no edit."""
    start = next((place for place, sign in enumerate(old) if sign in "?#"), len(old))
    tail = old[start:]
    return len(tail) if tail and new.endswith(tail) else 0
