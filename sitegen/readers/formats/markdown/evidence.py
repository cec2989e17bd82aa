"""Decides whether a text is Markdown, by the marks in all of it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sitegen.readers.formats.markdown.heading_dates import date_beside
from sitegen.readers.formats.markdown.lines import TextLine, read_lines
from sitegen.readers.formats.markdown.links import read_lead
from sitegen.readers.formats.markdown.parts import is_header
from sitegen.readers.text.lines import split_lines

NAMES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx")
"""How the names of files of Markdown end."""
_MARKS = (
    (1.0, re.compile(r"!?\[[^\[\]\n]+\]\((?:<?https?://|[./#\w-]+\.\w+|/)[^()\s]*")),
    (1.0, re.compile(r"(?<![\w*])\*\*(?=\S)[^*\n]+?(?<=\S)\*\*(?![\w*])")),
    (0.8, re.compile(r"(?<![\w_])__(?=\S)[^_\n]+?(?<=\S)__(?![\w_])")),
    (1.0, re.compile(r"\[\^[\w-]+\]|^\[[^\]\n]+\]:\s+https?://|!?\[\[[^\[\]\n]+\]\]")),
    (0.4, re.compile(r"(?<![\w`])`[^`\n]+`(?![\w`])")),
    (0.3, re.compile(r"(?<![\w*_])(\*|_)(?=[^\s*_])[^*_\n]+?(?<=[^\s*_])\1(?![\w*_])")),
    (0.8, re.compile(r"^<https?://[^<>\s]+>")),
)
_KINDS = {"heading": 1.5, "quote": 0.5, "table": 0.7, "code": 0.3, "item": 0.15, "rule": 0.3}
_SURE = 1.0
"""The least weight of a mark that plain texts hardly have by chance."""
_FEWEST_SURE = 2
_LEAST = 0.14
"""The least weight of all marks for each line that is not blank."""
_LEAST_IN_MD = 0.04
"""The same for a file that is called Markdown by its name."""
_ADDRESS = re.compile(r"https?://")
_LINK_SHARE = 0.75
_LINE_SHARE = 0.9
_TITLE_SHARE = 0.6
_FEWEST_LINKS = 3


def is_markdown(text: str, *, is_named_so: bool = False) -> bool:
    """Whether a text is Markdown, or a list of links; the name of its file may say so."""
    if is_header(text):
        return True
    lines = read_lines(split_lines(text))
    weight, sure, count = _weigh(lines)
    if not count:
        return False
    if sure >= (1 if is_named_so else _FEWEST_SURE):
        return weight >= (_LEAST_IN_MD if is_named_so else _LEAST) * count
    return is_list_of_links(lines)


def is_list_of_links(lines: Sequence[TextLine]) -> bool:
    """Whether nearly all items or paragraphs of a text start with a title and its address."""
    if any(
        test(lines) for test in (are_lines_links, are_addresses_above_comments, are_blocks_links)
    ):
        return True
    items = [line for line in lines if line.kind == "item" and not line.level]
    if len(items) >= _FEWEST_LINKS:
        texts = sum(line.kind == "text" and not line.text.startswith((" ", "\t")) for line in lines)
        leads = sum(read_lead(line.text, is_item=True) is not None for line in items)
        return leads >= _LINK_SHARE * (len(items) + texts)
    blocks = blocks_of(lines)
    leads = sum(_opens_with_address_below(block) for block in blocks)
    comments = sum(_opens_with_address_below(block) and block.count("\n") > 1 for block in blocks)
    return len(blocks) >= _FEWEST_LINKS and leads >= _LINK_SHARE * len(blocks) <= 2 * comments


def are_lines_links(lines: Sequence[TextLine]) -> bool:
    """Whether nearly each line of a text is an address, with a title before or words behind it."""
    texts = [line.text.strip() for line in lines if line.kind not in ("blank", "heading")]
    if any(line.kind == "item" for line in lines):
        return False
    if len(texts) < _FEWEST_LINKS:
        return len(texts) > 1 and all(map(is_address, texts))
    leads = sum(
        not text.startswith(("@", "RT ", "[", "*", "_"))
        and read_lead(text, is_item=True) is not None
        for text in texts
    )
    return leads >= _LINE_SHARE * len(texts)


def are_addresses_above_comments(lines: Sequence[TextLine]) -> bool:
    """Whether a text is addresses alone on their lines, with or without a comment below.

    Where blank lines do not tell them apart, each has a comment of one line: otherwise an address
    may as well belong to the words above it.
    """
    blocks = [block.split("\n") for block in blocks_of(lines)]
    are_lines = all(len(block) == 1 and not is_address(block[0]) for block in blocks[1::2])
    if blocks and (len(blocks) == 1 or are_lines):
        texts = [text for block in blocks for text in block]
        blocks = [texts[n : n + 2] for n in range(0, len(texts), 2)]
        if len(blocks[-1]) == 1:
            return False
    return len(blocks) >= _FEWEST_LINKS and all(
        is_address(first) and not any(map(is_address, rest)) for first, *rest in blocks
    )


def are_headings_titles(lines: Sequence[TextLine]) -> bool:
    """Whether most headings are titles of links: the one address alone is on the line below."""
    shown = [line for line in lines if line.kind != "blank"]
    heads = [number for number, line in enumerate(shown) if line.kind == "heading"]
    sections = [shown[start:stop] for start, stop in pairwise((*heads, len(shown)))]
    sections = [section for section in sections if len(section) > 1]
    titled = sum(
        is_address(first.text) and not date_beside(head.words) and not any(map(_is_link, rest))
        for head, first, *rest in sections
    )
    return titled >= max(_FEWEST_LINKS, _TITLE_SHARE * len(sections))


def _is_link(line: TextLine) -> bool:
    return line.kind == "text" and is_address(line.text)


def are_blocks_links(lines: Sequence[TextLine]) -> bool:
    """Whether each paragraph of a text opens with the one link that it has, most with an address.

    A title may be before an address, on the same line or above it, and words may be behind it.
    """
    blocks = blocks_of(lines)
    if len(blocks) < _FEWEST_LINKS or any(line.kind == "item" for line in lines):
        return False
    bare = sum(block.startswith(("http://", "https://")) for block in blocks)
    return 2 * bare >= len(blocks) and all(
        len(_ADDRESS.findall(block)) == 1 and read_lead(block, is_item=True) is not None
        for block in blocks
    )


def is_address(text: str) -> bool:
    """Whether an address is alone on a line."""
    lead = read_lead(text, is_item=True)
    return lead is not None and not lead.target.title and not lead.rest and "](" not in text


def blocks_of(lines: Sequence[TextLine]) -> list[str]:
    """The runs of lines between blank lines, without headings."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.kind in ("blank", "heading", "rule"):
            blocks.append([])
        else:
            blocks[-1].append(line.text)
    return ["\n".join(block) for block in blocks if block]


def _opens_with_address_below(block: str) -> bool:
    title = block.partition("\n")[0]
    return not title.startswith(("@", "http")) and read_lead(block, is_item=False) is not None


def _weigh(lines: Sequence[TextLine]) -> tuple[float, int, int]:
    """The weight of the marks, the number of sure ones, and that of lines."""
    weight, sure, count = 0.0, 0, 0
    for line in lines:
        if line.kind == "blank":
            continue
        count += 1
        weight += _KINDS.get(line.kind, 0.0)
        sure += line.kind == "heading"
        for value, mark in _MARKS if line.kind != "code" else ():
            found = len(mark.findall(line.text))
            weight += min(found, 2) * value
            sure += found if value >= _SURE else 0
    return weight, sure, count
