"""What stands around and below the article of a web page, by the names of its classes."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from sitegen.readers.html.extent import content_of, start_tags
from sitegen.readers.html.plain import plain_text

_ATTRIBUTE = re.compile(r"(?<![\w:.-])([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_COMMENTED = "section|div|ol|ul|aside|article|li"
_COMMENTS = re.compile(
    r"comments?(?:-(?:area|list|section|body|wrapper|thread))?|[pu]-comment|disqus_thread|respond",
    re.IGNORECASE,
)
"""What others wrote below an article."""
_BESIDE_NAMES = "section|div|ol|ul|aside|p|span|address|form"
_BESIDE = re.compile(
    r"(?:social-?)?shar(?:e|ing)(?:-?(?:bar|box|buttons?|icons?|links?|tools?))?"
    r"|social(?:-?(?:bar|buttons?|icons?|links?))?|addtoany\w*|a2a_kit|jp-relatedposts|yarpp.*"
    r"|related|(?:related|recommended|more)-?(?:articles?|content|links|posts?|reading|stories)"
    r"|newsletter(?:-?(?:box|cta|form|signup))?|sign-?up(?:-?form)?|subscribe(?:-?(?:box|form))?"
    r"|breadcrumbs?|byline|author-?(?:bio|box|card|info)|nav-?links|pagination"
    r"|(?:article|entry|post)-?(?:author|byline|footer|info|meta|nav(?:igation)?|share|tags?)",
    re.IGNORECASE,
)
"""Buttons to share, other articles, forms to subscribe, and lines on the author and the date."""
_FRAME = re.compile(
    r"(?:site|page|main|top|blog|global)?[-_]?(?:header|footer|head|foot|nav(?:bar|igation)?|menu)"
    r"|(?:foot|head|nav)er?[-_]?(?:wrap(?:per)?|inner|container|bar|links)|masthead|colophon"
    r"|(?:left|right)?[-_]?side-?bar|copyright|credits|skip-?link",
    re.IGNORECASE,
)
"""What frames each page of a website: its name, links to its other pages, a line on its rights."""
_MOST = 0.4
"""The largest share of the words that such an element has; one with more holds the article."""
_LINKED, _LARGE = 0.8, 0.6
"""The least share of linked words of a cell of navigation, and of the words beside it."""


def without_comments(html: str) -> str:
    """A page without the comments on its article."""
    comments = (tag for tag in start_tags(html, _COMMENTED) if _is_named(tag[2], _COMMENTS))
    return change_elements(html, comments, lambda _: "")


def without_surroundings(html: str) -> str:
    """An article without buttons to share, links to others, forms and the like."""
    return _without_named(html, _BESIDE)


def without_frame(html: str) -> str:
    """The body of a page without what frames each page of its website."""
    return _without_named(html, _FRAME)


def _without_named(html: str, names: re.Pattern[str]) -> str:
    """HTML without elements with some ids or classes, unless they hold much of its text."""
    found = (tag for tag in start_tags(html, _BESIDE_NAMES) if _is_named(tag[2], names))
    most = _MOST * len(plain_text(html))
    return change_elements(html, found, lambda part: part if len(plain_text(part)) > most else "")


def without_navigation_cells(html: str) -> str:
    """A page that a table lays out, without the cells that hold only links."""
    large = _LARGE * len(plain_text(html))
    cells = list(_apart(html, start_tags(html, "td")))
    if not any(len(plain_text(content)) >= large for _, content in cells):
        return html
    return change_elements(
        html, (tag for tag, content in cells if _is_navigation(content)), lambda _: ""
    )


def change_elements(
    html: str, openings: Iterable[re.Match[str]], change: Callable[[str], str]
) -> str:
    """Changes elements that are not in one another, without their end tags."""
    kept: list[str] = []
    at = 0
    for found, content in _apart(html, openings):
        end = found.end() + len(content)
        kept += (html[at : found.start()], change(html[found.start() : end]))
        at = end
    return "".join((*kept, html[at:]))


def _apart(html: str, openings: Iterable[re.Match[str]]) -> Iterator[tuple[re.Match[str], str]]:
    """The elements that are not in one another: their start tags and contents."""
    at = 0
    for found in openings:
        if found.start() >= at:
            content = content_of(html, found)
            at = found.end() + len(content)
            yield found, content


def attributes_in(text: str) -> Iterator[tuple[str, str]]:
    """The attributes of a tag, each with its name in lower case and its value."""
    for name, *values in _ATTRIBUTE.findall(text):
        yield name.lower(), unescape("".join(values))


def _is_named(attributes: str, names: re.Pattern[str]) -> bool:
    return any(
        names.fullmatch(word)
        for name, value in attributes_in(attributes)
        if name in ("id", "class")
        for word in value.split()
    )


def _is_navigation(cell: str) -> bool:
    links = (content_of(cell, tag) for tag in start_tags(cell, "a"))
    linked, words = sum(len(plain_text(link)) for link in links), len(plain_text(cell))
    return words > 0 and linked >= _LINKED * words
