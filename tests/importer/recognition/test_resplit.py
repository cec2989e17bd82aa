from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.importer.recognition.resplit import match_resplit

TEXT = tuple("abcdefghijklmnopqrstuvwxyz")
CUTS = st.sets(st.integers(1, 25)).map(lambda cuts: [0, *sorted(cuts), 26])


def pairs(before: str, after: str) -> dict[int, int]:
    """The matching pairs of documents, which are given as words with commas between documents."""
    return match_resplit(*([tuple(d.split()) for d in s.split(",")] for s in (before, after)))


def test_a_split_document_matches_its_largest_part() -> None:
    assert pairs("a b c d e f", "a, b c d, e f") == {0: 1}


def test_of_equal_parts_the_first_matches() -> None:
    assert pairs("a b c d", "a b, c d") == {0: 0}


def test_joined_documents_match_the_first() -> None:
    assert pairs("a, b c d, e", "a b c d e") == {0: 0}


def test_documents_match_when_the_boundary_between_them_moved() -> None:
    assert pairs("a b c d, e f", "a, b c d e f") == {0: 0, 1: 1}
    assert pairs("a b, c d e f", "a b c d e, f") == {0: 0, 1: 1}


def test_other_changes_before_after_and_between_do_not_matter() -> None:
    assert pairs("x y, a b c d, v w, e f, g h", "z, a, b c d, u, e f g h") == {1: 2, 3: 4}


def test_nothing_matches_if_a_word_changed_too() -> None:
    assert pairs("a b c d e", "a b, c d f") == {}
    assert pairs("a b c d", "a b, c d e") == {}


def test_texts_without_words_do_not_match() -> None:
    assert pairs(",a b c", ",,") == {}
    assert pairs("a b c d,", "a b,,c d") == {0: 0}


@given(CUTS, CUTS)
def test_matched_documents_always_overlap(old: list[int], new: list[int]) -> None:
    before, after = ([TEXT[start:end] for start, end in pairwise(cuts)] for cuts in (old, new))
    found = match_resplit(before, after)

    assert found
    assert len(set(found.values())) == len(found)
    assert all(set(before[i]) & set(after[j]) for i, j in found.items())


def test_a_repetitive_dump_is_matched_in_bounded_time() -> None:
    before = [(*"abc", str(number)) for number in range(5000)]
    after = [(*"abc", str(-number)) for number in range(1, 5001)]

    assert match_resplit(before, after) == {}
