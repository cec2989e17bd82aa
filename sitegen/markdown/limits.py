"""Step limits that stop Python-Markdown on text that would take too long to parse.

Python-Markdown takes quadratic time for some input, such as unclosed brackets. Counting its steps,
rather than measuring time, gives the same result on every machine. The number of steps allowed
grows with the length of the text. A step takes about 0.1 µs: one character in a Python loop, or
several in a regular expression or a copy. The cost of processing a whole text or block is estimated
beforehand (``step_estimates``).
"""

import re
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor

from sitegen.markdown import step_estimates
from sitegen.markdown.step_estimates import COPIED, SEARCHED
from sitegen.markdown.steps import LimitExceededError, Meter

_SIBLINGS_PER_STEP = 5
"""Sibling elements per step: the parser searches the list of siblings for each one."""
_NAMES_PER_STEP = 16
"""Footnote labels, or characters searched for abbreviations, per step."""


class LimitExtension(Extension):
    """Makes the parser count its steps and raise ``LimitExceededError``; load it last."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self.meter = meter

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers each processor before the one that it limits."""
        self._limit_texts(md)
        self._limit_blocks(md)
        self._limit_tree(md)
        blocks = frozenset(md.block_level_elements)
        for processor in md.treeprocessors:
            if isinstance(processor, InlineTreeprocessor):
                for pattern in cast("Iterable[InlineProcessor]", processor.inlinePatterns):
                    _count_matches(pattern, processor, self.meter, blocks)

    def _limit_texts(self, md: Markdown) -> None:
        text_limits: list[tuple[bool, float, Callable[[str], int]]] = [
            (_skips_spaces(md), 29, step_estimates.steps_for_spaces),
            ("fenced_code_block" in md.preprocessors, 26, step_estimates.steps_for_fences),
            ("html_block" in md.preprocessors, 21.4, step_estimates.steps_for_tags),
            # HTML may contain Markdown, so these run while it is still in the text.
            ("attr_list" in md.treeprocessors, 21.3, step_estimates.steps_for_attribute_lists),
            ("footnote" in md.inlinePatterns, 21.2, step_estimates.steps_for_footnotes),
            ("toc" in md.treeprocessors, 21.1, step_estimates.steps_for_contents),
        ]
        for is_active, priority, steps in text_limits:
            if is_active:
                limit = _TextLimit(md, self.meter, steps)
                md.preprocessors.register(limit, f"sitegen_limit_{priority}", priority)

    def _limit_blocks(self, md: Markdown) -> None:
        blocks = _BlockLimit(md.parser, self.meter)
        md.parser.blockprocessors.register(blocks, "sitegen_limit", 1000)
        parse_blocks = _DepthLimit(md.parser, self.meter)
        md.parser.parseBlocks = parse_blocks  # type: ignore[method-assign]

    def _limit_tree(self, md: Markdown) -> None:
        md.treeprocessors.register(_TreeLimit(md, self.meter), "sitegen_tree_limit", 19)
        if "abbr" in md.treeprocessors:
            md.treeprocessors.register(
                _AbbreviationLimit(md, self.meter), "sitegen_name_limit", 7.5
            )
            md.treeprocessors.register(_TreeLimit(md, self.meter), "sitegen_limit", 6.9)


def _skips_spaces(md: Markdown) -> bool:
    """Returns whether a pattern of the parser takes quadratic time for a run of spaces."""
    return (
        "fenced_code_block" in md.preprocessors
        or "reference" in md.parser.blockprocessors
        or "attr_list" in md.treeprocessors
    )


class LimitedFootnoteExtension(FootnoteExtension):
    """Numbers footnotes in order of reference, and counts the steps of searching for ids."""

    def __init__(self, meter: Meter) -> None:
        self.meter = meter
        super().__init__(USE_DEFINITION_ORDER=False)

    def unique_ref(self, reference: str, found: bool = False) -> str:  # noqa: FBT001, FBT002
        """Returns the reference id, made unique by a suffix if necessary."""
        self.meter.spend(
            10 * self.found_refs.get(reference, 0) + len(self.footnotes) // _NAMES_PER_STEP
        )
        return super().unique_ref(reference, found)


class _TextLimit(Preprocessor):
    """Counts the estimated steps of the next preprocessor."""

    def __init__(self, md: Markdown, meter: Meter, steps: Callable[[str], int]) -> None:
        super().__init__(md)
        self.meter = meter
        self.steps = steps

    def run(self, lines: list[str]) -> list[str]:
        self.meter.spend(self.steps("\n".join(lines)))
        return lines


class _Blocks(deque[str]):
    """A deque with the interface of a list: the parser pops and inserts blocks at the front."""

    def pop(self, index: int = -1) -> str:
        return self.popleft() if index == 0 else super().pop()


