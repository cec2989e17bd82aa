"""Estimates the steps that Python-Markdown takes for a text.

The estimates cover loops inside regular expressions and preprocessors. Each is for the worst case,
and small for ordinary Markdown. ``sitegen.markdown.limits`` defines a step.
"""

import re
from collections import Counter

SEARCHED = 8
"""Characters per step of a regular expression search."""
COPIED = 256
"""Characters per step of a copy."""
_SKIPPED = 20
"""Characters per step of a regular expression that skips to a bracket."""
_OPEN_TAGS = 4
"""Open tags per step of a search for the one that matches a closing tag."""
LINE = 20
"""Steps to find the containers of a line."""
_FENCE = 300
"""Steps per fence: half the minimum that Pygments needs for a code block."""
_FENCE_LINE = re.compile(r"^[^`~\n]*+(?:```|~~~)", re.MULTILINE)
_MANY_SPACES = re.compile(" {64,}")
_TAG_EDGE = re.compile(r"<(?=[A-Za-z/!?])|>")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)")
_FOOTNOTE_EDGE = re.compile(r"\[\^|\]")
_CLOSING = (">", "]")


def steps_for_spaces(text: str) -> int:
    """Estimates the patterns that search from each space of a run to its end."""
    return sum(len(found[0]) ** 2 for found in _MANY_SPACES.finditer(text)) // SEARCHED


def steps_for_fences(text: str) -> int:
    """Estimates finding the containers of each line and highlighting code, if there are fences."""
    fences = len(_FENCE_LINE.findall(text))
    return LINE * text.count("\n") + _FENCE * fences if fences else 0


def steps_for_tags(text: str) -> int:
    """Estimates scanning each tag to its end, and searching the open tags for a closing tag.

    A comment is scanned once for each tag of its block that may be open.
    """
    comments = sum(
        block.count("<!--") * block.count("<") * len(block) for block in text.split("\n\n")
    )
    copies = (text.count("</") + text.count("<!--") + text.count("markdown")) * len(text)
    return _lengths(_TAG_EDGE, text) + (comments + copies // 4) // COPIED + _open_tags(text)


def _open_tags(text: str) -> int:
    """Estimates searching the open tags; Markdown inside HTML also searches for opening tags."""
    holds_markdown = "markdown" in text
    steps = 0
    open_tags: list[str] = []
    counts: Counter[str] = Counter()
    for found in _TAG.finditer(text):
        name = found[2].lower()
        if not found[1]:
            steps += holds_markdown * len(open_tags)
            open_tags.append(name)
            counts[name] += 1
            continue
        steps += len(open_tags)
        last = ""
        while counts[name] and last != name:
            last = open_tags.pop()
            counts[last] -= 1
    return steps // _OPEN_TAGS


def steps_for_footnotes(text: str) -> int:
    """Estimates searching for the end of each footnote reference."""
    return _lengths(_FOOTNOTE_EDGE, text) // _SKIPPED


def steps_for_contents(text: str) -> int:
    """Estimates listing all headings at each ``[TOC]``."""
    return 10 * text.count("[TOC]") * text.count("\n")


def steps_for_attribute_lists(text: str) -> int:
    """Estimates scanning from each ``{`` to the end of its line."""
    return sum(line.count("{") * len(line) for line in text.split("\n")) // _SKIPPED


def steps_for_block(block: str) -> int:
    """Estimates searching a block with all processors, and rejoining its lines in lists."""
    lines = block.count("\n")
    steps = (len(block) + 1) // SEARCHED + 1 + lines * len(block) // (8 * COPIED)
    if "]:" in block:
        steps += _definition_steps(block)
    if "*[" in block:
        steps += block.count("\n*[") * len(block) // _SKIPPED
    return steps


def _definition_steps(block: str) -> int:
    """Estimates searching for a quoted title from each character of a URL."""
    quoted = sum((line.count('"') + line.count("'")) * len(line) for line in block.split("\n"))
    return quoted // SEARCHED + block.count("\n[^") * len(block) // _SKIPPED


def steps_for_table(block: str) -> int:
    """Estimates filling rows to the width of the header, and pairing the code spans of a line."""
    head, _, rows = block.partition("\n")
    pairs = sum(line.count("`") * (line.count("`") + line.count("|")) for line in block.split("\n"))
    return head.count("|") * rows.count("\n") * 10 + pairs // 10


def _lengths(edge: re.Pattern[str], text: str) -> int:
    """Counts the characters scanned more than once between opening and closing edges."""
    total = 0
    opened: list[int] = []
    for found in edge.finditer(f"{text}>]"):
        if found[0] in _CLOSING:
            total += sum(found.start() - start for start in opened[1:])
            opened.clear()
        else:
            opened.append(found.start())
    return total
