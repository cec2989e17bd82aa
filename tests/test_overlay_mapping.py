"""Mappings over an earlier one, of which they have other values for a few keys."""

import pickle

from sitegen.overlay_mapping import OverlayMapping, changed_keys, layers_of, missing_keys, overlaid

BASE = {"a": [1], "b": [2], "c": [3], **{f"{number}": [number] for number in range(9)}}


def test_an_overlaid_mapping_has_the_keys_of_the_base_and_the_values_of_the_overlay() -> None:
    mapping = overlaid(BASE, {"b": [5]})
    assert type(mapping) is OverlayMapping
    assert list(mapping.items()) == list({**BASE, "b": [5]}.items())
    assert len(mapping) == len(BASE)
    assert "c" in mapping
    assert "d" not in mapping
    assert mapping.get("d") is None


def test_without_other_values_it_is_the_earlier_one() -> None:
    assert overlaid(BASE, {}) is BASE


def test_what_is_overlaid_again_has_two_layers() -> None:
    again = overlaid(overlaid(BASE, {"a": [7], "b": [5]}), {"b": [6]})
    base, overlay = layers_of(again)
    assert base is BASE
    assert overlay == {"a": [7], "b": [6]}


def test_many_other_values_are_merged_with_the_base() -> None:
    changed = {key: [0] for key in list(BASE)[:4]}
    merged = overlaid(overlaid(BASE, {"8": [7]}), changed)
    assert type(merged) is dict
    assert list(merged.items()) == list({**BASE, "8": [7], **changed}.items())


def test_equal_values_make_equal_mappings_whatever_they_share() -> None:
    mapping = overlaid(BASE, {"b": [5]})
    assert mapping == overlaid(BASE, {"b": [5]}) == {**BASE, "b": [5]}
    assert overlaid(BASE, {"b": [2]}) == BASE
    assert mapping != BASE
    assert mapping != overlaid(BASE, {"c": [5]})
    assert mapping != {"b": [5]}


def test_only_the_values_of_overlays_are_compared() -> None:
    class Unread(dict[str, int]):
        def __getitem__(self, key: str) -> int:
            assert key == "b"
            return 2

    base = Unread.fromkeys("abc", 0)
    assert OverlayMapping(base, {"b": 2}) == OverlayMapping(base, {})
    changed, removed = changed_keys(OverlayMapping(base, {"b": 3}), base)
    assert (changed, removed) == (["b"], frozenset())


def test_changed_keys_are_those_with_another_object_new_ones_and_gone_ones() -> None:
    old = {"a": [1], "b": [2], "c": [3]}
    assert changed_keys(old, {"a": old["a"], "b": [2], "d": [4]}) == (["b", "d"], frozenset("c"))
    assert changed_keys(old, old | {"c": [3]}) == (["c"], frozenset())


def test_missing_keys_are_those_that_another_mapping_lacks() -> None:
    other = overlaid(BASE, {"b": [5]})
    assert missing_keys({"b": 1, "x": 2, "a": 3, "y": 4}, other) == ["x", "y"]
    assert missing_keys(other, BASE) == []


def test_another_process_receives_all_values() -> None:
    sent = pickle.loads(pickle.dumps(overlaid(BASE, {"b": [5]})))  # noqa: S301 -- our own
    assert sent == {**BASE, "b": [5]}
    assert type(sent) is dict
