"""What rendering a text gives."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Flavour = Literal["post", "essay", "imported", "page", "own_post"]
"""``post`` and ``essay`` are for imported text, ``page`` and ``own_post`` for the site's own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a text."""

    level: int
    """2 to 6; the title of the page is level 1."""
    id: str
    """The fragment that links to it: ``#id``."""
    title: str
    """The title as plain text."""


class Rendered(NamedTuple):
    """A text rendered as HTML."""

    html: str
    text: str
    """The plain text of the HTML."""
    headings: tuple[Heading, ...] = ()
    is_verbatim: bool = False
    """Whether it exceeded the limits and is shown as plain text instead of Markdown."""
    excerpts: tuple[str, ...] = ()
    """The plain texts of its paragraphs and list items, and the first lines of its code.

    Empty if that is not known, or if it has other parts.
    """
