"""How the posts of a text begin, learned from a first reading of it."""

import numpy as np
import pytest

from sitegen.readers.text import read_text
from sitegen.readers.text.openings import learn_openings
from tests.readers.test_text_post_marks import TEXTS


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_posts_of_several_lines_that_begin_alike_are_told_apart(gap: str) -> None:
    pairs = zip((TEXTS * 3)[:14], (TEXTS * 3)[3:17], strict=True)
    posts = [
        f"@marit {number}\n\n{one}" if number % 2 else f"@marit {number}\n\n{one}\n\n{other}"
        for number, (one, other) in enumerate(pairs)
    ]
    expected = [post.replace("\n\n", gap) for post in posts]
    assert [post.text for post in read_text(gap.join(expected), "dump.txt")] == expected


def test_a_line_is_cut_off_like_others_of_its_kind_but_not_like_the_next_in_a_list() -> None:
    texts = ["![A goat](a.png)", "It ate the hat.", "And then the shoe."] * 4
    cuts = np.array([1.0, 0.1, 0.1, 0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.4, 0.1, 0.1, 0.9, 0.9])
    learned = learn_openings([*texts, "- hay", "- oats"], [0] * 14, cuts)
    assert learned[9] > 0.5
    assert learned[10] < 0 == learned[0]
    assert learned[12] == learned[13] == 0
