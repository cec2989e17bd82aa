"""Where elements of HTML begin and end, for readers that take parts out of it.

All searches take time that grows with the text alone, however it is made: each tag is looked at
once, and a missing end tag is missed once.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Element(NamedTuple):
    """An element up to the next end tag of its name."""

    attributes: str
    content: str
    start: int
    stop: int


def start_tags(html: str, names: str = r"\w+") -> Iterator[re.Match[str]]:
    """The start tags of elements, by a pattern for names; with name and attributes as groups."""
    tags = re.compile(rf"<({names})\b([^>]*)>", re.IGNORECASE)
    return tags.finditer(html, 0, _after_tags(html))


def elements(html: str, names: str) -> Iterator[Element]:
    """The elements with some names that have an end tag, without those within others.

    Args:
        html: the HTML.
        names: a pattern for the names, in which a prefix such as ``dc:`` may stand.
    """
    unended: set[str] = set()
    stop = 0
    for tag in start_tags(html, names):
        name = tag[1].rpartition(":")[2].lower()
        if tag.start() < stop or name in unended:
            continue
        closing = re.compile(rf"</(?:\w+:)?{name}\s*>", re.IGNORECASE).search(html, tag.end())
        if closing is None:
            unended.add(name)
            continue
        stop = closing.end()
        yield Element(tag[2], html[tag.end() : closing.start()], tag.start(), stop)


def without_elements(html: str, names: str) -> str:
    """HTML without the elements that :func:`elements` finds."""
    kept, at = [], 0
    for element in elements(html, names):
        kept.append(html[at : element.start])
        at = element.stop
    return "".join((*kept, html[at:]))


def content_of(html: str, opening: re.Match[str]) -> str:
    """What is in the element of a start tag, up to its end tag, or else to the end."""
    depth = 1
    tags = re.compile(rf"<(/?){opening[1]}\b[^>]*>", re.IGNORECASE)
    for tag in tags.finditer(html, opening.end(), _after_tags(html)):
        depth += -1 if tag[1] else 1
        if not depth:
            return html[opening.end() : tag.start()]
    return html[opening.end() :]


def _after_tags(html: str) -> int:
    """Where the last tag ends. A search beyond it would look for the end of each tag in vain."""
    return html.rfind(">") + 1
