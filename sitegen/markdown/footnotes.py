"""Footnotes with ids based on their numbers, not on their labels in the text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteReorderingProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

_NUMBERS = "sitegen_footnote_numbers"


class NumberedNotesExtension(Extension):
    """Sets the ids of footnotes and references to the footnote's number: ``fn:1``, ``fnref:1``.

    Style sheets select footnotes by these ids, for example to place them in the margin. Load it
    after ``LimitedFootnoteExtension``.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors that sort and then renumber the footnotes."""
        original = md.treeprocessors["footnote-reorder"]
        if isinstance(original, FootnoteReorderingProcessor):
            md.treeprocessors.register(_FootnoteOrder(original.footnotes), "footnote-reorder", 19)
        md.treeprocessors.register(_FootnoteNumbers(md), _NUMBERS, 14)


def set_note_prefix(md: Markdown, prefix: str) -> None:
    """Sets the prefix of footnote ids for the next text: ``fn:a-post:1``."""
    if _NUMBERS in md.treeprocessors:
        numbers = md.treeprocessors[_NUMBERS]
        if isinstance(numbers, _FootnoteNumbers):
            numbers.prefix = f"{prefix}:" if prefix else ""


class _FootnoteOrder(FootnoteReorderingProcessor):
    """Sorts footnotes; Python-Markdown's processor fails for a footnote without text."""

    def reorder_footnotes(self, parent: Element) -> None:
        order = {name: place for place, name in enumerate(self.footnotes.footnote_order)}
        notes = parent.find("ol")
        if notes is None:
            return
        notes[:] = sorted(notes, key=lambda note: order.get(_label_of(note), len(order)))
        for number, note in enumerate(notes, start=1):
            for link in note.iterfind(".//a[@class='footnote-backref']"):
                link.set("title", self.footnotes.getConfig("BACKLINK_TITLE").format(number))


class _FootnoteNumbers(Treeprocessor):
    prefix = ""

    def run(self, root: Element) -> None:
        numbers = {
            _label_of(note): f"{self.prefix}{number}"
            for number, note in enumerate(root.iterfind(".//div[@class='footnote']/ol/li"), start=1)
        }
        references = {sup.get("id", "").partition(":")[2] for sup in root.iter("sup")}
        for note in root.iterfind(".//div[@class='footnote']/ol/li"):
            if _label_of(note) not in references:
                _remove_back_link(note)
        for element, attribute, value in _id_attributes(root):
            kind, colon, name = value.partition(":")
            element.set(attribute, f"{kind}{colon}{numbers.get(name, name)}")
        for note in root.iterfind(".//div[@class='footnote']/ol/li"):
            _separate_back_links(note)


def _remove_back_link(note: Element) -> None:
    """Removes the back link of a footnote without references."""
    last = note[-1] if len(note) else None
    if last is None or not len(last) or last[-1].get("class") != "footnote-backref":
        return
    last.remove(last[-1])
    if len(last):
        last[-1].tail = (last[-1].tail or "").removesuffix(NBSP_PLACEHOLDER)
    elif last.text:
        last.text = last.text.removesuffix(NBSP_PLACEHOLDER)
    else:
        note.remove(last)


def _separate_back_links(note: Element) -> None:
    """Moves back links to a paragraph of their own if the footnote ends with a block of code.

    The placeholder of an inline tag looks the same, but text or further elements follow it.
    """
    last = note[-1] if len(note) else None
    if last is None or any(link.get("class") != "footnote-backref" for link in last):
        return
    block = (last.text or "").removesuffix(NBSP_PLACEHOLDER)
    if len(last) and HTML_PLACEHOLDER_RE.fullmatch(block):
        paragraph = SubElement(note, "p")
        paragraph[:] = last[:]
        last.text = block
        last[:] = []


def _label_of(note: Element) -> str:
    return note.get("id", "").partition(":")[2]


def _id_attributes(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yields each attribute that contains the id of a footnote or reference, with its value."""
    for attribute, elements in (
        ("id", [*root.iterfind(".//div[@class='footnote']/ol/li"), *root.iter("sup")]),
        ("href", [link for link in root.iter("a") if "footnote" in link.get("class", "")]),
    ):
        for element in elements:
            value = element.get(attribute, "")
            if value.startswith(("fn", "#fn")):
                yield element, attribute, value
