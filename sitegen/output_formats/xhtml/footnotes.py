"""Turns the footnotes of a text into those of a book, which readers show in a pop-up.

See https://www.w3.org/TR/epub-ssv-11/#notes and https://www.w3.org/TR/dpub-aria-1.1/.
"""

from sitegen.output_formats.xhtml.nodes import Child, Node, descendants


def convert_footnotes(nodes: list[Child]) -> None:
    """Marks the references to footnotes, and makes an ``<aside>`` of each note; in place."""
    for node in descendants(nodes):
        classes = node.attributes.get("class", "").split()
        if "footnote-ref" in classes:
            node.attributes |= {"epub:type": "noteref", "role": "doc-noteref"}
        elif "footnote-backref" in classes:
            node.attributes["role"] = "doc-backlink"
    for siblings in [nodes, *(node.children for node in descendants(nodes))]:
        for place, child in enumerate(siblings):
            if isinstance(child, Node) and child.attributes.get("class") == "footnote":
                siblings[place] = _notes(child)


def _notes(division: Node) -> Node:
    """The notes of a ``<div class="footnote">``, which holds them as a list."""
    notes = [
        _note(item, number)
        for listed in division.children
        if isinstance(listed, Node) and listed.name == "ol"
        for number, item in enumerate(listed.children, start=1)
        if isinstance(item, Node)
    ]
    return Node("div", {"class": "footnotes"}, [Node("hr"), *notes])


def _note(item: Node, number: int) -> Node:
    label = Node("span", {"class": "number"}, [f"{number}. "])
    first = next((child for child in item.children if isinstance(child, Node)), None)
    if first is not None and first.name == "p":
        first.children.insert(0, label)
    else:
        item.children.insert(0, Node("p", {}, [label]))
    attributes = {
        **item.attributes,
        "epub:type": "footnote",
        "role": "doc-footnote",
        "class": "footnote",
    }
    return Node("aside", attributes, item.children)
