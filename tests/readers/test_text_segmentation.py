"""The parts of the segmentation model: features, essays, conventions, boundaries, confidence."""

import math
from collections.abc import Iterable

import numpy as np
import pytest

from sitegen.readers.text.blank_lines import CONVENTIONS, Convention, possible_conventions
from sitegen.readers.text.boundary_features import (
    LENGTH_FEATURES,
    LINE_FEATURES,
    NAME_FEATURES,
    log_odds,
)
from sitegen.readers.text.decoding import Blend, best_split, rate_segments
from sitegen.readers.text.essays import essay_log_odds, find_title, is_heading, reads_as_essay
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import read_lines
from sitegen.readers.text.most_likely import fit_conventions
from sitegen.readers.text.segmentation import (
    Probabilities,
    SegmentationModel,
    log_likelihoods,
    sum_forward,
)
from tests.readers.test_essay_parts import POSTS

BOUNDARY_FEATURES = (*NAME_FEATURES, *LINE_FEATURES)
LONG = "It was a long paragraph, of the kind that an essay is made of, and it went on. " * 5


def log_odds_between(before: str, after: str) -> float:
    first, second = read_lines([before, after]).worded()
    return log_odds(first, second, BOUNDARY_FEATURES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The last of a post", "@somebody the first of a reply"),
        ("The last of a post", "RT @somebody: the first of a repost"),
        ("Notes are here https://example.com/notes", "Another matter altogether"),
        ("We had tea at four", "お茶を飲みました"),
        ("das ist nicht mein Hund und auch nicht ihrer", "it is the way that you say it"),
        ("It’s over now", "We're not done"),
        ("So it goes (1/3)", "So it went (2/3)"),
        ("- the last of a list", "Something else"),
    ],
)
def test_some_features_indicate_a_boundary(before: str, after: str) -> None:
    assert log_odds_between(before, after) > 0.5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Bring the following:", "a towel"),
        ("There was one thing,", "and only one"),
        ("She said “come", "at once”"),
        ("Rules", "- none"),
        ("1. Wait", "2. Wait more"),
        ("Read this", "https://example.com"),
        ("Me: tea?", "Him: tea"),
        ("if ready:", "    start()"),
        ("gas 310", "food 280"),
    ],
)
def test_some_features_indicate_no_boundary(before: str, after: str) -> None:
    assert log_odds_between(before, after) < -0.5


def test_feature_names_are_unique() -> None:
    names = [feature.name for feature in (*BOUNDARY_FEATURES, *LENGTH_FEATURES)]
    assert len(set(names)) == len(names)


def test_long_sentences_look_like_an_essay_and_replies_do_not() -> None:
    essay, reply = essay_log_odds(read_lines([LONG, "@somebody no"]))
    assert essay > 2
    assert reply < -6


@pytest.mark.parametrize("title", ["# a heading", "A Title of Some Words", "ALL CAPITALS"])
def test_headings_are_recognised_by_markdown_or_case(title: str) -> None:
    line, after = read_lines([title, LONG])
    assert is_heading(line, after)


@pytest.mark.parametrize("text", ["A whole sentence.", "just some words", "@Somebody Said"])
def test_other_lines_are_not_headings(text: str) -> None:
    line, after = read_lines([text, LONG])
    assert not is_heading(line, after)


@pytest.mark.parametrize(
    ("text", "title"),
    [("On being late", "On being late"), ("I was late.", None), ("Dear all,", None)],
)
def test_a_short_line_that_is_not_a_sentence_is_a_title(text: str, title: str | None) -> None:
    assert find_title(read_lines([text, LONG])) == title


