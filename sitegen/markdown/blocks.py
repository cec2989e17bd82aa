"""Python-Markdown extension for nested lists and block quotes, following CommonMark."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from sitegen.markdown.containers import (
    CONTAINER_START,
    ContainerNode,
    ContainerReader,
    ListNode,
    Node,
    TextNode,
)
from sitegen.markdown.step_estimates import LINE
from sitegen.markdown.steps import Meter

_INDENT = "    "
_STASHED_LINE = re.compile(r"^ {0,3}(\x02wzxhzdk:\d++\x03) *$", re.MULTILINE)
_INDENTED_HTML = re.compile(r"^( {2,3})\n(\x02wzxhzdk:(\d++)\x03)\n\n", re.MULTILINE)
_TASK = re.compile(r"\[([ xX])\] +(?=\S)")


class ContainerExtension(Extension):
    """Replaces Python-Markdown's own lists and block quotes.

    Args:
        meter: counts the steps.
        has_tasks: whether ``[ ]`` and ``[x]`` at the start of an item are check boxes.
    """

    def __init__(self, meter: Meter, *, has_tasks: bool) -> None:
        super().__init__()
        self.meter = meter
        self.has_tasks = has_tasks

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Replaces the block processors for lists and block quotes."""
        processors = md.parser.blockprocessors
        for name in ("indent", "olist", "ulist", "quote"):
            processors.deregister(name)
        containers = _Containers(md.parser, self.meter, has_tasks=self.has_tasks)
        processors.register(containers, "sitegen_containers", 76)
        md.preprocessors.register(_IndentedHtml(md), "sitegen_indented_html", 19)
        processors.register(_StashedBlocks(md.parser), "sitegen_stashed", 75.5)


class DefinitionIndentExtension(Extension):
    """Parses all blocks of a definition together, so that its lists stay whole; load it last."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Replaces Python-Markdown's processor, which also claims the blocks after a list."""
        md.parser.blockprocessors.register(_DefinitionIndent(md.parser), "defindent", 85)


class _Containers(BlockProcessor):
    def __init__(self, parser: BlockParser, meter: Meter, *, has_tasks: bool) -> None:
        super().__init__(parser)
        self._meter = meter
        self._has_tasks = has_tasks

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's
        return bool(CONTAINER_START.search(block))

    def run(self, parent: Element, blocks: list[str]) -> bool:
        root, taken = self._read(blocks)
        if all(isinstance(node, TextNode) for node in root.children):
            return False
        for _ in range(taken):
            blocks.pop(0)
        if isinstance(root.children[-1], TextNode):  # the next block may continue it
            blocks.insert(0, "\n".join(root.children.pop().lines))  # type: ignore[union-attr]
        self._build(parent, root.children)
        return True

    def _read(self, blocks: list[str]) -> tuple[ContainerNode, int]:
        """Returns the containers at the start of ``blocks`` and the number of blocks they span."""
        reader = ContainerReader(self._meter.limits.nested)
        for taken, block in enumerate(blocks):
            if taken:
                reader.feed("")
                reader.feed(block.partition("\n")[0])
                if not reader.open:
                    if isinstance(reader.root.children[-1], TextNode):
                        reader.root.children.pop()
                    return reader.root, taken
            lines = block.split("\n")
            self._meter.spend(LINE * len(lines))
            for line in lines[1:] if taken else lines:
                reader.feed(line)
            if not reader.open:
                return reader.root, taken + 1
        return reader.root, len(blocks)

    def _build(self, parent: Element, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, TextNode):
                self.parser.parseChunk(parent, "\n".join(node.lines).rstrip("\n"))
            elif isinstance(node, ListNode):
                self._build_list(parent, node)
            else:
                self._build_within(SubElement(parent, "blockquote"), node)

    def _build_list(self, parent: Element, node: ListNode) -> None:
        element = SubElement(parent, "ol" if node.is_ordered else "ul")
        if node.is_ordered and node.start != 1:
            element.set("start", str(node.start))
        for item in node.items:
            child = SubElement(element, "li")
            is_done = _take_task(item) if self._has_tasks else None
            self._build_within(child, item)
            if is_done is not None:
                _add_check_box(child, is_done=is_done)
            if not node.is_loose:
                _unwrap_paragraphs(child)

    def _build_within(self, element: Element, node: ContainerNode) -> None:
        self.parser.state.set("container")
        self._build(element, node.children)
        self.parser.state.reset()


