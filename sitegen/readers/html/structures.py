"""Lists and tables: opens and closes them as their tags say, also where tags are missing."""

from collections.abc import Callable

from sitegen.hypertext import StartTag
from sitegen.readers.html import elements
from sitegen.readers.html.blocks import Item, List
from sitegen.readers.html.containers import Containers, Frame
from sitegen.readers.html.paragraphs import Paragraphs
from sitegen.readers.html.tables import Cell, Row

_LAYOUT_ROLES = frozenset({"none", "presentation"})


class Structures:
    """Opens and closes lists and tables."""

    def __init__(self, containers: Containers, text: Paragraphs, flush: Callable[[], None]) -> None:
        self._containers = containers
        self._text = text
        self._flush = flush

    # Lists

    def start_list(self, tag: StartTag, _end: int) -> None:
        """Begins a list; one directly in another belongs to its last item."""
        self._flush()
        if self._containers.top.kind == "list":
            self._containers.reopen_item()
        start = elements.number_of(tag.attributes, "start")
        node = List(tag.name == "ol", 1 if start is None else start)
        self._containers.open(Frame("list", tag.name, node=node))

    def start_item(self, tag: StartTag, _end: int) -> None:
        """Begins an item of a list."""
        self._flush()
        self.close_item()
        frame = self._containers.find("list")
        if frame is None:
            frame = Frame("list", "ul", node=List(is_ordered=False))
            self._containers.open(frame)
        frame = self._renumbered(frame, elements.number_of(tag.attributes, "value"))
        item = Item()
        if isinstance(frame.node, List):
            frame.node.items.append(item)
        self._containers.open(Frame("item", "li", item.children, item))

    def close_item(self) -> None:
        """Closes the item or footnote that the next item ends."""
        frame = self._containers.find("item", "list", "note", within=("cell", "quote"))
        if frame and frame.kind != "list" and frame.name == "li":
            self.close(frame)

    def _renumbered(self, frame: Frame, value: int | None) -> Frame:
        """The list for an item with this number: a new one, if others came before it."""
        node = frame.node
        if value is None or not isinstance(node, List) or not node.is_ordered:
            return frame
        if value == node.start + len(node.items):
            return frame
        if not node.items:
            node.start = value
            return frame
        self.close(frame)
        following = Frame("list", frame.name, node=List(is_ordered=True, start=value))
        self._containers.open(following)
        return following

    # Tables

    def start_table(self, tag: StartTag, _end: int) -> None:
        """Begins a table."""
        self._flush()
        is_layout = tag.attributes.get("role", "").lower() in _LAYOUT_ROLES
        self._containers.open(Frame("table", "table", is_layout=is_layout))

    def start_section(self, tag: StartTag, _end: int) -> None:
        """Begins the head, body or foot of a table."""
        self._flush()
        if table := self._containers.find("table", within=()):
            self._close_above(table)
            table.is_head = tag.name == "thead"

    def start_row(self, _tag: StartTag, _end: int) -> None:
        """Begins a row of a table."""
        self._flush()
        table = self._containers.find("table", within=())
        if table is None:
            return
        self._close_above(table)
        row = Row(is_head=table.is_head)
        table.rows.append(row)
        self._containers.open(Frame("row", "tr", node=row))

    def start_cell(self, tag: StartTag, end: int) -> None:
        """Begins a cell of a table."""
        self._flush()
        frame = self._containers.find("row", "table", within=())
        if frame is None:
            return
        if frame.kind == "table":
            self.start_row(tag, end)
            frame = self._containers.top
        self._close_above(frame)
        cell = Cell(
            is_head=tag.name == "th",
            alignment=elements.alignment_of(tag.attributes),
            columns=elements.number_of(tag.attributes, "colspan") or 1,
            rows=elements.number_of(tag.attributes, "rowspan") or 1,
        )
        if isinstance(frame.node, Row):
            frame.node.cells.append(cell)
        restore = self._text.suspend()
        self._containers.open(Frame("cell", tag.name, cell.children, cell, restore=restore))

    def _close_above(self, frame: Frame) -> None:
        """Closes all containers within a container."""
        self._flush()
        self._containers.close_above(frame)

    def start_task(self, tag: StartTag, _end: int) -> None:
        """Makes an item with a check box a task."""
        item = self._containers.top.node
        is_box = tag.attributes.get("type", "").lower() == "checkbox"
        if is_box and isinstance(item, Item) and not item.children and self._text.is_empty:
            item.is_done = "checked" in tag.attributes

    def close(self, frame: Frame) -> None:
        """Closes a container and those within it."""
        self._flush()
        self._containers.close(frame)
