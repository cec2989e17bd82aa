"""The order of topics in the cluster diagram."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.picture.topic_order import chain_topics

pairs = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.floats(0.1, 9)))
def test_every_topic_is_in_one_chain_and_related_to_its_neighbours(
    affinities: dict[tuple[int, int], float],
) -> None:
    chains = chain_topics(affinities, 10)
    assert sorted(number for chain in chains for number in chain) == list(range(10))
    for chain in chains:
        for one, other in pairwise(chain):
            assert (min(one, other), max(one, other)) in affinities
    if affinities:
        closest = max(affinities, key=lambda pair: (affinities[pair], [-number for number in pair]))
        together = next(chain for chain in chains if closest[0] in chain)
        assert abs(together.index(closest[0]) - together.index(closest[1])) == 1
