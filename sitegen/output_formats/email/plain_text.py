"""Writes the HTML of a mail's fragment as plain text that keeps its links, lists and quotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.hypertext import EndTag, StartTag, read_events

_BLOCKS = frozenset(
    {"blockquote", "div", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"}
)
_WHITE_SPACE = " \t\n\r\f"
_NO_BREAK_SPACE = "\u00a0"
"""In a fragment, the indentation of lines, and several spaces in a row."""
_SPACE = re.compile(r"[ \t\n\r\f]+")


def text_of(html: str) -> str:
    """The text of a fragment that ``mail_fragment`` made.

    A link is followed by its address, unless its text is the address. A quotation has ``>``
    before its lines, an entry of a list ``-`` or its number, a picture its description.
    """
    writer = _Writer()
    for event in read_events(html):
        if isinstance(event, StartTag):
            writer.start(event)
        elif isinstance(event, EndTag):
            writer.end(event.name)
        elif isinstance(event, str):
            writer.write(event)
    return writer.text().replace(_NO_BREAK_SPACE, " ")


@dataclass(slots=True)
class _Container:
    """A quotation or a list entry: what its lines begin with."""

    name: str
    first: str
    """The start of its first line."""
    rest: str
    """The start of the others."""
    is_begun: bool = False


@dataclass(slots=True)
class _Writer:
    """Collects the lines of a text."""

    lines: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    """The text of the current block."""
    containers: list[_Container] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    """The number of the next entry of each open list; None for a list without numbers."""
    links: list[tuple[str, int]] = field(default_factory=list)
    """The address of each open link, and the position of its text in ``inline``."""
    is_apart: bool = False
    """Whether a blank line precedes the next one."""
    preformatted: int = 0

    def start(self, tag: StartTag) -> None:
        """Begins an element."""
        match tag.name:
            case "br":
                self.inline.append("\n")
            case "img":
                self.inline.append(_described(tag.attributes.get("alt", "")))
            case "a":
                self.links.append((tag.attributes.get("href", ""), len(self.inline)))
            case "hr":
                self._flush()
                self.inline.append("* * *")
                self._end_block()
            case "li" | "blockquote":
                self._flush()
                self.is_apart |= tag.name == "blockquote"
                self.containers.append(self._container(tag.name))
            case "tr":
                self._flush()
            case "td" | "th" if (before := "".join(self.inline)).strip():
                self.inline.append("| " if before.endswith(" ") else " | ")
            case name if name in _BLOCKS:
                self._begin_block(tag)

    def end(self, name: str) -> None:
        """Ends an element."""
        match name:
            case "a" if self.links:
                self._end_link(*self.links.pop())
            case "li" | "blockquote":
                self._flush()
                self._close(name)
                self.is_apart |= name == "blockquote"
            case "tr":
                self._flush()
            case "ul" | "ol":
                self._flush()
                self.numbers.pop()
                self.is_apart |= not self.numbers
            case "pre":
                self._end_block()
                self.preformatted -= 1
            case _ if name in _BLOCKS:
                self._end_block()

    def write(self, text: str) -> None:
        """Adds text to the current block."""
        if self.preformatted:
            self.inline.append(text)
            return
        joined = _SPACE.sub(" ", text)
        before = self.inline[-1] if self.inline else "\n"
        self.inline.append(joined.lstrip(" ") if before.endswith((" ", "\n")) else joined)

    def text(self) -> str:
        """The text, without blank lines at its ends."""
        self._flush()
        return "\n".join(self.lines).strip("\n")

    def _begin_block(self, tag: StartTag) -> None:
        is_nested_list = tag.name in {"ul", "ol"} and self.numbers
        self._flush()
        self.is_apart |= not is_nested_list and not self._is_first_in_entry()
        if tag.name in {"ul", "ol"}:
            start = tag.attributes.get("start", "1")
            first = int(start) if start.isdecimal() else 1
            self.numbers.append(first if tag.name == "ol" else None)
        self.preformatted += tag.name == "pre"

    def _is_first_in_entry(self) -> bool:
        return bool(self.containers) and not self.containers[-1].is_begun

    def _end_block(self) -> None:
        self._flush()
        self.is_apart = True

    def _container(self, name: str) -> _Container:
        if name == "blockquote":
            return _Container(name, "> ", "> ")
        number = self.numbers[-1] if self.numbers else None
        if number is None:
            return _Container(name, "- ", "  ")
        self.numbers[-1] = number + 1
        return _Container(name, f"{number}. ", " " * len(f"{number}. "))

    def _close(self, name: str) -> None:
        if self.containers and self.containers[-1].name == name:
            self.containers.pop()
        if name == "li":
            self.is_apart = False

    def _end_link(self, address: str, start: int) -> None:
        shown = "".join(self.inline[start:])
        if "#fn:" in address:
            self.inline[start:] = [f"[{shown}]"]
        elif address and not _is_shown(address, shown):
            self.inline.append(f" <{address}>" if shown.strip() else f"<{address}>")

    def _flush(self) -> None:
        """Writes the current block as lines."""
        text = "".join(self.inline)
        self.inline.clear()
        block = text.strip("\n" if self.preformatted else _WHITE_SPACE)
        if not block.strip():
            return
        if self.is_apart and self.lines:
            self.lines.append("".join(self._continued()).rstrip())
        self.is_apart = False
        self.lines += (f"{''.join(self._starts())}{line}".rstrip() for line in block.split("\n"))

    def _continued(self) -> Iterator[str]:
        """The start of a blank line between two blocks."""
        return (each.rest for each in self.containers if each.is_begun)

    def _starts(self) -> Iterator[str]:
        """The start of the next line."""
        for container in self.containers:
            yield container.rest if container.is_begun else container.first
            container.is_begun = True


def _described(alt: str) -> str:
    return f"[{alt}]" if alt else ""


def _is_shown(address: str, text: str) -> bool:
    """Whether a link's text tells its address: without the scheme, shortened, or as a handle."""
    shown = _bare(text.strip().rstrip("…"))
    if text.startswith(("@", "#")):
        return address.rpartition("/")[2] == text[1:]
    return "." in shown and " " not in shown and _bare(address).startswith(shown)


def _bare(address: str) -> str:
    rest = address.partition("://")[2] or address.removeprefix("mailto:")
    return rest.removeprefix("www.").rstrip("/")
