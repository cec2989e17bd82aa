"""The stack of open containers: quotations, lists, tables and footnotes, and their blocks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from sitegen.readers.html.blocks import Block, Item, List, Quote
from sitegen.readers.html.tables import Cell, Row, blocks_of

Kind = Literal["root", "quote", "list", "item", "table", "row", "cell", "note"]


@dataclass(frozen=True, slots=True)
class Depths:
    """How deep containers may nest; what is nested deeper joins the container around it."""

    containers: int = 120
    indented: int = 40
    """Items and quotations: sitegen shows text with 50 of them as plain text."""


@dataclass(slots=True)
class Frame:
    """An open container."""

    kind: Kind
    name: str
    """The name of its element."""
    children: list[Block] = field(default_factory=list)
    node: Quote | List | Item | Cell | Row | None = None
    rows: list[Row] = field(default_factory=list)
    """The rows of a table."""
    label: str = ""
    """The label of a footnote."""
    end: int = 0
    """The index of the event that ends it; 0 if only its tags do."""
    is_layout: bool = False
    is_head: bool = False
    """Whether the rows of a table now belong to its head."""
    restore: Callable[[], None] | None = None
    """Restores the emphasis from before a cell."""


class Containers:
    """The open containers, and the footnotes that were closed."""

    def __init__(self, depths: Depths) -> None:
        self.root = Frame("root", "")
        self.notes: dict[str, list[Block]] = {}
        self.is_too_deep = False
        """Whether a container was left out because it was nested too deeply."""
        self._depths = depths
        self._stack = [self.root]
        self._indented = 0
        self._ignored: dict[str, int] = {}

    @property
    def top(self) -> Frame:
        """The innermost container."""
        return self._stack[-1]

    @property
    def label(self) -> str:
        """The label of the innermost footnote; empty outside footnotes."""
        return next((frame.label for frame in reversed(self._stack) if frame.kind == "note"), "")

    def append(self, block: Block) -> None:
        """Adds a block to the innermost container that takes blocks.

        A block directly in a list belongs to its last item; one directly in a table precedes it.
        """
        if self.top.kind == "list":
            self.reopen_item()
        frame = next(each for each in reversed(self._stack) if each.kind not in ("table", "row"))
        if isinstance(frame.node, List):
            _last_item(frame.node).children.append(block)
        else:
            frame.children.append(block)

    def open(self, frame: Frame) -> bool:
        """Opens a container; returns False if it would be nested too deeply."""
        is_indented = frame.kind in ("quote", "item")
        if len(self._stack) >= self._depths.containers or (
            self._indented >= self._depths.indented and frame.kind in ("quote", "item", "list")
        ):
            self.is_too_deep = True
            self._ignored[frame.name] = self._ignored.get(frame.name, 0) + 1
            return False
        self._indented += is_indented
        self._stack.append(frame)
        return True

    def find(self, *kinds: Kind, within: tuple[Kind, ...] = ("cell", "note")) -> Frame | None:
        """The innermost container of these kinds, but not outside one of the kinds ``within``."""
        for frame in reversed(self._stack):
            if frame.kind in kinds:
                return frame
            if frame.kind in within:
                return None
        return None

    def end(self, name: str) -> Frame | None:
        """The container that an end tag closes, if any."""
        if self._ignored.get(name):
            self._ignored[name] -= 1
            return None
        for frame in reversed(self._stack):
            if frame.name == name and frame.kind != "root":
                return frame
            if frame.kind == "cell" and name not in ("table", "tr", "tbody", "thead", "tfoot"):
                return None
        return None

    def close(self, frame: Frame) -> None:
        """Closes a container and those within it."""
        while len(self._stack) > 1:
            top = self._stack.pop()
            self._indented -= top.kind in ("quote", "item")
            self._finish(top)
            if top is frame:
                return

    def close_above(self, frame: Frame) -> None:
        """Closes all containers within ``frame``."""
        while self.top is not frame and self.top is not self.root:
            self.close(self.top)

    def reopen_item(self) -> None:
        """Opens the last item of the list again, or its first."""
        node = self.top.node
        if not isinstance(node, List):
            return
        item = _last_item(node)
        if not self.open(Frame("item", "li", item.children, item)):
            self._ignored["li"] -= 1
            self._stack.append(Frame("item", "li", item.children, item))
            self._indented += 1

    def _finish(self, frame: Frame) -> None:
        match frame.kind:
            case "quote" if frame.children:
                self.append(Quote(frame.children))
            case "list" if isinstance(frame.node, List):
                node = frame.node
                node.items[:] = [i for i in node.items if i.children or node.is_ordered]
                if any(item.children for item in node.items):
                    self.append(node)
            case "table":
                for block in blocks_of(frame.rows, is_layout=frame.is_layout):
                    self.append(block)
            case "cell" if frame.restore:
                frame.restore()
            case "note":
                self.notes.setdefault(frame.label, []).extend(frame.children)


def _last_item(node: List) -> Item:
    """The last item of a list; its first, if it has none yet."""
    if not node.items:
        node.items.append(Item())
    return node.items[-1]