class _DepthLimit:
    """Wraps ``parseBlocks`` to limit its recursion depth."""

    def __init__(self, parser: BlockParser, meter: Meter) -> None:
        self.parse_blocks = parser.parseBlocks
        self.meter = meter
        self.depth = 0

    def __call__(self, parent: Element, blocks: list[str]) -> None:
        if self.depth > self.meter.limits.nested_tags:
            raise LimitExceededError
        self.depth += 1
        try:
            self.parse_blocks(parent, cast("list[str]", _Blocks(blocks)))
        finally:
            self.depth -= 1


class _BlockLimit(BlockProcessor):
    """Counts the steps for each block; never handles a block itself."""

    def __init__(self, parser: BlockParser, meter: Meter) -> None:
        super().__init__(parser)
        self.meter = meter
        self.has_tables = "table" in parser.blockprocessors

    def test(self, parent: Element, block: str) -> bool:
        if len(self.parser.state) > self.meter.limits.nested:
            raise LimitExceededError
        self.meter.spend(step_estimates.steps_for_block(block) + self.meter.count_element())
        if len(parent) and parent[-1].tag == "pre" and len(parent[-1]):
            self.meter.spend(len(parent[-1][0].text or "") // COPIED)
        if self.has_tables and "|" in block:
            self.meter.spend(step_estimates.steps_for_table(block))
        return False


class _TreeLimit(Treeprocessor):
    """Limits the depth of the tree and the length of its attributes."""

    def __init__(self, md: Markdown, meter: Meter) -> None:
        super().__init__(md)
        self.meter = meter

    def run(self, root: Element) -> None:
        level = [root]
        for _ in range(self.meter.limits.nested_tags):
            level = [child for element in level for child in element]
            if not level:
                return
            length = sum(_attributes_length(element) for element in level if element.attrib)
            self.meter.spend(length // SEARCHED)
        raise LimitExceededError


class _AbbreviationLimit(Treeprocessor):
    """Counts the steps of searching the text for abbreviations."""

    def __init__(self, md: Markdown, meter: Meter) -> None:
        super().__init__(md)
        self.meter = meter

    def run(self, root: Element) -> None:
        processor = self.md.treeprocessors["abbr"]
        if isinstance(processor, AbbrTreeprocessor) and processor.abbrs:
            length = sum(map(len, root.itertext()))
            siblings = sum(len(element) ** 2 for element in root.iter())
            self.meter.spend(
                len(processor.abbrs) * length // _NAMES_PER_STEP + siblings // _SIBLINGS_PER_STEP
            )


def _attributes_length(element: Element) -> int:
    return sum(len(value or "") for value in element.attrib.values())


def _count_matches(
    pattern: InlineProcessor, inline: InlineTreeprocessor, meter: Meter, blocks: frozenset[str]
) -> None:
    """Makes ``pattern`` count the steps that its matches cause, including copies of the text."""
    handle_match = pattern.handleMatch

    def counted(m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:
        if len(inline.ancestors) > meter.limits.nested_tags:
            raise LimitExceededError
        result = handle_match(m, data)
        meter.spend(1 if result[0] is None else 1 + len(data) // COPIED)
        if isinstance(result[0], Element):
            meter.spend(_content_steps(result[0]) + meter.count_element())
            if inline.ancestors and inline.ancestors[-1] not in blocks:
                meter.spend(meter.count_nested_element())
        return result

    pattern.handleMatch = counted  # type: ignore[method-assign]
    for name, steps in _SCANS.items():
        if hasattr(pattern, name):
            setattr(pattern, name, _counted(getattr(pattern, name), steps, meter))


def _content_steps(element: Element) -> int:
    """Returns the steps of processing the content of a new element."""
    length = len(element.text or "")
    if not len(element):
        return length // SEARCHED
    length += sum(len(part.text or "") + len(part.tail or "") for part in element)
    return length // SEARCHED + len(element) ** 2 // _SIBLINGS_PER_STEP


def _bracket_scan_steps(_data: str, index: int, *, result: Any) -> int:
    """Returns the steps of a search for a closing bracket, whose result ends with (end, found)."""
    return cast("int", result[-2]) - index


def _code_scan_steps(start: int, text: str, *, result: tuple[int, int | None]) -> int:
    return (len(text) if result[1] is None else result[1]) - start


def _delimiter_scan_steps(data: str, start: int, *, result: re.Match[str] | None) -> int:
    return (result.start() if result else len(data)) - start


_SCANS: dict[str, Callable[..., int]] = {
    "getText": _bracket_scan_steps,
    "getLink": _bracket_scan_steps,
    "find_code_spans": _code_scan_steps,
    "search": _delimiter_scan_steps,
}
"""Methods of inline patterns that scan the text character by character, with their steps."""


def _counted(
    scan: Callable[..., Any], steps: Callable[..., int], meter: Meter
) -> Callable[..., Any]:
    def counted(*args: Any) -> Any:
        result = scan(*args)
        meter.spend(steps(*args, result=result))
        return result

    return counted
