"""Prepares the texts of a book: their elements, ids and levels of headings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.output_formats.xhtml.content_model import repair
from sitegen.output_formats.xhtml.footnotes import convert_footnotes
from sitegen.output_formats.xhtml.inline_drawings import take_drawings
from sitegen.output_formats.xhtml.links import safe_name
from sitegen.output_formats.xhtml.nodes import Child, Node, descendants, serialise
from sitegen.output_formats.xhtml.parsing import parse_html

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

ResolveLink = Callable[[str], str | None]
"""Returns where a link leads from the chapter; None if it leads nowhere."""
ResolvePicture = Callable[[str, str], str | None]
"""Returns the file of a picture, by its address and description; None if the book lacks it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the book, before its links are resolved."""

    nodes: list[Child]
    ids: dict[str, str]
    """The ids in the book of the ids in the text."""
    drawings: dict[str, bytes]
    """The SVG in the text, by the sources of the images in its place."""

    def render(self, link: ResolveLink, picture: ResolvePicture) -> str:
        """The text as XHTML. It can be called once."""
        return serialise(_resolved(self.nodes, link, picture))


def read_text(html: str, prefix: str, *, level: int = 2) -> Text:
    """Reads the HTML of a page.

    Args:
        html: the HTML.
        prefix: is put before its ids, so that they are unique in a chapter.
        level: the level of its highest headings; lower ones follow without a gap.
    """
    html, drawings = take_drawings(html)
    nodes = repair(parse_html(html))
    if "footnote" in html:
        convert_footnotes(nodes)
    _set_levels(nodes, level)
    return Text(nodes, _rename_ids(nodes, prefix), drawings)


def _rename_ids(nodes: Iterable[Child], prefix: str) -> dict[str, str]:
    ids: dict[str, str] = {}
    used: set[str] = set()
    for node in descendants(nodes):
        old = node.attributes.get("id")
        if old is None:
            continue
        new = f"{prefix}.{safe_name(old)}"
        if old in ids or new in used:
            del node.attributes["id"]
        else:
            node.attributes["id"] = ids[old] = new
            used.add(new)
    return ids


def _set_levels(nodes: Iterable[Child], first: int) -> None:
    outer: list[str] = []
    for node in descendants(nodes):
        if node.name in _HEADINGS:
            while outer and outer[-1] >= node.name:
                outer.pop()
            outer.append(node.name)
            node.name = f"h{min(6, first + len(outer) - 1)}"


def _resolved(
    nodes: Iterable[Child], link: ResolveLink, picture: ResolvePicture
) -> Iterable[Child]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.name == "img":
            yield from _image(node, picture(node.attributes.pop("src"), node.attributes["alt"]))
        else:
            node.children = list(_resolved(node.children, link, picture))
            if node.name == "a":
                _set_target(node, link(node.attributes.pop("href", "")))
            yield node


def _image(node: Node, file: str | None) -> Iterable[Child]:
    """The picture; its description if the book does not have it."""
    if file:
        node.attributes["src"] = file
        yield node
    elif alt := node.attributes["alt"].strip():
        yield Node("span", {"class": "missing"}, [alt])


def _set_target(node: Node, target: str | None) -> None:
    if target:
        node.attributes["href"] = target
        return
    for name in ("epub:type", "role"):
        node.attributes.pop(name, None)
    has_blocks = any(
        isinstance(child, Node) and child.name in {"p", "div", "ul", "ol", "figure", "blockquote"}
        for child in node.children
    )
    node.name = "div" if has_blocks else "span"
