"""Finds where XML begins in a file that has something else before it.

That may be warnings of PHP, HTTP headers, or the page in which a browser shows a feed.
"""

import re

_VIEWER = 'id="webkit-xml-viewer-source-xml">'
"""What precedes the XML in the page that Chrome saves of a feed."""
_START = re.compile(
    r"<(?:\?xml\s|(?:!doctype\s+)?(?:rss|feed|rdf:RDF|opml|en-export)(?=[\s>]))", re.IGNORECASE
)
_FURTHEST = 5_000
"""The maximum number of characters before the XML."""


def find_xml(text: str) -> int:
    """The position at which XML begins, if something else precedes it; else 0."""
    head = text[:_FURTHEST]
    viewer = head.find(_VIEWER)
    found = _START.search(head, max(viewer, 0))
    if found is None or (viewer < 0 and not _is_apart(head, found.start())):
        return 0
    return found.start()


def _is_apart(text: str, start: int) -> bool:
    """Whether XML is not a sample in an article: it begins a line, and no fence precedes it."""
    before = text[:start]
    return before[-1:] in ("", "\n", ">") and "```" not in before and "~~~" not in before


def is_in_viewer(text: str) -> bool:
    """Whether this is the page in which Chrome shows XML."""
    return _VIEWER in text[:_FURTHEST]
