"""Rich text that editors keep as a list of lines or blocks, as HTML.

- Editor.js: https://editorjs.io/saving-data/
- Quill: https://quilljs.com/docs/delta
- Prismic: https://prismic.io/docs/fields/rich-text
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from sitegen.readers.streams.json_values import list_of, object_at, objects_in

_Table = Mapping[str, Any]
_STYLES: Mapping[str, str] = {
    "code": "code",
    "strike": "s",
    "italic": "em",
    "em": "em",
    "bold": "strong",
    "strong": "strong",
}
_LISTS: Mapping[str, str] = {
    "bullet": "ul",
    "unchecked": "ul",
    "checked": "ul",
    "ordered": "ol",
    "list-item": "ul",
    "o-list-item": "ol",
}
_BOXES = {"checked": True, "unchecked": False}
_DEEPEST = 20


class _Line(NamedTuple):
    """A line or a block: its element, the list that it is in, and its HTML."""

    tag: str
    list: str
    html: str


def is_rich_list(value: object) -> bool:
    """Whether a value is a text of Editor.js, Quill or Prismic."""
    match value:
        case {"blocks": [{"type": str(), "data": dict(), **block}, *_]}:
            return "text" not in block  # as blocks of Draft.js have
        case {"ops": [{"insert": _}, *_]} | [{"insert": _}, *_]:
            return True
        case [{"type": str(), "spans": list()}, *_]:
            return True
        case _:
            return False


def list_to_html(value: object) -> str:
    """The HTML of such a text."""
    return "".join(_joined(_lines(value)))


def lost_parts(value: object) -> Counter[str]:
    """How many blocks of each type, or things within a line, are not kept."""
    table = value if isinstance(value, dict) else {"ops": value}
    blocks = objects_in(table.get("blocks"))
    inserts = (operation.get("insert") for operation in objects_in(table.get("ops")))
    embeds = (insert for insert in inserts if isinstance(insert, dict) and insert)
    return Counter(
        [str(block.get("type")) for block in blocks if not _block(block).strip()]
        + [str(next(iter(embed))) for embed in embeds if not _embedded(embed)]
    )


def box(is_ticked: object) -> str:
    """The sign before an item that can be ticked off; nothing before any other."""
    return ("☑ " if is_ticked else "☐ ") if isinstance(is_ticked, bool) else ""


def first_number(start: object) -> str:
    """The attribute of a list that does not begin with 1."""
    return f' start="{start}"' if isinstance(start, int) and start > 1 else ""


def _lines(value: object) -> Iterator[_Line]:
    match value:
        case {"blocks": blocks}:
            yield from (_Line("", "", _block(block)) for block in objects_in(blocks))
        case {"ops": operations} | ([{"insert": _}, *_] as operations):
            yield from _lines_of_quill(operations)
        case _:
            yield from map(_line_of_prismic, objects_in(value))


def _joined(lines: Iterator[_Line]) -> Iterator[str]:
    """The HTML of lines, of which those in one list, or one block of code, belong together."""
    for (tag, list_), group in groupby(lines, lambda line: (line.tag, line.list)):
        htmls = [line.html for line in group]
        if list_:
            yield f"<{list_}>{''.join(f'<li>{html}</li>' for html in htmls)}</{list_}>"
        elif tag == "pre":
            yield f"<pre><code>{chr(10).join(htmls)}</code></pre>"
        else:
            yield from (f"<{tag}>{html}</{tag}>" if tag else html for html in htmls)


def _block(block: _Table) -> str:
    """A block of Editor.js, whose texts are HTML."""
    data = block.get("data")
    held: _Table = data if isinstance(data, dict) else {}
    convert = _BLOCKS.get(str(block.get("type")), _other)
    return convert(held)


def _header(data: _Table) -> str:
    level = _level(data.get("level")) or 2
    return f"<h{level}>{_string(data, 'text')}</h{level}>"


def _level(value: object) -> int:
    """The level of a heading; 0 if it is none."""
    return int(value) if isinstance(value, int | float) and value in range(1, 7) else 0


def _list(data: _Table) -> str:
    is_ordered = data.get("style") == "ordered"
    html = _nested(data.get("items"), "ol" if is_ordered else "ul", 0)
    start = first_number(object_at(data, "meta").get("start")) if is_ordered else ""
    return html.replace("<ol", f"<ol{start}", 1)


def _quote(data: _Table) -> str:
    source = _string(data, "caption")
    below = f"<p>{source}</p>" if source else ""
    return f"<blockquote><p>{_string(data, 'text')}</p>{below}</blockquote>"


def _other(data: _Table) -> str:
    text = _string(data, "text")
    return _picture(data) or _link(data) or (f"<p>{text}</p>" if text else "")


def _nested(items: object, tag: str, depth: int) -> str:
    """Items of a list: texts, or objects with a text and items of their own."""
    if not isinstance(items, list) or not items or depth > _DEEPEST:
        return ""
    parts = []
    for item in items:
        own = item if isinstance(item, str) else ""
        if isinstance(item, dict):
            own = _string(item, "content") or _string(item, "text")
            own = box(item.get("checked", object_at(item, "meta").get("checked"))) + own
            own += _nested(item.get("items"), tag, depth + 1)
        parts.append(f"<li>{own}</li>")
    return f"<{tag}>{''.join(parts)}</{tag}>"


def _table(data: _Table) -> str:
    rows = [row for row in list_of(data.get("content")) if isinstance(row, list)]
    tags = ("th" if data.get("withHeadings") is True else "td", *["td"] * len(rows))
    texts = ([cell if isinstance(cell, str) else "" for cell in row] for row in rows)
    cells = (
        "".join(f"<{tag}>{text}</{tag}>" for text in row)
        for tag, row in zip(tags, texts, strict=False)
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>" if rows else ""


def _warning(data: _Table) -> str:
    title, message = _string(data, "title"), _string(data, "message")
    return f"<p><strong>{title}</strong></p><p>{message}</p>" if title or message else ""


_BLOCKS: Mapping[str, Callable[[_Table], str]] = {
    "paragraph": lambda data: f"<p>{_string(data, 'text')}</p>",
    "header": _header,
    "list": _list,
    "checklist": _list,
    "quote": _quote,
    "code": lambda data: f"<pre><code>{escape(_string(data, 'code'))}</code></pre>",
    "delimiter": lambda _: "<hr>",
    "raw": lambda data: f"<div>{html}</div>" if (html := _string(data, "html")) else "",
    "table": _table,
    "warning": _warning,
}
"""The HTML of the data of a block, by its type."""


def _picture(data: _Table) -> str:
    file = data.get("file")
    held = file if isinstance(file, dict) else data
    address = _string(held, "url") if file is not None or "caption" in data else ""
    caption = _string(data, "caption")
    return f'<p><img src="{escape(address)}" alt="{escape(caption)}"></p>' if address else ""


def _link(data: _Table) -> str:
    named = (_string(data, key) for key in ("source", "link", "url", "embed"))
    address = next(filter(None, named), "")
    title = _string(object_at(data, "meta"), "title")
    words = escape(_string(data, "caption") or title or address)
    is_link = address.startswith("http")
    return f'<p><a href="{escape(address)}">{words}</a></p>' if is_link else ""


def _lines_of_quill(operations: object) -> Iterator[_Line]:
    html = ""
    for operation in objects_in(operations):
        attributes = operation.get("attributes")
        held: _Table = attributes if isinstance(attributes, dict) else {}
        insert = operation.get("insert")
        if isinstance(insert, dict):
            html += _embedded(insert)
            continue
        pieces = str(insert or "").split("\n")
        for number, piece in enumerate(pieces):
            html += _styled(escape(piece), held) if piece else ""
            if number < len(pieces) - 1:
                yield _line_of_quill(html, held)
                html = ""
    if html:
        yield _Line("p", "", html)


def _line_of_quill(html: str, attributes: _Table) -> _Line:
    """A line with the attributes of its end, which are those of the whole line."""
    if list_ := _LISTS.get(str(attributes.get("list")), ""):
        return _Line("li", list_, box(_BOXES.get(str(attributes["list"]))) + html)
    if "code-block" in attributes:
        return _Line("pre", "", html)
    if level := _level(attributes.get("header")):
        return _Line(f"h{level}", "", html)
    return _Line("blockquote" if attributes.get("blockquote") else "p", "", html)


def _embedded(insert: _Table) -> str:
    if picture := _string(insert, "image"):
        return f'<img src="{escape(picture)}" alt="">'
    if formula := _string(insert, "formula"):
        return f"<code>{escape(formula)}</code>"
    if name := _string(mention := object_at(insert, "mention"), "value"):
        return escape(_string(mention, "denotationChar")) + escape(name)
    film = _string(insert, "video")
    return f'<a href="{escape(film)}">{escape(film)}</a>' if film.startswith("http") else ""


def _styled(html: str, styles: _Table) -> str:
    if isinstance(address := styles.get("link"), str):
        html = f'<a href="{escape(address)}">{html}</a>'
    for style, tag in _STYLES.items():
        if styles.get(style) is True:
            html = f"<{tag}>{html}</{tag}>"
    return html


def _line_of_prismic(block: _Table) -> _Line:
    kind = str(block.get("type"))
    if kind == "image":
        address, alt = escape(_string(block, "url")), escape(_string(block, "alt"))
        return _Line("p", "", f'<img src="{address}" alt="{alt}">' if address else "")
    html = _with_spans(_string(block, "text"), list(objects_in(block.get("spans"))))
    if kind.startswith("heading") and kind[7:] in tuple("123456"):
        return _Line(f"h{kind[7:]}", "", html)
    if kind == "preformatted":
        return _Line("pre", "", html)
    return _Line("p", _LISTS.get(kind, ""), html)


def _with_spans(text: str, spans: list[_Table]) -> str:
    """A text with its spans, which may overlap: each part between two ends has all of its own."""
    opening: dict[int, list[_Table]] = {}
    for span in spans:
        start, end = span.get("start"), span.get("end")
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
            opening.setdefault(start, []).append(span)
    edges = {0, len(text), *opening, *(s["end"] for each in opening.values() for s in each)}
    parts, fitting = [], list[_Table]()
    for start, end in pairwise(sorted(edge for edge in edges if edge <= len(text))):
        fitting = [s for s in (*fitting, *opening.get(start, ())) if s["end"] > start]
        parts.append(_styled(escape(text[start:end]).replace("\n", "<br>"), _styles_in(fitting)))
    return "".join(parts)


def _styles_in(spans: list[_Table]) -> _Table:
    """The styles of spans, as Quill names them."""
    styles: dict[str, object] = {str(span.get("type")): True for span in spans}
    for span in spans:
        data = span.get("data")
        if span.get("type") == "hyperlink" and isinstance(data, dict):
            styles["link"] = data.get("url")
    return styles


def _string(table: _Table, key: str) -> str:
    return value if isinstance(value := table.get(key), str) else ""
