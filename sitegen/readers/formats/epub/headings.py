"""Links to headings of a book, whose ids a page does not keep, by the ids that pages give them."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, unquote

from sitegen.markdown.heading_ids import heading_id
from sitegen.readers.html import plain_text
from sitegen.readers.html.extent import Element, elements

_LINK = re.compile(
    r"(?P<start><a\b[^<>]{0,1000}?\bhref=(?P<mark>[\"']))(?P<file>[^\"'#<>]*)#(?P<id>[^\"'<>]+)(?P=mark)",
    re.IGNORECASE,
)
_ID = re.compile(r"<\w[^<>]{0,1000}?\s(?:id|name)=[\"']([^\"'<>]{1,500})[\"']", re.IGNORECASE)
_TEXT = re.compile(r">\s*+[^<\s]|<(?:img|image|svg)\b", re.IGNORECASE)


class Headings:
    """The headings of a book, by the ids that its links name.

    Args:
        read: reads a file of the book; None if there is none of that name.
    """

    def __init__(self, read: Callable[[str], str | None]) -> None:
        self._read = read
        self._files: dict[str, Mapping[str, str]] = {}

    def lead_to(self, html: str, name: str) -> str:
        """The HTML of a chapter with links to the headings of pages; other links stay."""
        folder, own = posixpath.split(name)

        def lead(link: re.Match[str]) -> str:
            file = posixpath.join(folder, unquote(link["file"])) if link["file"] else name
            mark = self._marks_of(posixpath.normpath(file)).get(unquote(link["id"]))
            address = f"{link['file'] or quote(own)}#{mark}"
            return f"{link['start']}{address}{link['mark']}" if mark else link[0]

        return _LINK.sub(lead, html)

    def _marks_of(self, file: str) -> Mapping[str, str]:
        if file not in self._files:
            self._files[file] = dict(_marks_in(self._read(file) or ""))
        return self._files[file]


def _marks_in(html: str) -> Iterator[tuple[str, str]]:
    """Each id in a heading, or in elements around or directly above it, with that of a page.

    The first heading is the title of the page, so that it does not count among those of its text.
    """
    counts: dict[str, int] = {}
    stop = 0
    for number, heading in enumerate(elements(html, "h[1-6]")):
        plain = heading_id(plain_text(heading.content))
        earlier = counts.get(plain, 0)
        counts[plain] = earlier + 1 if number else 0
        mark = f"{plain}_{earlier}" if earlier else plain
        if plain:
            yield from ((id_, mark) for id_ in _ids_of(heading, html, stop))
        stop = heading.stop


def _ids_of(heading: Element, html: str, stop: int) -> list[str]:
    """The ids from the last text or picture above a heading, but below the one before it."""
    above = ">" + html[stop : heading.start]
    texts = [found.end() for found in _TEXT.finditer(above)]
    start = stop + texts[-1] - 1 if texts else stop
    return _ID.findall(html, start, heading.stop)
