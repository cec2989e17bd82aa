"""Decides by what the items of a Markdown text begin: headings, links, bold words, blanks."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Literal, NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.formats.markdown.evidence import (
    are_addresses_above_comments,
    are_blocks_links,
    are_headings_titles,
    are_lines_links,
    blocks_of,
)
from sitegen.readers.formats.markdown.heading_dates import is_issue
from sitegen.readers.formats.markdown.lines import TextLine
from sitegen.readers.formats.markdown.links import read_lead
from sitegen.readers.text.separators import opens_with_stamp

LinkMode = Literal["", "titles", "items", "paragraphs", "lines", "addresses", "blocks"]
BlockMode = Literal["one", "bold", "stamp", "double", "blank"]

_MOSTLY, _NEARLY_ALL = 0.6, 0.8
_BOLD_LEAD = re.compile(r"\*\*[^*\n]{2,90}\*\*|__[^_\n]{2,90}__")
_BOLD_SHARE = 0.35
_FEWEST = 3
_SHARE_ALONE = 0.3
"""The least share of paragraphs that are only a link, if each begins an item."""
_MANY_SECTIONS, _SHORT_SECTION = 10, 900
_SOME_SECTIONS, _VERY_SHORT_SECTION = 5, 350
_SHORT_INTRODUCTION = 400
_LONGEST_SECTION = 15
"""The most paragraphs between two headings of an essay, on average."""
_ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+")
_WORD = re.compile(r"[^\W\d_]{6,}")
_NO_PARAGRAPH = re.compile(r"```|~~~|>|[-*+][ \t]|\d+[.)][ \t]|\||    |!\[")
_TO_HEADING = re.compile(r"[ \t]*\S+[ \t]+\[[^\]\n]*\]\(#")
"""An item of a table of contents."""
_EARLY_LINK = re.compile(r".{0,140}?(?:\]\(|https?://)", re.DOTALL)
_COHESIVE, _FEW_BLOCKS = 0.72, 12
_SHORTEST_PARAGRAPH, _SHORTEST_OF_FEW = 150, 100
"""The least mean length of the paragraphs of an essay, and of one of few paragraphs."""
_ESSAY_BLOCKS = 3
_MOST_BLOCKS = 25
"""The most paragraphs between two rules, on average, if these part documents other than essays."""
_WIDE_GAPS = 0.07
"""The least number of gaps of several blank lines for each of one, if they part documents."""
_COMMON = names_in(
    """
    about after again against always another because become before being believe better between
    change could different during either enough every everything first going having itself little
    making matter maybe might month never nothing number often other people perhaps place please
    point question rather really reason right second should since small something sometimes still
    thing things think those though thought through today together toward under until using usually
    where whether which while without world would years yourself actually almost already although
    around called course exactly example instead
    """
)


class Structure(NamedTuple):
    """By what the items of a text begin."""

    item_level: int | None = None
    """The level of the headings above items; those of higher rank stand above groups of items."""
    links: LinkMode = ""
    blocks: BlockMode = "one"
    """How a text without headings is split."""


def find_structure(lines: Sequence[TextLine]) -> Structure:
    """Decides by the whole of a text, without rules between its documents."""
    links = _link_mode(lines)
    level = None if links and not _has_linked_headings(lines) else _item_level(lines)
    return Structure(level, links, "one" if level is not None or links else _block_mode(lines))


def rules_separate(lines: Sequence[TextLine], rules: Sequence[int]) -> bool:
    """Whether rules stand between documents, rather than within them.

    A rule separates only where about one document is in each part.
    """
    bounds = [-1, *rules, len(lines)]
    parts = [lines[a + 1 : b] for a, b in pairwise(bounds)]
    parts = [part for part in parts if any(line.kind != "blank" for line in part)]
    if len(parts) < 2:
        return False
    level = _item_level(lines)
    heads = [line for line in lines if line.kind == "heading"]
    if level is None:
        blocks = blocks_of(lines)
        if len(blocks) > _MOST_BLOCKS * len(parts) and not _is_essay(blocks):
            return False
        return not heads or not _has_sections(lines, blocks)
    tops = [line for line in heads if line.level <= level]
    if len(tops) == 1 and _first(lines).kind == "heading":
        mean = sum(map(_length, parts)) / len(parts)
        are_many = len(parts) > _SOME_SECTIONS and len(heads) == 1
        return mean < _SHORT_SECTION and (are_many or _stands_above(parts, heads))
    opened = sum(_first(part) in tops for part in parts)
    return opened >= _NEARLY_ALL * len(tops)


def _stands_above(parts: Sequence[Sequence[TextLine]], heads: Sequence[TextLine]) -> bool:
    """Whether a title alone stands above parts that a heading of one level each begins."""
    title, *others = parts
    if len(others) < _FEWEST or any(line.kind not in ("heading", "blank") for line in title):
        return False
    below = min(head.level for head in heads[1:]) if len(heads) > 1 else 0
    return all(_first(part).kind == "heading" and _first(part).level == below for part in others)


def _first(lines: Sequence[TextLine]) -> TextLine:
    return next(line for line in lines if line.kind != "blank")


def _length(lines: Sequence[TextLine]) -> int:
    return sum(len(line.text) for line in lines)


def _has_linked_headings(lines: Sequence[TextLine]) -> bool:
    heads = [line for line in lines if line.kind == "heading"]
    return len(heads) > 1 and _share_of_leads(heads) >= _MOSTLY


def _share_of_leads(heads: Sequence[TextLine]) -> float:
    """The share of headings that are links or dates."""
    leads = sum(
        read_lead(head.words, is_item=False) is not None or opens_with_stamp(head.words)
        for head in heads
    )
    return leads / len(heads) if heads else 0.0


def _item_level(lines: Sequence[TextLine]) -> int | None:
    heads = [line for line in lines if line.kind == "heading"]
    if not heads or not _do_headings_lead(lines, heads):
        return None
    levels = sorted({head.level for head in heads})
    top = levels[0]
    if len(levels) == 1:
        return top
    tops = [head for head in heads if head.level == top]
    below = levels[1]
    for level in levels[1:]:
        minor = [head for head in heads if head.level == level]
        is_of_items = len(minor) > 1 and _share_of_leads(minor) >= _MOSTLY > _share_of_leads(tops)
        if is_of_items and _are_groups(lines, top, level):
            return level
    if len(tops) == 1 and _first(lines) is tops[0] and _are_sections_items(lines, below):
        return below
    return top


def _are_groups(lines: Sequence[TextLine], top: int, level: int) -> bool:
    """Whether most headings between two levels have only further headings below them."""
    shown = [line for line in lines if line.kind != "blank"]
    between = [
        after.kind == "heading"
        for line, after in pairwise(shown)
        if line.kind == "heading" and top < line.level < level
    ]
    return sum(between) >= _MOSTLY * len(between)


def _do_headings_lead(lines: Sequence[TextLine], heads: Sequence[TextLine]) -> bool:
    """Whether headings stand above items, and not only within some of them, or within an essay.

    A text that begins with words before its first heading is an essay with sections, unless the
    sections are linked, dated or many.
    """
    if _first(lines) is heads[0]:
        return True
    top = min(head.level for head in heads)
    tops = [head for head in heads if head.level == top]
    if _length(_sections(lines, top)[0]) > max(_SHORT_INTRODUCTION, 0.15 * _length(lines)):
        return False
    return len(tops) >= _FEWEST and (
        _share_of_leads(tops) >= _MOSTLY or _are_sections_items(lines, top)
    )


def _has_sections(lines: Sequence[TextLine], blocks: Sequence[str]) -> bool:
    """Whether headings are frequent enough for all of a text to be one essay with sections."""
    heads = sum(line.kind == "heading" for line in lines)
    return heads > 1 and len(blocks) <= _LONGEST_SECTION * (heads + 1)


def _are_sections_items(lines: Sequence[TextLine], level: int) -> bool:
    """Whether the sections below the only title are documents: they are issues, or short."""
    if _are_issues(lines, level):
        return True
    introduction, *sections = _sections(lines, level)
    lengths = [_length(section) for section in sections]
    if not lengths or _length(introduction) > _SHORT_INTRODUCTION:
        return False
    typical = median(lengths)
    return (len(lengths) >= _MANY_SECTIONS and typical < _SHORT_SECTION) or (
        len(lengths) >= _SOME_SECTIONS and typical < _VERY_SHORT_SECTION
    )


def _are_issues(lines: Sequence[TextLine], level: int) -> bool:
    """Whether the headings of a level are those of issues."""
    heads = [line.words for line in lines if line.kind == "heading" and line.level == level]
    return len(heads) > 1 and sum(map(is_issue, heads)) >= _NEARLY_ALL * len(heads)


def _sections(lines: Sequence[TextLine], level: int) -> list[list[TextLine]]:
    sections: list[list[TextLine]] = [[]]
    for line in lines:
        if line.kind == "heading" and line.level == level:
            sections.append([])
        sections[-1].append(line)
    return sections


def _link_mode(lines: Sequence[TextLine]) -> LinkMode:
    """Whether the text is a list of links with comments."""
    if are_headings_titles(lines):
        return "titles"
    if are_lines_links(lines):
        return "lines"
    if are_addresses_above_comments(lines):
        return "addresses"
    if are_blocks_links(lines):
        return "blocks"
    items = [
        line
        for line in lines
        if line.kind == "item" and not line.level and not _TO_HEADING.match(line.text)
    ]
    others = [
        line for line in lines if line.kind == "text" and not line.text.startswith((" ", "\t"))
    ]
    leads = sum(read_lead(line.text, is_item=True) is not None for line in items)
    if leads >= _FEWEST and leads >= _MOSTLY * (len(items) + len(others)):
        return "items"
    blocks = blocks_of(lines)
    opened = sum(opens_with_link(block) for block in blocks)
    alone = sum(_is_link_alone(block) for block in blocks)
    is_list = opened >= _MOSTLY * len(blocks) or (
        alone >= _SHARE_ALONE * len(blocks) and opens_with_link(blocks[0])
    )
    return "paragraphs" if is_list and opened >= _FEWEST else ""


def opens_with_link(block: str) -> bool:
    """Whether a paragraph is about the link at its start, which a sign or a line parts from it."""
    lead = read_lead(block, is_item=False)
    if lead is None:
        return False
    if lead.rest.startswith("\n"):
        return not lead.rest[1:].lstrip()[:1].islower()  # a sentence may go on there
    shown = block[: len(block) - len(lead.rest)].rstrip(" \t")
    return not lead.rest or shown.endswith(("\n", "-", "–", "—", ":", "|", "·", "•", "→"))


def _is_link_alone(block: str) -> bool:
    """Whether a paragraph is a link with a title, and nothing else."""
    lead = read_lead(block, is_item=False)
    return lead is not None and bool(lead.target.title) and not lead.rest.strip()


def _block_mode(lines: Sequence[TextLine]) -> BlockMode:
    blocks = blocks_of(lines)
    if len(blocks) < 2 or _has_sections(lines, blocks):
        return "one"
    bold = sum(_BOLD_LEAD.match(block) is not None for block in blocks)
    if bold >= _FEWEST and bold >= _BOLD_SHARE * len(blocks):
        return "bold"
    stamped = sum(opens_with_stamp(block.partition("\n")[0]) for block in blocks)
    if stamped >= _FEWEST and opens_with_stamp(blocks[0].partition("\n")[0]):
        return "stamp"
    gaps = _gaps(lines)
    wide = sum(gaps.values()) - gaps[1]
    if gaps[1] >= 2 and wide >= max(2, _WIDE_GAPS * gaps[1]):
        return "double"
    return "one" if _is_essay(blocks) else "blank"


def has_bold_lead(text: str) -> bool:
    """Whether a paragraph starts with bold words."""
    return _BOLD_LEAD.match(text) is not None


def _gaps(lines: Sequence[TextLine]) -> Counter[int]:
    """How often as many blank lines stand between two others."""
    gaps: Counter[int] = Counter()
    blanks = 0
    for line in lines:
        if line.kind == "blank":
            blanks += 1
        else:
            gaps[blanks] += blanks > 0
            blanks = 0
    return +gaps


def _is_essay(blocks: Sequence[str]) -> bool:
    """Whether the paragraphs of a text without headings are about one subject.

    They share words then that are not common. Measured on 139 essays of blogs, and on notes.
    """
    shown = [_ADDRESS.sub("", block) for block in blocks if not _NO_PARAGRAPH.match(block)]
    if len(shown) < _ESSAY_BLOCKS:
        return False
    mean = sum(map(len, shown)) / len(shown)
    linked = sum(_EARLY_LINK.match(block) is not None for block in blocks) / len(blocks)
    counts: Counter[str] = Counter()
    for block in shown:
        counts.update({word.lower() for word in _WORD.findall(block)} - _COMMON)
    shared = sum(count for _, count in counts.most_common(3)) / len(shown)
    if linked >= _MOSTLY:
        return shared >= 1 and mean >= _SHORTEST_PARAGRAPH
    if len(shown) < _FEW_BLOCKS:
        return mean >= _SHORTEST_OF_FEW
    return shared >= _COHESIVE and mean >= _SHORTEST_PARAGRAPH
