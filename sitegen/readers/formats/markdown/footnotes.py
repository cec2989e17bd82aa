"""Gives each item of a text the footnotes that it refers to, wherever the text has them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.readers.markdown.literals import mark_lines

_DEFINITION = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s]+)\]:")
_CODE = re.compile(r"`+[^`]*`+")
_USE = re.compile(r"\[\^([^\[\]\s]+)\](?!:)")
_INDENTS = ("    ", "\t")


class _Note(NamedTuple):
    """A footnote."""

    label: str
    start: int
    """Its first line, from 0."""
    stop: int


def find_footnotes(lines: Sequence[str]) -> dict[str, str]:
    """The text of each footnote, with its label before it, by its label.

    Those that several items have under one label, such as ``[^1]``, are left to these.
    """
    found = list(_notes_in(lines))
    labels = [note.label for note in found]
    return {
        note.label: "\n".join(lines[note.start : note.stop])
        for note in found
        if labels.count(note.label) == 1
    }


def with_footnotes(text: str, footnotes: Mapping[str, str]) -> str:
    """The text of an item with the footnotes that it refers to, and without those of others."""
    lines = text.split("\n")
    own = [note for note in _notes_in(lines) if note.label in footnotes]
    drop = {number for note in own for number in range(note.start, note.stop)}
    kept = [line for number, line in enumerate(lines) if number not in drop]
    used = list(_uses_in(kept))
    for label in used:  # grows: a footnote may refer to another
        used += (each for each in _uses_in([footnotes.get(label, "")]) if each not in used)
    if {note.label for note in own} == footnotes.keys() & set(used):
        return text
    body = "\n".join(kept).rstrip()
    return "\n\n".join([body, *(footnotes[label] for label in used if label in footnotes)])


def _notes_in(lines: Sequence[str]) -> Iterator[_Note]:
    """The footnotes of a text, each with the lines that belong to it."""
    marked = list(mark_lines("\n".join(lines)))
    number = 0
    while number < len(marked):
        is_code, line = marked[number]
        found = None if is_code else _DEFINITION.match(line)
        start, number = number, number + 1
        if found:
            number = _end_of_note(lines, number)
            yield _Note(found["label"], start, number)


def _end_of_note(lines: Sequence[str], number: int) -> int:
    """The line behind a footnote: its paragraph goes on, and indented ones follow."""
    end = number
    is_paragraph = True
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line.strip():
            is_paragraph = False
        elif line.startswith(_INDENTS) or (is_paragraph and not _DEFINITION.match(line)):
            end = number
        else:
            break
    return end


def _uses_in(lines: Sequence[str]) -> Iterator[str]:
    """The labels that lines refer to, each once, in order."""
    marked = mark_lines("\n".join(lines))
    shown = "\n".join(_CODE.sub("", line) for is_code, line in marked if not is_code)
    yield from dict.fromkeys(_USE.findall(shown))
