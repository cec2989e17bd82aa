"""The result of converting HTML to Markdown."""

from dataclasses import dataclass
from typing import NamedTuple


class Image(NamedTuple):
    """A picture, film or sound that the HTML shows."""

    address: str
    """Absolute if the HTML or its base says so, otherwise as written."""
    alt: str
    """Its alternative text; empty if it has none."""


@dataclass(frozen=True, slots=True)
class HtmlText:
    """HTML as Markdown."""

    markdown: str
    images: tuple[Image, ...] = ()
    """What the Markdown shows, in order; films and sounds are links in it."""
    lost: tuple[str, ...] = ()
    """What Markdown cannot keep, each kind once, in order."""
