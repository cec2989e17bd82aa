"""Says in each paragraph and run what their styles say, where mammoth reads only the former."""

from xml.etree import ElementTree as ET

from sitegen.readers.formats.word.styles import Styles, is_on, outline_level
from sitegen.readers.streams.xml_files import attribute, child, local_name

_LONGEST_HEADING = 250
"""The maximum number of characters of a heading."""


def apply_styles(root: ET.Element, styles: Styles) -> None:
    """Makes headings, items of lists, and bold and italic words of those whose style says so."""
    for element in root.iter():
        if local_name(element) == "p":
            _apply_to_paragraph(child(element, "pPr"), styles, is_long=_is_long(element))
        elif local_name(element) == "r":
            _apply_to_run(child(element, "rPr"), styles)


def join_drop_caps(root: ET.Element) -> None:
    """Puts large first letters, which are paragraphs, before their words (17.3.1.11)."""
    for parent in list(root.iter()):
        large: list[ET.Element] = []
        for paragraph in [each for each in parent if local_name(each) == "p"]:
            properties = child(paragraph, "pPr")
            if attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin"):
                large.append(paragraph)
            elif large:
                start = 0 if properties is None else list(paragraph).index(properties) + 1
                paragraph[start:start] = [each for letter in large for each in _content_of(letter)]
                for letter in large:
                    parent.remove(letter)
                large = []


def _content_of(paragraph: ET.Element) -> list[ET.Element]:
    return [each for each in paragraph if local_name(each) != "pPr"]


def _is_long(paragraph: ET.Element) -> bool:
    """Whether a paragraph is too long for a heading, whatever its style says."""
    texts = (each.text or "" for each in paragraph.iter() if local_name(each) == "t")
    return sum(map(len, texts)) > _LONGEST_HEADING


def _apply_to_paragraph(properties: ET.Element | None, styles: Styles, *, is_long: bool) -> None:
    if properties is None:
        return
    style = child(properties, "pStyle")
    id_ = attribute(style, "val")
    said = outline_level(properties)
    level = styles.headings.get(id_, 0) if said is None else said
    if level and is_long and style is not None:
        properties.remove(style)
    elif level and not is_long:
        _set_style(properties, style, f"Heading{level}")
    elif id_ in styles.lists and child(properties, "numPr") is None:
        properties.append(styles.lists[id_])


def _set_style(properties: ET.Element, style: ET.Element | None, id_: str) -> None:
    """Names the style of a paragraph; mammoth knows that of a heading by this id."""
    space = properties.tag[: properties.tag.rfind("}") + 1]
    if style is not None:
        properties.remove(style)
    properties.insert(0, ET.Element(f"{space}pStyle", {f"{space}val": id_}))


def _apply_to_run(properties: ET.Element | None, styles: Styles) -> None:
    if properties is None:
        return
    space = properties.tag[: properties.tag.rfind("}") + 1]
    for name in styles.emphasis.get(attribute(child(properties, "rStyle"), "val"), ()):
        if is_on(properties, name) is None:
            properties.append(ET.Element(f"{space}{name}"))
