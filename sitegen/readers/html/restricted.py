"""Finds passages of WordPress posts that are not for everyone: for members, payers, or nobody.

A block is stored as HTML between two comments, with attributes in JSON; see
https://developer.wordpress.org/block-editor/reference-guides/block-api/block-serialization/.
"""

import re
from typing import NamedTuple

_RESTRICTED = re.compile(
    r"(?i)member|subscribers?(?:$|[-_])|private|protect|restrict|premium|paid|paywall|password"
    r"|logged_?-?in|loggedin|passster|^ppwp|^s2if|^mepr|^ihc-hide"
    r"|^um_show_content|(?:^|[-_])access(?:$|[-_])"
)
_OPEN_TO_ALL = re.compile(
    r"(?i)non_?-?member|not_?-?(?:a_?-?)?member|not_?-?logged|logged_?-?out|loggedout|visitor|guest"
    r"|team|staff|crew|board"
)
_BLOCK = re.compile(
    r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)"
    r"(?P<rest>(?:[^-]|-(?!->))*+)-->"
)
_HIDDEN = re.compile(r'"(?:blockVisibility"\s*:\s*false|hideBlock"\s*:\s*true)')
"""How WordPress since 6.9, and a plugin before it, note that a block is not shown at all."""
_PAYWALL = "jetpack/paywall"
"""A mark without content: what stands below it is for subscribers."""


class PublicHtml(NamedTuple):
    """The blocks that everyone sees."""

    html: str
    left_out: int
    """How many passages are not for everyone."""


def is_restricted(name: str) -> bool:
    """Whether a shortcode or a block shows its content only to some, as its name says."""
    return bool(_RESTRICTED.search(name)) and not _OPEN_TO_ALL.search(name)


def without_restricted_blocks(html: str) -> PublicHtml:
    """The blocks of a post without those that only members or payers see, or nobody."""
    if "<!--" not in html:
        return PublicHtml(html, 0)
    parts: list[str] = []
    done = left_out = depth = 0
    outer = ""
    for tag in _BLOCK.finditer(html):
        if outer:
            depth += _step(tag, outer)
            if depth == 0:
                outer, done = "", tag.end()
        elif not tag["end"] and _is_left_out(tag):
            parts.append(html[done : tag.start()])
            left_out += 1
            if tag["name"] == _PAYWALL:
                return PublicHtml("".join(parts), left_out)
            outer, depth, done = tag["name"], _step(tag, tag["name"]), len(html)
            if depth == 0:
                outer, done = "", tag.end()
    return PublicHtml("".join([*parts, html[done:]]), left_out)


def _is_left_out(tag: re.Match[str]) -> bool:
    name = tag["name"].rpartition("/")[2]
    return is_restricted(name) or _HIDDEN.search(tag["rest"]) is not None


def _step(tag: re.Match[str], name: str) -> int:
    """How a comment changes how many blocks of this name are open."""
    if tag["name"] != name or tag["rest"].rstrip().endswith("/"):
        return 0
    return -1 if tag["end"] else 1
