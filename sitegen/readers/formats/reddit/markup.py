"""What the Markdown of Reddit has beyond that of others: spoilers, and pictures by their ids."""

import re
from typing import NamedTuple

from sitegen.readers.markdown.literals import Literals, without_marks

_SPOILER = re.compile(r">!(?=\S)((?:(?!!<|>!).)+)!<")
_PICTURE = re.compile(
    r"!\[(?:img|gif|video)\]\([^\s()]+"
    r"(?:[ \t]+(?P<sign>[\"'])(?P<caption>(?:(?!!\[).)*?)(?P=sign))?\)"
)


class PlainMarkup(NamedTuple):
    """A text in Markdown that other programs show as Reddit does."""

    text: str
    spoilers: int
    """How many passages were hidden until a click, and are shown."""
    pictures: int
    """How many pictures stood in the text, of which the captions stay."""


def plain_markup(body: str) -> PlainMarkup:
    """The text of a post without what only Reddit knows; code stays as it is."""
    literals = Literals()
    text = literals.keep_spans(literals.keep_fences(without_marks(body)))
    text, spoilers = _SPOILER.subn(r"\1", text)
    text, pictures = _PICTURE.subn(lambda found: found["caption"] or "", text)
    return PlainMarkup(literals.restore(text).strip(), spoilers, pictures)
