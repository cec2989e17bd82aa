"""Which topics stand side by side in the picture of a digest."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.picture.kinship import string_together

pairs = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.floats(0.1, 9)))
def test_every_topic_is_in_one_string_and_akin_to_those_beside_it(
    bonds: dict[tuple[int, int], float],
) -> None:
    strings = string_together(bonds, 10)
    assert sorted(number for string in strings for number in string) == list(range(10))
    for string in strings:
        for one, other in pairwise(string):
            assert (min(one, other), max(one, other)) in bonds
    if bonds:
        closest = max(bonds, key=lambda pair: (bonds[pair], [-number for number in pair]))
        together = next(string for string in strings if closest[0] in string)
        assert abs(together.index(closest[0]) - together.index(closest[1])) == 1
