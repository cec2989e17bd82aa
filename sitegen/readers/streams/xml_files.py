"""Whole XML files, for the parts of documents."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from sitegen.readers.sources import Entry


def parse_xml(entry: Entry) -> ET.Element:
    """The root element of a file.

    Raises:
        DumpError: it is not XML, or has a document type, which could define entities without end.
    """
    if "<!DOCTYPE" in entry.head.text:
        raise entry.error("has a document type, and those are not read")
    try:
        return ET.fromstring(entry.read())  # noqa: S314, without a document type
    except (ET.ParseError, LookupError, ValueError) as error:
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
    return next((each for each in children(element) if local_name(each) == name), None)


def children(element: ET.Element | None) -> Iterable[ET.Element]:
    """The elements in an element, if there is one."""
    return () if element is None else element
