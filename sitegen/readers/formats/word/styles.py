"""What the styles of a Word document say of their text."""

from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.readers.sources import Entry
from sitegen.readers.streams.xml_files import attribute, child, local_name, parse_xml

_NO = frozenset({"0", "false", "off", "none"})
_DEEPEST = 20


class Styles(NamedTuple):
    """The styles whose text is not shown in the text of a document, by their ids."""

    hidden: frozenset[str]
    contents: frozenset[str]
    """Those of a table of contents."""


def read_styles(entry: Entry | None) -> Styles:
    """The styles in a file of styles; none without one.

    Raises:
        DumpError: it is not XML, or has a document type.
    """
    if entry is None:
        return Styles(frozenset(), frozenset())
    styles = {
        attribute(style, "styleId"): style
        for style in parse_xml(entry)
        if local_name(style) == "style"
    }
    hidden = frozenset(id_ for id_ in styles if _is_hidden(id_, styles))
    contents = (id_ for id_, style in styles.items() if _name_of(style).startswith("toc "))
    return Styles(hidden, frozenset(contents))


def hides(properties: ET.Element | None) -> bool | None:
    """Whether the properties of a text hide it; None if they do not say."""
    vanish = child(properties, "vanish")
    return None if vanish is None else attribute(vanish, "val").lower() not in _NO


def _is_hidden(id_: str, styles: dict[str, ET.Element]) -> bool:
    for _ in range(_DEEPEST):
        style = styles.get(id_)
        if style is None:
            return False
        said = hides(child(style, "rPr"))
        if said is not None:
            return said
        id_ = attribute(child(style, "basedOn"), "val")
    return False


def _name_of(style: ET.Element) -> str:
    return attribute(child(style, "name"), "val").lower()
