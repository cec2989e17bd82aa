"""Mappings that share all but a few values with an earlier one."""

import pickle

from sitegen.revised import Revised, changed_keys, parts_of, revised

BASE = {"a": [1], "b": [2], "c": [3]}


def test_a_revised_mapping_has_the_keys_of_the_earlier_one_and_its_own_values() -> None:
    mapping = revised(BASE, {"b": [5]})
    assert list(mapping.items()) == [("a", [1]), ("b", [5]), ("c", [3])]
    assert len(mapping) == 3
    assert "c" in mapping
    assert "d" not in mapping
    assert mapping.get("d") is None


def test_without_other_values_it_is_the_earlier_one() -> None:
    assert revised(BASE, {}) is BASE


def test_what_is_revised_again_refers_to_the_first_one() -> None:
    again = revised(revised(BASE, {"a": [7], "b": [5]}), {"b": [6]})
    base, own = parts_of(again)
    assert base is BASE
    assert own == {"a": [7], "b": [6]}


def test_equal_values_make_equal_mappings_whatever_they_share() -> None:
    mapping = revised(BASE, {"b": [5]})
    assert mapping == revised(BASE, {"b": [5]}) == {"a": [1], "b": [5], "c": [3]}
    assert revised(BASE, {"b": [2]}) == BASE
    assert revised(BASE, {"b": [2]}) == BASE
    assert mapping != BASE
    assert mapping != revised(BASE, {"c": [5]})
    assert mapping != {"b": [5]}


def test_only_their_own_values_are_compared() -> None:
    class Unread(dict[str, int]):
        def __getitem__(self, key: str) -> int:
            assert key == "b"
            return 2

    base = Unread.fromkeys("abc", 0)
    assert Revised(base, {"b": 2}) == Revised(base, {})
    changed, removed = changed_keys(Revised(base, {"b": 3}), base)
    assert (changed, removed) == (["b"], frozenset())


def test_changed_keys_are_those_with_another_object_new_ones_and_gone_ones() -> None:
    old = {"a": [1], "b": [2], "c": [3]}
    assert changed_keys(old, {"a": old["a"], "b": [2], "d": [4]}) == (["b", "d"], frozenset("c"))
    assert changed_keys(old, old | {"c": [3]}) == (["c"], frozenset())


def test_another_process_receives_all_values() -> None:
    sent = pickle.loads(pickle.dumps(revised(BASE, {"b": [5]})))  # noqa: S301 -- our own
    assert sent == {"a": [1], "b": [5], "c": [3]}
    assert type(sent) is dict