def test_a_separated_document_is_an_essay_if_it_is_long_and_reads_like_one() -> None:
    essay, chat = read_lines([LONG] * 3), read_lines(["Me: " + "words " * 8] * 30)
    assert reads_as_essay(essay, essay_log_odds(essay))
    assert not reads_as_essay(chat, essay_log_odds(chat))
    assert not reads_as_essay(essay[:1], essay_log_odds(essay[:1]))


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
def test_the_numbers_of_a_convention_are_probabilities(convention: Convention) -> None:
    assert math.isclose(sum(convention.essay), 1.0)
    assert math.isclose(sum(convention.paragraphs), 1.0)
    assert all(0.0 < probability < 1.0 for probability in (*convention.post, *convention.edge))


@pytest.mark.parametrize("blank", ["", "\n"])
def test_the_likelihoods_under_several_conventions_are_those_under_each(blank: str) -> None:
    evidence = gather_evidence(read_lines([*f"\n{blank}".join([*LINES, LONG, LONG]).split("\n")]))
    conventions = possible_conventions(evidence.blanks, has_rows=True)
    models = [SegmentationModel(evidence, convention) for convention in conventions]
    found = log_likelihoods(models)
    assert list(found) == pytest.approx([sum_forward(model).totals[0] for model in models])


def share_of_blank_lines(paragraphs: Iterable[str]) -> float:
    lines = read_lines("\n\n".join(paragraphs).split("\n"))
    fitted = fit_conventions(
        gather_evidence(lines), possible_conventions(lines.blanks, has_rows=False)
    )
    return next(convention.post[1] for _, convention in fitted if convention.open_gap == 1)


def test_the_share_of_blank_lines_that_end_a_post_is_that_of_the_text() -> None:
    goes_on = [
        f"{text}\n\nand then, because of that, it fell over:\n\n- all of it" for text in POSTS
    ]
    assert share_of_blank_lines(goes_on) < 0.5 < share_of_blank_lines(POSTS)


def test_one_blank_line_may_be_anything_only_where_several_are_rare() -> None:
    def is_open(blanks: list[int]) -> bool:
        return any(c.open_gap == 1 for c in possible_conventions(blanks, has_rows=False))

    assert is_open([0, *[1] * 20, 2])
    assert not is_open([0, *[1] * 20, *[2] * 20])
    assert not is_open([0] * 20)


LINES = [
    "@one that is a reply of a middling length, which ends without a stop",
    "Rules of the house:",
    "- no shoes",
    "- no hats",
    "something else that is of a middling length, and has nothing to do with it",
]


def blend_of(lines: list[str], convention: int = 0) -> Blend:
    model = SegmentationModel(gather_evidence(read_lines(lines)), CONVENTIONS[convention])
    return Blend([(1.0, Probabilities(model))])


def test_the_most_likely_split_follows_the_features() -> None:
    segments = best_split(blend_of(LINES))
    assert [(segment.start, segment.stop) for segment in segments] == [(0, 1), (1, 4), (4, 5)]


@pytest.mark.parametrize("lines", [LINES, [LONG] * 4, [LONG, *LINES]])
def test_confidences_are_probabilities(lines: list[str]) -> None:
    blend = blend_of(lines)
    rates = rate_segments(blend, best_split(blend))
    assert all(0.0 < rate <= 1.0 for rate in rates)
    assert max(rates) > 0.5


def test_a_text_of_one_line_is_a_post_with_high_confidence() -> None:
    blend = blend_of(["one"])
    segments = best_split(blend)
    assert [segment.kind for segment in segments] == ["post"]
    assert rate_segments(blend, segments)[0] > 0.95


def test_a_blend_lies_between_what_two_conventions_say() -> None:
    parts = [blend_of(LINES, number) for number in range(2)]
    probabilities = [part.parts[0][1] for part in parts]
    blend = Blend([(0.25, probabilities[0]), (0.75, probabilities[1])])
    segments = best_split(blend)
    one, other = (np.array(rate_segments(part, segments)) for part in parts)
    assert not np.allclose(one, other)
    assert np.allclose(rate_segments(blend, segments), 0.25 * one + 0.75 * other)
