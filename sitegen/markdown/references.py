"""Links by label, ``[text][label]``, whose labels may hold code, escapes, handles and hashtags."""

import html
import re
from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    IMAGE_REFERENCE_RE,
    REFERENCE_RE,
    ImageReferenceInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.util import AMP_SUBSTITUTE, ETX, INLINE_PLACEHOLDER_RE, STX

if TYPE_CHECKING:
    from markdown.treeprocessors import InlineProcessor

_LABEL = re.compile(r"\[([^\]]*)\]")
"""The second half of ``[text][label]``, with no space before it (CommonMark 6.3)."""
_ESCAPE = re.compile(f"{STX}(\\d+){ETX}")


class ReferenceExtension(Extension):
    """Compares labels as they are written (CommonMark 6.3), not as they are shown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Replaces the processors."""
        md.inlinePatterns.register(_Reference(REFERENCE_RE, md), "reference", 170)
        image = _ImageReference(IMAGE_REFERENCE_RE, md)
        md.inlinePatterns.register(image, "image_reference", 140)
        md.inlinePatterns.register(_ShortReference(REFERENCE_RE, md), "short_reference", 130)
        short_image = _ShortImageReference(IMAGE_REFERENCE_RE, md)
        md.inlinePatterns.register(short_image, "short_image_ref", 125)


class _AsWritten(ReferenceInlineProcessor):
    RE_LINK = _LABEL

    def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:  # noqa: N802 - Python-Markdown's name
        label, end, is_found = super().evalId(data, index, text)
        return label and _as_written(label, self.md), end, is_found


class _Reference(_AsWritten, ReferenceInlineProcessor):
    """``[text][label]``."""


class _ImageReference(_AsWritten, ImageReferenceInlineProcessor):
    """``![text][label]``."""


class _ShortReference(_AsWritten, ShortReferenceInlineProcessor):
    """``[label]``."""


class _ShortImageReference(_AsWritten, ShortImageReferenceInlineProcessor):
    """``![label]``."""


def _as_written(label: str, md: Markdown) -> str:
    """A label with what was parsed in it already as it stands in the text."""
    if STX not in label:
        return label
    nodes = cast("InlineProcessor", md.treeprocessors["inline"]).stashed_nodes

    def source(found: re.Match[str]) -> str:
        node = nodes.get(found[1], "")
        if not isinstance(node, Element):
            return str(node)
        text = html.unescape("".join(node.itertext()).replace(AMP_SUBSTITUTE, "&"))
        return f"`{text}`" if node.tag == "code" else text

    label = INLINE_PLACEHOLDER_RE.sub(source, label)
    return _ESCAPE.sub(lambda found: f"\\{chr(int(found[1]))}", label).lower()
