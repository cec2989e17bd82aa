"""The blocks of a post in the form of Tumblr's editor since 2015, as HTML.

The form is https://www.tumblr.com/docs/npf.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise
from typing import Any

from sitegen.readers.streams.json_values import list_of, objects_in, text_at

_Block = Mapping[str, Any]

_LISTS = {"ordered-list-item": "ol", "unordered-list-item": "ul"}
_PARAGRAPHS = {
    "heading1": "h2",
    "heading2": "h3",
    "quote": "blockquote",
    "indented": "blockquote",
}
_STYLES = {"bold": "strong", "italic": "em", "strikethrough": "s"}
_DEEPEST_LIST = 10


def blocks_html(blocks: object) -> str:
    """The HTML of blocks, in their order; those of unknown types show nothing."""
    parts: list[str] = []
    for is_list, group in groupby(objects_in(list_of(blocks)), key=_is_item):
        of_kind = list(group)
        parts += [_list_html(of_kind)] if is_list else map(_block_html, of_kind)
    return "".join(parts)


def _is_item(block: _Block) -> bool:
    return text_at(block, "subtype") in _LISTS


def _list_html(items: Sequence[_Block]) -> str:
    """Items of lists, which only say how deep they are."""
    parts: list[str] = []
    open_tags: list[str] = []
    for item in items:
        depth, tag = _depth_of(item) + 1, _LISTS[text_at(item, "subtype")]
        while len(open_tags) > depth or (len(open_tags) == depth and open_tags[-1] != tag):
            parts.append(f"</li></{open_tags.pop()}>")
        parts.append("</li>" if len(open_tags) == depth else "")
        while len(open_tags) < depth:
            parts.append(f"<{tag}><li>" if len(open_tags) < depth - 1 else f"<{tag}>")
            open_tags.append(tag)
        parts.append(f"<li>{_text_html(item)}")
    parts += [f"</li></{tag}>" for tag in reversed(open_tags)]
    return "".join(parts)


def _depth_of(item: _Block) -> int:
    depth = item.get("indent_level")
    return min(depth, _DEEPEST_LIST) if isinstance(depth, int) and depth > 0 else 0


def _block_html(block: _Block) -> str:
    match block.get("type"):
        case "text":
            tag = _PARAGRAPHS.get(text_at(block, "subtype"), "p")
            return f"<{tag}>{_text_html(block)}</{tag}>"
        case "image":
            return _image_html(block)
        case "link" | "audio" | "video":
            return _link_html(block)
        case "poll":
            answers = (text_at(each, "answer_text") for each in objects_in(block.get("answers")))
            items = "".join(f"<li>{escape(answer)}</li>" for answer in answers if answer)
            return f"<p>{escape(text_at(block, 'question'))}</p><ul>{items}</ul>"
    return ""


def _image_html(block: _Block) -> str:
    address = _address_of(block)
    if not address:
        return ""
    picture = f'<img src="{escape(address)}" alt="{escape(text_at(block, "alt_text"))}">'
    caption = escape(text_at(block, "caption"))
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{picture}{below}</figure>"


def _link_html(block: _Block) -> str:
    """A link to a page, a film or a sound."""
    address = text_at(block, "url") or _address_of(block)
    words = ": ".join(filter(None, (text_at(block, "artist"), text_at(block, "title"))))
    link = f'<p><a href="{escape(address)}">{escape(words or address)}</a></p>' if address else ""
    below = text_at(block, "description") if block.get("type") == "link" else ""
    return link + (f"<p>{escape(below)}</p>" if below else "")


def _address_of(block: _Block) -> str:
    """The address of the file of a block, in its largest size, which is the first."""
    return next((text_at(medium, "url") for medium in objects_in(block.get("media"))), "")


def _text_html(block: _Block) -> str:
    """A text with its formats, whose ranges count characters and may overlap."""
    text = block.get("text")
    if not isinstance(text, str):
        return ""
    formats = list(_formats_in(block, len(text)))
    bounds = sorted({0, len(text), *(at for start, end, *_ in formats for at in (start, end))})
    parts = []
    for start, end in pairwise(bounds):
        part = escape(text[start:end], quote=False).replace("\n", "<br>")
        for first, last, opening, closing in formats:
            if first <= start and end <= last:
                part = f"{opening}{part}{closing}"
        parts.append(part)
    return "".join(parts)


def _formats_in(block: _Block, length: int) -> Iterator[tuple[int, int, str, str]]:
    """The start, the end and the tags of each range."""
    for style in objects_in(block.get("formatting")):
        start, end, kind = style.get("start"), style.get("end"), text_at(style, "type")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length):
            continue
        blog = style.get("blog")
        address = text_at(blog, "url") if isinstance(blog, dict) else text_at(style, "url")
        if kind in _STYLES:
            yield start, end, f"<{_STYLES[kind]}>", f"</{_STYLES[kind]}>"
        elif kind in ("link", "mention") and address:
            yield start, end, f'<a href="{escape(address)}">', "</a>"
