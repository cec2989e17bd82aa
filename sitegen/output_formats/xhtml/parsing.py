"""Reads HTML into a tree of the elements and attributes that a book may have.

nh3 parses the HTML as browsers do (with html5ever), drops what no book may have, such as scripts,
and writes it with every end tag. So the events of ``sitegen.hypertext`` make a well-formed tree.
"""

import nh3

from sitegen.hypertext import EndTag, RawText, StartTag, read_events
from sitegen.hypertext.hidden import without_hidden
from sitegen.output_formats.xhtml.nodes import VOID, Child, Node

_PHRASES = {
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "center", "details", "div", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main",
    "nav", "p", "pre", "section", "summary",
}  # fmt: skip
_LISTS = {"dd", "dl", "dt", "li", "ol", "ul"}
_TABLES = {"caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_MEDIA = {"audio", "embed", "iframe", "object", "source", "video"}
_ATTRIBUTES = {
    "*": {"aria-hidden", "class", "dir", "id", "lang", "style", "title"},
    "a": {"href", "name"},
    "audio": {"src"},
    "embed": {"src"},
    "iframe": {"src"},
    "img": {"alt", "height", "src", "width"},
    "input": {"checked", "type"},
    "li": {"value"},
    "object": {"data"},
    "ol": {"reversed", "start"},
    "source": {"src"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "video": {"src"},
}
_CLEANER = nh3.Cleaner(
    tags=_PHRASES | _BLOCKS | _LISTS | _TABLES | _MEDIA | {"input"},
    clean_content_tags={"noscript", "script", "style", "template", "title"},
    attributes=_ATTRIBUTES,
    link_rel=None,
    url_schemes={"http", "https", "mailto"},
)
_VOID = VOID | {"embed", "source"}
_DEEPEST = 100
"""The deepest level of elements: readers limit it. Deeper ones are left out, but not their text."""


def parse_html(html: str) -> list[Child]:
    """The elements and texts of a fragment of HTML, without what is hidden."""
    root = Node("div")
    open_nodes = [root]
    skipped = 0
    for event in read_events(_CLEANER.clean(without_hidden(html))):
        parent = open_nodes[-1]
        if isinstance(event, StartTag):
            if event.name in _VOID:
                parent.children.append(Node(event.name, event.attributes))
            elif len(open_nodes) > _DEEPEST:
                skipped += 1
            else:
                node = Node(event.name, event.attributes)
                parent.children.append(node)
                open_nodes.append(node)
        elif isinstance(event, EndTag):
            if skipped:
                skipped -= 1
            elif len(open_nodes) > 1:
                open_nodes.pop()
        elif not isinstance(event, RawText):
            parent.children.append(event)
    return root.children
