"""The words of an essay, and those of the posts around it, say where other lines belong."""

from collections import deque
from collections.abc import Sequence

import numpy as np
import pytest

from sitegen.readers.text.essay_words import compare_words
from sitegen.readers.text.line_words import Floats, LineWords
from sitegen.readers.text.lines import read_lines

ESSAY = (
    "The harbour pilot boards every vessel by ladder, whatever the weather.",
    "A ladder swings, and the vessel rolls towards the harbour wall.",
    "Every pilot remembers the vessel whose ladder broke.",
) * 8
POSTS = (
    "Bread again this morning, sourdough, slightly burnt crust.",
    "Somebody please explain sourdough hydration percentages",
    "Burnt another crust, eating bread anyway",
) * 8


def scores_of(lines: Sequence[str], inside: Sequence[float]) -> list[Floats] | None:
    words = LineWords()
    deque(words.watch(read_lines(lines).worded()), maxlen=0)
    return compare_words(words, np.array(inside))


@pytest.mark.parametrize("posts", [1, 5, 100])
def test_a_line_belongs_where_its_words_do_however_many_posts_there_are(posts: int) -> None:
    lines = (*ESSAY, "No pilot likes this ladder.", "A crust of bread", "Zwölf", *POSTS * posts)
    inside = [1.0] * len(ESSAY) + [0.5] * 3 + [0.0] * len(POSTS * posts)
    scores = scores_of(lines, inside)
    assert scores is not None
    for values in scores:
        like_essay, like_posts, like_neither = values[len(ESSAY) : len(ESSAY) + 3]
        assert like_essay > 0.2 > -0.2 > like_posts
        assert like_neither == 0


def test_the_words_of_a_line_itself_do_not_count() -> None:
    lines = (*ESSAY, "Quernstone millwright dampers", *POSTS)
    scores = scores_of(lines, [1.0] * (len(ESSAY) + 1) + [0.0] * len(POSTS))
    assert scores is not None
    assert [values[len(ESSAY)] for values in scores] == [0, 0]


@pytest.mark.parametrize("inside", [0.0, 1.0])
def test_words_are_not_compared_without_both_essays_and_posts(inside: float) -> None:
    assert scores_of(POSTS, [inside] * len(POSTS)) is None
