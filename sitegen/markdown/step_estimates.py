"""How many steps Python-Markdown will take with a text, told from what the text holds.

For the loops that its expressions and preprocessors hide. Each estimate is for the worst that the
signs allow, and small for ordinary Markdown. A step is the one of ``sitegen.markdown.limits``.
"""

import re
from collections import Counter

SEARCHED = 8
"""Characters for a step, where an expression searches a text."""
COPIED = 256
"""Characters for a step, where a text is copied."""
_SKIPPED = 20
"""Characters for a step, where an expression skips to a bracket."""
_OPEN_TAGS = 4
"""Tags for a step, among which the one is looked for that a closing tag ends."""
LINE = 20
"""Steps for a line that is read to see which containers it stands in."""
_FENCE = 300
"""Steps for a fence: half of what Pygments takes for a block of code, however short."""
_FENCE_LINE = re.compile(r"^[^`~\n]*+(?:```|~~~)", re.MULTILINE)
_MANY_SPACES = re.compile(" {64,}")
_TAG_EDGE = re.compile(r"<(?=[A-Za-z/!?])|>")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)")
_FOOTNOTE_EDGE = re.compile(r"\[\^|\]")
_CLOSING = (">", "]")


def steps_for_spaces(text: str) -> int:
    """From each of many spaces, some expressions look for the last."""
    return sum(len(found[0]) ** 2 for found in _MANY_SPACES.finditer(text)) // SEARCHED


def steps_for_fences(text: str) -> int:
    """Where a text has fences, each line is read to see what it stands in, and code is coloured."""
    fences = len(_FENCE_LINE.findall(text))
    return LINE * text.count("\n") + _FENCE * fences if fences else 0


def steps_for_tags(text: str) -> int:
    """A tag is looked at up to its end, and its closing tag looked for among all that are open.

    A comment is looked at with each tag of its block that may be open.
    """
    comments = sum(
        block.count("<!--") * block.count("<") * len(block) for block in text.split("\n\n")
    )
    copies = (text.count("</") + text.count("<!--") + text.count("markdown")) * len(text)
    return _lengths(_TAG_EDGE, text) + (comments + copies // 4) // COPIED + _open_tags(text)


def _open_tags(text: str) -> int:
    """Markdown within HTML has each opening tag looked for, too."""
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
    """The end of each reference to a note is looked for."""
    return _lengths(_FOOTNOTE_EDGE, text) // _SKIPPED


def steps_for_contents(text: str) -> int:
    """At each place for the table of contents, all headings are listed."""
    return 10 * text.count("[TOC]") * text.count("\n")


def steps_for_attribute_lists(text: str) -> int:
    """Each ``{`` is looked at up to the end of its line."""
    return sum(line.count("{") * len(line) for line in text.split("\n")) // _SKIPPED


def steps_for_block(block: str) -> int:
    """Each block is searched by all processors, and put together again line by line in lists."""
    lines = block.count("\n")
    steps = (len(block) + 1) // SEARCHED + 1 + lines * len(block) // (8 * COPIED)
    if "]:" in block:
        steps += _definition_steps(block)
    if "*[" in block:
        steps += block.count("\n*[") * len(block) // _SKIPPED
    return steps


def _definition_steps(block: str) -> int:
    """From each character of an address, a title in quotes is looked for up to the line's end."""
    quoted = sum((line.count('"') + line.count("'")) * len(line) for line in block.split("\n"))
    return quoted // SEARCHED + block.count("\n[^") * len(block) // _SKIPPED


def steps_for_table(block: str) -> int:
    """Each row has as many cells as the head; each code span is paired with all that follow it."""
    head, _, rows = block.partition("\n")
    pairs = sum(line.count("`") * (line.count("`") + line.count("|")) for line in block.split("\n"))
    return head.count("|") * rows.count("\n") * 10 + pairs // 10


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
