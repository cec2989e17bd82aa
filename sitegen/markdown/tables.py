"""Tables as in GitHub Flavored Markdown: https://github.github.com/gfm/#tables-extension-."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.tables import TableExtension, TableProcessor

_DELIMITER_ROW = re.compile(
    r"^(?=[^\n|]*+\|) {0,3}\|?(?: *:?-+:? *\|)*+(?: *:?-+:?)? *$", re.MULTILINE
)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]", re.MULTILINE)


class GitHubTableExtension(TableExtension):
    """Allows tables without blank lines around them, and escaped bars inside code in cells."""

    def __init__(self) -> None:
        super().__init__(use_align_attribute=True)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors."""
        super().extendMarkdown(md)
        processors = md.parser.blockprocessors
        tables = _Tables(md.parser, self.getConfigs())
        processors.register(tables, "table", 75)
        processors.register(_TableBoundaries(md.parser, tables), "sitegen_table_borders", 75.2)


class _Tables(TableProcessor):
    def _split(self, row: str) -> list[str]:
        cells = super()._split(row)  # type: ignore[misc] # its stubs lack it
        return [cell.replace("\\|", "|") for cell in cells]


class _TableBoundaries(BlockProcessor):
    """Separates a table from a paragraph before it and a heading after it."""

    def __init__(self, parser: BlockParser, tables: TableProcessor) -> None:
        super().__init__(parser)
        self._tables = tables

    def test(self, parent: Element, block: str) -> bool:
        return "|" in block and self._boundary(parent, block) > 0

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        boundary = self._boundary(parent, block)
        blocks.insert(0, block[boundary:])
        blocks.insert(0, block[: boundary - 1])

    def _boundary(self, parent: Element, block: str) -> int:
        """Returns where a table starts or ends within the block; 0 if none does.

        Only tries the first possible delimiter row, to run in linear time.
        """
        found = _DELIMITER_ROW.search(block)
        if not found or not found.start():
            return 0
        head = block.rfind("\n", 0, found.start() - 1) + 1
        heading = _HEADING.search(block, found.end())
        end = heading.start() if heading else 0
        table = block[head : end - 1] if end else block[head:]
        return (head or end) if self._tables.test(parent, table) else 0
