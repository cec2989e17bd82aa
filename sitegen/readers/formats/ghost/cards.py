"""The texts of Ghost's editors, for posts whose export has no HTML.

Mobiledoc is https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md; Lexical is a tree of
nodes, https://lexical.dev/docs/concepts/nodes.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any, NamedTuple

from sitegen.readers.streams.json_values import list_of, objects_in

_BLOCKS = {"paragraph": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li"}
_LISTS = {"bullet": "ul", "number": "ol", "check": "ul"}
_FORMATS = ((16, "code"), (64, "sup"), (32, "sub"), (4, "s"), (2, "em"), (1, "strong"))
"""Bits of the format of a text in Lexical, the innermost element first."""
_BEFORE_NESTED = re.compile(r"</li><li>(?=<[uo]l\b)")
"""Between an item and the list below it, for which Lexical has an item of its own."""
_MARKDOWN = "\x01"
"""What stands around the Markdown of a card within the HTML of the others."""
_DEEPEST = 60


class Part(NamedTuple):
    """A part of a text."""

    text: str
    is_markdown: bool
    """Whether it is Markdown; otherwise it is HTML."""


def parts_of_cards(cards: object, plain: object) -> tuple[Part, ...]:
    """The parts of the document of an editor, in JSON; the plain text if there is nothing else."""
    try:
        parsed = json.loads(cards) if isinstance(cards, str) else None
    except (ValueError, RecursionError):
        parsed = None
    html = ""
    if isinstance(parsed, dict):
        is_lexical = isinstance(parsed.get("root"), dict)
        html = "".join(_lexical(parsed["root"], 0) if is_lexical else _mobiledoc(parsed))
    text = plain if isinstance(plain, str) and not html else ""
    html += "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())
    parts = enumerate(html.split(_MARKDOWN))
    return tuple(Part(part, number % 2 == 1) for number, part in parts if part.strip())


def _lexical(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    kind = node.get("type")
    if not _is_shown_to_all(node.get("visibility")):
        return
    if kind in ("text", "extended-text"):
        yield _formatted(str(node.get("text") or ""), node.get("format"))
    elif kind == "linebreak":
        yield "<br>"
    elif card := _card(str(kind), node):
        yield card
    else:
        children = node.get("children") if depth < _DEEPEST else None
        inner = "".join(
            part for child in objects_in(children) for part in _lexical(child, depth + 1)
        )
        yield _element(node, str(kind), inner)


def _is_shown_to_all(visibility: object) -> bool:
    """Whether a card is shown on the website to those who are no members."""
    if not isinstance(visibility, dict):
        return True
    web = visibility.get("web")
    shown = web.get("nonMember") if isinstance(web, dict) else visibility.get("showOnWeb")
    return shown is not False


def _card(kind: str, fields: Mapping[str, Any]) -> str:
    """A card as HTML; empty if it is of a kind that shows no text, or is unknown."""
    show = _CARDS.get(kind.removeprefix("card-"))
    caption = fields.get("caption")
    return f"{show(fields)}{caption if isinstance(caption, str) else ''}" if show else ""


def _field(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return escape(value) if isinstance(value, str) else ""


def _picture(fields: Mapping[str, Any]) -> str:
    return f'<p><img src="{_field(fields, "src")}" alt="{_field(fields, "alt")}"></p>'


def _gallery(fields: Mapping[str, Any]) -> str:
    images = list_of(fields.get("images"))
    return "".join(_picture(image) for image in images if isinstance(image, dict))


def _html(fields: Mapping[str, Any]) -> str:
    return str(fields.get("html") or "")


def _markdown(fields: Mapping[str, Any]) -> str:
    written = str(fields.get("markdown") or "").replace(_MARKDOWN, "")
    return f"{_MARKDOWN}{written}{_MARKDOWN}"


def _code(fields: Mapping[str, Any]) -> str:
    language = f' class="language-{_field(fields, "language")}"' if fields.get("language") else ""
    return f"<pre><code{language}>{_field(fields, 'code')}</code></pre>"


def _player(fields: Mapping[str, Any]) -> str:
    title = _field(fields, "title")
    return f'<p><video src="{_field(fields, "src")}"></video></p><p>{title}</p>'


def _button(fields: Mapping[str, Any]) -> str:
    address, words = _field(fields, "buttonUrl"), _field(fields, "buttonText")
    return f'<p><a href="{address}">{words}</a></p>' if address and words else ""


def _product(fields: Mapping[str, Any]) -> str:
    button = {"buttonUrl": fields.get("productUrl"), "buttonText": fields.get("productButton")}
    title = f"<h4>{fields.get('productTitle') or ''}</h4>"
    return f"{title}{fields.get('productDescription') or ''}{_button(button)}"


def _header(fields: Mapping[str, Any]) -> str:
    heading = f"<h2>{fields.get('header') or fields.get('heading') or ''}</h2>"
    return f"{heading}<p>{fields.get('subheader') or fields.get('subheading') or ''}</p>"


def _call_to_action(fields: Mapping[str, Any]) -> str:
    return f"{fields.get('textValue') or ''}{_button(fields)}"


def _link(fields: Mapping[str, Any]) -> str:
    """A link to a page or a file that the card shows."""
    metadata = fields.get("metadata")
    address = _field(fields, "url") or _field(fields, "src")
    own = next(
        filter(None, (_field(fields, key) for key in ("title", "fileTitle", "fileName"))), ""
    )
    title = _field(metadata, "title") if isinstance(metadata, dict) else own
    return f'<p><a href="{address}">{title or address}</a></p>'


def _callout(fields: Mapping[str, Any]) -> str:
    return f"<blockquote>{fields.get('calloutText') or ''}</blockquote>"


def _toggle(fields: Mapping[str, Any]) -> str:
    return f"<h4>{fields.get('heading') or ''}</h4>{fields.get('content') or ''}"


def _rule(_: Mapping[str, Any]) -> str:
    return "<hr>"


_CARDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "image": _picture,
    "gallery": _gallery,
    "html": _html,
    "markdown": _markdown,
    "button": _button,
    "product": _product,
    "header": _header,
    "call-to-action": _call_to_action,
    "code": _code,
    "codeblock": _code,
    "hr": _rule,
    "horizontalrule": _rule,
    "video": _player,
    "audio": _player,
    "file": _link,
    "bookmark": _link,
    "embed": _link,
    "callout": _callout,
    "toggle": _toggle,
}
"""How each kind of card is shown."""


def _element(node: Mapping[str, Any], kind: str, inner: str) -> str:
    tag = _BLOCKS.get(kind)
    if kind == "list":
        inner = _BEFORE_NESTED.sub("", inner)
    if kind in ("heading", "extended-heading", "extended-quote", "list"):
        tag = str(node.get("tag") or _LISTS.get(str(node.get("listType")), "blockquote"))
    if tag == "ol" and isinstance(node.get("start"), int):
        return f'<ol start="{node["start"]}">{inner}</ol>'
    if kind == "link":
        return f'<a href="{escape(str(node.get("url") or ""))}">{inner}</a>'
    return f"<{tag}>{inner}</{tag}>" if tag and tag.isalnum() else inner


def _formatted(text: str, style: object) -> str:
    bits = style if isinstance(style, int) else 0
    html = escape(text, quote=False)
    for bit, tag in _FORMATS:
        html = f"<{tag}>{html}</{tag}>" if bits & bit else html
    return html


def _mobiledoc(document: Mapping[str, Any]) -> Iterator[str]:
    """The sections: paragraphs, lists, pictures and cards."""
    cards = list_of(document.get("cards"))
    markups = list_of(document.get("markups"))
    for section in list_of(document.get("sections")):
        match section:
            case [1, str(tag), list(markers), *_] if tag.isalnum():
                yield f"<{tag}>{_markers(markers, markups)}</{tag}>"
            case [3, str(tag), list(items), *_] if tag.isalnum():
                rows = "".join(f"<li>{_markers(list_of(item), markups)}</li>" for item in items)
                yield f"<{tag}>{rows}</{tag}>"
            case [2, str(address), *_]:
                yield _card("image", {"src": address})
            case [10, int(index), *_] if 0 <= index < len(cards):
                match cards[index]:
                    case [str(kind), dict(fields), *_]:
                        yield _card(kind, fields)


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
            case [1, *_]:  # a soft return, the only atom of Ghost
                parts.append("<br>")
    return "".join(parts)


def _markup(markups: list[Any], index: object) -> tuple[str, str]:
    markup = markups[index] if isinstance(index, int) and 0 <= index < len(markups) else None
    match markup:
        case ["a", ["href", str(address), *_], *_]:
            return f'<a href="{escape(address)}">', "a"
        case [str(tag), *_] if tag.isalnum():
            return f"<{tag}>", tag
    return "<span>", "span"
