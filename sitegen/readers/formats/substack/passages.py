"""Passages of a post on Substack that are not for everyone.

A post for everyone may hold some: blocks that name their readers, in ``data-dynamic-audiences``,
and whatever stands below a mark.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from sitegen.readers.findings import Reason

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_DIV = re.compile(rf"<(?P<end>/)?div\b{_ATTRIBUTES}>", re.IGNORECASE)
_AUDIENCES = re.compile(r"""\bdata-dynamic-audiences\s*=\s*["']([^"']*)["']""")
_PAYWALL = re.compile(r"""\bclass\s*=\s*["'](?:[^"']*\s)?paywall-jump[\s"']""")
_EVERYONE = "non_sub"
_FREE = "free_sub"


class PublicPart(NamedTuple):
    """What is left of a post."""

    html: str
    left_out: tuple[Reason, ...]
    """Why passages were left out, each in order."""


def public_part(html: str, admitted: Collection[Reason] = ()) -> PublicPart:
    """A post without the passages that not everyone may read."""
    if "paywall-jump" not in html and "data-dynamic-audiences" not in html:
        return PublicPart(html, ())
    parts: list[str] = []
    left_out: list[Reason] = []
    done = depth = 0
    for tag in _DIV.finditer(html):
        if depth:
            depth += -1 if tag["end"] else 1
            done = tag.end() if depth == 0 else len(html)
            continue
        if tag["end"]:
            continue
        reason = _reason(tag[0])
        if reason is None or reason in admitted:
            continue
        parts.append(html[done : tag.start()])
        left_out.append(reason)
        if _PAYWALL.search(tag[0]):
            return PublicPart("".join(parts), tuple(left_out))
        depth, done = 1, len(html)
    return PublicPart("".join([*parts, html[done:]]), tuple(left_out))


def _reason(tag: str) -> Reason | None:
    """Why the block that begins here, or what stands below it, is not for everyone, if so."""
    if _PAYWALL.search(tag):
        return "paid"
    found = _AUDIENCES.search(tag)
    if found is None:
        return None
    audiences = {name.strip() for name in found[1].split(",")}
    if _EVERYONE in audiences:
        return None
    return "followers only" if _FREE in audiences else "paid"
