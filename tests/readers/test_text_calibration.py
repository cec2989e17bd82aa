from collections.abc import Sequence

import pytest

from sitegen.readers.text.calibration import calibrate
from sitegen.readers.text.decoding import Segment
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import read_lines

LINES = [
    f"The {name} is in the harbour until Monday." for name in ("Anna", "Bertha", "Carl", "Dora")
]


def rate(
    rates: Sequence[float], lines: Sequence[str] = LINES, segments: Sequence[Segment] = ()
) -> list[float]:
    described = read_lines(lines)
    similarities = gather_evidence(described).similarities
    posts = [Segment(number, number + 1, "post") for number in range(len(rates))]
    return calibrate(rates, segments or posts, described, similarities)


def test_a_document_that_the_model_is_surer_of_stays_the_surer_one() -> None:
    calibrated = rate([0.2, 0.5, 0.8, 0.99])
    assert calibrated == sorted(set(calibrated))
    assert all(0 < each < 1 for each in calibrated)


def test_an_essay_is_less_sure_than_a_post() -> None:
    post, essay = rate([0.9, 0.9], segments=[Segment(0, 2, "post"), Segment(2, 4, "essay")])
    assert essay < post


def test_a_document_beside_a_doubtful_one_is_less_sure_than_one_beside_a_sure_one() -> None:
    beside_sure, _ = rate([0.9, 0.99])
    beside_doubtful, _ = rate([0.9, 0.2])
    assert beside_doubtful < beside_sure


def test_posts_that_begin_with_a_small_letter_are_less_sure() -> None:
    small = [line[0].lower() + line[1:] for line in LINES]
    assert max(rate([0.9] * 4, small)) < min(rate([0.9] * 4))


def test_posts_that_share_words_with_the_next_are_less_sure() -> None:
    others = [
        "The Anna is in the harbour until Monday.",
        "Rye bread needs water, patience and a hot oven.",
        "My brother plays the trombone better than before.",
        "Seven kettles were sold this morning already.",
    ]
    assert max(rate([0.9] * 4)) < min(rate([0.9] * 4, others))


def test_posts_are_less_sure_where_only_some_blank_lines_end_a_post() -> None:
    halves = [Segment(0, 2, "post"), Segment(2, 4, "post")]
    between_only = [*LINES[:2], "", *LINES[2:]]
    everywhere = [LINES[0], "", LINES[1], "", LINES[2], "", LINES[3]]
    assert max(rate([0.9] * 2, everywhere, halves)) < min(rate([0.9] * 2, between_only, halves))


@pytest.mark.parametrize(
    "others", [["## The harbour", "- a rope"], ["A long one. " * 30, "A buoy"]]
)
def test_tight_posts_are_less_sure_among_headings_and_where_lines_differ_in_length(
    others: Sequence[str],
) -> None:
    posts = [Segment(number, number + 1, "post") for number in range(6)]
    assert max(rate([0.9] * 6, [*LINES, *others], posts)) < min(rate([0.9] * 4))
