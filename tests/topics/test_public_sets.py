"""The benchmark of public sets."""

from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from benchmarks.public_sets import accuracy, best_pairs, measure_sets


def test_the_pairs_with_the_least_cost_are_found() -> None:
    chance = np.random.default_rng(1)
    for size in (1, 2, 3, 5) * 5:
        costs = chance.integers(0, 9, (size, size)).astype(float)
        pairs = best_pairs(costs)
        least = min(costs[np.arange(size), order].sum() for order in permutations(range(size)))
        assert sorted(pairs) == list(range(size))
        assert costs[np.arange(size), pairs].sum() == least


def test_each_label_has_one_group() -> None:
    assert accuracy("aabb", "yyxx") == 1
    assert accuracy("aabb", "xyyy") == 0.75
    assert accuracy("aaaa", "xyyz") == 0.5


def test_a_folder_without_sets_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measure_sets(tmp_path)
    assert "not measured" in capsys.readouterr().out
