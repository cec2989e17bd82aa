"""Footnotes that go by their numbers, whatever they are called in the text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE


class NumberedNotesExtension(Extension):
    """Gives notes and references ids with the number of the note: ``fn:1``, ``fnref:1``.

    Style sheets find them by these, so that a note ``[^boat]`` can stand beside the text, too.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers what renames them, after all notes and references are in place."""
        md.treeprocessors.register(_Numbers(md), "sitegen_footnote_numbers", 14)


class _Numbers(Treeprocessor):
    def run(self, root: Element) -> None:
        numbers = {
            note.get("id", "").partition(":")[2]: str(number)
            for number, note in enumerate(root.iterfind(".//div[@class='footnote']/ol/li"), start=1)
        }
        for element, attribute, value in _places(root):
            kind, colon, name = value.partition(":")
            element.set(attribute, f"{kind}{colon}{numbers.get(name, name)}")
        for note in root.iterfind(".//div[@class='footnote']/ol/li"):
            _set_apart_links_back(note)


def _set_apart_links_back(note: Element) -> None:
    """Gives the links back a paragraph of their own, where the note ends with a block of code."""
    last = note[-1] if len(note) else None
    if last is not None and HTML_PLACEHOLDER_RE.match(last.text or ""):
        paragraph = SubElement(note, "p")
        paragraph[:] = last[:]
        last.text = HTML_PLACEHOLDER_RE.match(last.text or "")[0]  # type: ignore[index]
        last[:] = []


def _places(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Each attribute that holds the id of a note or of a reference, with its value."""
    for attribute, elements in (
        ("id", [*root.iterfind(".//div[@class='footnote']/ol/li"), *root.iter("sup")]),
        ("href", [link for link in root.iter("a") if "footnote" in link.get("class", "")]),
    ):
        for element in elements:
            value = element.get(attribute, "")
            if value.startswith(("fn", "#fn")):
                yield element, attribute, value
