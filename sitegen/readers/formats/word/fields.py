"""Links in fields of a Word document, in a form whose address mammoth reads (17.16.5.25)."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from sitegen.readers.streams.xml_files import attribute, local_name

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINK = re.compile(r"\s*HYPERLINK\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ARGUMENT = re.compile(r"(?:\\(?P<switch>[a-z])\s*)?\"(?P<text>[^\"]*)\"", re.IGNORECASE)


def linked(instruction: str, runs: Iterable[ET.Element]) -> Iterator[ET.Element]:
    """The runs of a simple field; those of a link in the complex form, which mammoth reads."""
    if not _LINK.match(instruction):
        yield from runs
        return
    yield _run_of("fldChar", {f"{_SPACE}fldCharType": "begin"})
    yield _run_of("instrText", {}, instruction)
    yield _run_of("fldChar", {f"{_SPACE}fldCharType": "separate"})
    yield from runs
    yield _run_of("fldChar", {f"{_SPACE}fldCharType": "end"})


def mend_links(root: ET.Element) -> None:
    """Leaves of the instructions of links the address alone, with the place in the page behind it.

    Instructions may stand in several runs, and name a place, a tooltip and a window behind the
    address, which mammoth takes for a part of it.
    """
    open_fields: list[list[ET.Element]] = []
    for element in root.iter():
        name = local_name(element)
        kind = attribute(element, "fldCharType") if name == "fldChar" else ""
        if kind == "begin":
            open_fields.append([])
        elif name == "instrText" and open_fields:
            open_fields[-1].append(element)
        elif kind == "separate" and open_fields:
            _mend(open_fields[-1])
        elif kind == "end" and open_fields:
            open_fields.pop()


def _mend(instructions: list[ET.Element]) -> None:
    found = _LINK.fullmatch("".join(each.text or "" for each in instructions))
    if found is None:
        return
    given = {each["switch"] or "": each["text"] for each in _ARGUMENT.finditer(found["rest"])}
    place = given.get("l", "")
    if address := given.get(""):
        for each in instructions:
            each.text = ""
        instructions[0].text = f'HYPERLINK "{address}{"#" if place else ""}{place}"'


def _run_of(name: str, attributes: dict[str, str], text: str | None = None) -> ET.Element:
    run = ET.Element(f"{_SPACE}r")
    ET.SubElement(run, f"{_SPACE}{name}", attributes).text = text
    return run
