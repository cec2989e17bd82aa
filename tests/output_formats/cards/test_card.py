"""The pictures of pages. Fonts and layout are the same on every machine."""

import io
import struct

import pytest
from PIL import Image, ImageChops

from sitegen.languages import Direction
from sitegen.output_formats.cards.card import MOST_BYTES, Card, CardColours, draw_card
from sitegen.output_formats.cards.fonts import can_draw, font_of
from sitegen.output_formats.cards.icons import Icon, draw_icon
from sitegen.output_formats.cards.typesetting import fill_box, set_line, set_short

PAPER = CardColours("#fdfdfc", "#1a1b1d", "#a3161f")


def card(title: str, label: str = "", direction: Direction = "ltr") -> bytes:
    return draw_card(Card(title, label, "Small Repairs", "", direction, "serif", PAPER))


def ink(data: bytes, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is drawn in a part of a picture."""
    with Image.open(io.BytesIO(data)) as image:
        part = image.convert("RGB").crop(box)
    paper = Image.new("RGB", part.size, PAPER.background)
    found = ImageChops.difference(part, paper).getbbox()
    return found or (0, 0, 0, 0)


TITLE = (0, 90, 1200, 505)
"""Where the title is."""


@pytest.mark.parametrize(
    "title",
    [
        "What the tide tables leave out",
        "潮汐表が書かないこと。「待つ」ということについての、少し長めの考察",
        "ما لا تقوله جداول المد والجزر",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "word " * 200,
        "鬱" * 300,
        "W" * 2000,
    ],
)
def test_a_card_has_its_size_and_keeps_within_its_budget(title: str) -> None:
    data = card(title, label=title)
    assert struct.unpack(">II", data[16:24]) == (1200, 630)
    assert len(data) <= MOST_BYTES
    left, top, right, bottom = ink(data, (0, 40, 1200, 520))
    assert 70 <= left < right <= 1130, "it keeps its margins"
    assert 20 < top < bottom < 470


def test_a_card_has_the_same_bytes_every_time() -> None:
    assert card("Tides", "Harbours") == card("Tides", "Harbours")
    assert card("Tides", "Harbours") != card("Tides", "Ports")


def test_a_title_from_right_to_left_is_aligned_at_the_right() -> None:
    left, _, right, _ = ink(card("جداول المد", direction="rtl"), TITLE)
    assert right > 1100
    assert left > 500
    left, _, right, _ = ink(card("Tides"), TITLE)
    assert left < 100
    assert right < 700


@pytest.mark.parametrize("title", ["", "สวัสดี", "🎉"])
def test_no_box_stands_for_what_no_font_has(title: str) -> None:
    assert ink(card(title), TITLE) == (0, 0, 0, 0)


def test_a_character_without_a_font_is_refused_instead_of_drawn_as_a_box() -> None:
    assert not can_draw("ส")
    with pytest.raises(ValueError, match="no font"):
        font_of("ส", "serif")


def test_characters_are_set_in_the_family_and_close_pairs_are_kerned() -> None:
    serif, sans = (set_line("Tide", family, 80, "ltr") for family in ("serif", "sans"))
    assert {part.file for part in serif.parts} == {"european-serif.ttf"}
    assert {part.file for part in sans.parts} == {"european-sans.ttf"}
    apart = sum(set_line(letter, "serif", 80, "ltr").width for letter in "AV")
    assert set_line("AV", "serif", 80, "ltr").width < apart - 4


def test_a_title_is_as_large_as_its_box_allows() -> None:
    short = fill_box("Ebb", "serif", (90, 60), "ltr", 1000, 300)
    long = fill_box("ebb and flow " * 9, "serif", (90, 60), "ltr", 1000, 300)
    longest = fill_box("ebb and flow " * 99, "serif", (90, 60), "ltr", 1000, 300)
    assert (short.size, long.size, longest.size) == (90, 60, 60)
    assert len(longest.lines) * longest.distance <= 300
    assert longest.lines[-1].parts[-1].text.endswith("…")


def test_a_label_that_is_too_wide_is_shortened() -> None:
    line = set_short("Harbours and ports " * 20, "sans", 34, "ltr", 600)
    assert 300 < line.width <= 600


def test_an_icon_has_its_mark_in_the_middle_and_a_mask_cuts_off_none_of_it() -> None:
    for mark, is_maskable in (("¶", False), ("≡", True)):
        data = draw_icon(Icon(mark, "serif", PAPER.background, "#000000", 512, is_maskable))
        left, top, right, bottom = ink(data, (0, 0, 512, 512))
        assert abs(left + right - 512) <= 4
        assert abs(top + bottom - 512) <= 4
        corner = ((right - left) ** 2 + (bottom - top) ** 2) ** 0.5
        assert corner > 200
        assert not is_maskable or corner < 0.8 * 512
