"""Takes out of a Word document what it does not show: deleted and hidden texts, and contents.

See ECMA-376, part 1, 17.3.2.41 (hidden text) and 17.13.5 (revisions).
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.readers.findings import Lost
from sitegen.readers.formats.word.elements import make_element, make_run
from sitegen.readers.formats.word.fields import is_personal, linked, mend_fields
from sitegen.readers.formats.word.numbering import Numbering, mark_numbers
from sitegen.readers.formats.word.paragraphs import apply_styles, join_drop_caps
from sitegen.readers.formats.word.styles import Styles, hides, is_on
from sitegen.readers.sources import Entry
from sitegen.readers.streams.xml_files import attribute, child, local_name, parse_xml

_DROPPED = frozenset({"del", "moveFrom", "commentReference"})
_UNWRAPPED = frozenset({"fldSimple", "moveTo"})
"""Elements that mammoth does not read, or not in all versions; their content is text."""
_FORMULAS = frozenset({"oMath", "oMathPara"})
_DRAWN = ("/diagram", "/chart")
_SAME_AS = {"cr": "br", "ptab": "tab"}
"""Elements that mammoth does not read, and their like that it reads (17.3.3.4, 17.3.3.23)."""


class Prepared(NamedTuple):
    """A text of a document without what it does not show."""

    content: bytes
    """XML."""
    lost: tuple[Lost, ...]


def prepare_part(entry: Entry, styles: Styles, numbering: Numbering) -> Prepared:
    """Takes out of a text of the document what it does not show, and marks the numbers of lists.

    Raises:
        DumpError: it is not XML, or has a document type.
    """
    root = parse_xml(entry)
    cleaner = _Cleaner(styles)
    cleaner.clean(root)
    mend_fields(root)
    join_drop_caps(root)
    apply_styles(root, styles)
    mark_numbers(root, numbering)
    lost = [Lost("the layout of formulas", entry.name, "only their characters are kept")]
    linked_picture = Lost("a linked picture", entry.name, "the document does not hold it")
    embedded = Lost("an embedded document", entry.name, "only the text around it is read")
    drawn = Lost("a diagram or a chart", entry.name, "only the text around it is read")
    lost = lost * bool(cleaner.formulas) + [linked_picture] * cleaner.linked
    lost += [embedded] * cleaner.embedded + [drawn] * cleaner.drawn
    return Prepared(ET.tostring(root, encoding="utf-8", xml_declaration=True), tuple(lost))


class _Cleaner:
    """Cleans elements in place."""

    def __init__(self, styles: Styles) -> None:
        self.formulas = self.linked = self.embedded = self.drawn = 0
        self._styles = styles

    def clean(self, root: ET.Element) -> None:
        """Cleans what is in an element."""
        left = [root]
        while left:
            parent = left.pop()
            kept = [each for element in parent for each in self._cleaned(element)]
            for element in list(parent):
                parent.remove(element)
            parent.extend(kept)
            left += (each for each in kept if not local_name(each).endswith("Pr"))

    def _cleaned(self, element: ET.Element) -> Iterator[ET.Element]:
        """What stands in place of an element."""
        name = local_name(element)
        if name in _DROPPED or not name:
            return
        if name in _UNWRAPPED:
            instruction = attribute(element, "instr")
            if not is_personal(instruction):
                inner = (cleaned for each in element for cleaned in self._cleaned(each))
                yield from linked(instruction, inner)
        elif name in _FORMULAS:
            self.formulas += 1
            yield make_run(make_element("t", _text_in(element)))
        elif name == "altChunk":
            self.embedded += 1
        elif not self._is_left_out(name, element):
            if name == "ruby":  # of a word with its reading (17.3.3.25)
                yield make_element("t", _read_aloud(element))
                return
            is_picture = name == "blip" and not attribute(element, "embed")
            self.linked += is_picture and bool(attribute(element, "link"))
            self.drawn += name == "graphicData" and attribute(element, "uri").endswith(_DRAWN)
            _rename(element, _SAME_AS.get(name, name))
            yield element

    def _is_left_out(self, name: str, element: ET.Element) -> bool:
        if name == "r":
            _strike_once(element)
            return self._is_hidden_run(element)
        if name == "p":
            return self._is_left_out_paragraph(element)
        if name == "tr":
            _unmark_row(element)
        return name == "sdt" and (_is_contents(element) or _has_placeholder(element))

    def _is_hidden_run(self, run: ET.Element) -> bool:
        properties = child(run, "rPr")
        said = hides(properties)
        style = attribute(child(properties, "rStyle"), "val")
        return said if said is not None else style in self._styles.hidden

    def _is_left_out_paragraph(self, paragraph: ET.Element) -> bool:
        style = attribute(child(child(paragraph, "pPr"), "pStyle"), "val")
        if style in self._styles.contents:
            return True
        runs = [each for each in paragraph.iter() if local_name(each) == "r"]
        is_shown = any(hides(child(run, "rPr")) is False for run in runs)
        return style in self._styles.hidden and not is_shown


def _strike_once(run: ET.Element) -> None:
    """Makes a double line through a text a single one, which mammoth knows."""
    struck = child(child(run, "rPr"), "dstrike")
    if struck is not None:
        _rename(struck, "strike")


def _unmark_row(row: ET.Element) -> None:
    """Takes its mark from a row that says that it is no heading, which mammoth takes for one."""
    properties = child(row, "trPr")
    mark = child(properties, "tblHeader")
    if properties is not None and mark is not None and not is_on(properties, "tblHeader"):
        properties.remove(mark)


def _rename(element: ET.Element, name: str) -> None:
    """Gives an element another name in its namespace."""
    element.tag = element.tag[: element.tag.rfind("}") + 1] + name


def _text_in(element: ET.Element | None) -> str:
    """The characters in a formula, or in a word with its reading."""
    inner = () if element is None else element.iter()
    return "".join(each.text or "" for each in inner if local_name(each) == "t")


def _read_aloud(ruby: ET.Element) -> str:
    """A word, and how it is read in brackets."""
    reading = _text_in(child(ruby, "rt"))
    return _text_in(child(ruby, "rubyBase")) + (f"({reading})" if reading else "")


def _is_contents(control: ET.Element) -> bool:
    """Whether a content control holds a table of contents."""
    gallery = child(child(child(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return attribute(gallery, "val") == "Table of Contents"


def _has_placeholder(control: ET.Element) -> bool:
    """Whether a content control shows only what is to be written there (17.5.2.39)."""
    return is_on(child(control, "sdtPr"), "showingPlcHdr") is True
