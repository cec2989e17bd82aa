"""Rich text of Wix (Ricos) as HTML.

https://dev.wix.com/docs/ricos/getting-started/introduction
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from sitegen.readers.streams.json_values import objects_in

_Node = Mapping[str, Any]
_TAGS: Mapping[str, str] = {
    "PARAGRAPH": "p",
    "BLOCKQUOTE": "blockquote",
    "BULLETED_LIST": "ul",
    "ORDERED_LIST": "ol",
    "LIST_ITEM": "li",
    "CODE_BLOCK": "pre",
    "TABLE": "table",
    "TABLE_ROW": "tr",
    "TABLE_CELL": "td",
    "CAPTION": "p",
}
_STYLES: Mapping[str, str] = {
    "BOLD": "strong",
    "ITALIC": "em",
    "UNDERLINE": "u",
    "STRIKETHROUGH": "s",
    "SUPERSCRIPT": "sup",
    "SUBSCRIPT": "sub",
}
_MEDIA = "https://static.wixstatic.com/media/"
_MARK = "wix:image://v1/"


def ricos_to_html(value: object) -> str:
    """The HTML of a text in Ricos; empty if the value is none."""
    nodes = value.get("nodes") if isinstance(value, dict) else None
    try:
        return "".join(map(_html_of, objects_in(nodes)))
    except RecursionError:
        return ""


def wix_picture(written: str) -> str:
    """The address of a picture that Wix writes as ``wix:image://v1/<id>/<name>#…``, or as an id."""
    name = written.removeprefix(_MARK).partition("/")[0].partition("#")[0]
    return written if written.startswith("http") or not name else _MEDIA + name


def _html_of(node: _Node) -> str:
    kind = str(node.get("type", ""))
    inner = "".join(map(_html_of, objects_in(node.get("nodes"))))
    if kind == "TEXT":
        return _text(node)
    if kind == "DIVIDER":
        return "<hr>"
    if kind == "HEADING":
        level = _part(node, "headingData").get("level")
        tag = f"h{level}" if level in range(1, 7) else "h2"
        return f"<{tag}>{inner}</{tag}>"
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>"
    return "".join((*_pictures(node), *_links(node), inner))


def _text(node: _Node) -> str:
    data = _part(node, "textData")
    html = escape(str(data.get("text", ""))).replace("\n", "<br>")
    for decoration in objects_in(data.get("decorations")):
        kind = str(decoration.get("type", ""))
        address = _part(decoration, "linkData", "link").get("url")
        if kind == "LINK" and isinstance(address, str):
            html = f'<a href="{escape(address)}">{html}</a>'
        elif kind in _STYLES:
            html = f"<{_STYLES[kind]}>{html}</{_STYLES[kind]}>"
    return html


def _pictures(node: _Node) -> Iterator[str]:
    images = [_part(node, "imageData")]
    images += [
        {**_part(i, "image"), **i} for i in objects_in(_part(node, "galleryData").get("items"))
    ]
    for image in images:
        source = _part(image, "image", "src") or _part(image, "media", "src")
        name = source.get("id") or source.get("url")
        if isinstance(name, str):
            alt = escape(str(image.get("altText") or ""))
            yield f'<p><img src="{escape(wix_picture(name))}" alt="{alt}"></p>'


def _links(node: _Node) -> Iterator[str]:
    """What a page shows of another website: a film, a button, a preview of a link."""
    for name in ("videoData", "buttonData", "linkPreviewData", "embedData", "htmlData", "fileData"):
        data = _part(node, name)
        places = (_part(data, "link"), _part(data, "video", "src"), _part(data, "src"), data)
        address = next((a for place in places if isinstance(a := place.get("url"), str)), "")
        words = data.get("text") or data.get("title") or address
        if address.startswith("http"):
            yield f'<p><a href="{escape(address)}">{escape(str(words))}</a></p>'


def _part(node: _Node, *keys: str) -> dict[str, Any]:
    value: object = node
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}
