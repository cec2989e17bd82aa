"""Sets typographic punctuation while Python-Markdown parses a text."""

import html
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from sitegen.markdown.quotes import TRANSPARENT, quote_roles, set_dashes

_SIGNS = ("'", '"', "--", "...")
_PLACEHOLDER = re.compile(f"{STX}[^{STX}{ETX}]*+{ETX}")
_STASHED = re.compile(f"{STX}wzxhzdk:(\\d+){ETX}")
_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_CODE_TAG = re.compile(r"<(/?)(?:code|kbd|samp|tt)\b", re.IGNORECASE)

_INLINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "input", "ins", "label"}
    | {"mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)


class PunctuationExtension(Extension):
    """Sets typographic punctuation in text, but not in code or URLs."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processor after those that parse the text."""
        md.treeprocessors.register(_Punctuation(md), "sitegen_punctuation", 6)


@dataclass(slots=True)
class _Piece:
    """A text in the tree: the text or the tail of an element."""

    element: Element
    is_tail: bool
    text: str

    def store(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


class _Punctuation(Treeprocessor):
    def run(self, root: Element) -> None:
        for pieces in _paragraphs(root):
            texts = [piece.text for piece in pieces if not isinstance(piece.text, AtomicString)]
            if any(sign in text for text in texts for sign in _SIGNS):
                self._set(pieces)

    def _set(self, pieces: list[_Piece]) -> None:
        for piece in pieces:
            if not isinstance(piece.text, AtomicString):
                piece.text = set_dashes(piece.text)
        marks = quote_roles("".join(map(self._visible_text, pieces)))
        position = 0
        for piece in pieces:
            if not isinstance(piece.text, AtomicString):
                characters = enumerate(piece.text, start=position)
                piece.store("".join(marks.get(index, sign) for index, sign in characters))
            position += len(piece.text)

    def _visible_text(self, piece: _Piece) -> str:
        """Returns the text with code masked and placeholders resolved, at the same length."""
        if isinstance(piece.text, AtomicString):
            return piece.text if piece.text.isspace() else "x" * len(piece.text)
        is_code = False
        parts: list[str] = []
        end = 0
        for found in _PLACEHOLDER.finditer(piece.text):
            between = piece.text[end : found.start()]
            shown = self._resolve(found[0])
            sign = TRANSPARENT if shown.startswith("<") else html.unescape(shown)[:1]
            parts += "x" * len(between) if is_code else between, sign * len(found[0])
            tag = _CODE_TAG.match(shown)
            is_code = not tag[1] if tag else is_code
            end = found.end()
        rest = piece.text[end:]
        return "".join([*parts, "x" * len(rest) if is_code else rest])

    def _resolve(self, placeholder: str) -> str:
        """Returns the tag or character that a placeholder represents."""
        escaped = _ESCAPED.fullmatch(placeholder)
        if escaped:
            character = chr(int(escaped[1]))
            return "x" if character in "\"'" else character
        stashed = _STASHED.fullmatch(placeholder)
        kept = self.md.htmlStash.rawHtmlBlocks
        if not stashed or int(stashed[1]) >= len(kept):
            return "&"
        shown = str(kept[int(stashed[1])]) or "<"
        return "x" if html.unescape(shown) in "\"'" else shown


def _paragraphs(root: Element) -> list[list[_Piece]]:
    """Groups the pieces of text by block."""
    paragraphs: list[list[_Piece]] = [[]]
    _collect(root, paragraphs)
    return paragraphs


def _collect(element: Element, paragraphs: list[list[_Piece]]) -> None:
    if element.text:
        paragraphs[-1].append(_Piece(element, is_tail=False, text=element.text))
    for child in element:
        is_block = child.tag not in _INLINE
        if is_block:
            paragraphs.append([])
        elif not len(child) and not child.text:
            sign = "\n" if child.tag == "br" else "x"
            paragraphs[-1].append(_Piece(child, is_tail=False, text=AtomicString(sign)))
        _collect(child, paragraphs)
        if is_block:
            paragraphs.append([])
        if child.tail:
            paragraphs[-1].append(_Piece(child, is_tail=True, text=child.tail))
