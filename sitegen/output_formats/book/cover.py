"""Draws the cover of a book: the title of the digest above its picture, or above its topics."""

from collections.abc import Sequence

from sitegen.configuration.colours import contrast, make_readable
from sitegen.languages import text_direction
from sitegen.output_formats.cards.canvas import Canvas
from sitegen.output_formats.cards.chart import draw_chart
from sitegen.output_formats.cards.fonts import Family
from sitegen.output_formats.cards.text_shaping import drawable_text
from sitegen.output_formats.cards.typesetting import fill_box, set_short
from sitegen.output_formats.resolved_views import ShownSite
from sitegen.picture import Picture
from sitegen.views.template_records import Look

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
_TOPIC_SIZE, _TOPIC_DISTANCE = 50, 84
_MOST_TOPICS = 7
_INK, _ACCENT = 0, 1


def draw_cover(site: ShownSite, topics: Sequence[str], picture: Picture | None) -> bytes:
    """The cover as a PNG, in the look of the theme; the title page says what no font can draw."""
    look = site.look or Look()
    family: Family = "serif" if look.typeface == "serif" else "sans"
    wanted = look.accent if contrast(look.accent, look.paper) >= 3 else look.ink
    canvas = Canvas(WIDTH, HEIGHT, look.paper, (look.ink, make_readable(wanted, look.paper, 4.5)))
    canvas.rectangle((0, 0, WIDTH, _BAND), _ACCENT)
    _draw_title(canvas, site, family)
    if picture:
        box = (_MARGIN, _CHART_TOP, WIDTH - _MARGIN, _CHART_BOTTOM)
        draw_chart(canvas, picture, box, _ACCENT)
    else:
        for number, topic in enumerate(topics[:_MOST_TOPICS]):
            baseline = _CHART_TOP + number * _TOPIC_DISTANCE
            _draw_line(canvas, site, topic, (baseline, _TOPIC_SIZE, _ACCENT), family)
    if drawable_text(site.author):
        canvas.rectangle((_MARGIN, _FOOT - 90, WIDTH - _MARGIN, _FOOT - 86), _INK)
        _draw_line(canvas, site, site.author, (_FOOT, _FOOT_SIZE, _INK), family)
    return canvas.png()


def _draw_title(canvas: Canvas, site: ShownSite, family: Family) -> None:
    title = drawable_text(site.title)
    if not title:
        return
    direction = text_direction(title) or site.dir
    width, height = WIDTH - 2 * _MARGIN, _TITLE_BOTTOM - _TITLE_TOP
    block = fill_box(title, family, _TITLE_SIZES, direction, width, height)
    canvas.block(block, (_MARGIN, _TITLE_TOP, WIDTH - _MARGIN), _INK)


def _draw_line(
    canvas: Canvas, site: ShownSite, text: str, style: tuple[int, int, int], family: Family
) -> None:
    """Draws a text in one line; the style is its baseline, size and colour."""
    shown = drawable_text(text)
    if not shown:
        return
    baseline, size, colour = style
    direction = text_direction(shown) or site.dir
    line = set_short(shown, family, size, direction, WIDTH - 2 * _MARGIN)
    x = WIDTH - _MARGIN - line.width if site.dir == "rtl" else _MARGIN
    canvas.line(line, (x, baseline), size, colour)
