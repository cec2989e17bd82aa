"""Makes elements of a Word document, and the runs that hold them (17.3.2.25)."""

from xml.etree import ElementTree as ET

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def make_element(name: str, text: str | None = None, **attributes: str) -> ET.Element:
    """An element with a text and attributes, all in the namespace of Word."""
    element = ET.Element(
        f"{_SPACE}{name}", {f"{_SPACE}{key}": value for key, value in attributes.items()}
    )
    element.text = text
    return element


def make_run(*content: ET.Element) -> ET.Element:
    """A run with some content."""
    run = make_element("r")
    run.extend(content)
    return run
