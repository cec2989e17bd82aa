"""Blocks of WordPress that are only a reference: reusable blocks, and galleries without pictures.

A block is stored as an HTML comment with attributes in JSON; see
https://developer.wordpress.org/block-editor/reference-guides/block-api/block-serialization/.
"""

import json
import re
from collections import Counter
from typing import Any

from sitegen.readers.html.attachments import Attachments

_REFERENCE = re.compile(
    r"<!--\s+wp:(?:core/)?(?P<name>block|gallery)\s(?P<rest>(?:[^-]|-(?!->))*+)-->"
)
_END_OF_GALLERY = re.compile(r"<!--\s+/wp:(?:core/)?gallery\s+-->")
_PICTURE = re.compile(r"<img\b", re.IGNORECASE)
_DEEPEST = 5
_LONGEST = 4 * 1024 * 1024
"""The maximum number of characters that reusable blocks add to a text."""


class StoredBlocks:
    """Puts what blocks refer to in their place."""

    def __init__(self, attachments: Attachments) -> None:
        self.missing: Counter[str] = Counter()
        """How many references of each kind lead nowhere."""
        self._attachments = attachments
        self._left = _LONGEST

    def resolve(self, text: str, within: tuple[str, ...] = ()) -> str:
        """The text with the content of reusable blocks and the pictures of galleries.

        Args:
            text: the text as stored.
            within: the ids of the reusable blocks that it is in.
        """
        if "<!--" not in text:
            return text
        parts: list[str] = []
        done = 0
        last = max((end.start() for end in _END_OF_GALLERY.finditer(text)), default=0)
        for found in _REFERENCE.finditer(text):
            parts += text[done : found.end()], self._content(found, text, last, within)
            done = found.end()
        return "".join([*parts, text[done:]])

    def _content(self, found: re.Match[str], text: str, last: int, within: tuple[str, ...]) -> str:
        """What belongs behind the comment that starts a block."""
        rest = found["rest"].strip()
        attributes = _attributes_in(rest.removesuffix("/"))
        if found["name"] == "block":
            return self._reusable(str(attributes.get("ref", "")), within)
        if not rest.endswith("/") and found.end() <= last:
            end = _END_OF_GALLERY.search(text, found.end())
            if _PICTURE.search(text, found.end(), end.start() if end else len(text)):
                return ""
        return self._gallery(_ids_in(attributes))

    def _reusable(self, ref: str, within: tuple[str, ...]) -> str:
        content = self._attachments.blocks.get(ref)
        if content is None or len(content) > self._left:
            self.missing["a reusable block"] += 1
            return ""
        if ref in within or len(within) == _DEEPEST:
            return ""
        self._left -= len(content)
        return self.resolve(content, (*within, ref))

    def _gallery(self, ids: tuple[str, ...]) -> str:
        pictures = self._attachments.find(ids)
        if len(pictures) < len(ids):
            self.missing["a picture of a gallery"] += len(ids) - len(pictures)
        return "".join(picture.html for picture in pictures)


def _attributes_in(written: str) -> dict[str, Any]:
    try:
        attributes = json.loads(written, parse_int=str) if written.strip() else {}
    except (ValueError, RecursionError):
        return {}
    return attributes if isinstance(attributes, dict) else {}


def _ids_in(attributes: dict[str, Any]) -> tuple[str, ...]:
    """The ids of the pictures of a gallery; early versions name them within ``images``."""
    ids = attributes.get("ids") or attributes.get("images")
    each = [e.get("id") if isinstance(e, dict) else e for e in ids] if isinstance(ids, list) else []
    return tuple(e for e in each if isinstance(e, str))
