"""Line reader that finds the lists, block quotes and fenced code of a text, as in CommonMark.

The rules are those of https://spec.commonmark.org/0.31.2/#container-blocks. The reader takes one
line at a time and keeps a stack of open containers, so it runs in linear time.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from sitegen.markdown.steps import LimitExceededError, Limits

_MOST_NESTED = Limits().nested
_CODE_INDENT = 4
_NOTE_INDENT = 4
"""Indent of the text of a footnote or definition."""

CONTAINER_START = re.compile(r"^ {0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))", re.MULTILINE)
"""Matches the start of a line that may open a list or block quote."""

_INDENT = re.compile(" *")
_QUOTE = re.compile(" {0,3}> ?")
_ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])(?:( +)(?=\S)| *$)")
_NOTE = re.compile(r" {0,3}(?:\[\^[^\]]*+\]:|: {1,3}(?=\S))")
_RULE = re.compile(r" {0,3}([-_*])[ ]*+(?:\1[ ]*+){2,}$")
_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_UNDERLINE = re.compile(r" {0,3}(?:=++|-++) *$")
_FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$")
_STASHED = re.compile(r" {0,3}\x02wzxhzdk:\d++\x03 *$")
_PREFIX_WITH_TAB = re.compile(r"[ >]*+(?:(?:[-+*]|\d{1,9}[.)])[ >\t]++)++")

Leaf = Literal["none", "paragraph", "code", "other"]


@dataclass(slots=True)
class TextNode:
    """Lines of a container that belong to no nested container."""

    lines: list[str]


@dataclass(slots=True)
class ContainerNode:
    """A block quote, a list item, or the whole text."""

    children: list["Node"] = field(default_factory=list)
    indent: int = -1
    """Indent of a list item's text; -1 for a block quote."""
    in_list: "ListNode | None" = None
    """The list that a list item belongs to."""


@dataclass(slots=True)
class ListNode:
    """A list."""

    mark: str
    """The bullet ``-``, ``+`` or ``*``, or the delimiter after the number: ``.`` or ``)``."""
    start: int
    """The number of the first item."""
    items: list[ContainerNode] = field(default_factory=list)
    is_loose: bool = False
    """Whether blank lines separate its items, or blocks within an item."""

    @property
    def is_ordered(self) -> bool:
        """Whether its items are numbered."""
        return self.mark in (".", ")")


Node = TextNode | ContainerNode | ListNode


@dataclass(frozen=True, slots=True)
class FenceLine:
    """A line of a fenced code block: a fence or a line of code."""

    prefix: str
    """The text before an opening fence."""
    info: str
    """The info string after an opening fence."""
    code: str | None
    """The line of code; None for a fence."""
    is_end: bool = False


@dataclass(slots=True)
class _Fence:
    indent: int
    mark: str


