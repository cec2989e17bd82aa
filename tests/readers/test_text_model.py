"""The pieces of the model: cues, regimes, blank lines, boundaries and confidence."""

import math

import pytest

from sitegen.readers.text.blanks import CONVENTIONS, Convention
from sitegen.readers.text.boundaries import Model, best_split
from sitegen.readers.text.confidence import rate_segments
from sitegen.readers.text.cues import CUES, LENGTH_CUES, weigh
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import read_lines
from sitegen.readers.text.regimes import find_title, is_heading, rate_lines, reads_as_essay

LONG = "It was a long paragraph, of the kind that an essay is made of, and it went on. " * 5


def odds_between(before: str, after: str) -> float:
    first, second = read_lines([before, after])
    return weigh(first, second, CUES)


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
def test_some_cues_speak_for_a_boundary(before: str, after: str) -> None:
    assert odds_between(before, after) > 0.5


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
def test_some_cues_speak_against_it(before: str, after: str) -> None:
    assert odds_between(before, after) < -0.5


def test_no_two_cues_have_one_name() -> None:
    names = [cue.name for cue in (*CUES, *LENGTH_CUES)]
    assert len(set(names)) == len(names)


def test_long_sentences_look_like_an_essay_and_replies_do_not() -> None:
    essay, reply = rate_lines(read_lines([LONG, "@somebody no"]))
    assert essay > 2
    assert reply < -6


@pytest.mark.parametrize("title", ["# a heading", "A Title of Some Words", "ALL CAPITALS"])
def test_headings_are_told_by_mark_or_case(title: str) -> None:
    line, after = read_lines([title, LONG])
    assert is_heading(line, after)


@pytest.mark.parametrize("text", ["A whole sentence.", "just some words", "@Somebody Said"])
def test_other_lines_are_no_headings(text: str) -> None:
    line, after = read_lines([text, LONG])
    assert not is_heading(line, after)


@pytest.mark.parametrize(
    ("text", "title"),
    [("On being late", "On being late"), ("I was late.", None), ("Dear all,", None)],
)
def test_a_short_line_that_is_no_sentence_is_a_title(text: str, title: str | None) -> None:
    assert find_title(read_lines([text, LONG])) == title


def test_a_marked_document_is_an_essay_if_it_is_long_and_reads_like_one() -> None:
    essay, chat = read_lines([LONG] * 3), read_lines(["Me: " + "words " * 8] * 30)
    assert reads_as_essay(essay, rate_lines(essay))
    assert not reads_as_essay(chat, rate_lines(chat))
    assert not reads_as_essay(essay[:1], rate_lines(essay[:1]))


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
def test_a_convention_is_made_of_probabilities(convention: Convention) -> None:
    assert math.isclose(sum(convention.essay), 1.0)
    for blanks in range(4):
        odds = convention.post_odds(blanks)
        assert math.isclose(math.exp(odds.boundary) + math.exp(odds.none), 1.0)


LINES = [
    "@one that is a reply of a middling length, which ends without a stop",
    "Rules of the house:",
    "- no shoes",
    "- no hats",
    "something else that is of a middling length, and has nothing to do with it",
]


def test_the_likeliest_split_follows_the_cues() -> None:
    model = Model(gather_evidence(read_lines(LINES)), CONVENTIONS[0])
    _, segments = best_split(model)
    assert [(segment.start, segment.stop) for segment in segments] == [(0, 1), (1, 4), (4, 5)]


@pytest.mark.parametrize("lines", [LINES, [LONG] * 4, [LONG, *LINES]])
def test_the_confidences_at_one_line_add_up_to_at_most_one(lines: list[str]) -> None:
    model = Model(gather_evidence(read_lines(lines)), CONVENTIONS[0])
    _, segments = best_split(model)
    rates = rate_segments(model, segments)
    assert all(0.0 < rate <= 1.0 for rate in rates)
    assert max(rates) > 0.5


def test_a_text_of_one_line_is_split_with_certainty_as_a_post() -> None:
    model = Model(gather_evidence(read_lines(["one"])), CONVENTIONS[0])
    _, segments = best_split(model)
    assert [segment.kind for segment in segments] == ["post"]
    assert rate_segments(model, segments)[0] > 0.95
