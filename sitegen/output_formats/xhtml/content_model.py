"""Makes a tree of HTML follow the content model that EPUB requires of XHTML.

Browsers show an editor's HTML whatever is in it, such as a paragraph in a link in a heading. A book
with an element in the wrong place is invalid: here such elements are replaced by ``<div>`` or
``<span>``, and every text stays. See https://html.spec.whatwg.org/multipage/dom.html#content-models.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sitegen.output_formats.xhtml.attributes import NUMBER, kept_attributes
from sitegen.output_formats.xhtml.nodes import Child, Node, text_of

_RENAMED = {
    **dict.fromkeys(
        ("address", "article", "aside", "center", "details", "footer", "header", "hgroup", "main",
         "nav", "section"),
        "div",
    ),
    **dict.fromkeys(("label", "time"), "span"),
    "strike": "s",
    "summary": "p",
    "tt": "code",
}  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    {"blockquote", "div", "dl", "dt", "dd", "figcaption", "figure", "hr", "li", "ol", "p", "pre"}
    | {"table", "ul", *_HEADINGS}
)
_TABLE_PARTS = frozenset(
    {"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_FIRST = ("caption", "thead")
"""The parts of a table that come first."""
_TRANSPARENT = frozenset({"a", "del", "ins"})
"""Elements that may hold what their parent may hold."""
_WITH_BLOCKS = frozenset({"blockquote", "dd", "div", "figcaption", "figure", "li", "td"})
_MEDIA = frozenset({"audio", "embed", "iframe", "object", "video"})
_VOID = frozenset({"img", "input", "source"})
"""Elements without content that are not kept as they are."""
_CHECKED, _UNCHECKED = "☑", "☐"


class _Place(NamedTuple):
    parent: str
    is_phrasing: bool = False
    """Whether only phrases may stand here, no blocks."""
    is_in_link: bool = False
    is_in_table: bool = False


def repair(nodes: Iterable[Child]) -> list[Child]:
    """The content of a ``<div>`` as a book may have it."""
    return _children(nodes, _Place("div"))


def _children(nodes: Iterable[Child], place: _Place) -> list[Child]:
    children: list[Child] = []
    for node in nodes:
        if isinstance(node, str):
            children.append(node)
        else:
            children += _element(node, place)
    return children


def _element(node: Node, place: _Place) -> Iterator[Child]:
    name = _RENAMED.get(node.name, node.name)
    special = _SPECIAL.get(name)
    if name in _MEDIA:
        yield from _medium(node, place)
    elif name in _VOID:
        yield from _void(node)
    elif special:
        yield from special(node, place)
    elif name == "hr":
        yield from () if place.is_phrasing else (Node("hr"),)
    elif name in _TABLE_PARTS or (name in _BLOCKS and place.is_phrasing):
        yield _as_span(node, place)
    elif name in _HEADINGS:
        yield _heading(node, name, place)
    else:
        is_phrasing = name not in _WITH_BLOCKS and not (
            name in _TRANSPARENT and not place.is_phrasing
        )
        inside = place._replace(parent=name, is_phrasing=is_phrasing)
        yield Node(name, kept_attributes(node), _children(node.children, inside))


def _as_span(node: Node, place: _Place) -> Node:
    """A block where only phrases may stand; the style sheet shows it as a block."""
    attributes = kept_attributes(node, only_global=True)
    attributes["class"] = " ".join(filter(None, (attributes.get("class"), "block")))
    return Node("span", attributes, _children(node.children, place._replace(parent="span")))


def _heading(node: Node, name: str, place: _Place) -> Node:
    children = _children(node.children, place._replace(parent=name, is_phrasing=True))
    return Node("h2" if name == "h1" else name, kept_attributes(node), children)


def _link(node: Node, place: _Place) -> Iterator[Child]:
    attributes = kept_attributes(node)
    name = node.attributes.get("name", "")
    if name and "id" not in attributes:
        attributes["id"] = name
    is_link = not place.is_in_link and "href" in node.attributes
    if is_link:
        attributes["href"] = node.attributes["href"]
    inside = place._replace(parent="a", is_in_link=place.is_in_link or is_link)
    children = _children(node.children, inside)
    has_blocks = any(isinstance(child, Node) and child.name in _BLOCKS for child in children)
    yield Node("a" if is_link else "div" if has_blocks else "span", attributes, children)


def _void(node: Node) -> Iterator[Child]:
    if node.name == "img":
        yield _image(node)
    elif node.attributes.get("type") == "checkbox":
        yield _CHECKED if "checked" in node.attributes else _UNCHECKED


def _image(node: Node) -> Node:
    attributes = kept_attributes(node)
    attributes["src"] = node.attributes.get("src", "")
    attributes["alt"] = node.attributes.get("alt", "")
    for name in ("width", "height"):
        if NUMBER.fullmatch(node.attributes.get(name, "")):
            attributes[name] = node.attributes[name]
    return Node("img", attributes)


def _list(node: Node, place: _Place) -> Iterator[Child]:
    """A list has only items, so anything else in it becomes one."""
    if place.is_phrasing:
        yield _as_span(node, place)
        return
    inside = place._replace(parent=node.name)
    items: list[Child] = []
    for child in node.children:
        if isinstance(child, Node) and child.name == "li":
            items.append(_item(child, node.name, inside))
        elif isinstance(child, Node) or child.strip():
            items.append(Node("li", {}, _children([child], inside._replace(parent="li"))))
    if items:
        yield Node(node.name, kept_attributes(node), items)


def _item(node: Node, parent: str, place: _Place) -> Node:
    attributes = kept_attributes(node)
    value = node.attributes.get("value", "")
    if parent == "ol" and NUMBER.fullmatch(value):
        attributes["value"] = value
    return Node("li", attributes, _children(node.children, place._replace(parent="li")))


def _as_division(node: Node, place: _Place) -> Iterator[Child]:
    """Part of a list or of a figure, outside of one."""
    if place.is_phrasing:
        yield _as_span(node, place)
    else:
        children = _children(node.children, place._replace(parent="div"))
        yield Node("div", kept_attributes(node, only_global=True), children)


def _definitions(node: Node, place: _Place) -> Iterator[Child]:
    """A list of terms, each with its definitions; in another order, it becomes a ``<div>``."""
    children = [child for child in node.children if isinstance(child, Node) or child.strip()]
    names = "".join(
        {"dt": "t", "dd": "d"}.get(child.name, "?") if isinstance(child, Node) else "?"
        for child in children
    )
    if place.is_phrasing or not re.fullmatch("(t+d+)+", names):
        yield from _as_division(node, place)
        return
    inside = place._replace(parent="dl")
    items: list[Child] = []
    for child in children:
        assert isinstance(child, Node)  # noqa: S101 -- see the names
        is_term = child.name == "dt"
        content = _children(child.children, inside._replace(parent=child.name, is_phrasing=is_term))
        items.append(Node(child.name, kept_attributes(child), content))
    yield Node("dl", kept_attributes(node), items)


def _figure(node: Node, place: _Place) -> Iterator[Child]:
    """A figure may have one caption, as its first or last child."""
    if place.is_phrasing:
        yield _as_span(node, place)
        return
    children = [child for child in node.children if isinstance(child, Node) or child.strip()]
    captions = [
        number
        for number, child in enumerate(children)
        if isinstance(child, Node) and child.name == "figcaption"
    ]
    inside = place._replace(parent="figure")
    shown: list[Child] = []
    for number, child in enumerate(children):
        if [number] == captions and number in {0, len(children) - 1}:
            assert isinstance(child, Node)  # noqa: S101 -- it is a caption
            content = _children(child.children, inside._replace(parent="figcaption"))
            shown.append(Node("figcaption", kept_attributes(child), content))
        else:
            shown += _children([child], inside)
    yield Node("figure", kept_attributes(node), shown)


def _ruby(node: Node, place: _Place) -> Iterator[Child]:
    """Text with its reading. Readers need each base followed by its reading."""
    names = "".join(
        {"rt": "t", "rp": "p"}.get(child.name, "b") if isinstance(child, Node) else "b"
        for child in node.children
        if isinstance(child, Node) or child.strip()
    )
    is_ruby = re.fullmatch("(b+(t|ptp))+", names) is not None
    inside = place._replace(parent="ruby", is_phrasing=True)
    children: list[Child] = []
    for child in node.children:
        if isinstance(child, Node) and child.name in {"rt", "rp"}:
            content = _children(child.children, inside._replace(parent=child.name))
            children.append(
                Node(child.name if is_ruby else "span", kept_attributes(child), content)
            )
        elif isinstance(child, Node) or child.strip() or not is_ruby:
            children += _children([child], inside)
    yield Node("ruby" if is_ruby else "span", kept_attributes(node), children)


def _reading(node: Node, place: _Place) -> Iterator[Child]:
    """The reading of a ruby text, outside of one."""
    yield Node(
        "span", kept_attributes(node), _children(node.children, place._replace(parent="span"))
    )


def _table(node: Node, place: _Place) -> Iterator[Child]:
    """A table as the parser built it. In another table, or among phrases, only its text is kept."""
    if place.is_phrasing or place.is_in_table:
        yield _as_span(node, place._replace(is_phrasing=True))
        return
    parts = list(_table_parts(node, place))
    yield Node("table", kept_attributes(node), _in_order(parts))


def _in_order(parts: list[Node]) -> list[Child]:
    """The parts of a table: its caption and one head first, one foot last."""
    captions = [part for part in parts if part.name == "caption"]
    for further in captions[1:]:
        captions[0].children += [" ", *further.children]
        parts = [part for part in parts if part is not further]
    first = [next((part for part in parts if part.name == name), None) for name in _FIRST]
    feet = [part for part in parts if part.name == "tfoot"]
    ends = [*filter(None, first), *feet[:1]]
    bodies = [part for part in parts if not any(part is end for end in ends)]
    for body in bodies:
        body.name = "tbody"
    return [*filter(None, first), *bodies, *feet[:1]]


def _table_parts(node: Node, place: _Place) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, str):
            continue  # the parser puts text before the table
        if child.name == "caption":
            inside = place._replace(parent="caption", is_phrasing=True, is_in_table=True)
            yield Node("caption", kept_attributes(child), _children(child.children, inside))
        elif child.name in {"td", "th"}:
            yield _cell(child, place)
        elif child.name in {"col", "colgroup"}:
            continue
        elif child.name in _TABLE_PARTS and (parts := list(_table_parts(child, place))):
            yield Node(child.name, kept_attributes(child), [*parts])


def _cell(node: Node, place: _Place) -> Node:
    inside = place._replace(parent=node.name, is_phrasing=node.name == "th", is_in_table=True)
    attributes = kept_attributes(node)
    for name in ("colspan", "rowspan"):
        value = node.attributes.get(name, "")
        if NUMBER.fullmatch(value) and value != "0":
            attributes[name] = value
    if node.name == "th" and node.attributes.get("scope") in {"row", "col"}:
        attributes["scope"] = node.attributes["scope"]
    return Node(node.name, attributes, _children(node.children, inside))


def _medium(node: Node, place: _Place) -> Iterator[Child]:
    """A film, a sound or a frame, which becomes a link to it."""
    sources = (
        source
        for each in (node, *(child for child in node.children if isinstance(child, Node)))
        for source in (each.attributes.get("src"), each.attributes.get("data"))
    )
    address = next(filter(None, sources), "")
    title = node.attributes.get("title") or text_of(node.children).strip() or address
    if not title:
        return
    link: Child = Node("a", {"href": address}, [title])
    if place.is_in_link or not address:
        link = Node("span", {}, [title])
    yield link if place.is_phrasing else Node("p", {"class": "medium"}, [link])


def _direction_override(node: Node, place: _Place) -> Iterator[Child]:
    attributes = kept_attributes(node)
    name = "bdo" if attributes.get("dir") in {"ltr", "rtl"} else "span"
    inside = place._replace(parent=name, is_phrasing=True)
    yield Node(name, attributes, _children(node.children, inside))


_SPECIAL: dict[str, Callable[[Node, _Place], Iterator[Child]]] = {
    "a": _link,
    "bdo": _direction_override,
    "dd": _as_division,
    "dl": _definitions,
    "dt": _as_division,
    "figcaption": _as_division,
    "figure": _figure,
    "li": _as_division,
    "ol": _list,
    "rp": _reading,
    "rt": _reading,
    "ruby": _ruby,
    "table": _table,
    "ul": _list,
}
