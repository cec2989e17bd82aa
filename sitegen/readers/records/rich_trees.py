"""Rich text that editors keep as a tree of nodes, as HTML.

The trees differ in names only: nodes have children in ``children`` or ``content``, and the texts at
their ends have marks. They are those of

- DatoCMS: https://www.datocms.com/docs/structured-text/dast
- Contentful: https://www.contentful.com/developers/docs/concepts/rich-text/
- Lexical, as in Payload: https://lexical.dev/docs/concepts/nodes
- ProseMirror and Tiptap, as in Storyblok: https://prosemirror.net/docs/guide/#doc
- Slate, and Strapi: https://docs.strapi.io/cms/api/rest/guides/intro
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from itertools import islice
from typing import Any

from sitegen.readers.records.rich_lines import box, first_number
from sitegen.readers.restrictions import plain_name
from sitegen.readers.streams.json_values import list_of, objects_in

_Node = Mapping[str, Any]
_DEEPEST = 60
_NAMES: Mapping[str, str] = {
    "p": "paragraph p line lic listitemtext checklistitem actionitem",
    "blockquote": "blockquote quote pullquote",
    "ul": "bulletlist unorderedlist bulletedlist tasklist todolist ul list",
    "ol": "orderedlist numberedlist ol",
    "li": "listitem taskitem todoitem li",
    "pre": "codeblock code pre",
    "table": "table",
    "tr": "tablerow tr",
    "td": "tablecell td",
    "th": "tableheadercell tableheader th",
    "hr": "horizontalrule hr divider thematicbreak",
    "br": "hardbreak linebreak br break",
    "h": "heading header",
    "a": "link hyperlink autolink a",
    "img": "image upload picture img",
    **{f"h{level}": f"heading{level} h{level}" for level in range(1, 7)},
}
_TAGS: Mapping[str, str] = {name: tag for tag, names in _NAMES.items() for name in names.split()}
"""The element for each type of a node, in plain spelling."""
_AT_END = frozenset({"text", "span"})
_PAYWALL = "paywall"
_MENTION = "mention"
_STATES = {"DONE": True, "TODO": False}
"""The states of an item to do, as Atlassian writes them."""
_AROUND = frozenset({"doc", "document", "root", "tablebody", "tablehead", "none", "text"})
"""Types of nodes that show nothing of their own."""
_MARKS: Mapping[str, str] = {
    "code": "code",
    **dict.fromkeys(("superscript", "sup"), "sup"),
    **dict.fromkeys(("subscript", "sub"), "sub"),
    **dict.fromkeys(("strikethrough", "strike"), "s"),
    **dict.fromkeys(("italic", "em"), "em"),
    **dict.fromkeys(("bold", "strong"), "strong"),
}
"""The element for each mark, the innermost first."""
_DELETED = frozenset({"deletion", "suggestiondelete"})
"""Marks of words that are struck out in a revision."""
_BITS = ((16, "code"), (64, "sup"), (32, "sub"), (4, "strike"), (2, "em"), (1, "bold"))
"""The marks for the bits of the format of a text in Lexical."""
_CHILDREN = ("children", "content", "nodes")
_TABLES = ("attrs", "fields", "data", "image", "value", "file")
"""Where a node may have a table of attributes."""
_PLACES = ("url", "href", "uri", "src")
_BEFORE_NESTED = re.compile(r"</li><li>(?=<[uo]l\b)")
"""Between an item and the list below it, for which Lexical has an item of its own."""


def is_rich_tree(value: object) -> bool:
    """Whether a value is a tree, or a list of such, with a text or children in a node."""
    return any(_are_nodes(root.get(key)) for root in islice(_roots(value), 20) for key in _CHILDREN)


def tree_to_html(value: object) -> str:
    """The HTML of a tree of nodes; what has no text, and no address, is not in it."""
    parts = ((node, _html_of(node, 0)) for node in _roots(value))
    written = (part if _type_of(node) != "none" else f"<p>{part}</p>" for node, part in parts)
    return _BEFORE_NESTED.sub("", "".join(written))


def lost_nodes(value: object) -> Counter[str]:
    """How many nodes of each type are not kept, such as a map or an entry elsewhere."""
    return Counter(kind for node in _roots(value) for kind in _lost_in(node, 0))


def _are_nodes(value: object) -> bool:
    """Whether a value is a list of nodes: they have a type, or are texts with marks."""
    return isinstance(value, list) and any(
        isinstance(node, dict) and (_type_of(node) != "none" or isinstance(node.get("text"), str))
        for node in value[:20]
    )


def _roots(value: object) -> Iterator[_Node]:
    for node in objects_in(value):
        root = node.get("root")
        yield root if isinstance(root, dict) else node


def _type_of(node: _Node) -> str:
    return plain_name(str(node.get("type") or node.get("nodeType")))


def _children(node: _Node) -> Iterator[_Node]:
    held = next((node[key] for key in _CHILDREN if isinstance(node.get(key), list)), ())
    return iter(objects_in(held))


def _shown(node: _Node) -> Iterator[_Node]:
    """Its children, as far as they are for everybody: what is below a paywall is not."""
    for child in _children(node):
        if _type_of(child) == _PAYWALL:
            return
        match child.get("visibility"):
            case {"web": {"nonMember": False}}:
                continue
        yield child


def _lost_in(node: _Node, depth: int) -> Iterator[str]:
    kind = _type_of(node)
    inner = list(_shown(node)) if depth < _DEEPEST else []
    is_shown = kind in _AROUND or kind in _TAGS or inner or _text_of(node) is not None
    if not is_shown or (_TAGS.get(kind) == "img" and not _address(node)):
        yield str(node.get("type") or node.get("nodeType"))
    for child in inner:
        yield from _lost_in(child, depth + 1)


def _html_of(node: _Node, depth: int) -> str:
    if (text := _text_of(node)) is not None:
        return _marked(node, escape(text).replace("\n", "<br>"))
    tag = _tag_of(node)
    if tag == "img":
        alt = escape(_attribute(node, "alt", "alternativeText", "altText", "title"))
        address = escape(_address(node))
        return f'<figure><img src="{address}" alt="{alt}"></figure>' if address else ""
    if tag in ("hr", "br"):
        return f"<{tag}>"
    inner = "".join(_html_of(n, depth + 1) for n in _shown(node)) if depth < _DEEPEST else ""
    if tag == "pre":
        return f"<pre><code>{inner.replace('<br>', chr(10))}</code></pre>"
    if tag == "a":
        address = escape(_address(node))
        return f'<a href="{address}">{inner}</a>' if address else inner
    if tag in ("li", "p"):
        inner = _with_box(node, inner)
    start = first_number(_value(node, "start", "order")) if tag == "ol" else ""
    return f"<{tag}{start}>{inner}</{tag}>" if tag else inner


def _with_box(node: _Node, inner: str) -> str:
    """An item that can be ticked off, with its box before its words."""
    tables = (node, _attributes(node))
    ticked = next((table["checked"] for table in tables if "checked" in table), None)
    sign = box(_STATES.get(str(_attributes(node).get("state")), ticked))
    if not sign or inner.startswith(("<ul", "<ol")):
        return inner
    return f"<p>{sign}{inner[3:]}" if inner.startswith("<p>") else sign + inner


def _tag_of(node: _Node) -> str:
    tag = _TAGS.get(_type_of(node), "")
    if tag == "h":
        level = str(_value(node, "level", "depth", "tag")).removeprefix("h")
        return f"h{level}" if level in tuple("123456") else "h2"
    is_ordered = str(_value(node, "listType", "format", "tag")) in ("number", "ordered", "ol")
    return "ol" if tag == "ul" and is_ordered else tag


def _text_of(node: _Node) -> str | None:
    """The text of a node at the end of the tree; None of one that holds others."""
    if _type_of(node) in _AT_END and isinstance(value := node.get("value"), str):
        return value
    if _type_of(node) == _MENTION and (name := _name_of(node)):
        return name
    has_children = any(isinstance(node.get(key), list) for key in _CHILDREN)
    return value if not has_children and isinstance(value := node.get("text"), str) else None


def _name_of(mention: _Node) -> str:
    """Who is mentioned, with the sign before it; empty if that is text in the node."""
    if text := _attribute(mention, "text"):
        return text
    name = _attribute(mention, "label", "name") or _string(mention.get("value"))
    sign = _attribute(mention, "mentionSuggestionChar") or "@"
    return name if not name or name.startswith(sign) else sign + name


def _attributes(node: _Node) -> _Node:
    return held if isinstance(held := node.get("attrs"), dict) else {}


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _marked(node: _Node, html: str) -> str:
    """A text with its marks, in a list, as keys that are true, or as bits; empty if deleted."""
    bits = node.get("format")
    marks = {mark for bit, mark in _BITS if isinstance(bits, int) and bits & bit}
    marks |= {key for key in _MARKS if node.get(key) is True}
    marks |= {mark for mark in list_of(node.get("marks")) if isinstance(mark, str)}
    for each in objects_in(node.get("marks")):
        kind = _type_of(each)
        if kind in _DELETED:
            return ""
        marks.add(kind)
        if kind == "link" and (address := _address(each)):
            html = f'<a href="{escape(address)}">{html}</a>'
    for mark, tag in _MARKS.items():
        if mark in marks:
            html = f"<{tag}>{html}</{tag}>"
    return html


def _value(node: _Node, *keys: str) -> object:
    """The first of some values of a node, or of its table of attributes."""
    tables = (node, *(node[key] for key in _TABLES if isinstance(node.get(key), dict)))
    return next((v for table in tables for key in keys if (v := table.get(key))), "")


def _attribute(node: _Node, *keys: str) -> str:
    return value if isinstance(value := _value(node, *keys), str) else ""


def _address(node: _Node) -> str:
    return _attribute(node, *_PLACES)
