"""Figures with captions, and strikethrough."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

_STRIKETHROUGH = r"(?<!~)(~~)(?!~)(?=\S)((?:[^~]++|~(?!~))++)(?<=\S)~~(?!~)"


class StrikethroughExtension(Extension):
    """``~~no~~`` is strikethrough (https://github.github.com/gfm/#strikethrough-extension-)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the pattern between links and emphasis."""
        pattern = SimpleTagInlineProcessor(_STRIKETHROUGH, "del")
        md.inlinePatterns.register(pattern, "sitegen_strikethrough", 65)


class FigureExtension(Extension):
    """Turns an image alone in its paragraph into a figure, captioned by the image's title."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processor between attribute lists and punctuation."""
        md.treeprocessors.register(_Figures(md), "sitegen_figures", 6.5)


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in list(root.iter("p")):
            image = _only_child(paragraph)
            if image is not None and image.tag == "a":
                image = _only_child(image)
            if image is not None and image.tag == "img" and image.get("title"):
                paragraph.tag = "figure"
                caption = SubElement(paragraph, "figcaption")
                caption.text = image.attrib.pop("title")


def _only_child(element: Element) -> Element | None:
    """Returns the only child of an element without text of its own, otherwise None."""
    if len(element) != 1 or (element.text or "").strip() or (element[0].tail or "").strip():
        return None
    return element[0]
