"""Portable Text, the rich text of Sanity, as HTML.

https://portabletext.org/specification/
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from sitegen.readers.streams.json_values import list_of, object_at, objects_in, text_at

_Block = Mapping[str, Any]
_STYLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_MARKS: Mapping[str, str] = {
    "strong": "strong",
    "em": "em",
    "code": "code",
    "underline": "u",
    "strike-through": "s",
}
_EXPORTED = re.compile(r"(?:image|file)@file:/{2}(?:\./)?(?P<name>\S+)")
_REFERENCE = re.compile(r"image-(?P<name>\w+-\d+x\d+)-(?P<ending>\w+)")
_DEEPEST = 20
"""The most lists within each other."""
_LISTS: Mapping[str, str] = {"bullet": "ul", "number": "ol"}


def is_portable_text(value: object) -> bool:
    """Whether a value is a list of blocks."""
    return isinstance(value, list) and any(_is_block(item) for item in value)


def portable_to_html(value: object) -> str:
    """The HTML of a list of blocks: texts, code, pictures, films, and blocks around blocks."""
    groups = groupby(objects_in(value), lambda block: _LISTS.get(str(block.get("listItem")), ""))
    return "".join(part for tag, blocks in groups for part in _group(tag, list(blocks)))


def lost_blocks(value: object) -> Counter[str]:
    """How many blocks of each type are not kept, such as a chart of a plugin."""
    kinds = (str(b.get("_type")) for b in objects_in(value) if not _html_of(b).strip())
    return Counter(kind for kind in kinds if kind not in ("block", "break", "divider", "None"))


def sanity_picture(value: Mapping[str, Any]) -> str:
    """The address of a picture, or the name of its file in an export; empty if it is none.

    The reference ``image-<id>-<size>-<ending>`` names the file ``images/<id>-<size>.<ending>``:
    https://www.sanity.io/docs/http-reference/export
    """
    held = object_at(value, "asset")
    written = value.get("_sanityAsset") or held.get("_sanityAsset")
    if isinstance(written, str) and (found := _EXPORTED.match(written)):
        return found["name"]
    if isinstance(url := held.get("url"), str) and url:
        return url
    found = _REFERENCE.fullmatch(str(held.get("_ref") or held.get("_id")))
    return f"images/{found['name']}.{found['ending']}" if found else ""


def _is_block(value: object) -> bool:
    return isinstance(value, dict) and value.get("_type") == "block" and "children" in value


def _group(tag: str, blocks: Sequence[_Block]) -> Iterator[str]:
    """Blocks that follow each other in one list, or in none."""
    if not tag:
        yield from map(_html_of, blocks)
        return
    level = 0
    for block in blocks:
        deeper = _level_of(block)
        yield f"<{tag}>" * (deeper - level) + f"</{tag}>" * (level - deeper)
        level = deeper
        yield f"<li>{_spans(block)}</li>"
    yield f"</{tag}>" * level


def _level_of(block: _Block) -> int:
    level = block.get("level")
    return min(max(1, level), _DEEPEST) if isinstance(level, int) else 1


def _html_of(block: _Block) -> str:
    if block.get("_type") == "code" and isinstance(block.get("code"), str):
        return f"<pre><code>{escape(block['code'])}</code></pre>"
    if not _is_block(block):
        return _picture(block) or _link(block) or "".join(map(portable_to_html, _inner(block)))
    style = str(block.get("style"))
    tag = style if style in _STYLES else "p"
    return f"<{tag}>{_spans(block)}</{tag}>"


def _picture(block: _Block) -> str:
    name = sanity_picture(block)
    alt, caption = (escape(text_at(block, key)) for key in ("alt", "caption"))
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{escape(name)}" alt="{alt}">{below}</figure>' if name else ""


def _link(block: _Block) -> str:
    """A film or a card, as a link."""
    address = escape(text_at(block, "url") or text_at(block, "href"))
    words = escape(text_at(block, "title") or text_at(block, "caption")) or address
    return f'<p><a href="{address}">{words}</a></p>' if address.startswith("http") else ""


def _inner(block: _Block) -> Iterator[object]:
    return (value for value in block.values() if is_portable_text(value))


def _spans(block: _Block) -> str:
    links = {
        str(each.get("_key")): each["href"]
        for each in objects_in(block.get("markDefs"))
        if isinstance(each.get("href"), str)
    }
    return "".join(_span(span, links) for span in objects_in(block.get("children")))


def _span(span: _Block, links: Mapping[str, str]) -> str:
    text = span.get("text")
    html = escape(text).replace("\n", "<br>") if isinstance(text, str) else ""
    for mark in map(str, list_of(span.get("marks"))):
        if mark in links:
            html = f'<a href="{escape(links[mark])}">{html}</a>'
        elif mark in _MARKS:
            html = f"<{_MARKS[mark]}>{html}</{_MARKS[mark]}>"
    return html
