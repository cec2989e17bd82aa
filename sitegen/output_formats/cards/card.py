"""Social cards: the picture of a page where a link to it is shared."""

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.configuration.colours import contrast, make_readable
from sitegen.languages import Direction, text_direction
from sitegen.output_formats.cards.canvas import Canvas
from sitegen.output_formats.cards.chart import draw_chart
from sitegen.output_formats.cards.fonts import Family
from sitegen.output_formats.cards.text_shaping import drawable_text
from sitegen.output_formats.cards.typesetting import fill_box, set_short
from sitegen.picture import Picture

WIDTH, HEIGHT = 1200, 630
"""The size that Open Graph and X ask for."""
MOST_BYTES = 60_000
"""The size budget of a card."""

_MARGIN = 80
_LABEL_SIZE, _SITE_SIZE = 34, 36
_TITLE_SIZES = (132, 112, 96, 84, 74, 64, 56, 50)
_MOST_CHARACTERS = 400
"""More than this has no room on a card."""
_TEXT_SIZES = (42, 36)
_LABEL_BASELINE = 112
_TOP, _TOP_BELOW_LABEL, _BOTTOM = 96, 164, 500
"""Where title and text begin and end."""
_CHART_TOP = 330
_INK, _ACCENT = 0, 1


class CardColours(NamedTuple):
    """The colours of a card, such as ``#ffffff``."""

    background: str
    ink: str
    accent: str


class Card(NamedTuple):
    """What a card shows."""

    title: str
    label: str
    """What stands above the title, such as the topic; may be empty."""
    site: str
    """The title of the digest; empty on its own card."""
    text: str
    """A sentence below the title, as far as there is room; may be empty."""
    direction: Direction
    family: Family
    colours: CardColours
    picture: Picture | None = None
    """The picture of the front page, on the card of the digest."""


def draw_card(card: Card) -> bytes:
    """The PNG of a card; what no font can draw is left out."""
    background, ink, accent = card.colours
    if contrast(accent, background) < 3:
        accent = ink
    canvas = Canvas(WIDTH, HEIGHT, background, (ink, make_readable(accent, background, 4.5)))
    canvas.rectangle((0, 0, WIDTH, 24), _ACCENT)
    _short_line(canvas, card, card.label, _LABEL_BASELINE, _LABEL_SIZE, _ACCENT)
    bottom = _title(canvas, card)
    if card.picture:
        box = (_MARGIN, _CHART_TOP, WIDTH - _MARGIN, HEIGHT - 64)
        draw_chart(canvas, card.picture, box, _ACCENT)
        return canvas.png()
    _text(canvas, card, bottom + 24)
    if drawable_text(card.site):
        canvas.rectangle((_MARGIN, 534, WIDTH - _MARGIN, 537), _INK)
        _short_line(canvas, card, card.site, 586, _SITE_SIZE, _INK)
    return canvas.png()


def _title(canvas: Canvas, card: Card) -> float:
    """Draws the title, and returns where it ends."""
    top = _TOP_BELOW_LABEL if drawable_text(card.label) else _TOP
    bottom = _CHART_TOP - 24 if card.picture else _BOTTOM
    return _box(canvas, card, card.title, _TITLE_SIZES, (top, bottom))


def _text(canvas: Canvas, card: Card, top: float) -> None:
    if _BOTTOM - top >= _TEXT_SIZES[-1] * 1.5:
        _box(canvas, card, card.text, _TEXT_SIZES, (top, _BOTTOM))


def _box(
    canvas: Canvas, card: Card, text: str, sizes: Sequence[int], room: tuple[float, float]
) -> float:
    """Draws a text between two heights, and returns where it ends."""
    top, bottom = room
    shown = drawable_text(text[:_MOST_CHARACTERS])
    if not shown:
        return top
    width = WIDTH - 2 * _MARGIN
    block = fill_box(shown, card.family, sizes, card.direction, width, bottom - top)
    canvas.block(block, (_MARGIN, top, WIDTH - _MARGIN), _INK)
    return top + len(block.lines) * block.distance


def _short_line(
    canvas: Canvas, card: Card, text: str, baseline: int, size: int, colour: int
) -> None:
    shown = drawable_text(text)
    if not shown:
        return
    family: Family = card.family if colour == _INK else "sans"
    direction = text_direction(shown) or card.direction
    line = set_short(shown, family, size, direction, WIDTH - 2 * _MARGIN)
    x = WIDTH - _MARGIN - line.width if card.direction == "rtl" else _MARGIN
    canvas.line(line, (x, baseline), size, colour)
