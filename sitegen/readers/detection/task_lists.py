"""Lists of tasks, which are their owner's alone.

A text is one if all of its lines are tasks, what is indented below them, and short lines between
them, such as headings. A text with a paragraph besides is one that its author may publish.

The forms: boxes of Markdown, with or without a bullet where they are signs; states of Org mode and
Logseq; TaskPaper (https://guide.taskpaper.com); todo.txt (https://github.com/todotxt/todo.txt).
"""

import re
from collections import Counter
from collections.abc import Sequence

from sitegen.readers.detection.file_head import FileHead

_MOST_LINES = 1000
_LONGEST_LABEL = 40
_STATES = "TODO|DONE|DOING|NEXT|LATER|NOW|STARTED|WAITING|HOLD|CANCELL?ED"
_HEADER = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(?P<fields>(?:[^\n]*\n)*?)\1[ \t]*(?:\n|\Z)")
_PUBLISHED = re.compile(
    r"(?im)^[\"']?(?:layout|permalink|slug|categories|draft|published?|dg-publish)[\"']?\s*[:=]"
)
"""What says that a text is part of a website, where a list to tick is one to read."""
_BOX = re.compile(r"[ \t]*(?:[-*+•]|\d+[.)])[ \t]+\[[ \w/<>!?*~-]?\](?:[ \t]|$)")
_TASK = re.compile(
    rf"[ \t]*(?:(?:[-+•]|\*+)[ \t]+)?(?:[☐☑☒⬜][ \t]|(?<=[*+-][ \t])(?:{_STATES})[ \t])"
    r"|[ \t]*-[ \t].*[ \t]@(?:done|due|start|today|flag|defer|priority)\b"
)
_ORG_DETAIL = re.compile(r"[ \t]*(?:(?:SCHEDULED|DEADLINE|CLOSED):|:[\w-]+:|#\+\w+:)")
_ITEM = re.compile(r"(?:[-*+•]|\d+[.)])[ \t]")
_LABEL = re.compile(r"#{1,6}[ \t]|.*:$|[-=_*]{3,}$")
_SENTENCE_END = (".", "!", "?", "…")
_TODO_TXT = re.compile(r"(?P<done>x )|(?P<first>\([A-Z]\) )|.*\s(?:\+[^\W\d]|due:\d{4}-)")
_DATED = re.compile(r"(?m)^x \d{4}-\d\d-\d\d |\sdue:\d{4}-\d\d-\d\d")
_FEWEST = 2


def is_task_list(file: FileHead) -> bool:
    """Whether a file is a text of tasks alone."""
    return holds_only_tasks(file.text)


def holds_only_tasks(text: str) -> bool:
    """Whether a text holds tasks alone."""
    text = text.replace("\r\n", "\n")
    if header := _HEADER.match(text):
        if _PUBLISHED.search(header["fields"]):
            return False
        text = text[header.end() :]
    lines = [line.rstrip() for line in text.split("\n", _MOST_LINES)[:_MOST_LINES] if line.strip()]
    return bool(lines) and (_are_tasks(lines) or _is_todo_txt(lines))


def _are_tasks(lines: Sequence[str]) -> bool:
    counts = Counter(map(_kind_of, lines))
    tasks = counts["box"] + counts["task"]
    is_enough = counts["box"] > 0 or tasks >= _FEWEST
    return is_enough and not counts["text"] and counts["item"] + counts["label"] <= tasks + 1


def _kind_of(line: str) -> str:
    if _BOX.match(line):
        return "box"
    if _TASK.match(line):
        return "task"
    if line[0] in " \t" or _ORG_DETAIL.match(line):
        return "detail"
    if _ITEM.match(line):
        return "item"
    is_short = len(line) <= _LONGEST_LABEL and not line.endswith(_SENTENCE_END)
    return "label" if is_short or _LABEL.match(line) else "text"


def _is_todo_txt(lines: Sequence[str]) -> bool:
    found = [_TODO_TXT.match(line) for line in lines]
    if len(lines) < _FEWEST or not all(found) or lines[0].endswith(_SENTENCE_END):
        return False
    has_done, has_first = (any(f and f[name] for f in found) for name in ("done", "first"))
    return bool(_DATED.search("\n".join(lines))) or (has_done and has_first)
