"""Typographic punctuation, looked for only in the pieces of a text that have any to set."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.smarty import SmartyExtension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_NAME = "smarty"
_PRIORITY = 6
"""Where Python-Markdown has it among the processors of the tree."""
_SIGNS = ("'", '"', "--", "...")


class PunctuationExtension(SmartyExtension):
    """Python-Markdown's own, which tries some twenty expressions on each piece of a text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processor in the place of Python-Markdown's."""
        super().extendMarkdown(md)
        sparing = _Punctuation(md)
        sparing.inlinePatterns = self.inlinePatterns  # type: ignore[assignment]  # all are new-style
        md.treeprocessors.register(sparing, _NAME, _PRIORITY)


class _Punctuation(InlineProcessor):
    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        for element in tree.iter():
            if _has_signs(element.text):
                element.text = self._set(element.text, ancestors)
            if _has_signs(element.tail):
                element.tail = self._set(element.tail, ancestors)
        return tree

    def _set(self, text: str | None, ancestors: list[str] | None) -> str | None:
        """The text as the expressions leave it; each piece is set by itself anyway."""
        root = Element("div")
        piece = Element("p")
        piece.text = text
        root.append(piece)
        super().run(root, ancestors)
        return piece.text


def _has_signs(text: str | None) -> bool:
    if not text or isinstance(text, AtomicString):
        return False
    return any(sign in text for sign in _SIGNS)
