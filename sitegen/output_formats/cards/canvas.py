"""A picture in a few colours, drawn with Pillow and written as a small PNG."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sitegen.output_formats.cards.fonts import load_font
from sitegen.output_formats.cards.typesetting import Block, Line

if TYPE_CHECKING:
    from PIL.Image import Image

_STEPS = 16
"""The shades from the background to a colour, which smooth the edges of what is drawn."""


class Canvas:
    """A picture on a plain background. Colours are named by their place in a list."""

    def __init__(self, width: int, height: int, background: str, colours: Sequence[str]) -> None:
        """Makes the background."""
        from PIL import Image  # noqa: PLC0415 -- slow to load, and only for new pictures

        self._image = Image.new("P", (width, height), 0)
        self._image.putpalette(_palette(background, colours))

    def rectangle(self, box: tuple[float, float, float, float], colour: int) -> None:
        """Fills a rectangle: left, top, right and bottom."""
        from PIL import ImageDraw  # noqa: PLC0415

        left, top, right, bottom = (round(side) for side in box)
        if right > left and bottom > top:
            draw = ImageDraw.Draw(self._image)
            draw.rectangle((left, top, right - 1, bottom - 1), fill=_full(colour))

    def dots(self, dots: Sequence[tuple[float, float, float]], colour: int) -> None:
        """Fills circles: the centre and the radius of each."""
        from PIL import Image, ImageDraw  # noqa: PLC0415

        scale = 4
        mask = Image.new("L", (self._image.width * scale, self._image.height * scale), 0)
        draw = ImageDraw.Draw(mask)
        for x, y, radius in dots:
            draw.circle((x * scale, y * scale), radius * scale, fill=255)
        self._paste(mask.reduce(scale), (0, 0), colour)

    def line(self, line: Line, place: tuple[float, float], size: int, colour: int) -> None:
        """Draws a line of text from the left end of its baseline."""
        x, baseline = place
        self._paste(line_mask(line, size), (round(x) - size, round(baseline) - 2 * size), colour)

    def centred(self, line: Line, size: int, colour: int) -> None:
        """Draws a line of text with its ink in the middle of the picture."""
        mask = line_mask(line, size)
        mask = mask.crop(mask.getbbox())
        x, y = (self._image.width - mask.width) // 2, (self._image.height - mask.height) // 2
        self._paste(mask, (x, y), colour)

    def block(self, block: Block, box: tuple[float, float, float], colour: int) -> None:
        """Draws lines below each other, into a box: left, top and right."""
        left, top, right = box
        baseline = top + block.distance * 0.5 + block.size * 0.36
        for line in block.lines:
            x = right - line.width if block.direction == "rtl" else left
            self.line(line, (x, baseline), block.size, colour)
            baseline += block.distance

    def png(self) -> bytes:
        """The picture as a PNG."""
        file = io.BytesIO()
        self._image.save(file, "PNG")
        return file.getvalue()

    def _paste(self, mask: "Image", place: tuple[int, int], colour: int) -> None:
        """Draws a mask in a colour, in steps between it and the background."""
        first = 1 + colour * _STEPS
        shades = mask.point([first + max(0, value * _STEPS // 256) for value in range(256)])
        drawn = mask.point([255 if value * _STEPS // 256 else 0 for value in range(256)])
        self._image.paste(shades, place, drawn)


def line_mask(line: Line, size: int) -> "Image":
    """A line of text in white on black, with its size to its left and twice that above it."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    mask = Image.new("L", (int(line.width) + 2 * size, 3 * size), 0)
    draw = ImageDraw.Draw(mask)
    for part in line.parts:
        place = size + part.x, 2 * size
        draw.text(place, part.text, 255, load_font(part.file, size), anchor="ls")
    return mask


def _full(colour: int) -> int:
    return (colour + 1) * _STEPS


def _palette(background: str, colours: Sequence[str]) -> list[int]:
    palette = [*_parts(background)]
    for colour in colours:
        for step in range(1, _STEPS + 1):
            for start, end in zip(_parts(background), _parts(colour), strict=True):
                palette.append(round(start + (end - start) * step / _STEPS))
    return palette


def _parts(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
