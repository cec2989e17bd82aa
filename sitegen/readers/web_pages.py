"""Web pages as files: the article in a page, with its title, author and date.

Some pages mark it, with ``<article>``, ``<main>`` or the microformat ``e-content``. In other pages,
the package trafilatura finds it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from html import unescape
from typing import Any, NamedTuple

from sitegen.errors import DumpError
from sitegen.readers.dates import parse_date
from sitegen.readers.html import google_docs_html, is_google_docs, plain_text, unescape_title
from sitegen.readers.html.extent import content_of
from sitegen.readers.sources import Entry

_MARKED = (
    r"<(article)\b[^>]*>",
    r"<(\w+)\b[^>]{0,2000}?\bclass=[\"'][^\"']{0,2000}?\be-content\b[^>]{0,2000}>",
    r"<(\w+)\b[^>]{0,2000}?\bitemprop=[\"']articleBody[\"'][^>]*>",
    r"<(main)\b[^>]*>",
    r"<(\w+)\b[^>]{0,2000}?\brole=[\"']main[\"'][^>]*>",
)
"""What marks the article, in the order in which it counts."""
_META = re.compile(r"<meta\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_CANONICAL = re.compile(r"<link\b([^>]*\brel=[\"']?canonical\b[^>]*)>", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
"""What browsers write at the start of a page that they save."""
_LANG = re.compile(r"<html\b[^>]*\blang=[\"']?([\w-]+)", re.IGNORECASE)
_TIME = re.compile(r"<time\b[^>]*\bdatetime=[\"']([^\"']+)", re.IGNORECASE)
_LINKED_DATA = re.compile(
    r"<script\b[^>]*\btype=[\"']application/ld\+json[\"'][^>]*>(.*?)</script>",
    re.DOTALL | re.IGNORECASE,
)
_AROUND = re.compile(
    r"<(nav|header|footer|aside|form|script|style|noscript|template|dialog)\b[^>]*>.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_QUOTATION = re.compile(r"<(blockquote)\b[^>]*>", re.IGNORECASE)
_ENDS_OF_QUOTATIONS = re.compile(r"(</?)(?:header|footer)\b", re.IGNORECASE)
"""What names the source in a quotation, and is not around the article."""
_BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body>|\Z)", re.DOTALL | re.IGNORECASE)
_COMMENTS = re.compile(
    r"<(section|div|ol|ul|aside|article|li)\b[^>]{0,2000}?\b(?:id|class)=[\"'](?:[^\"']{0,2000}\s)?"
    r"(?:comments?(?:-(?:area|list|section|body|wrapper|thread))?|[pu]-comment|disqus_thread"
    r"|respond)(?:\s[^\"']{0,2000})?[\"'][^>]{0,2000}>",
    re.IGNORECASE,
)
"""What others wrote below an article."""
_HIDDEN = re.compile(
    r"<(?!(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)(\w+)\b"
    r"(?:(?<=<template)|[^<>]{0,2000}?\shidden(?=[\s>=/]))[^<>]{0,2000}>",
    re.IGNORECASE,
)
"""What a page does not show, and trafilatura would take for text."""
_TAG_NAMES = frozenset({"article:tag", "keywords", "news_keywords"})
_DATE_NAMES = ("article:published_time", "date", "dc.date", "dcterms.created", "datepublished")
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


def read_web_page(html: str, entry: Entry) -> WebPage:
    """Finds the article in a page.

    Args:
        html: the page.
        entry: its file, for messages.

    Raises:
        DumpError: the page does not mark its article, and trafilatura is not installed.
    """
    html = google_docs_html(html) if is_google_docs(html) else _without_comments(html)
    meta = dict(_meta_in(html))
    data = _linked_data_in(html)
    content = _marked_article(html) or _plain_page(html) or _extract(html, entry)
    heading = _HEADING.search(content) or _HEADING.search(html)
    title = _TITLE.search(html)
    written = meta.get("og:title") or (title[1] if title else "")
    shown = plain_text(heading[1]) if heading else unescape_title(written)
    time = _TIME.search(html)
    dates = (*(meta.get(name) for name in _DATE_NAMES), data.get("datePublished"), time and time[1])
    return WebPage(
        html=_without_heading(content, shown),
        title=shown or None,
        author=_author_in(meta, data),
        date=next((d for text in dates if text and (d := parse_date(str(text)))), None),
        address=_address_of(html, meta),
        lang=lang[1] if (lang := _LANG.search(html)) else None,
        tags=tuple(_tags_in(html, data)),
    )


def _without_comments(html: str) -> str:
    return _change_elements(html, _COMMENTS, lambda _: "")


def _change_elements(html: str, openings: re.Pattern[str], change: Callable[[str], str]) -> str:
    """Changes elements that are not in one another, without their end tags."""
    kept: list[str] = []
    at = 0
    for found in openings.finditer(html):
        if found.start() >= at:
            end = found.end() + len(content_of(html, found))
            kept += (html[at : found.start()], change(html[found.start() : end]))
            at = end
    return "".join((*kept, html[at:]))


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
    for pattern in _MARKED:
        found = list(re.finditer(pattern, html, re.IGNORECASE))
        if len(found) == 1:
            content = content_of(html, found[0])
            if len(plain_text(content).split()) >= _FEWEST_WORDS:
                return content
    return None


def _plain_page(html: str) -> str | None:
    """The body of a page that has only its text: no navigation, and few links."""
    body = _BODY.search(html)
    content = body[1] if body else html
    if _AROUND.sub("", content) != content:
        return None
    linked = sum(len(plain_text(a)) for a in re.findall(r"<a\b[^>]*>(.*?)</a>", content, re.DOTALL))
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
        _change_elements(html, _HIDDEN, lambda _: ""),
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
    heading = _HEADING.search(content)
    if heading and plain_text(heading[1]) == title:
        content = content[: heading.start()] + content[heading.end() :]
    content = _change_elements(
        content, _QUOTATION, lambda quoted: _ENDS_OF_QUOTATIONS.sub(r"\1div", quoted)
    )
    return _AROUND.sub("", content)


def _author_in(meta: Mapping[str, str], data: Mapping[str, Any]) -> str | None:
    author = data.get("author")
    first = author[0] if isinstance(author, list) and author else author
    linked = first.get("name") if isinstance(first, dict) else first
    names = (meta.get("author"), meta.get("article:author"), linked)
    found = (n for n in names if isinstance(n, str) and n and not n.startswith("http"))
    return next(map(unescape, found), None)


def _address_of(html: str, meta: Mapping[str, str]) -> str | None:
    canonical = _CANONICAL.search(html)
    attributes = dict(_attributes_in(canonical[1])) if canonical else {}
    saved = _SAVED_FROM.search(html[:2000])
    found = attributes.get("href") or meta.get("og:url") or (saved[1] if saved else "")
    return found if found.startswith(("http://", "https://")) else None


def _meta_in(html: str) -> Iterator[tuple[str, str]]:
    for found in reversed(list(_META.finditer(html))):
        attributes = dict(_attributes_in(found[1]))
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        if name and (content := attributes.get("content")):
            yield name.lower(), content.strip()


def _attributes_in(text: str) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(text):
        yield found[1].lower(), unescape(found[2] or found[3] or found[4] or "")


def _linked_data_in(html: str) -> Mapping[str, Any]:
    """The first object of JSON-LD that has a date, as https://schema.org/Article."""
    for found in _LINKED_DATA.finditer(html):
        try:
            data = json.loads(found[1])
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for each in graph if isinstance(graph, list) else []:
            if isinstance(each, dict) and "datePublished" in each:
                return each
    return {}
