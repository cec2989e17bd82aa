"""Links the names of accounts in the texts of Threads and Instagram, which do not mark them."""

import re
from collections.abc import Iterator, Mapping

from sitegen.readers.formats.meta.files import Service
from sitegen.readers.rich_text import Span, spans_to_markdown

_NAME = re.compile(r"(?<![\w@/.])@(\w(?:[\w.]*\w)?)", re.ASCII)
_ADDRESSES: Mapping[Service, str] = {
    "threads": "https://www.threads.com/@",
    "instagram": "https://www.instagram.com/",
}


def link_names(text: str, service: Service) -> tuple[str, bool]:
    """The text, and whether it is Markdown, as it is if it names an account.

    Without these links, the digest would take the names for those of another network.
    """
    base = _ADDRESSES.get(service)
    if base is None or not _NAME.search(text):
        return text, False
    return spans_to_markdown(list(_spans_of(text, base))), True


def _spans_of(text: str, base: str) -> Iterator[Span]:
    position = 0
    for name in _NAME.finditer(text):
        yield Span(text[position : name.start()])
        yield Span(name[0], "link", base + name[1])
        position = name.end()
    yield Span(text[position:])
