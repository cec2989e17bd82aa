"""The texts of Ghost's editors, for posts whose export has no HTML.

Mobiledoc is https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md; Lexical is a tree of
nodes, https://lexical.dev/docs/concepts/nodes.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_BLOCKS = {"paragraph": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li"}
_BOLD, _ITALIC, _CODE = 1, 2, 16
"""Bits of the format of a text in Lexical."""
_DEEPEST = 60


def text_of_cards(cards: object, plain: object) -> tuple[str, str]:
    """The text as HTML, or else as Markdown.

    Args:
        cards: the document of an editor, in JSON.
        plain: the plain text, used if there is nothing else.
    """
    try:
        parsed = json.loads(cards) if isinstance(cards, str) else None
    except (ValueError, RecursionError):
        parsed = None
    if isinstance(parsed, dict) and isinstance(parsed.get("root"), dict):
        return "".join(_lexical(parsed["root"], 0)), ""
    if isinstance(parsed, dict):
        markdown = "\n\n".join(_markdown_cards(parsed))
        html = "".join(_mobiledoc(parsed))
        if markdown or html:
            return html, "" if html else markdown
    text = plain if isinstance(plain, str) else ""
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip()), ""


def _lexical(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    kind = node.get("type")
    if kind in ("text", "extended-text"):
        yield _formatted(str(node.get("text") or ""), node.get("format"))
    elif kind == "linebreak":
        yield "<br>"
    elif kind == "image":
        address, alt = (escape(str(node.get(key) or "")) for key in ("src", "alt"))
        yield f'<img src="{address}" alt="{alt}">'
    elif kind in ("html", "markdown"):
        yield str(node.get("html") or "") or f"<p>{escape(str(node.get('markdown') or ''))}</p>"
    elif kind == "codeblock":
        yield f"<pre><code>{escape(str(node.get('code') or ''))}</code></pre>"
    else:
        children = node.get("children") if depth < _DEEPEST else None
        inner = "".join(
            part
            for child in (children if isinstance(children, list) else [])
            if isinstance(child, dict)
            for part in _lexical(child, depth + 1)
        )
        yield _element(node, str(kind), inner)


def _element(node: Mapping[str, Any], kind: str, inner: str) -> str:
    tag = _BLOCKS.get(kind)
    if kind in ("heading", "extended-heading", "extended-quote", "list"):
        tag = str(node.get("tag") or "blockquote")
    if kind == "link":
        return f'<a href="{escape(str(node.get("url") or ""))}">{inner}</a>'
    return f"<{tag}>{inner}</{tag}>" if tag and tag.isalnum() else inner


def _formatted(text: str, style: object) -> str:
    bits = style if isinstance(style, int) else 0
    html = escape(text, quote=False)
    for bit, tag in ((_CODE, "code"), (_ITALIC, "em"), (_BOLD, "strong")):
        html = f"<{tag}>{html}</{tag}>" if bits & bit else html
    return html


def _markdown_cards(document: Mapping[str, Any]) -> Iterator[str]:
    for card in _list(document.get("cards")):
        match card:
            case [("markdown" | "card-markdown"), {"markdown": str(text)}, *_]:
                yield text


def _mobiledoc(document: Mapping[str, Any]) -> Iterator[str]:
    """The sections with text; cards other than Markdown are left to :func:`_markdown_cards`."""
    markups = _list(document.get("markups"))
    for section in _list(document.get("sections")):
        match section:
            case [1, str(tag), list(markers), *_] if tag.isalnum():
                yield f"<{tag}>{_markers(markers, markups)}</{tag}>"
            case [3, str(tag), list(items), *_] if tag.isalnum():
                rows = "".join(f"<li>{_markers(_list(item), markups)}</li>" for item in items)
                yield f"<{tag}>{rows}</{tag}>"


def _markers(markers: list[Any], markups: list[Any]) -> str:
    parts = []
    open_tags: list[str] = []
    for marker in markers:
        match marker:
            case [0, list(opened), int(closed), str(text), *_]:
                for index in opened:
                    opening, tag = _markup(markups, index)
                    parts.append(opening)
                    open_tags.append(tag)
                parts.append(escape(text, quote=False))
                parts += [f"</{open_tags.pop()}>" for _ in range(min(closed, len(open_tags)))]
    return "".join(parts)


def _markup(markups: list[Any], index: object) -> tuple[str, str]:
    markup = markups[index] if isinstance(index, int) and 0 <= index < len(markups) else None
    match markup:
        case ["a", ["href", str(address), *_], *_]:
            return f'<a href="{escape(address)}">', "a"
        case [str(tag), *_] if tag.isalnum():
            return f"<{tag}>", tag
    return "<span>", "span"


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
