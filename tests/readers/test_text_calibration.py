import pytest

from sitegen.readers.text.calibration import calibrate
from sitegen.readers.text.decoding import Segment
from sitegen.readers.text.lines import read_lines

POST = Segment(0, 1, "post")
LINES = read_lines(["one post", "another"])


def test_a_document_that_the_model_is_surer_of_stays_the_surer_one() -> None:
    rates = [0.0, 0.2, 0.5, 0.8, 0.99, 1.0]
    calibrated = calibrate(rates, [POST] * len(rates), LINES)
    assert calibrated == sorted(set(calibrated))
    assert all(0 < rate < 1 for rate in calibrated)


@pytest.mark.parametrize("segment", [Segment(0, 2, "post"), Segment(0, 1, "essay")])
def test_essays_and_posts_of_several_lines_are_less_sure_than_posts_of_one(
    segment: Segment,
) -> None:
    one, other = calibrate([0.9, 0.9], [POST, segment], LINES)
    assert other < one


def test_documents_of_a_text_with_blank_lines_are_less_sure() -> None:
    tight = calibrate([0.9], [POST], LINES)
    spaced = calibrate([0.9], [POST], read_lines(["one post", "", "another"]))
    assert spaced < tight
