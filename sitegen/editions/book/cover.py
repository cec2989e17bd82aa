"""Draws the cover of a book: the title of the digest above its picture."""

from sitegen.configuration.colours import make_readable
from sitegen.editions.cards.canvas import Canvas
from sitegen.editions.cards.chart import draw_chart
from sitegen.editions.cards.fonts import Family
from sitegen.editions.cards.setting import fill_box, set_short
from sitegen.editions.cards.writing_order import drawable_text
from sitegen.editions.shown import ShownSite
from sitegen.languages import text_direction
from sitegen.picture import Picture

WIDTH, HEIGHT = 1200, 1800
"""Two by three, as paper books and the shelves of readers have it."""

_MARGIN = 110
_BAND = 44
"""The height of the coloured edge at the top."""
_TITLE_TOP, _TITLE_BOTTOM = 240, 900
_CHART_TOP, _CHART_BOTTOM = 980, 1560
_FOOT = 1690
_TITLE_SIZES = (190, 168, 148, 130, 114, 100, 88, 76, 66)
_FOOT_SIZE = 46
_GROUND, _INK_COLOUR = "#fbf8f1", "#1d1c19"
_ACCENT_COLOUR = "#8a2b1d"
_INK, _ACCENT = 0, 1
_FAMILY: Family = "serif"


def draw_cover(site: ShownSite, picture: Picture | None) -> bytes:
    """The cover as a PNG; the title page says what no font can draw.

    Args:
        site: the digest.
        picture: the picture of its front page, or none.
    """
    wanted = site.appearance.accent.light if site.appearance.accent else _ACCENT_COLOUR
    accent = make_readable(wanted, _GROUND, 4.5)
    canvas = Canvas(WIDTH, HEIGHT, _GROUND, (_INK_COLOUR, accent))
    canvas.rectangle((0, 0, WIDTH, _BAND), _ACCENT)
    _draw_title(canvas, site)
    if picture:
        box = (_MARGIN, _CHART_TOP, WIDTH - _MARGIN, _CHART_BOTTOM)
        draw_chart(canvas, picture, box, _ACCENT)
    _draw_foot(canvas, site)
    return canvas.png()


def _draw_title(canvas: Canvas, site: ShownSite) -> None:
    title = drawable_text(site.title)
    if not title:
        return
    direction = text_direction(title) or site.dir
    width, height = WIDTH - 2 * _MARGIN, _TITLE_BOTTOM - _TITLE_TOP
    block = fill_box(title, _FAMILY, _TITLE_SIZES, direction, width, height)
    canvas.block(block, (_MARGIN, _TITLE_TOP, WIDTH - _MARGIN), _INK)


def _draw_foot(canvas: Canvas, site: ShownSite) -> None:
    """The editor below a line."""
    author = drawable_text(site.author)
    if not author:
        return
    canvas.rectangle((_MARGIN, _FOOT - 90, WIDTH - _MARGIN, _FOOT - 86), _INK)
    direction = text_direction(author) or site.dir
    line = set_short(author, _FAMILY, _FOOT_SIZE, direction, WIDTH - 2 * _MARGIN)
    x = WIDTH - _MARGIN - line.width if site.dir == "rtl" else _MARGIN
    canvas.line(line, (x, _FOOT), _FOOT_SIZE, _INK)
