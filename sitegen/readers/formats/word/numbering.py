"""The numbers of a Word document's lists, which go on after paragraphs between their items.

mammoth reads which paragraphs are items, and no numbers. See ECMA-376, part 1, 17.9.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from sitegen.readers.sources import Entry
from sitegen.readers.streams.xml_files import attribute, child, local_name, parse_xml

_MARK = re.compile("\ue0f0([0-9]+)\ue0f1")
_MARKED_ITEM = re.compile(f"<li>{_MARK.pattern}")
_LEVELS = 9
_CONTENT = frozenset({"t", "drawing", "pict"})


@dataclass(slots=True)
class Numbering:
    """The lists that a document defines.

    A list is an instance of an abstract list; all instances of one are counted together.
    """

    abstract: dict[str, str] = field(default_factory=dict)
    """The id of the abstract list of each list."""
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    """The first number at each level of an abstract list; 1 if it is not here."""
    unmarked: set[tuple[str, int]] = field(default_factory=set)
    """The levels of abstract lists whose items have no mark: they are paragraphs."""
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    """The number with which a list starts again at a level."""


def read_numbering(entry: Entry | None) -> Numbering:
    """The lists in a file of lists; none without one.

    Raises:
        DumpError: it is not XML, or has a document type.
    """
    numbering = Numbering()
    for element in parse_xml(entry) if entry is not None else ():
        name = local_name(element)
        if name == "abstractNum":
            id_ = attribute(element, "abstractNumId")
            numbering.starts |= {(id_, n): start for n, start in _starts(element, "lvl", "start")}
            numbering.unmarked |= {(id_, n) for n in _unmarked(element)}
        elif name == "num":
            id_ = attribute(element, "numId")
            numbering.abstract[id_] = attribute(child(element, "abstractNumId"), "val")
            restarts = _starts(element, "lvlOverride", "startOverride")
            numbering.restarts |= {(id_, level): start for level, start in restarts}
    return numbering


def _starts(element: ET.Element, name: str, start: str) -> Iterator[tuple[int, int]]:
    """The levels of a list with their first numbers."""
    for level in element:
        written = attribute(child(level, start), "val")
        if local_name(level) == name and written.isdecimal():
            yield _level_of(attribute(level, "ilvl")), int(written[:9])


def _unmarked(element: ET.Element) -> Iterator[int]:
    for level in element:
        if attribute(child(level, "numFmt"), "val") == "none":
            yield _level_of(attribute(level, "ilvl"))


def _level_of(written: str) -> int:
    return int(written) if written in tuple(map(str, range(_LEVELS))) else 0


def mark_numbers(root: ET.Element, numbering: Numbering) -> None:
    """Puts a mark with its number at the start of each paragraph of a list that is not empty."""
    counts: dict[str, list[int | None]] = {}
    begun: set[tuple[str, int]] = set()
    for paragraph in root.iter():
        properties = child(paragraph, "pPr") if local_name(paragraph) == "p" else None
        listed = child(properties, "numPr")
        id_ = attribute(child(listed, "numId"), "val")
        if properties is None or listed is None or id_ not in numbering.abstract:
            continue
        level = _level_of(attribute(child(listed, "ilvl"), "val"))
        abstract = numbering.abstract[id_]
        if (abstract, level) in numbering.unmarked:
            properties.remove(listed)
            continue
        count = counts.setdefault(abstract, [None] * _LEVELS)
        last = count[level]
        number = numbering.starts.get((abstract, level), 1) if last is None else last + 1
        if (id_, level) not in begun:
            begun.add((id_, level))
            number = numbering.restarts.get((id_, level), number)
        count[level:] = [number] + [None] * (_LEVELS - level - 1)
        if any(local_name(each) in _CONTENT for each in paragraph.iter()):
            position = list(paragraph).index(properties) + 1
            paragraph.insert(position, _run(properties, f"\ue0f0{number}\ue0f1"))


def _run(like: ET.Element, words: str) -> ET.Element:
    """A run of text in the namespace of an element."""
    space = like.tag[: like.tag.rfind("}") + 1]
    run = ET.Element(f"{space}r")
    ET.SubElement(run, f"{space}t").text = words
    return run


def number_items(html: str) -> str:
    """Gives the items of lists in HTML the numbers that stand in marks, and removes the marks."""
    return _MARK.sub("", _MARKED_ITEM.sub(r'<li value="\1">', html))
