import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sitegen.topics.clustering import merge_similar, split_evenly
from sitegen.topics.corpus import unit
from sitegen.topics.grouping_types import Floats


def clouds(groups: int, members: int) -> Floats:
    random = np.random.Generator(np.random.PCG64(3))
    centres = np.repeat(np.eye(groups, 8), members, axis=0)
    return unit((centres + 0.05 * random.standard_normal(centres.shape)).astype(np.float32))


def test_both_algorithms_find_separate_clusters() -> None:
    expected = np.repeat(np.arange(4), 6).tolist()
    vectors = clouds(4, 6)
    assert merge_similar(vectors, np.ones(24, dtype=np.int64), 0.5).tolist() == expected
    found = split_evenly(vectors, 4)
    assert len(set(zip(expected, found.tolist(), strict=True))) == 4


def test_dissimilar_items_are_not_merged() -> None:
    vectors = np.eye(5, dtype=np.float32)
    assert merge_similar(vectors, np.ones(5, dtype=np.int64), 0.1).tolist() == [0, 1, 2, 3, 4]


@given(st.integers(1, 12), st.integers(1, 12))
def test_there_are_as_many_groups_as_requested(items: int, groups: int) -> None:
    same = np.ones((items, 3), dtype=np.float32)
    assert len(set(split_evenly(unit(same), groups).tolist())) == min(items, groups)
