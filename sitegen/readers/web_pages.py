"""Web pages as files: the article in a page, with its title, author and date.

Some pages mark it, with ``<article>``, ``<main>`` or the microformat ``e-content``. In other pages,
the package trafilatura finds it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from html import unescape
from typing import Any, NamedTuple

from sitegen.errors import DumpError
from sitegen.readers.dates import parse_date
from sitegen.readers.html import google_docs_html, is_google_docs, plain_text, unescape_title
from sitegen.readers.html.extent import Element, content_of, elements, start_tags, without_elements
from sitegen.readers.html.surroundings import (
    attributes_in,
    change_elements,
    without_comments,
    without_frame,
    without_navigation_cells,
    without_surroundings,
)
from sitegen.readers.sources import Entry
from sitegen.readers.streams.json_values import list_of, objects_in

_MARKED = (
    ("article", ""),
    (r"\w+", r"\bclass=(?:[\"'][^\"']*)?\be-content\b"),
    (r"\w+", r"\bitemprop=[\"']?articleBody\b"),
    ("main", ""),
    (r"\w+", r"\brole=[\"']?main\b"),
)
"""Patterns for the name and the attributes of the article, in the order in which they count."""
_CANONICAL = re.compile(r"\brel=[\"']?canonical\b", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
"""What browsers write at the start of a page that they save."""
_SAVED_BY_SINGLEFILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)")
"""What the browser extension SingleFile writes there."""
_LANG = re.compile(r"\blang=[\"']?([\w-]+)", re.IGNORECASE)
_TIME = re.compile(r"\bdatetime=[\"']?([^\"'>]+)", re.IGNORECASE)
_LINKED_DATA = re.compile(r"\btype=[\"']?application/ld\+json\b", re.IGNORECASE)
_UNSEEN = "script|style|noscript|template"
_AROUND = f"nav|header|footer|aside|form|{_UNSEEN}|dialog"
"""The names of elements around the article."""
_ENDS_OF_QUOTATIONS = re.compile(r"(</?)(?:header|footer)\b", re.IGNORECASE)
"""What names the source in a quotation, and is not around the article."""
_NAMED = re.compile(r"<(?:div|section|ul)\b[^>]*\b(?:class|id)=", re.IGNORECASE)
"""What a program made a page of, as few do that are written by hand."""
_DATE_WORDS = 10
"""The most words of a line that says when a text was published, and perhaps by whom."""
_BODY_END = re.compile(r"</body>", re.IGNORECASE)
_HIDDEN = re.compile(
    r"<(?!(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)(\w+)\b"
    r"(?:(?<=<template)|[^<>]{0,2000}?\s(?:hidden(?=[\s>=/])"
    r"|style=[\"'][^\"'<>]{0,500}?display\s*:\s*none))[^<>]{0,2000}>",
    re.IGNORECASE,
)
"""What a page does not show, and trafilatura would take for text."""
_TAG_NAMES = frozenset({"article:tag", "keywords", "news_keywords"})
_DATE_NAMES = ("article:published_time", "date", "dc.date", "dcterms.created", "datepublished")
_BODY = re.compile(
    r"\bclass=(?:[\"'][^\"']*)?\b(?:e-content|(?:entry|post|article)-(?:content|body))(?![\w-])"
    r"|\bitemprop=[\"']?articleBody\b",
    re.IGNORECASE,
)
"""What marks the text within an article, beside lines on its author and buttons."""
_MOSTLY = 0.5
_FEWEST_WORDS = 5


class WebPage(NamedTuple):
    """The article in a page."""

    html: str
    title: str | None
    author: str | None
    date: datetime | None
    address: str | None
    lang: str | None
    tags: tuple[str, ...]
    base: str | None = None
    """The address that others on it are relative to, if it says so."""


def read_web_page(html: str, entry: Entry) -> WebPage:
    """Finds the article in a page.

    Raises:
        DumpError: the page does not mark its article, and trafilatura is not installed.
    """
    html = google_docs_html(html) if is_google_docs(html) else without_comments(html)
    meta = dict(_meta_in(html))
    data = _linked_data_in(html)
    article = _marked_article(html) or _plain_page(html) or _extract(html, entry)
    content = without_surroundings(article)
    title = _first(html, "title")
    written = meta.get("og:title") or (title.content if title else "")
    shown = _heading_in(content, article, html) or unescape_title(written)
    times = (time[1] for tag in start_tags(html, "time") if (time := _TIME.search(tag[2])))
    langs = (lang[-1] for tag in start_tags(html, "html") if (lang := _LANG.findall(tag[2])))
    dates = (*map(meta.get, _DATE_NAMES), data.get("datePublished"), next(times, None))
    return WebPage(
        html=_without_heading(content, shown),
        title=shown or None,
        author=_author_in(meta, data),
        date=next((d for text in dates if text and (d := parse_date(str(text)))), None),
        address=_address_of(html, meta),
        lang=next(langs, None),
        tags=tuple(_tags_in(html, data)),
        base=_base_of(html),
    )


def _heading_in(*parts: str) -> str:
    """The words of the first heading in the first of these parts of a page that has one."""
    headings = (plain_text(heading.content) for html in parts for heading in elements(html, "h1"))
    return next(filter(None, headings), "")


def _first(html: str, name: str) -> Element | None:
    return next(elements(html, name), None)


def _tags_in(html: str, data: Mapping[str, Any]) -> Iterator[str]:
    """The keywords of a page, each once."""
    listed = data.get("keywords")
    keywords = listed if isinstance(listed, list) else [listed]
    named = [content for name, content in _meta_in(html) if name in _TAG_NAMES]
    found: dict[str, str] = {}
    for text in (*reversed(named), *keywords):
        for word in text.split(",") if isinstance(text, str) else ():
            if tag := word.strip().lstrip("#"):
                found.setdefault(tag.casefold(), tag)
    yield from found.values()


def _marked_article(html: str) -> str | None:
    """The content of the only element that is marked as the article; None if there is none."""
    for name, mark in _MARKED:
        marked = re.compile(mark, re.IGNORECASE)
        found = [tag for tag in start_tags(html, name) if marked.search(tag[2])]
        if len(found) == 1:
            content = content_of(html, found[0])
            if len(plain_text(content).split()) >= _FEWEST_WORDS:
                return _body_of_article(content)
    return None


def _body_of_article(article: str) -> str:
    """The element in an article that is marked as its text, with the figures above it."""
    found = [tag for tag in start_tags(article) if _BODY.search(tag[2])]
    if len(found) != 1:
        return article
    content = content_of(article, found[0])
    if len(plain_text(content)) < _MOSTLY * len(plain_text(article)):
        return article
    above = elements(article[: found[0].start()], "figure")
    return "".join((*(f"<figure>{figure.content}</figure>" for figure in above), content))


def _plain_page(html: str) -> str | None:
    """The body of a page that has only its text: no navigation, and few links."""
    body = next(start_tags(html, "body"), None)
    content = _BODY_END.split(html[body.end() :], maxsplit=1)[0] if body else html
    seen = without_elements(content, _UNSEEN)
    if _first(seen, _AROUND):
        return None
    content, has_scripts = without_navigation_cells(without_frame(seen)), seen != content
    if has_scripts and _NAMED.search(content):
        return None
    linked = sum(len(plain_text(link.content)) for link in elements(content, "a"))
    return content if linked < 0.3 * len(plain_text(content)) else None


def _extract(html: str, entry: Entry) -> str:
    try:
        import trafilatura  # noqa: PLC0415 -- heavy, and not installed by default
    except ImportError:
        raise DumpError(
            f"{entry.name} does not mark its article, and finding it needs trafilatura",
            path=entry.dump,
            hint="pip install 'sitegen[pages]', or save the page in the browser’s reading view",
        ) from None
    found = trafilatura.extract(
        change_elements(html, _HIDDEN.finditer(html), lambda _: ""),
        output_format="html",
        include_links=True,
        include_formatting=True,
        include_images=True,
        include_tables=True,
        include_comments=False,
    )
    return found or ""


def _without_heading(content: str, title: str) -> str:
    """The article without its title, and without the parts that are not its text."""
    heading = _first(content, "h1")
    if heading and plain_text(heading.content) == title:
        content = content[: heading.start] + _without_date_line(content[heading.stop :])
    quotations = start_tags(content, "blockquote")
    content = change_elements(
        content, quotations, lambda quoted: _ENDS_OF_QUOTATIONS.sub(r"\1div", quoted)
    )
    return without_elements(content, _AROUND)


def _without_date_line(below: str) -> str:
    """What follows a title, without a line that gives the date before the text."""
    first = next(start_tags(below, "p|div|span|small|time"), None)
    if first is None or below[: first.start()].strip():
        return below
    content = content_of(below, first)
    is_date = first[1].lower() == "time" or _first(content, "time") is not None
    if not is_date or len(plain_text(content).split()) > _DATE_WORDS:
        return below
    return change_elements(below, [first], lambda _: "")


def _author_in(meta: Mapping[str, str], data: Mapping[str, Any]) -> str | None:
    author = data.get("author")
    first = author[0] if isinstance(author, list) and author else author
    linked = first.get("name") if isinstance(first, dict) else first
    names = (meta.get("author"), meta.get("article:author"), linked)
    found = (n for n in names if isinstance(n, str) and n and not n.startswith("http"))
    return next(map(unescape, found), None)


def _address_of(html: str, meta: Mapping[str, str]) -> str | None:
    links = (tag[2] for tag in start_tags(html, "link") if _CANONICAL.search(tag[2]))
    attributes = dict(attributes_in(next(links, "")))
    start = html[:2000]
    saved = _SAVED_FROM.search(start) or _SAVED_BY_SINGLEFILE.search(start)
    found = attributes.get("href") or meta.get("og:url") or (saved[1] if saved else "")
    return found if found.startswith(("http://", "https://")) else None


def _base_of(html: str) -> str | None:
    bases = (dict(attributes_in(tag[2])).get("href", "") for tag in start_tags(html, "base"))
    return next((base for base in bases if base.startswith(("http://", "https://"))), None)


def _meta_in(html: str) -> Iterator[tuple[str, str]]:
    for found in reversed(list(start_tags(html, "meta"))):
        attributes = dict(attributes_in(found[2]))
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        if name and (content := attributes.get("content")):
            yield name.lower(), content.strip()


def _linked_data_in(html: str) -> Mapping[str, Any]:
    """The first object of JSON-LD that has a date, as https://schema.org/Article."""
    for script in elements(html, "script"):
        if not _LINKED_DATA.search(script.attributes):
            continue
        try:
            data = json.loads(script.content)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for each in objects_in(list_of(graph)):
            if "datePublished" in each:
                return each
    return {}
