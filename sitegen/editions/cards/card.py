"""Social cards: the picture of a page where a link to it is shared."""

from typing import NamedTuple

from sitegen.configuration.colours import contrast, make_readable
from sitegen.editions.cards.canvas import Canvas
from sitegen.editions.cards.chart import draw_chart
from sitegen.editions.cards.fonts import Family
from sitegen.editions.cards.setting import fill_box, set_short
from sitegen.editions.cards.writing_order import drawable_text
from sitegen.languages import Direction, text_direction
from sitegen.picture import Picture

WIDTH, HEIGHT = 1200, 630
"""The size that Open Graph and X ask for."""
MOST_BYTES = 60_000
"""The size budget of a card."""

_MARGIN = 80
_LABEL_SIZE, _SITE_SIZE = 34, 36
_TITLE_SIZES = (132, 112, 96, 84, 74, 64, 56, 50)
_TITLE_TOP, _TITLE_BOTTOM = 168, 496
_CHART_TOP = 330
_INK, _ACCENT = 0, 1


class CardColours(NamedTuple):
    """The colours of a card, such as ``#ffffff``."""

    ground: str
    ink: str
    accent: str


class Card(NamedTuple):
    """What a card shows."""

    title: str
    label: str
    """What stands above the title, such as the topic; may be empty."""
    site: str
    """The title of the digest; empty on its own card."""
    direction: Direction
    family: Family
    colours: CardColours
    picture: Picture | None = None
    """The picture of the front page, on the card of the digest."""


def draw_card(card: Card) -> bytes:
    """The PNG of a card; what no font can draw is left out."""
    ground, ink, accent = card.colours
    if contrast(accent, ground) < 3:
        accent = ink
    canvas = Canvas(WIDTH, HEIGHT, ground, (ink, make_readable(accent, ground, 4.5)))
    canvas.rectangle((0, 0, WIDTH, 24), _ACCENT)
    _short_line(canvas, card, card.label, 112, _LABEL_SIZE, _ACCENT)
    _title(canvas, card)
    if card.picture:
        box = (_MARGIN, _CHART_TOP, WIDTH - _MARGIN, HEIGHT - 64)
        draw_chart(canvas, card.picture, box, _ACCENT)
    elif drawable_text(card.site):
        canvas.rectangle((_MARGIN, 534, WIDTH - _MARGIN, 537), _INK)
        _short_line(canvas, card, card.site, 586, _SITE_SIZE, _INK)
    return canvas.png()


def _title(canvas: Canvas, card: Card) -> None:
    title = drawable_text(card.title)
    if not title:
        return
    bottom = _CHART_TOP - 24 if card.picture else _TITLE_BOTTOM
    height = bottom - _TITLE_TOP
    width = WIDTH - 2 * _MARGIN
    block = fill_box(title, card.family, _TITLE_SIZES, card.direction, width, height)
    canvas.block(block, (_MARGIN, _TITLE_TOP, WIDTH - _MARGIN), _INK)


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
