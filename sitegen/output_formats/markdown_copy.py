"""The Markdown of a post or a topic with its source, to paste elsewhere.

It is made of the HTML that pages show, so that an imported plain text becomes Markdown, too. In the
browser, the theme’s ``sitegen-copy.js`` makes the same of a page when its button is pressed,
which needs no file beside each page, adds nothing to its weight, and works from the disk.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sitegen.addresses import absolute_link, rewrite_root_links
from sitegen.languages import format_day
from sitegen.readers.html import html_to_markdown
from sitegen.readers.html.escaping import escape_text
from sitegen.views.template_records import PageView

_NOTE = re.compile(r"(?<!\\)\[\^(\w+)\]")
"""The mark of a footnote."""
_RULE = "***"


class Place(NamedTuple):
    """Where the digest is."""

    title: str
    base_url: str
    """May be empty; then links in the digest stay as they are."""
    language: str


class Copied(NamedTuple):
    """A page to copy."""

    page: PageView
    html: str


def copy_post(post: Copied, place: Place) -> str:
    """The Markdown of one post or essay."""
    return _joined(_post(post, place, level=1))


def copy_topic(
    title: str, address: str, introduction: str, posts: Sequence[Copied], place: Place
) -> str:
    """The Markdown of a topic with its posts."""
    parts = [f"# {_text(title)}", _markdown(introduction, address, place)]
    for number, post in enumerate(posts, start=1):
        if number > 1:
            parts.append(_RULE)
        heading, text, source = _post(post, place, level=2)
        parts += heading, _NOTE.sub(rf"[^{number}-\1]", text), source  # each note once
    own = absolute_link(place.base_url, address) if place.base_url else ""
    return _joined([*parts, _RULE, _signed((place.title, own))])


def _post(post: Copied, place: Place, level: int) -> tuple[str, str, str]:
    """Headline, text and source of a post."""
    page = post.page
    title, link = page.title or (page.link and page.link.title) or "", page.link
    words = f"[{_text(title)}]({link.address})" if link else _text(title)
    own = absolute_link(place.base_url, page.address) if place.base_url else ""
    day = format_day(page.date, place.language) if page.date else ""
    return (
        f"{'#' * level} {words}" if title else "",
        _markdown(post.html, page.address, place),
        _signed((page.author or "", day, page.source or own)),
    )


def _markdown(html: str, address: str, place: Place) -> str:
    if not place.base_url:
        return html_to_markdown(html, local_links="none").markdown
    html = rewrite_root_links(html, lambda target: absolute_link(place.base_url, target))
    return html_to_markdown(html, base=absolute_link(place.base_url, address)).markdown


def _text(text: str) -> str:
    return escape_text(" ".join(text.split()), brackets=False)


def _signed(parts: Iterable[str]) -> str:
    """A line with those of the parts that are not empty; addresses are links."""
    given = [part if "://" not in part else f"<{part}>" for part in parts if part]
    return f"— {', '.join(given)}" if given else ""


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
