"""Draws the picture of the front page on a card, without its words."""

from sitegen.output_formats.cards.canvas import Canvas
from sitegen.picture import Clusters, Picture, Timeline
from sitegen.picture.timeline import SLOT

_MOST_ROWS = 5
_GAP = 12
"""Between rows, in pixels."""
_BAR = 0.7
"""The width of a bar relative to its slot."""

Box = tuple[float, float, float, float]


def draw_chart(canvas: Canvas, picture: Picture, box: Box, colour: int) -> None:
    """Draws a picture into a box: left, top, right and bottom."""
    if isinstance(picture, Timeline):
        _draw_timeline(canvas, picture, box, colour)
    else:
        _draw_clusters(canvas, picture, box, colour)


def _draw_timeline(canvas: Canvas, picture: Timeline, box: Box, colour: int) -> None:
    left, top, right, bottom = box
    rows = picture.rows[:_MOST_ROWS]
    room = (bottom - top - _GAP * (len(rows) - 1)) / len(rows)
    across, up = (right - left) / picture.width, room / picture.height
    for number, row in enumerate(rows):
        ground = top + number * (room + _GAP) + room
        for bar in (bar for mark in row.marks for bar in mark.bars):
            middle, reach = left + bar.x * across, max(1.5, SLOT * _BAR * across / 2)
            canvas.rectangle(
                (middle - reach, ground - bar.height * up, middle + reach, ground), colour
            )


def _draw_clusters(canvas: Canvas, picture: Clusters, box: Box, colour: int) -> None:
    left, top, right, bottom = box
    count = len(picture.clusters)
    scale = min((right - left) / count, bottom - top) / picture.size
    room = (right - left) / count
    dots = [
        (
            left + room * (number + 0.5) + dot.x * scale,
            (top + bottom) / 2 + dot.y * scale,
            dot.width * scale / 2,
        )
        for number, cluster in enumerate(picture.clusters)
        for dot in cluster.dots
    ]
    canvas.dots(dots, colour)
