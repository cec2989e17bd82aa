"""Colours that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.configuration.colours import contrast, is_colour, make_readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_greatest_contrast_and_a_colour_on_itself_the_least() -> None:
    assert contrast("#000000", "#fff") == pytest.approx(21)
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#a3161f", "#a3161f") == 1


@pytest.mark.parametrize(("text", "known"), [("#a3161f", True), ("#C00", True), ("#12", False)])
def test_a_colour_has_three_or_six_hexadecimal_digits(text: str, known: bool) -> None:  # noqa: FBT001
    assert is_colour(text) is known


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert make_readable("#a3161f", "#ffffff", 4.5) == "#a3161f"


@given(colours, st.sampled_from(["#ffffff", "#efefec", "#24262b", "#000000"]))
def test_any_colour_can_be_made_readable_on_light_and_on_dark_paper(
    colour: str, paper: str
) -> None:
    assert contrast(make_readable(colour, paper, 4.5), paper) >= 4.5


def test_a_colour_is_changed_no_more_than_it_must() -> None:
    assert contrast(make_readable("#ffcc00", "#ffffff", 4.5), "#ffffff") < 4.8
