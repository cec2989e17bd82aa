"""Fields of a Word document: links as mammoth reads them (17.16.5.25), and what stays out.

Fields may tell where the file lies, who wrote in it and where they live: they show what the program
knows of its user, not words of the author (17.16.5).
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from sitegen.readers.formats.word.elements import make_element, make_run
from sitegen.readers.streams.xml_files import attribute, local_name

_LINK = re.compile(r"\s*HYPERLINK\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ARGUMENT = re.compile(r"(?:\\(?P<switch>[a-z])\s*)?\"(?P<text>[^\"]*)\"", re.IGNORECASE)

_PERSONAL = re.compile(
    r"""\s*(?:(?:INFO|DOCPROPERTY)\s+)?"?
    (?:FILENAME|TEMPLATE|USER(?:NAME|INITIALS|ADDRESS)|LAST\s?(?:SAVED\s?BY|AUTHOR)|COMMENTS
    |ADDRESSBLOCK|HYPERLINK\s?BASE|[\w ]*PATH)
    (?:["\s\\]|$)""",
    re.IGNORECASE | re.VERBOSE,
)


def is_personal(instruction: str) -> bool:
    """Whether a field tells a path, or facts of the user that the program keeps."""
    return _PERSONAL.match(instruction) is not None


def linked(instruction: str, runs: Iterable[ET.Element]) -> Iterator[ET.Element]:
    """The runs of a simple field; those of a link in the complex form, which mammoth reads."""
    if not _LINK.match(instruction):
        yield from runs
        return
    yield make_run(make_element("fldChar", fldCharType="begin"))
    yield make_run(make_element("instrText", instruction))
    yield make_run(make_element("fldChar", fldCharType="separate"))
    yield from runs
    yield make_run(make_element("fldChar", fldCharType="end"))


class _Field:
    """A field in several runs."""

    def __init__(self) -> None:
        self.instructions: list[ET.Element] = []
        self.is_personal = False

    def show(self) -> None:
        """Begins what the field shows, behind its instructions."""
        instruction = "".join(each.text or "" for each in self.instructions)
        self.is_personal = is_personal(instruction)
        _mend(instruction, self.instructions)


def mend_fields(root: ET.Element) -> None:
    """Leaves of the instructions of links the address alone, and nothing of personal fields.

    Instructions may stand in several runs, and name a place, a tooltip and a window behind the
    address, which mammoth takes for a part of it.
    """
    open_fields: list[_Field] = []
    for element in root.iter():
        name = local_name(element)
        kind = attribute(element, "fldCharType") if name == "fldChar" else ""
        if kind == "begin":
            open_fields.append(_Field())
        elif not open_fields:
            continue
        elif name == "instrText":
            open_fields[-1].instructions.append(element)
        elif kind == "separate":
            open_fields[-1].show()
        elif kind == "end":
            open_fields.pop()
        elif name == "t" and any(field.is_personal for field in open_fields):
            element.text = ""


def _mend(instruction: str, instructions: list[ET.Element]) -> None:
    """Keeps the address of a link, and the place behind it."""
    found = _LINK.fullmatch(instruction)
    if found is None:
        return
    given = {each["switch"] or "": each["text"] for each in _ARGUMENT.finditer(found["rest"])}
    place = given.get("l", "")
    if address := given.get(""):
        for each in instructions:
            each.text = ""
        instructions[0].text = f'HYPERLINK "{address}{"#" if place else ""}{place}"'
