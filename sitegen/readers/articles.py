"""Articles of blogs, feeds and newsletters as documents."""

import re
from collections.abc import Callable
from typing import NamedTuple

from sitegen.models import DocumentKind, LinkTarget, Medium
from sitegen.readers.findings import Finding
from sitegen.readers.html import LocalLinks, html_to_markdown
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.markdown.titles import plain_words
from sitegen.readers.web_addresses import host_of

_SHORTEST_ESSAY = 2000
"""How many characters make an article with a title an essay."""


_LINKED = r"\[[^\n]*?\]\([^()\s]*\)"
_BEGINNINGS = "The post|Der Beitrag|L[’']article|La entrada|L[’']articolo|Het bericht|O post|Wpis"
_MIDDLES = (
    "appeared first on|first appeared on|erschien zuerst auf|est apparu en premier sur"
    "|se publicó primero en|apareció primero en|proviene da|verscheen eerst op"
    "|apareceu primeiro em|pochodzi z serwisu"
)
_ORIGIN = re.compile(
    rf"(?:\A|\n\n)(?:{_BEGINNINGS}) {_LINKED} (?:{_MIDDLES}) (?:{_LINKED}|[^\n]{{1,80}}?)\.?\s*\Z"
    rf"|\n\n\*\*\*\n\n{_LINKED} was originally published in {_LINKED} on Medium, [^\n]*\s*\Z"
)
"""What plugins of WordPress, and Medium, put below each entry of a feed."""


_LONGEST_TITLE = 1000
_SHORTEST_CUT = 3
"""How many words a title has at least that is the beginning of the text."""
_WORD = re.compile(r"\w+")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
_LINKED_LINE = re.compile(
    r"(?:#{1,6} )?\[[^\n]{1,1000}\]\(<?(https?://[^\s<>]{1,2000}?)>?\)[ \t]*(?:\n\s*\n|\s*\Z)"
)
"""A first paragraph or heading that is a link alone."""


class Body(NamedTuple):
    """The text of an article."""

    text: str
    """Markdown."""
    media: tuple[Medium, ...]
    """The pictures and so on that the text shows."""
    findings: tuple[Finding, ...]


def kind_of(title: str | None, text: str) -> DocumentKind:
    """An essay, if it has a title and is long; otherwise a post."""
    return "essay" if title and len(text) >= _SHORTEST_ESSAY else "post"


def read_body(
    html: str,
    where: str,
    *,
    base: str | None = None,
    find: Callable[[str], str | None] = lambda _: None,
    local_links: LocalLinks = "from root",
) -> Body:
    """Converts the HTML of an article.

    Args:
        html: its text.
        where: its address or place in the dump, for what is lost.
        base: the address that others are relative to.
        find: returns the name of the file of a picture, by its address; None if the dump does not
            hold it.
        local_links: which links without the address of a website stay, for the importer.
    """
    converted = html_to_markdown(html, base=base, local_links=local_links)
    media = tuple(
        Medium(image.address, image.alt, find(image.address), is_in_text=True)
        for image in converted.images
    )
    return Body(converted.markdown, media, tuple(losses_in(converted.lost, media, where)))


def without_origin(text: str) -> str:
    """A Markdown text without the line at its end on where it “appeared first”."""
    return _ORIGIN.sub("", text)


def title_beside(title: str | None, text: str) -> str | None:
    """The title; None if it repeats the text, or the beginning of it, cut with “…”."""
    if title is None or len(title) > _LONGEST_TITLE:
        return title
    words = _WORD.findall(title)
    found = _WORD.findall(_LINK.sub(r"\1", text[: 10 * len(title)]))
    if not words or not title.endswith(("…", "...")):
        return None if words and found == words else title
    start = found[: len(words)]
    is_same = start[:-1] == words[:-1] and "".join(start[-1:]).startswith(words[-1])
    return None if is_same and len(words) >= _SHORTEST_CUT else title


def without_title(text: str, title: str | None) -> str:
    """A Markdown text without a heading at its start that repeats the title, marked up or not."""
    first, _, rest = text.partition("\n")
    if title is None or not first.startswith("#") or "![" in first:
        return text
    return rest.lstrip("\n") if _says(first, title) else text


def _says(line: str, title: str) -> bool:
    """Whether a line of Markdown, marked up or not, has the words of a title."""
    return " ".join(plain_words(line.lstrip("#")).split()) == " ".join(title.split())


def split_linked_title(
    text: str, title: str | None, own: str | None
) -> tuple[LinkTarget | None, str]:
    """What a Markdown text is about that begins with its title as a link, and the text below that.

    Args:
        text: the text of a post.
        title: its title.
        own: its own address; a link to it is left out, as it says nothing new.

    Returns:
        The linked page, or None, and the text without that first paragraph, or without a heading
        that repeats the title.
    """
    found = _LINKED_LINE.match(text)
    if not title or found is None or "![" in found[0] or not _says(found[0], title):
        return None, without_title(text, title)
    rest, address = text[found.end() :], found[1]
    if own and address.rstrip("/") == own.rstrip("/"):
        return None, rest
    return LinkTarget(address, title, host_of(address).removeprefix("www.")), rest
