"""Stops Python-Markdown where a text would keep it busy for long, whatever the text is.

It walks again and again over what it cannot make sense of: ten thousand ``[`` take minutes. So the
steps of its loops are counted, the same on each machine, and there are ``MOST_STEPS`` for a text. A
step is about 0.1 µs: one character in a loop of Python's, or some where an expression or a copy
runs over them.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor, LinkInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor

MOST_STEPS = 5_000_000
MOST_NESTED = 50
"""How many lists and quotations may stand within each other."""
MOST_NESTED_TAGS = 3 * MOST_NESTED
"""A list has two tags, itself and its item; some more are left for what is within them."""

_SEARCHED = 8
_SKIPPED = 20
_COPIED = 256
"""Characters for a step, where an expression searches, skips to a bracket, or a text is copied."""
_CODE = 500
"""Steps for a block of code at the least, as Pygments colours it."""
_INDENT = "    "

_FENCE = re.compile(r"^(~{3,}|`{3,})[ ]*(.*)$", re.MULTILINE)
_TAG_EDGE = re.compile(r"<(?=[A-Za-z/!?])|>")
_FOOTNOTE_EDGE = re.compile(r"\[\^|\]")
_CLOSING = (">", "]")


class TooHardError(Exception):
    """Reading the text as Markdown would take too long, or is nested too deeply."""


class Meter:
    """Counts the steps that the parser has taken with a text."""

    def __init__(self) -> None:
        self.steps = 0

    def spend(self, steps: int) -> None:
        """Counts further steps.

        Raises:
            TooHardError: the text has had all of its own.
        """
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise TooHardError


class LimitExtension(Extension):
    """Has the parser count its steps, and raise ``TooHardError``; to be loaded last."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self.meter = meter

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors, each before the one that it watches."""
        md.registerExtension(self)
        self._watch_texts(md)
        blocks = _BlockLimit(md.parser, self.meter)
        md.parser.blockprocessors.register(blocks, "sitegen_limit", 1000)
        md.treeprocessors.register(_DepthLimit(md), "sitegen_limit", 19)
        for processor in md.treeprocessors:
            if isinstance(processor, InlineTreeprocessor):
                for pattern in cast("Iterable[InlineProcessor]", processor.inlinePatterns):
                    _count_matches(pattern, processor, self.meter)

    def _watch_texts(self, md: Markdown) -> None:
        watched: list[tuple[bool, int, Callable[[str], int]]] = [
            ("fenced_code_block" in md.preprocessors, 26, _fence_steps),
            ("html_block" in md.preprocessors, 21, _tag_steps),
            ("attr_list" in md.treeprocessors, 19, _attribute_list_steps),
            ("footnote" in md.inlinePatterns, 18, _footnote_steps),
            ("toc" in md.treeprocessors, 17, _contents_steps),
        ]
        for is_there, priority, steps in watched:
            if is_there:
                limit = _TextLimit(md, self.meter, steps)
                md.preprocessors.register(limit, f"sitegen_limit_{priority}", priority)

    def reset(self) -> None:
        """Begins a text."""
        self.meter.steps = 0


class LimitedFootnoteExtension(FootnoteExtension):
    """Counts how long it looks for a free id, for a note that is referred to again and again."""

    def __init__(self, meter: Meter) -> None:
        self.meter = meter
        super().__init__()

    def unique_ref(self, reference: str, found: bool = False) -> str:  # noqa: FBT001, FBT002
        """The reference, or the next of its name that is free."""
        self.meter.spend(10 * self.found_refs.get(reference, 0))
        return super().unique_ref(reference, found)


class _TextLimit(Preprocessor):
    """Counts what the next preprocessor will do with the whole text."""

    def __init__(self, md: Markdown, meter: Meter, steps: Callable[[str], int]) -> None:
        super().__init__(md)
        self.meter = meter
        self.steps = steps

    def run(self, lines: list[str]) -> list[str]:
        self.meter.spend(self.steps("\n".join(lines)))
        return lines


class _BlockLimit(BlockProcessor):
    """Sees each block first, and leaves it to the others."""

    def __init__(self, parser: BlockParser, meter: Meter) -> None:
        super().__init__(parser)
        self.meter = meter
        self.has_tables = "table" in parser.blockprocessors

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's
        if len(self.parser.state) > MOST_NESTED:
            raise TooHardError
        self.meter.spend(len(block) // _SEARCHED + 1)
        if block.startswith(_INDENT):
            self.meter.spend(_CODE)
        if self.has_tables and "|" in block:
            self.meter.spend(_table_steps(block))
        return False


class _DepthLimit(Treeprocessor):
    """Keeps those that follow from recursing too deeply."""

    def run(self, root: Element) -> None:
        level = [root]
        for _ in range(MOST_NESTED_TAGS):
            level = [child for element in level for child in element]
            if not level:
                return
        raise TooHardError


def _count_matches(pattern: InlineProcessor, walk: InlineTreeprocessor, meter: Meter) -> None:
    """Has ``pattern`` count the copies of the text that its matches bring about."""
    handle_match = pattern.handleMatch

    def counted(m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:
        if len(walk.ancestors) > MOST_NESTED_TAGS:
            raise TooHardError
        made = handle_match(m, data)
        meter.spend(1 if made[0] is None else 1 + len(data) // _COPIED)
        return made

    pattern.handleMatch = counted  # type: ignore[method-assign]
    if isinstance(pattern, LinkInlineProcessor):
        for name in ("getText", "getLink"):
            setattr(pattern, name, _counted_walk(getattr(pattern, name), meter))


def _counted_walk(walk: Callable[[str, int], Any], meter: Meter) -> Callable[[str, int], Any]:
    """A walk to a closing bracket, counted; last in its result are where it ended and whether."""

    def counted(data: str, index: int) -> Any:
        result = walk(data, index)
        meter.spend(result[-2] - index)
        return result

    return counted


def _fence_steps(text: str) -> int:
    """Of a fence that nothing closes, the parser looks for the end throughout the text."""
    fences = list(_FENCE.finditer(text))
    last = {found[1]: found.start() for found in fences if not found[2]}
    unclosed = (found for found in fences if found.start() >= last.get(found[1], 0))
    searched = sum(len(text) - found.start() for found in unclosed)
    return searched // _SEARCHED + _CODE * len(fences)


def _tag_steps(text: str) -> int:
    """A tag is looked at up to its end; a comment with each tag of its block that may be open."""
    comments = sum(
        block.count("<!--") * block.count("<") * len(block) for block in text.split("\n\n")
    )
    return _lengths(_TAG_EDGE, text) + comments // _COPIED


def _footnote_steps(text: str) -> int:
    return _lengths(_FOOTNOTE_EDGE, text) // _SKIPPED


def _contents_steps(text: str) -> int:
    """At each place for the table of contents, all headings are listed."""
    return 10 * text.count("[TOC]") * text.count("\n")


def _lengths(edge: re.Pattern[str], text: str) -> int:
    """How many characters are walked over again, between opening edges and what closes them."""
    total = 0
    opened: list[int] = []
    for found in edge.finditer(f"{text}>]"):
        if found[0] in _CLOSING:
            total += sum(found.start() - start for start in opened[1:])
            opened.clear()
        else:
            opened.append(found.start())
    return total


def _attribute_list_steps(text: str) -> int:
    """Each ``{`` is looked at up to the end of its line."""
    return sum(line.count("{") * len(line) for line in text.split("\n")) // _SKIPPED


def _table_steps(block: str) -> int:
    """Each row has as many cells as the head; each code span is paired with all that follow it."""
    head, _, rows = block.partition("\n")
    pairs = sum(line.count("`") ** 2 for line in block.split("\n"))
    return head.count("|") * rows.count("\n") * 10 + pairs // 10
