"""Reads from the HTML of a page what is searched: its marked part, and the values beside it.

The marks are attributes of Pagefind: https://pagefind.app/docs/indexing/. Those that themes use are
read: ``data-pagefind-body``, ``data-pagefind-ignore``, and on the former the attributes that
``data-pagefind-filter``, ``-meta`` and ``-sort`` refer to (``topic[data-topic]``).
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from sitegen.hypertext.hidden import without_hidden
from sitegen.hypertext.tags import RAW, TOKEN, VOID, attributes_of, end_of_raw
from sitegen.search.documents import SearchDocument

_BODY = "data-pagefind-body"
_IGNORE = "data-pagefind-ignore"
_IGNORED = frozenset(
    {"button", "footer", "form", "iframe", "label", "nav", "noscript", "rp", "rt", "script"}
    | {"style", "svg", "template"}
)
"""Elements that Pagefind ignores, and ruby annotations, which repeat the text."""
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins"}
    | {"kbd", "mark", "q", "rb", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup"}
    | {"time", "u", "var", "wbr"}
)
"""Elements that are no boundary between words."""
_NOTE_LINK = re.compile(r"\bfootnote-(?:back)?ref\b")
_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read_document(html: str, address: str) -> SearchDocument | None:
    """What is searched of a page; None if nothing of it is marked."""
    start = html.find(_BODY)
    tag = TOKEN.search(html, html.rfind("<", 0, start)) if start > 0 else None
    if tag is None or not tag["tag"]:
        return None
    values = attributes_of(html, tag)
    if _BODY not in values:
        return None
    searched = without_hidden("".join(_kept(html, tag.end(), _span_of(html, tag)[0])))
    found = _LANGUAGE.search(html)
    return SearchDocument(
        address=address,
        language=values.get("data-lang") or (found[1] if found else "en"),
        title=values.get("data-title", ""),
        text=_plain(searched),
        html=searched,
        topic=values.get("data-topic", ""),
        author=values.get("data-author", ""),
        date=values.get("data-date", ""),
        moment=values.get("data-moment", ""),
    )


def _kept(html: str, position: int, end: int) -> Iterator[str]:
    """The parts of an element that are not ignored."""
    start = position
    while (found := TOKEN.search(html, position, end)) and found.end() <= end:
        position = found.end()
        if found["tag"] and _is_ignored(html, found):
            yield html[start : found.start()]
            _, position = _span_of(html, found)
            start = position
    yield html[start:end]


def _is_ignored(html: str, tag: re.Match[str]) -> bool:
    if tag["tag"].lower() in _IGNORED or tag["tag"].lower() in RAW:
        return True
    attributes = tag["attributes"]
    if _IGNORE in attributes:
        return _IGNORE in attributes_of(html, tag)
    return "footnote" in attributes and bool(
        _NOTE_LINK.search(attributes_of(html, tag).get("class", ""))
    )


def _span_of(html: str, tag: re.Match[str]) -> tuple[int, int]:
    """Where the content of an element ends, and where the element does."""
    name, position = tag["tag"].lower(), tag.end()
    if name in VOID or tag[0].endswith("/>"):
        return position, position
    if name in RAW:
        position = end_of_raw(html, name, position)
    if html.count(f"<{name}", position) == 0 and html.count(f"</{name}", position) == 1:
        end = html.index(f"</{name}", position)  # the usual case, made fast
        return end, html.find(">", end) + 1 or len(html)
    depth = 1
    while found := TOKEN.search(html, position):
        position = found.end()
        opened, closed = (found["tag"] or "").lower(), (found["closed"] or "").lower()
        if opened in RAW:
            position = end_of_raw(html, opened, position)
        depth += (opened == name) - (closed == name)
        if not depth:
            return found.start(), position
    return len(html), len(html)


def _plain(html: str) -> str:
    """The text of some HTML, with a space where an element begins or ends a line."""
    text = TOKEN.sub(lambda token: " " if _parts_words(token) else "", html)
    return _SPACE.sub(" ", unescape(text)).strip()


def _with_parted_words(html: str) -> str:
    """Some HTML with a space outside of each element that begins or ends a line.

    Pagefind (1.5.2, 1.6.0) takes "<dt>rye</dt><dd>grain</dd>" and cells without end tags for one
    word.
    """

    def parted(token: re.Match[str]) -> str:
        if not _parts_words(token):
            return token[0]
        return f" {token[0]}" if token["tag"] else f"{token[0]} "

    return TOKEN.sub(parted, html)


def _parts_words(token: re.Match[str]) -> bool:
    name = (token["tag"] or token["closed"] or "").lower()
    return bool(name) and name not in _INLINE


def page_for_pagefind(document: SearchDocument) -> str:
    """A page with only what is searched, in the language that decides how words are found."""
    values = {
        "title": document.title,
        "topic": document.topic,
        "author": document.author,
        "year": document.year,
        "date": document.date,
        "moment": document.moment,
    }
    named = {name: value for name, value in values.items() if value}
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in named.items())
    marks = "".join(
        f' data-pagefind-{mark}="{", ".join(f"{n}[data-{n}]" for n in names if n in named)}"'
        for mark, names in (
            ("filter", ("topic", "author", "year")),
            ("meta", ("title", "topic", "author", "date")),
        )
        if any(name in named for name in names)
    )
    html = _with_parted_words(document.html)
    return (
        f'<html lang="{escape(document.language)}"><body>'
        f"<div data-pagefind-body{marks}{attributes}>{html}</div></body></html>"
    )
