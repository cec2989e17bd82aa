"""The ids of headings, to which links within a text lead."""

import re
import unicodedata
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

_LINKS = "sitegen_links_to_headings"


class HeadingIdExtension(TocExtension):
    """Gives headings ids, and lists them where ``marker`` stands.

    The ids of a text that shares a page with others begin with its prefix, and links within the
    text are written without it: ``[see there](#tools)``.
    """

    def __init__(self, *, marker: str) -> None:
        super().__init__(baselevel=2, marker=marker, slugify=self._slugify)
        self.prefix = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_LinksToHeadings(md, self), _LINKS, 4)

    def _slugify(self, title: str, separator: str) -> str:
        """The id of a heading: its letters with their marks, and digits; words are joined.

        The signs of vowels and tones are such marks. Without them, many languages' words are
        others.
        """
        text = unicodedata.normalize("NFC", title).lower()
        kept = [
            character
            for character in text
            if character.isalnum()
            or character in "_-"
            or character.isspace()
            or unicodedata.category(character).startswith("M")
        ]
        return self.prefix + re.sub(rf"[{separator}\s]+", separator, "".join(kept).strip())


def set_heading_prefix(md: Markdown, prefix: str) -> None:
    """Has the ids of the next text's headings begin with ``prefix``: ``a-post:tools``."""
    if _LINKS in md.treeprocessors:
        links = md.treeprocessors[_LINKS]
        if isinstance(links, _LinksToHeadings):
            links.ids.prefix = f"{prefix}:" if prefix else ""


class _LinksToHeadings(Treeprocessor):
    def __init__(self, md: Markdown, ids: HeadingIdExtension) -> None:
        super().__init__(md)
        self.ids = ids

    def run(self, root: Element) -> None:
        if not self.ids.prefix:
            return
        known = {element.get("id") for element in root.iter()}
        for link in root.iter("a"):
            name = link.get("href", "").removeprefix("#")
            is_within = link.get("href", "").startswith("#") and name not in known
            if is_within and self.ids.prefix + name in known:
                link.set("href", f"#{self.ids.prefix}{name}")
