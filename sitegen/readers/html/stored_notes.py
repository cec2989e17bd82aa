"""The footnotes of WordPress posts, which are stored apart from the text."""

import json
from collections.abc import Iterable
from html import escape
from typing import NamedTuple


class Note(NamedTuple):
    """A footnote, to which a link in the text leads by its id."""

    id: str
    html: str


def parse_notes(field: str) -> tuple[Note, ...]:
    """The footnotes of the block editor: its custom field ``footnotes``, a list in JSON."""
    try:
        notes = json.loads(field) if field.strip() else []
    except (ValueError, RecursionError):
        return ()
    pairs = ((n.get("id"), n.get("content")) for n in notes if isinstance(n, dict))
    return tuple(Note(i, html) for i, html in pairs if isinstance(i, str) and isinstance(html, str))


def reference_html(id_: str, number: int) -> str:
    """The reference of a footnote in the text."""
    return f'<sup><a href="#{escape(id_)}">{number}</a></sup>'


def notes_html(notes: Iterable[Note]) -> str:
    """The list of footnotes below a text."""
    items = "".join(f'<li id="{escape(note.id)}">{note.html}</li>' for note in notes)
    return f"\n\n<ol>{items}</ol>" if items else ""
