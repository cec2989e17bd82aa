"""The posts on a web page that shows several, such as the front page of a blog, saved as a file.

They are marked as microformats (https://microformats.org/wiki/h-entry, and hAtom before it), or are
elements ``<article>`` whose headings lead to their own pages.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Reason
from sitegen.readers.html import plain_text
from sitegen.readers.html.extent import content_of, elements, start_tags
from sitegen.readers.html.surroundings import attributes_in, change_elements, without_comments
from sitegen.readers.sources import Entry
from sitegen.readers.web_addresses import join_address
from sitegen.readers.web_pages import WebPage, read_web_page

_ENTRY = frozenset({"h-entry", "hentry"})
_TEXT = frozenset({"e-content", "entry-content"})
_TITLE = frozenset({"p-name", "entry-title"})
_OTHERS = frozenset({"h-card", "vcard", "h-cite"})
"""What has a name and an address of its own within a post: its author, what it quotes."""
_ANSWERS: dict[str, Reason] = {
    "u-in-reply-to": "reply",
    "u-repost-of": "repost",
    "u-like-of": "other kind",
    "p-rsvp": "other kind",
}
_HEADINGS = "h1|h2|h3|h4"
_FEWEST_WORDS = 50
"""The least number of words of an ``<article>`` that is not the beginning of a post alone."""


class PageEntry(NamedTuple):
    """A post on a page with several."""

    page: WebPage
    linked: str = ""
    """The address of what it is about, if it is a bookmark."""
    reasons: tuple[Reason, ...] = ()
    """Why it is left out."""


def entries_on(html: str, entry: Entry, base: str | None) -> list[PageEntry]:
    """The posts on a page; none if it shows one, or only the beginnings of several.

    Args:
        html: the page.
        entry: its file, for messages.
        base: its address, if it is known.
    """
    html = without_comments(html)
    marked = list(_apart(html, _ENTRY))
    whole = [each for each in marked if _first_of(each, _TEXT)]
    if len(whole) > 1:
        return [_read(each, entry, base) for each in marked if each in whole or _answers(each)]
    articles = [each.content for each in elements(html, "article")]
    read = [_read(each, entry, base) for each in articles if _is_whole(each)]
    is_several = len(read) > 1 and len({each.page.address for each in read}) == len(articles)
    return read if is_several else []


def _apart(html: str, classes: frozenset[str]) -> Iterator[str]:
    """The contents of elements with one of some classes that are not in one another."""
    stop = 0
    for tag in start_tags(html):
        if tag.start() >= stop and classes & _classes(tag):
            content = content_of(html, tag)
            stop = tag.end() + len(content)
            yield f"{tag[0]}{content}</{tag[1]}>"


def _is_whole(article: str) -> bool:
    heading = next(elements(article, _HEADINGS), None)
    is_linked = heading is not None and "href" in heading.content
    return is_linked and len(plain_text(article).split()) >= _FEWEST_WORDS


def _read(html: str, entry: Entry, base: str | None) -> PageEntry:
    others = (tag for tag in start_tags(html) if _OTHERS & _classes(tag))
    rest = change_elements(html, others, lambda _: "")
    title_tag = _first_of(rest, _TITLE) or next(start_tags(rest, _HEADINGS), None)
    title = plain_text(content_of(rest, title_tag)) if title_tag else ""
    if text := _first_of(html, _TEXT):
        content, date = content_of(html, text), None
        is_note = plain_text(content).startswith(title)
    else:
        article = read_web_page(f"<article>{_with_heading(html)}</article>", entry)
        content, date, is_note = article.html, article.date, False
    own = _address(rest, "u-url", base) or _bookmark(rest, base)
    tags = (plain_text(content_of(html, tag)) for tag in start_tags(html) if _is_tag(tag))
    page = WebPage(
        html=content,
        title=None if is_note else title or None,
        author=_author_in(html),
        date=date or _date_in(html),
        address=own or None,
        lang=None,
        tags=tuple(dict.fromkeys(filter(None, tags))),
    )
    linked = _address(html, "u-bookmark-of", base)
    return PageEntry(page, linked, tuple(dict.fromkeys(_answers(html))))


def _with_heading(html: str) -> str:
    """A post whose first heading is one of the first rank, as that of a page."""
    heading = next(start_tags(html, "h2|h3|h4"), None)
    if heading is None or next(start_tags(html, "h1"), None):
        return html
    content = content_of(html, heading)
    end = re.sub(r"^</\w+", "</h1", html[heading.end() + len(content) :], count=1)
    return f"{html[: heading.start()]}<h1>{content}{end}"


def _answers(html: str) -> Iterator[Reason]:
    """Why a post is none by itself: an answer, a repost, a mark that somebody liked something."""
    for tag in start_tags(html):
        yield from (_ANSWERS[each] for each in _classes(tag) if each in _ANSWERS)


def _author_in(html: str) -> str | None:
    tag = _first_of(html, frozenset({"p-author", "fn", "author"}))
    return plain_text(content_of(html, tag)) or None if tag else None


def author_of_page(html: str) -> str | None:
    """The author whom a page names for its posts, outside of these."""
    posts = (tag for tag in start_tags(html) if _ENTRY & _classes(tag))
    return _author_in(change_elements(html, posts, lambda _: ""))


def _date_in(html: str) -> datetime | None:
    tag = _first_of(html, frozenset({"dt-published", "published"})) or next(
        start_tags(html, "time"), None
    )
    if tag is None:
        return None
    values = dict(attributes_in(tag[2]))
    written = values.get("datetime") or values.get("title") or plain_text(content_of(html, tag))
    return parse_date(written)


def _is_tag(tag: re.Match[str]) -> bool:
    relations = dict(attributes_in(tag[2])).get("rel", "").split()
    return "p-category" in _classes(tag) or "tag" in relations


def _address(html: str, name: str, base: str | None) -> str:
    tag = _first_of(html, frozenset({name}))
    return _whole(dict(attributes_in(tag[2])).get("href", ""), base) if tag else ""


def _bookmark(html: str, base: str | None) -> str:
    """The address of a post in hAtom, or that its heading leads to."""
    links = [dict(attributes_in(tag[2])) for tag in start_tags(html, "a")]
    marked = (link.get("href", "") for link in links if "bookmark" in link.get("rel", "").split())
    heading = next(elements(html, _HEADINGS), None)
    inner = start_tags(heading.content, "a") if heading else iter(())
    titled = (dict(attributes_in(tag[2])).get("href", "") for tag in inner)
    return _whole(next(marked, "") or next(titled, ""), base)


def _whole(address: str, base: str | None) -> str:
    joined = join_address(base, address) if base and address else address
    return joined if joined.startswith(("http://", "https://")) else ""


def _first_of(html: str, classes: frozenset[str]) -> re.Match[str] | None:
    return next((tag for tag in start_tags(html) if classes & _classes(tag)), None)


def _classes(tag: re.Match[str]) -> set[str]:
    if "class" not in tag[2].lower():
        return set()
    return set(dict(attributes_in(tag[2])).get("class", "").split())
