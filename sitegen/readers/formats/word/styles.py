"""What the styles of a Word document say of their text."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.readers.sources import Entry
from sitegen.readers.streams.xml_files import attribute, child, local_name, parse_xml

_NO = frozenset({"0", "false", "off", "none"})
_DEEPEST = 20
_HEADING = re.compile(r"heading (\d)")
_LEVELS = 6
_CONTENTS = ("toc ", "index ", "table of figures", "table of authorities")
"""How the names of styles begin of lists that tell pages."""
_EMPHASIS = ("b", "i")


class Styles(NamedTuple):
    """What styles say of the text of a document, by their ids."""

    hidden: frozenset[str] = frozenset()
    """Those whose text is not shown."""
    contents: frozenset[str] = frozenset()
    """Those of lists that tell pages, such as a table of contents."""
    headings: Mapping[str, int] = {}
    """Those of headings, with their levels from 1, whatever they are called."""
    emphasis: Mapping[str, tuple[str, ...]] = {}
    """Those of characters that are bold (``b``) or italic (``i``)."""
    lists: Mapping[str, ET.Element] = {}
    """Those whose paragraphs are items of a list, with the properties that say so."""


def read_styles(entry: Entry | None) -> Styles:
    """The styles in a file of styles; none without one.

    Raises:
        DumpError: it is not XML, or has a document type.
    """
    if entry is None:
        return Styles()
    styles = {
        attribute(style, "styleId"): style
        for style in parse_xml(entry)
        if local_name(style) == "style"
    }
    chains = {id_: list(_chain(id_, styles)) for id_ in styles}
    return Styles(
        frozenset(id_ for id_, chain in chains.items() if _is_hidden(chain)),
        frozenset(id_ for id_, style in styles.items() if _name_of(style).startswith(_CONTENTS)),
        {id_: level for id_, chain in chains.items() if (level := _level_of(chain))},
        {
            id_: kinds
            for id_, chain in chains.items()
            if attribute(chain[0], "type") == "character" and (kinds := _emphasis_of(chain))
        },
        {
            id_: listed
            for id_, chain in chains.items()
            if (listed := _first(chain, "pPr", "numPr")) is not None
        },
    )


def hides(properties: ET.Element | None) -> bool | None:
    """Whether the properties of a text hide it, or hide it on the web; None if they do not say."""
    said = [is_on(properties, name) for name in ("vanish", "webHidden")]
    return True if True in said else said[0]


def is_on(properties: ET.Element | None, name: str) -> bool | None:
    """Whether a property of a text is on; None if it is not there."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val").lower() not in _NO


def outline_level(properties: ET.Element | None) -> int | None:
    """The level of a heading, from 1; 0 for other text, None if the properties do not say."""
    written = attribute(child(properties, "outlineLvl"), "val")
    return _within(int(written[:9]) + 1) if written.isdecimal() else None


def _chain(id_: str, styles: Mapping[str, ET.Element]) -> Iterator[ET.Element]:
    """A style, and those that it is based on."""
    for _ in range(_DEEPEST):
        if id_ not in styles:
            return
        yield styles[id_]
        id_ = attribute(child(styles[id_], "basedOn"), "val")


def _is_hidden(chain: list[ET.Element]) -> bool:
    said = (hides(child(style, "rPr")) for style in chain)
    return next((each for each in said if each is not None), False)


def _level_of(chain: list[ET.Element]) -> int:
    """The level of a heading; 0 for other text, among it titles."""
    for style in chain:
        if _name_of(style) in ("title", "subtitle"):
            return 0
        level = outline_level(child(style, "pPr"))
        if level is not None:
            return level
        if named := _HEADING.fullmatch(_name_of(style)):
            return _within(int(named[1]))
    return 0


def _within(level: int) -> int:
    return 0 if level > 9 else min(level, _LEVELS)


def _emphasis_of(chain: list[ET.Element]) -> tuple[str, ...]:
    def is_set(name: str) -> bool | None:
        said = (is_on(child(style, "rPr"), name) for style in chain)
        return next((each for each in said if each is not None), None)

    return tuple(name for name in _EMPHASIS if is_set(name))


def _first(chain: list[ET.Element], properties: str, name: str) -> ET.Element | None:
    found = (child(child(style, properties), name) for style in chain)
    return next((each for each in found if each is not None), None)


def _name_of(style: ET.Element) -> str:
    return attribute(child(style, "name"), "val").lower()
