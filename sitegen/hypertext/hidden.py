"""Removes from HTML what a browser does not show."""

import re

from sitegen.hypertext.tags import RAW, TOKEN, attributes_of, end_of_raw

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)
"""Elements without an end tag."""
_SIGNS = re.compile(r"\bhidden\b|<dialog\b|display\s*:\s*none", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def without_hidden(html: str) -> str:
    """Returns ``html`` without elements that are not shown, such as those with ``hidden``.

    An element without an end tag stays, as its text might go on to the end of the page.
    """
    if not _SIGNS.search(html):
        return html
    parts: list[str] = []
    start = position = 0
    while found := TOKEN.search(html, position):
        position = found.end()
        name = (found["tag"] or "").lower()
        if name in RAW:
            position = end_of_raw(html, name, position)
        elif name and _is_hidden(name, attributes_of(html, found)):
            end_of_content, end = span_of(html, found)
            if end_of_content < end:
                parts.append(html[start : found.start()])
                start = position = end
    return "".join([*parts, html[start:]])


def _is_hidden(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element is not shown; a search of the browser shows ``until-found``."""
    if name == "dialog" and "open" not in attributes:
        return True
    if attributes.get("hidden", "until-found").lower() != "until-found":
        return True
    return bool(_HIDDEN_STYLE.search(attributes.get("style", "")))


def span_of(html: str, tag: re.Match[str]) -> tuple[int, int]:
    """Where the content of the element that begins with ``tag`` ends, and where the element does.

    Both are the end of ``html`` if the element has no end tag.
    """
    name, position = tag["tag"].lower(), tag.end()
    if name in _VOID or tag[0].endswith("/>"):
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
