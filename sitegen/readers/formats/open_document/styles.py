"""What the styles of an OpenDocument text say: emphasis, hidden text, numbered lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from sitegen.readers.streams.xml_files import attribute, child, local_name

_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_TAGS: Mapping[str, str] = {
    "strong_20_emphasis": "strong",
    "emphasis": "em",
    "source_20_text": "code",
    "citation": "em",
}
"""The elements of the styles that programs bring along."""
_BLOCKS: Mapping[str, str] = {
    "title": "h1",
    "horizontal_20_line": "hr",
    "quotations": "blockquote",
    "preformatted_20_text": "pre",
}
_NONE = ("", "none")
_DEEPEST = 20


@dataclass(slots=True)
class _Style:
    parent: str = ""
    tags: tuple[str, ...] = ()
    is_hidden: bool | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a document."""

    by_name: dict[str, _Style] = field(default_factory=dict)
    automatic: set[str] = field(default_factory=set)
    """Those that a program made for single texts, not the author for many."""
    numbered: dict[tuple[str, str], str] = field(default_factory=dict)
    """The list styles and levels that have numbers, with the first number, if it is said."""

    def tags_of(self, name: str) -> tuple[str, ...]:
        """The inline elements for a text in a style."""
        for each in self._chain(name):
            if tag := _TAGS.get(each.lower()):
                return (tag,)
            if each in self.by_name and self.by_name[each].tags:
                return self.by_name[each].tags
        return ()

    def paragraph_tags(self, name: str) -> tuple[str, ...]:
        """The inline elements for a whole paragraph that was itself made bold, and so on."""
        return (
            self.by_name[name].tags if name in self.automatic and self.block_of(name) == "p" else ()
        )

    def block_of(self, name: str) -> str:
        """The element for a paragraph in a style."""
        found = (_BLOCKS[each.lower()] for each in self._chain(name) if each.lower() in _BLOCKS)
        return next(found, "p")

    def is_hidden(self, name: str) -> bool:
        """Whether a style hides its text."""
        said = (self.by_name[each].is_hidden for each in self._chain(name) if each in self.by_name)
        return next((each for each in said if each is not None), False)

    def _chain(self, name: str) -> list[str]:
        """A style, the one that it is derived from, and so on."""
        names: list[str] = []
        while name and name not in names and len(names) < _DEEPEST:
            names.append(name)
            name = self.by_name[name].parent if name in self.by_name else ""
        return names


def read_styles(*roots: ET.Element) -> Styles:
    """The styles in the files of a document; later files add to earlier ones."""
    styles = Styles()
    for root in roots:
        made = child(root, "automatic-styles")
        styles.automatic = {attribute(each, "name") for each in (() if made is None else made)}
        for element in root.iter():
            name = local_name(element)
            if name == "style":
                styles.by_name[attribute(element, "name")] = _style_of(element)
            elif name == "list-style":
                styles.numbered |= {
                    (attribute(element, "name"), attribute(level, "level")): attribute(
                        level, "start-value"
                    )
                    for level in element
                    if local_name(level) == "list-level-style-number"
                    and attribute(level, "num-format")
                }
    return styles


def _style_of(element: ET.Element) -> _Style:
    properties = child(element, "text-properties")
    display = attribute(properties, "display")
    return _Style(
        attribute(element, "parent-style-name"),
        tuple(_tags_in(properties)) if properties is not None else (),
        display == "none" if display else None,
    )


def _tags_in(properties: ET.Element) -> list[str]:
    """The inline elements for the properties of a text."""
    position = attribute(properties, "text-position")
    raised = int(found[0]) if (found := re.match(r"-?\d{1,3}(?=%)", position)) else 0
    marks = {
        "strong": attribute(properties, "font-weight") in _BOLD,
        "em": attribute(properties, "font-style") in ("italic", "oblique"),
        "del": attribute(properties, "text-line-through-style") not in _NONE,
        "sup": position.startswith("super") or raised > 0,
        "sub": position.startswith("sub") or raised < 0,
    }
    return [tag for tag, is_set in marks.items() if is_set]
