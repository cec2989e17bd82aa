"""What a whole essay shows: its notes and headings, how it sets paragraphs apart, its words."""

from collections import deque
from collections.abc import Sequence

import numpy as np
import pytest

from sitegen.readers.text.blank_lines import CONVENTIONS
from sitegen.readers.text.decoding import Blend
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.line_words import LineWords
from sitegen.readers.text.lines import read_lines
from sitegen.readers.text.listed_essays import Candidates, ListedProbabilities, find_candidates
from sitegen.readers.text.recurring_words import Recurrence
from sitegen.readers.text.segmentation import Probabilities, SegmentationModel
from sitegen.readers.text.weights import WHOLE_ESSAYS
from sitegen.readers.text.whole_essays import essay_features, score_essays

from .test_essay_parts import PARAGRAPHS, POSTS

ESSAY_AND_POSTS = [*"\n\n".join(("# On sheds", *PARAGRAPHS)).split("\n"), *POSTS]


def features_of(lines: Sequence[str], *essays: tuple[int, int]) -> dict[str, list[float]]:
    evidence = gather_evidence(read_lines(lines))
    inside = np.zeros(len(evidence.lines))
    inside[: essays[0][1]] = 1.0
    candidates = Candidates(*np.array(essays).T)
    found = essay_features(evidence, inside, candidates)
    return {name: values.tolist() for name, values in found}


def test_every_feature_has_a_weight_and_the_other_way_round() -> None:
    assert list(features_of(ESSAY_AND_POSTS, (0, 5))) == list(WHOLE_ESSAYS)


def test_a_candidate_scores_less_without_its_note() -> None:
    note = "[^1]: It was green."
    lines = read_lines([f"{PARAGRAPHS[0]} [^1]", *PARAGRAPHS[1:], note, *POSTS])
    inside = np.array([1.0] * 5 + [0.0] * len(POSTS))
    candidates = Candidates(np.array([0, 0]), np.array([5, 4]))
    whole, shorter = score_essays(gather_evidence(lines), inside, candidates)
    assert whole > shorter + 1


def test_essays_that_are_listed_have_the_same_probabilities_as_when_summed_line_by_line() -> None:
    lines = read_lines(ESSAY_AND_POSTS)
    model = SegmentationModel(gather_evidence(lines), CONVENTIONS[-1])
    starts, stops = np.triu_indices(len(lines) + 1, k=1)
    candidates = Candidates(starts, stops)
    summed, listed = (
        Probabilities(model),
        ListedProbabilities(model, candidates, np.zeros(len(starts))),
    )
    assert listed.of_essays(starts, stops) == pytest.approx(summed.of_essays(starts, stops))
    assert listed.of_posts(starts, stops) == pytest.approx(summed.of_posts(starts, stops))
    assert listed.essay_ends == pytest.approx(summed.essay_ends)


def test_an_essay_that_is_no_candidate_has_no_probability() -> None:
    lines = read_lines(ESSAY_AND_POSTS)
    model = SegmentationModel(gather_evidence(lines), CONVENTIONS[-1])
    listed = ListedProbabilities(model, Candidates(np.array([0]), np.array([5])), np.array([1.0]))
    assert listed.of_essays(np.array([0, 1]), np.array([4, 5])).tolist() == [0, 0]


def test_candidates_are_where_an_essay_probably_stands_whatever_else_might_be_one() -> None:
    lines = read_lines(ESSAY_AND_POSTS)
    model = SegmentationModel(gather_evidence(lines), CONVENTIONS[-1])
    candidates = find_candidates(Blend([(1.0, Probabilities(model))]))
    assert (0, 5) in set(zip(*map(np.ndarray.tolist, candidates), strict=True))
    assert len(candidates.starts) < len(lines) ** 2 / 4


def test_a_note_below_an_essay_counts_if_its_mark_is_in_it() -> None:
    lines = [PARAGRAPHS[0] + " [^1]", *PARAGRAPHS[1:], "[^1]: It was green.", *POSTS]
    notes = features_of(lines, (0, 4), (0, 5), (1, 4))["a note of it below"]
    assert notes == [1, 0, 0]


def test_a_mark_in_code_has_no_note() -> None:
    lines = ["```", "a [^1]", "```", *PARAGRAPHS, "[^1]: It was green.", *POSTS]
    assert features_of(lines, (0, 7))["a note of it below"] == [0]


def test_an_essay_that_sets_one_paragraph_apart_in_another_way_is_less_likely() -> None:
    other = "I walked to the harbour and back, and there was nobody, which suited the both of us."
    lines = [*"\n\n".join(PARAGRAPHS).split("\n"), other, *POSTS]
    features = features_of(lines, (0, 4), (0, 5))
    alone, joined = features["set apart in several ways"]
    assert alone > joined
    below, _ = features["set apart otherwise below"]
    assert below > 0.9


def test_titles_and_headings_at_the_edges_count() -> None:
    lines = ["A shed of my own", *PARAGRAPHS, "## Afterwards", "# On boats", *PARAGRAPHS, "# End"]
    features = features_of(lines, (1, 5), (0, 6), (6, 11), (7, 11))
    assert features["a title above"] == [1, 0, 0, 0]
    assert features["a section below"] == [1, 0, 0, 0]
    assert features["a heading closes"] == [0, 1, 0, 0]
    assert features["a heading above"] == [0, 0, 1, 0]
    assert features_of(lines, (6, 12), (6, 11))["other first headings"] == [1, 0]


def test_words_that_occur_again_count_once_and_only_beyond_the_lines_themselves() -> None:
    lines = ["harbour pilot", "harbour ladder", "ladder bread", "crust", "pilot"]
    words = LineWords()
    deque(words.watch(read_lines(lines).worded()), maxlen=0)
    recurrence = Recurrence(words, len(lines))
    first, both = recurrence.below(np.array([0, 0]), np.array([1, 2]), np.array([3, 5]))
    assert first > 0
    assert both > 0
    assert recurrence.below(np.array([0]), np.array([2]), np.array([2])).tolist() == [0]
    assert recurrence.above(np.array([4]), np.array([5]), np.array([1])).tolist() == [0]
    assert recurrence.above(np.array([4]), np.array([5]), np.array([0]))[0] > 0
    assert recurrence.below(np.array([-1]), np.array([0]), np.array([5])).tolist() == [0]