class ContainerReader:
    """Builds the tree of containers, line by line.

    Args:
        nested: the maximum nesting depth of containers.
        has_fences: whether to find fenced code; footnotes and definitions, which may contain
            code, then count as containers.
    """

    def __init__(self, nested: int = _MOST_NESTED, *, has_fences: bool = False) -> None:
        self.root = ContainerNode()
        self.open: list[ContainerNode] = []
        """The containers of the last line, outermost first."""
        self._nested = nested
        self._has_fences = has_fences
        self._fence: _Fence | None = None
        self._leaf: Leaf = "none"
        self._after_blank = False

    def feed(self, line: str) -> FenceLine | None:
        """Reads a line; returns a ``FenceLine`` if it is part of fenced code, otherwise None.

        Raises:
            LimitExceededError: containers are nested too deeply.
        """
        if "\t" in line:
            line = _PREFIX_WITH_TAB.sub(lambda found: found[0].expandtabs(4), line, count=1)
        depth, position = self._match_open(line)
        if self._fence:
            if depth == len(self.open):
                return self._feed_fence(self._fence, line[position:])
            self._fence, self._leaf = None, "other"
        if not line[position:].strip():
            self._feed_blank(depth)
            return None
        depth, position = self._open_new(line, depth, position)
        return self._feed_text(line, position, depth)

    @property
    def _deepest(self) -> ContainerNode:
        return self.open[-1] if self.open else self.root

    def _match_open(self, line: str) -> tuple[int, int]:
        """Returns how many open containers the line continues, and where its text starts."""
        position, end = 0, len(line.rstrip(" "))
        for depth, container in enumerate(self.open):
            if container.indent < 0:
                found = _QUOTE.match(line, position)
                if not found:
                    return depth, position
                position = found.end()
            elif position >= end:
                if container.in_list and not container.children:  # its first line was blank, too
                    return depth, position
                position = min(position + container.indent, len(line))
            elif line.startswith(" " * container.indent, position):
                position += container.indent
            else:
                return depth, position
        return len(self.open), position

    def _feed_fence(self, fence: _Fence, text: str) -> FenceLine:
        found = _FENCE.match(text)
        if found and found[2].startswith(fence.mark) and not found[3].strip():
            self._fence, self._leaf = None, "other"
            return FenceLine("", "", None, is_end=True)
        indent = _INDENT.match(text, 0, fence.indent)
        return FenceLine("", "", text[indent.end() if indent else 0 :])

    def _feed_blank(self, depth: int) -> None:
        del self.open[depth:]
        self._after_blank = True
        if self._leaf != "code":
            self._leaf = "none"
        children = self._deepest.children
        if children and isinstance(children[-1], TextNode):
            children[-1].lines.append("")

    def _open_new(self, line: str, depth: int, position: int) -> tuple[int, int]:
        """Opens the containers that the line starts; returns the same as ``_match_open``."""
        while not self._is_indented(line, position):
            started = self._start(line[position:], is_within=depth == len(self.open))
            if not started:
                break
            container, length = started
            del self.open[depth:]
            self._add(container)
            depth, position = len(self.open), min(position + length, len(line))
        return depth, position

    def _start(self, text: str, *, is_within: bool) -> tuple[ContainerNode, int] | None:
        """Returns the container that the text starts and the length of its marker, or None."""
        quote = _QUOTE.match(text)
        if quote:
            return ContainerNode(), quote.end()
        note = _NOTE.match(text) if self._has_fences else None
        if note:
            return ContainerNode(indent=_NOTE_INDENT), note.end()
        item = _ITEM.match(text)
        if not item or _RULE.match(text):
            return None
        number = item[2][:-1]
        is_plain = item[3] is not None and number in ("", "1")
        if self._leaf == "paragraph" and is_within and not is_plain:
            return None
        spaces = len(item[3] or " ")
        indent = item.end(2) + (1 if spaces > _CODE_INDENT else spaces)
        node = ListNode(item[2][-1], int(number or 1))
        return ContainerNode(indent=indent, in_list=node), indent

    def _add(self, container: ContainerNode) -> None:
        """Opens ``container`` inside the deepest open container."""
        if len(self.open) >= self._nested:
            raise LimitExceededError
        parent, new_list = self._deepest, container.in_list
        last = parent.children[-1] if parent.children else None
        if new_list and isinstance(last, ListNode) and last.mark == new_list.mark:
            container.in_list = last
            last.is_loose = last.is_loose or self._after_blank
            last.items.append(container)
        else:
            self._note_blank(parent)
            parent.children.append(new_list or container)
            if new_list:
                new_list.items.append(container)
        self.open.append(container)
        self._leaf, self._after_blank = "none", False

    def _feed_text(self, line: str, position: int, depth: int) -> FenceLine | None:
        text = line[position:]
        if not text.strip():
            return None
        is_indented, is_within = self._is_indented(line, position), depth == len(self.open)
        fence = _FENCE.match(text) if self._has_fences and not is_indented else None
        continues = self._leaf == "paragraph"
        leaf = self._leaf_of(text, is_indented=is_indented, continues=continues)
        if continues and not is_within and leaf == "paragraph" and not fence:
            self._append(text)
            return None
        del self.open[depth:]
        if not (leaf == "code" and self._leaf == "code"):
            self._note_blank(self._deepest)
        self._append(text)
        is_underline = continues and _UNDERLINE.match(text)
        self._leaf, self._after_blank = "other" if is_underline else leaf, False
        if not fence:
            return None
        self._fence = _Fence(len(fence[1]), fence[2])
        return FenceLine(line[: position + len(fence[1])], fence[3].strip(), None)

    @staticmethod
    def _leaf_of(text: str, *, is_indented: bool, continues: bool) -> Leaf:
        if is_indented:
            return "paragraph" if continues else "code"
        others = (_HEADING, _RULE, _STASHED)
        return "other" if any(other.match(text) for other in others) else "paragraph"

    def _note_blank(self, container: ContainerNode) -> None:
        """Marks a list as loose if a blank line separates blocks within one of its items."""
        if self._after_blank and container.in_list and container.children:
            container.in_list.is_loose = True

    def _append(self, text: str) -> None:
        children = self._deepest.children
        if children and isinstance(children[-1], TextNode):
            children[-1].lines.append(text)
        else:
            children.append(TextNode([text]))

    @staticmethod
    def _is_indented(line: str, position: int) -> bool:
        return line.startswith(" " * _CODE_INDENT, position)