class _IndentedHtml(Preprocessor):
    """Keeps HTML in its list item: Python-Markdown drops the indent before its placeholder."""

    def run(self, lines: list[str]) -> list[str]:
        return _INDENTED_HTML.sub(self._join, "\n".join(lines)).split("\n")

    def _join(self, found: re.Match[str]) -> str:
        kept = self.md.htmlStash.rawHtmlBlocks
        is_text = int(found[3]) < len(kept) and isinstance(kept[int(found[3])], str)
        return found[1] + found[2] if is_text else found[0]


class _StashedBlocks(BlockProcessor):
    """Separates the placeholders of code and HTML from the lines around them."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's
        return bool(_STASHED_LINE.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        *parts, rest = _STASHED_LINE.split(blocks.pop(0))
        for text, stashed in zip(parts[::2], parts[1::2], strict=True):
            self.parser.parseBlocks(parent, [text.strip("\n")])
            SubElement(parent, "p").text = stashed
        blocks.insert(0, rest.strip("\n"))


class _DefinitionIndent(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        is_after = len(parent) > 0 and parent[-1].tag == "dl" and parent[-1][-1].tag == "dd"
        return is_after and block.startswith(_INDENT)

    def run(self, parent: Element, blocks: list[str]) -> None:
        text = "\n\n".join(_pop_indented(blocks))
        definition = parent[-1][-1]
        if definition.text:
            paragraph = Element("p")
            paragraph.text, definition.text = definition.text, None
            definition.insert(0, paragraph)
        self.parser.state.set("container")
        self.parser.parseChunk(definition, re.sub(f"^{_INDENT}", "", text, flags=re.MULTILINE))
        self.parser.state.reset()


def _pop_indented(blocks: list[str]) -> Iterator[str]:
    while blocks and (blocks[0].startswith(_INDENT) or not blocks[0].strip()):
        yield blocks.pop(0)


def _take_task(item: ContainerNode) -> bool | None:
    """Removes the task marker from an item; returns whether the task is done, None without one."""
    first = item.children[0] if item.children else None
    found = _TASK.match(first.lines[0]) if isinstance(first, TextNode) else None
    if not found or not isinstance(first, TextNode):
        return None
    first.lines[0] = first.lines[0][found.end() :]
    return found[1] != " "


def _add_check_box(item: Element, *, is_done: bool) -> None:
    """Adds a check box to an item, labelled by the first paragraph."""
    if not len(item) or item[0].tag != "p":
        return
    label = Element("label")
    box = SubElement(label, "input", type="checkbox", disabled="disabled")
    if is_done:
        box.set("checked", "checked")
    box.tail = f" {item[0].text}"
    item[0].text = None
    item[0].append(label)
    item.set("class", "task")


def _unwrap_paragraphs(item: Element) -> None:
    """Removes the ``<p>`` tags of an item in a tight list."""
    before: Element | None = None
    for child in list(item):
        if child.tag != "p" or _is_stashed(child):
            before = child
            continue
        if before is None:
            item.text = child.text
        else:
            before.tail = "\n" + (child.text or "")
        position = list(item).index(child)
        item.remove(child)
        for offset, inner in enumerate(child):
            item.insert(position + offset, inner)
            before = inner


def _is_stashed(paragraph: Element) -> bool:
    return bool(_STASHED_LINE.fullmatch(paragraph.text or ""))
