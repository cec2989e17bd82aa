"""Converts HTML to Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.hypertext import read_events
from sitegen.readers.html.blocks import (
    Block,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    write_blocks,
    write_note,
)
from sitegen.readers.html.building import Builder, LocalLinks
from sitegen.readers.html.code_shortcodes import mark_shown_code
from sitegen.readers.html.containers import Depths
from sitegen.readers.html.models import HtmlText
from sitegen.readers.html.scripts import write_script
from sitegen.readers.html.simple import simple_markdown

_DEPTHS = Depths()
_TITLES_OF_NOTES = frozenset({"endnotes", "footnotes", "notes"})


def html_to_markdown(
    html: str,
    *,
    base: str | None = None,
    depths: Depths = _DEPTHS,
    local_links: LocalLinks = "from root",
) -> HtmlText:
    """The Markdown of some HTML, which sitegen shows as a browser shows the HTML.

    Takes linear time, and never fails.

    Args:
        html: a page, or a part of one.
        base: the address that others are relative to.
        depths: how deep lists, quotations and tables may nest.
        local_links: which links without the address of a website stay; of others, only the words.
    """
    if (simple := simple_markdown(html)) is not None:
        return HtmlText(simple)
    builder = Builder(
        list(read_events(mark_shown_code(html))), base, depths, local_links=local_links
    )
    blocks = builder.build()
    notes = builder.containers.notes
    labels = {label for label in builder.outline.labels.values() if notes.get(label)}
    words = builder.outline.words
    if labels:
        _drop_title_of_notes(blocks)
    for paragraph in _paragraphs([*blocks, *(b for label in labels for b in notes[label])]):
        if any(piece.kind == "note" and piece.text not in labels for piece in paragraph.pieces):
            paragraph.pieces = [
                piece._replace(kind="text", text=write_script(words[piece.text], "sup"))
                if piece.kind == "note" and piece.text not in labels
                else piece
                for piece in paragraph.pieces
            ]
    written = [write_blocks(blocks)] if blocks else []
    written += [
        write_note(label, _without_mark(notes[label], words[label]))
        for label in builder.outline.labels.values()
        if label in labels
    ]
    return HtmlText("\n\n".join(written), tuple(builder.media.images), tuple(builder.lost))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs within blocks at any depth."""
    left = list(reversed(blocks))
    while left:
        match left.pop():
            case Paragraph() as paragraph:
                yield paragraph
            case Quote(children=children):
                left += reversed(children)
            case List(items=items):
                left += [child for item in reversed(items) for child in reversed(item.children)]
            case Table(rows=rows):
                yield from (cell for row in rows for cell in row if cell)


def _drop_title_of_notes(blocks: list[Block]) -> None:
    """Drops a rule and a title at the end, which announced the footnotes."""
    while blocks:
        last = blocks[-1]
        is_title = isinstance(last, Paragraph) and last.level > 0 and _is_title_of_notes(last)
        if not is_title and not isinstance(last, Rule):
            return
        blocks.pop()


def _is_title_of_notes(heading: Paragraph) -> bool:
    words = "".join(piece.text for piece in heading.pieces)
    return words.strip(" :").lower() in _TITLES_OF_NOTES


def _without_mark(blocks: Sequence[Block], mark: str) -> Sequence[Block]:
    """The footnote without the mark at its beginning, such as ``1.`` or ``[1]``."""
    first = blocks[0]
    if not isinstance(first, Paragraph) or not first.pieces or first.pieces[0].kind != "text":
        return blocks
    text = first.pieces[0].text.lstrip()
    bare = text.lstrip("[(")
    if not mark or not bare.startswith(mark):
        return blocks
    rest = bare.removeprefix(mark).lstrip("])").lstrip(".:")
    if rest[:1].isalnum() and len(first.pieces[0].text.strip()) != len(mark):
        return blocks
    pieces = [first.pieces[0]._replace(text=rest.lstrip()), *first.pieces[1:]]
    if not pieces[0].text:
        pieces.pop(0)
        if pieces and pieces[0].kind == "text":
            pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip(" .:])"))
    return [replace(first, pieces=pieces), *blocks[1:]]
