"""The words of lines say where the subject of a text changes."""

import math
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest

from sitegen.readers.text.context_features import (
    GapFeatures,
    context_features,
    find_places,
    gap_measures,
)
from sitegen.readers.text.line_words import LineWords
from sitegen.readers.text.lines import read_lines

SHEDS = (
    "The shed behind the house was built before the kettle was bought for it.",
    "A kettle in a shed boils for whoever sits there, and the shed is never cold.",
    "Whoever built the shed knew that a kettle would stand there behind the house.",
    "The house has a kettle of its own, which nobody sits beside as in the shed.",
)
FERRIES = (
    "Tickets for the island ferry are sold at the harbour until ten o'clock.",
    "The ferry leaves the harbour at noon, and the island is reached by three.",
    "Every island has a harbour, but only this ferry sells tickets at noon.",
    "Until three the harbour waits for tickets, ferries and islands alike.",
)


def words_of(lines: Sequence[str]) -> LineWords:
    words = LineWords()
    for _ in words.watch(read_lines(lines).worded()):
        pass
    return words


SIMILARITIES = """
from tests.readers.test_text_line_words import FERRIES, SHEDS, words_of

print(words_of([*SHEDS, *FERRIES] * 20).similarity(30, 30).tolist())
"""


def test_the_similarity_is_the_same_to_the_last_digit_whatever_the_hash_seed() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", SIMILARITIES],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def features_of(lines: Sequence[str]) -> list[GapFeatures]:
    described = read_lines(lines)
    words = words_of(lines)
    return list(context_features(find_places(described), words))


def test_two_parts_are_least_similar_where_the_subject_changes() -> None:
    similarities = words_of([*SHEDS, *FERRIES]).similarity(40, 40)
    assert len(similarities) == 7
    assert int(similarities.argmin()) == 3


def test_parts_without_words_have_nothing_in_common() -> None:
    assert words_of(["1 2 3", "4 5 6"]).similarity(10, 10).tolist() == [0.0]
    assert words_of(["one line"]).similarity(10, 10).tolist() == []


@pytest.mark.parametrize("seed", range(5))
def test_a_similarity_is_the_cosine_of_the_weighted_words_of_whole_lines(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a draw of words needs no secrets
    names = ["goose", "kettle", "harbour", "ticket", "island", "sheds", "noon", "house", "and"]
    lines = [" ".join(chance.choices(names, k=chance.randint(1, 5))) for _ in range(20)]
    sets = [frozenset(word[:5] for word in line.split() if len(word) > 3) for line in lines]
    found = words_of(lines).similarity(6, 9)
    assert np.allclose(found, [cosine(sets, gap, 6, 9) for gap in range(1, 20)], atol=1e-6)


def cosine(sets: Sequence[frozenset[str]], gap: int, before: int, after: int) -> float:
    lines_with = Counter(word for words in sets for word in words)
    weights = {word: math.log((len(sets) + 1) / count) for word, count in lines_with.items()}
    above = take(sets[:gap][::-1], before)
    below = take(sets[gap:], after)
    common = sum(above[word] * below[word] * weights[word] ** 2 for word in above)
    lengths = [
        math.hypot(*(count * weights[word] for word, count in part.items()))
        for part in (above, below)
    ]
    return common / math.prod(lengths) if all(lengths) else 0.0


def take(sets: Sequence[frozenset[str]], count: int) -> Counter[str]:
    taken: Counter[str] = Counter()
    for words in sets:
        if taken.total() < count:
            taken.update(words)
    return taken


def test_another_subject_shows_at_the_gap_where_it_starts() -> None:
    lines = [*SHEDS, *FERRIES]
    measures = dict(gap_measures(read_lines(lines), words_of(lines)))
    assert int(measures["another subject"].argmax()) == 3


def test_lines_that_get_longer_count_as_longer_and_those_that_get_shorter_as_shorter() -> None:
    short, long = (
        ["Back soon"] * 4,
        ["A long line of an essay, with all that it has to say. " * 6] * 4,
    )
    lines = [*short, *long, *short]
    measures = dict(gap_measures(read_lines(lines), words_of(lines)))
    lengthening = measures["longer lines below"]
    assert int(lengthening.argmax()) == 3
    assert int(lengthening.argmin()) == 7


@pytest.mark.parametrize(
    ("name", "lines", "gaps"),
    [
        (
            "another kind of quotation marks",
            ["It’s a shed", "So it goes", "It's a ferry", "Don't wait"],
            [0, 1],
        ),
        (
            "another kind of links",
            ["See [the shed](https://example.org/shed)", "Or see https://example.org/ferry"],
            [0],
        ),
        ("another kind of links", ["https://example.org/a", "https://example.org/b"], []),
        (
            "between two quotations",
            ["So it goes", "“It is cold,” he said.", "She lit the lamp.", "“Well?”", "So it went"],
            [1, 2],
        ),
        ("between two quotations", ["“Well?”", *["So it goes"] * 4, "“Well!”"], []),
    ],
)
def test_the_gaps_between_two_lines_of_a_style_or_of_two_styles_are_noticed(
    name: str, lines: Sequence[str], gaps: Sequence[int]
) -> None:
    found = [gap for gap, features in enumerate(features_of(lines)) if (name, 1.0) in features]
    assert found == gaps


def test_a_block_quotation_or_a_heading_is_not_taken_for_code() -> None:
    for text in ("> It was a shed, he said.", "# On sheds"):
        (line,) = read_lines([text])
        assert "code" not in line.features
    (prompt,) = read_lines(["$ make shed"])
    assert "code" in prompt.features
