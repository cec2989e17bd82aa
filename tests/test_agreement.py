import pytest

from benchmarks.agreement import adjusted_information, pairwise_f1, placed, v_measure


def test_equal_groups_agree_fully() -> None:
    assert v_measure("aabb", "xxyy") == pytest.approx(1)
    assert pairwise_f1("aabb", "xxyy") == 1
    assert adjusted_information("aabb", "xxyy") == pytest.approx(1)


def test_chance_is_taken_off_the_information() -> None:
    # scikit-learn 1.9: adjusted_mutual_info_score([0, 0, 1, 1, 2], [0, 1, 1, 2, 2])
    assert v_measure("aabbc", "xyyzz") == pytest.approx(0.4744, abs=1e-4)
    assert adjusted_information("aabbc", "xyyzz") == pytest.approx(-0.25, abs=1e-6)


def test_texts_in_the_rest_are_not_placed() -> None:
    figures = placed("aabb", "xx-x", "-")

    assert figures.share == 0.75
    assert figures.wrong == pytest.approx(1 / 3)
