"""What the styles of a Word document say of their text."""

from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.readers.sources import Entry

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
        for style in parse_part(entry)
        if local_name(style) == "style"
    }
    hidden = frozenset(id_ for id_ in styles if _is_hidden(id_, styles))
    contents = (id_ for id_, style in styles.items() if _name_of(style).startswith("toc "))
    return Styles(hidden, frozenset(contents))


def parse_part(entry: Entry) -> ET.Element:
    """The root element of a file within a document.

    Raises:
        DumpError: it is not XML, or has a document type, which could define entities without end.
    """
    if "<!DOCTYPE" in entry.head.text:
        raise entry.error("has a document type, and those are not read")
    try:
        return ET.fromstring(entry.read())  # noqa: S314, without a document type
    except ET.ParseError as error:
        raise entry.error(f"is not XML: {error}") from None


def local_name(element: ET.Element) -> str:
    """The name of an element without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: ET.Element | None, name: str) -> str:
    """An attribute by its name without namespace; empty if there is none."""
    attributes = element.attrib if element is not None else {}
    return next((v for key, v in attributes.items() if key.rpartition("}")[2] == name), "")


def child(element: ET.Element | None, name: str) -> ET.Element | None:
    """The first child with a name without namespace."""
    children = () if element is None else element
    return next((each for each in children if local_name(each) == name), None)


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
