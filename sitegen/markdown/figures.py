"""Pictures with captions, and text that is struck out."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

_STRUCK_OUT = r"(?<!~)(~~)(?!~)(?=\S)((?:[^~]++|~(?!~))++)(?<=\S)~~(?!~)"


class StrikethroughExtension(Extension):
    """``~~no~~`` is struck out (https://github.github.com/gfm/#strikethrough-extension-)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the pattern, after those of links and before emphasis."""
        pattern = SimpleTagInlineProcessor(_STRUCK_OUT, "del")
        md.inlinePatterns.register(pattern, "sitegen_strikethrough", 65)


class FigureExtension(Extension):
    """The title of a picture that has a paragraph to itself is its caption."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers what makes figures, once attributes are set and before punctuation is."""
        md.treeprocessors.register(_Figures(md), "sitegen_figures", 6.5)


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in list(root.iter("p")):
            picture = _only_child(paragraph)
            if picture is not None and picture.tag == "a":
                picture = _only_child(picture)
            if picture is not None and picture.tag == "img" and picture.get("title"):
                paragraph.tag = "figure"
                caption = SubElement(paragraph, "figcaption")
                caption.text = picture.attrib.pop("title")


def _only_child(element: Element) -> Element | None:
    """The one element within, if there is no text beside it."""
    if len(element) != 1 or (element.text or "").strip() or (element[0].tail or "").strip():
        return None
    return element[0]
