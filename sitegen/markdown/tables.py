"""Tables that no blank line parts from the text around them, as in GitHub's Markdown."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor

_UNDER_HEAD = re.compile(
    r"^(?=[^\n|]*+\|) {0,3}\|?(?: *:?-+:? *\|)*+(?: *:?-+:?)? *$", re.MULTILINE
)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]", re.MULTILINE)


class TableBorderExtension(Extension):
    """Sets a table apart from a paragraph before it and a heading after it.

    See https://github.github.com/gfm/#tables-extension-. It is loaded after the tables.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processor before that of tables."""
        tables = md.parser.blockprocessors["table"]
        if isinstance(tables, TableProcessor):
            borders = _Borders(md.parser, tables)
            md.parser.blockprocessors.register(borders, "sitegen_table_borders", 75.2)


class _Borders(BlockProcessor):
    def __init__(self, parser: BlockParser, tables: TableProcessor) -> None:
        super().__init__(parser)
        self._tables = tables

    def test(self, parent: Element, block: str) -> bool:
        return "|" in block and self._border(parent, block) > 0

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        border = self._border(parent, block)
        blocks.insert(0, block[border:])
        blocks.insert(0, block[: border - 1])

    def _border(self, parent: Element, block: str) -> int:
        """Where a table begins or ends within the block; 0 if none does.

        Only the first line that may stand under the head of a table is tried, so that the time
        grows with the length of the block.
        """
        found = _UNDER_HEAD.search(block)
        if not found or not found.start():
            return 0
        head = block.rfind("\n", 0, found.start() - 1) + 1
        heading = _HEADING.search(block, found.end())
        end = heading.start() if heading else 0
        table = block[head : end - 1] if end else block[head:]
        return (head or end) if self._tables.test(parent, table) else 0
