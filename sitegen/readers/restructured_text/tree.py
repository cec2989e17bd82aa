"""Fits what docutils makes of a text to pages."""

from collections.abc import Iterator

from docutils import nodes


def adapt_tree(tree: nodes.document) -> None:
    """Drops lists of contents and numbers of notes; marks code, verses, pictures as HTML does."""
    numbers = (
        label for note in tree.findall(nodes.footnote) for label in note.findall(nodes.label)
    )
    contents = (each for each in tree.findall(nodes.topic) if "contents" in each["classes"])
    for node in [*numbers, *contents]:
        node.parent.remove(node)
    for span in tree.findall(nodes.literal):
        span["classes"].append("code")  # otherwise it is no code in HTML
    for code in tree.findall(nodes.literal_block):
        if "code" in code["classes"]:
            languages = [f"lang-{each}" for each in code["classes"] if each not in ("code", "")]
            code["classes"] = ["code", *languages]
    for picture in tree.findall(nodes.image):
        picture.setdefault("alt", "")  # otherwise it is the address
    for block in [*tree.findall(nodes.line_block)]:
        if not isinstance(block.parent, nodes.line_block):
            block.parent.replace(block, _with_breaks(block))


def _with_breaks(block: nodes.line_block) -> nodes.paragraph:
    """The lines of verses as a paragraph."""
    shown = nodes.paragraph()
    for line in block.findall(nodes.line):
        if shown.children:
            shown += nodes.raw("", "<br>", format="html")
        shown += line.children
    return shown


def fields_in(tree: nodes.document) -> Iterator[tuple[str, str]]:
    """The keys that docutils finds at the start of a text, also below a comment, and their values.

    https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#bibliographic-fields
    """
    for info in tree.findall(nodes.docinfo):
        for each in info.children:
            if isinstance(each, nodes.field):
                name, value = each.children
                yield name.astext(), value.astext()
            elif isinstance(each, nodes.Element):
                yield each.tagname, each.astext()
