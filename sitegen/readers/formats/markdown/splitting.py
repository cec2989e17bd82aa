"""Splits a Markdown text into its items."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.readers.formats.markdown.evidence import is_address
from sitegen.readers.formats.markdown.groups import without_groups
from sitegen.readers.formats.markdown.lines import TextLine, read_lines
from sitegen.readers.formats.markdown.links import read_lead, read_titled
from sitegen.readers.formats.markdown.notes import note_starts
from sitegen.readers.formats.markdown.parts import Part, find_headers, join_headless, split_parts
from sitegen.readers.formats.markdown.structure import (
    Structure,
    find_structure,
    has_bold_lead,
    opens_with_link,
    rules_separate,
)
from sitegen.readers.markdown.fields import title_of
from sitegen.readers.markdown.header import split_header
from sitegen.readers.text.separators import SEPARATOR, is_explicit, opens_with_stamp

_NEARLY_ALL = 0.75
"""The least share of items with a link in a list where each item is a post, also without one."""
_CONFIDENCE = {"bold": 0.8, "stamp": 0.95, "double": 0.9, "blank": 0.4, "one": 1.0}


class Item(NamedTuple):
    """The lines of one document."""

    start: int
    """From 0."""
    stop: int
    fields: Mapping[str, object]
    """The values of a header before it, or before the whole text."""
    is_link: bool
    """Whether it is about the link that it starts with."""
    confidence: float
    has_own_fields: bool = False
    """Whether the header is that of this item, and not of the whole text."""
    is_plain: bool = False
    """Whether it is no Markdown, but plain text."""
    group: str = ""
    """The words of the heading above the list of links, or the issue, that it is in."""


def split_items(texts: Sequence[str]) -> list[Item]:
    """The items of a text, by what the whole of it suggests."""
    first, fields = _skip_header(texts)
    lines = read_lines(texts)
    explicit = is_explicit(texts)
    rules = [n for n in range(first, len(lines)) if _is_rule(lines[n], explicit=explicit)]
    headers = [n + first for n in find_headers(lines[first:])]
    rules = headers or rules
    if headers or (
        rules and (explicit or rules_separate(lines[first:], [n - first for n in rules]))
    ):
        parts = split_parts(texts[first:], [n - first for n in rules])
        parts = [p._replace(start=p.start + first, stop=p.stop + first) for p in parts]
        is_shared = bool(fields) and not headers and _has_heading(parts, lines, fields)
        if is_shared and not any(part.has_header for part in parts):
            parts = [part._replace(fields=fields) for part in parts]
        elif fields and parts and not parts[0].has_header:
            parts[0] = parts[0]._replace(fields=fields, has_header=True)
        parts = parts if explicit else join_headless(parts)
    else:
        parts = [Part(first, len(lines), fields, has_header=bool(fields))]
        rules = []
    if explicit:
        return [_item(part, lines) for part in parts]
    structure, lines = _structure_of(lines, first)
    if len(parts) > 2 and not parts[0].fields and _is_title_alone(parts[0], lines):
        del parts[0]
    found = (list(_split_part(part, lines, structure, is_separated=bool(rules))) for part in parts)
    return [
        item._replace(has_own_fields=bool(item.fields) and len(items) == 1 and part.has_header)
        for part, items in zip(parts, found, strict=True)
        for item in items
    ]


def _structure_of(lines: list[TextLine], first: int) -> tuple[Structure, list[TextLine]]:
    """The structure of a text from a line on, and the lines; of a list of links, without groups."""
    listed = [*lines[:first], *without_groups(lines[first:])]
    structure = find_structure(listed[first:])
    if structure.links == "items" and structure.item_level is None:
        return structure, listed
    return find_structure(lines[first:]), lines


def _has_heading(
    parts: Sequence[Part], lines: Sequence[TextLine], fields: Mapping[str, object]
) -> bool:
    """Whether the first part begins with a title of its own, so that the header is that of all."""
    shown = (line for part in parts[:1] for line in lines[part.start : part.stop])
    first = next((line for line in shown if line.kind != "blank"), None)
    title = title_of(fields)
    return first is not None and first.kind == "heading" and first.words.strip() != title


def _is_title_alone(part: Part, lines: Sequence[TextLine]) -> bool:
    """Whether a part is the title of the whole text."""
    shown = [line for line in lines[part.start : part.stop] if line.kind != "blank"]
    return len(shown) == 1 and shown[0].kind == "heading" and shown[0].level == 1


def _skip_header(texts: Sequence[str]) -> tuple[int, Mapping[str, object]]:
    """The first line below the header of a text, and the values of that."""
    found = split_header("\n".join(texts))
    if not found.has_header:
        return 0, {}
    below = found.body.removeprefix("\n")  # the line end of the closing delimiter
    return len(texts) - below.count("\n") - 1, found.fields


def _is_rule(line: TextLine, *, explicit: bool) -> bool:
    return line.text == SEPARATOR if explicit else line.kind == "rule"


def _item(part: Part, lines: Sequence[TextLine]) -> Item:
    """A document between two separators; one item of a list is about its link."""
    content = [line for line in lines[part.start : part.stop] if line.kind != "blank"]
    tops = [line for line in content if line.kind == "item" and not line.level]
    is_link = len(tops) == 1 and content[0] is tops[0]
    is_plain = part.fields.get("format") == "text"
    return Item(part.start, part.stop, part.fields, is_link, 1.0, part.has_header, is_plain)


def _split_part(
    part: Part, lines: Sequence[TextLine], structure: Structure, *, is_separated: bool
) -> Iterator[Item]:
    own = structure
    if is_separated or part.has_header:
        own = find_structure(lines[part.start : part.stop])
        if not own.links and not _is_collection(lines[part.start : part.stop], own):
            yield Item(part.start, part.stop, part.fields, is_link=False, confidence=1.0)
            return
    starts = [part.start, *_starts(part, lines, own)]
    group = ""
    for start, stop in zip(starts, [*starts[1:], part.stop], strict=True):
        body = [line for line in lines[start:stop] if line.kind != "blank"]
        group = body[0].words if body and _is_above_items(body[0], own) else group
        if not body or _is_group(body, own):
            heads = [line.words for line in body if line.kind == "heading"]
            group = heads[-1] if own.links and heads else group
            continue
        is_link = bool(own.links) and _opens_link(body[0], lines, start, stop, own)
        confidence = (
            1.0 if own.item_level is not None else 0.95 if own.links else _CONFIDENCE[own.blocks]
        )
        is_in_group = is_link or own.item_level is not None
        yield Item(
            start, stop, part.fields, is_link, confidence, group=group if is_in_group else ""
        )


def _is_above_items(line: TextLine, structure: Structure) -> bool:
    """Whether a line is the heading of a group of items, such as an issue."""
    level = structure.item_level
    return line.kind == "heading" and level is not None and line.level < level


def _is_group(lines: Sequence[TextLine], structure: Structure) -> bool:
    """Whether there are only headings above a group of items, or rules."""
    if not all(line.kind in ("heading", "rule") for line in lines):
        return False
    level = structure.item_level
    return not any(
        line.kind == "heading"
        and (
            read_lead(line.words, is_item=False) is not None
            or (line.level == level and not structure.links)
        )
        for line in lines
    )


def _is_collection(lines: Sequence[TextLine], structure: Structure) -> bool:
    """Whether a part of a text has several items under headings."""
    level = structure.item_level
    return (
        level is not None
        and sum(line.kind == "heading" and line.level == level for line in lines) > 1
    )


def _starts(part: Part, lines: Sequence[TextLine], structure: Structure) -> list[int]:
    """The lines on which items begin, except the first."""
    numbers = range(part.start + 1, part.stop)
    level = structure.item_level
    heads = (n for n in numbers if lines[n].kind == "heading")
    starts = {
        n for n in heads if structure.links or (level is not None and lines[n].level <= level)
    }
    if structure.links == "items":
        starts |= _item_starts(part, lines)
        starts |= {n for n in numbers if lines[n].kind == "text" and _is_after_list(lines, n)}
    elif structure.links == "lines":
        starts |= {n for n in numbers if _is_link_line(lines[n])}
    elif structure.links == "addresses":
        starts |= {n for n in numbers if is_address(lines[n].text)}
    elif structure.links == "blocks":
        starts |= {n for n in numbers if _is_block(lines, n)}
    elif structure.links == "paragraphs":
        starts |= {
            n
            for n in numbers
            if _is_block(lines, n) and opens_with_link(_block(lines, n, part.stop))
        }
    elif level is None:
        starts |= set(_block_starts(part, lines, structure))
    return sorted(starts)


def _item_starts(part: Part, lines: Sequence[TextLine]) -> set[int]:
    """The lines with an item of a list of links, also one without a link if nearly all have one."""
    numbers = range(part.start, part.stop)
    items = {n for n in numbers if lines[n].kind == "item" and not lines[n].level}
    linked = {n for n in items if _is_link_item(lines[n])}
    return (items if len(linked) >= _NEARLY_ALL * len(items) else linked) - {part.start}


def _is_link_item(line: TextLine) -> bool:
    return line.kind == "item" and not line.level and read_lead(line.text, is_item=True) is not None


def _is_link_line(line: TextLine) -> bool:
    return line.kind == "text" and read_lead(line.text, is_item=True) is not None


def _is_after_list(lines: Sequence[TextLine], number: int) -> bool:
    """Whether a paragraph follows a list, and is no part of its last item, nor below a heading."""
    if not _is_block(lines, number) or lines[number].text.startswith((" ", "\t")):
        return False
    above = next(
        (line for line in (lines[n] for n in range(number - 1, -1, -1)) if line.kind != "blank"),
        None,
    )
    return above is None or above.kind != "heading"


def _is_block(lines: Sequence[TextLine], number: int) -> bool:
    """Whether a paragraph begins on a line."""
    kinds = ("blank", "heading", "rule")
    return lines[number].kind not in kinds and lines[number - 1].kind in kinds


def _block(lines: Sequence[TextLine], number: int, stop: int) -> str:
    end = next((n for n in range(number, stop) if lines[n].kind == "blank"), stop)
    return "\n".join(line.text for line in lines[number:end])


def _opens_link(
    line: TextLine, lines: Sequence[TextLine], start: int, stop: int, structure: Structure
) -> bool:
    if structure.links == "titles":
        shown = [each.text for each in lines[start:stop] if each.kind != "rule"]
        return read_titled("\n".join(shown).lstrip("\n")) is not None
    if structure.links == "items":
        return _is_link_item(line)
    if structure.links == "lines":
        return _is_link_line(line)
    if structure.links == "addresses":
        return is_address(line.text)
    if structure.links == "blocks":
        return line.kind == "text"
    first = next(n for n in range(start, stop) if lines[n].kind != "blank")
    return opens_with_link(_block(lines, first, stop))


def _block_starts(part: Part, lines: Sequence[TextLine], structure: Structure) -> Iterator[int]:
    """The paragraphs that begin a document, in a text without headings."""
    if structure.blocks == "blank":
        yield from note_starts(lines, part.start, part.stop)
        return
    for number in range(part.start + 1, part.stop):
        if not _is_block(lines, number):
            continue
        text = lines[number].text
        match structure.blocks:
            case "bold":
                begins = has_bold_lead(text)
            case "stamp":
                begins = opens_with_stamp(text)
            case "double":
                begins = number > 1 and lines[number - 2].kind == "blank"
            case _:
                begins = False
        if begins:
            yield number
