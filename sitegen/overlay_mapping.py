"""Mappings over an earlier one, of which they have other values for a few keys.

After an edit, ten thousand records are those of the build before. A mapping that refers to that
build's records, and holds only the others itself, is made and compared in no time. Nor need the
earlier records be in memory: see ``sitegen.engine.block_file``.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

_LARGEST_OVERLAY = 1 / 4
"""The share of the keys above which merging an overlay once takes less time than carrying it."""


class LazyMapping(Mapping[K, V]):
    """A mapping whose values may be read when they are needed: not to compare what two share."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]  # its values may be mutable

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        changed, removed = changed_keys(self, other)
        return not removed and all(key in self and self[key] == other[key] for key in changed)

    def __reduce__(self) -> tuple[type[dict[K, V]], tuple[dict[K, V]]]:
        """Sends all values to another process."""
        return dict, (dict(self),)


class OverlayMapping(LazyMapping[K, V]):
    """A base mapping, and an overlay with other values for some of its keys."""

    __slots__ = ("base", "overlay")

    def __init__(self, base: Mapping[K, V], overlay: Mapping[K, V]) -> None:
        self.base = base
        """The earlier mapping."""
        self.overlay = overlay
        """The other values, of keys of the base."""

    def __getitem__(self, key: K) -> V:
        overlay = self.overlay
        return overlay[key] if key in overlay else self.base[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.base)

    def __len__(self) -> int:
        return len(self.base)

    def __contains__(self, key: object) -> bool:
        return key in self.base


def overlaid(earlier: Mapping[K, V], changed: Mapping[K, V]) -> Mapping[K, V]:
    """The mapping with the values of ``changed``, whose keys ``earlier`` has.

    However often that is done, there are two layers, or one if many values are other ones.
    """
    if not changed:
        return earlier
    base, overlay = layers_of(earlier)
    overlay = {**overlay, **changed}
    if type(base) is dict and len(overlay) > len(base) * _LARGEST_OVERLAY:
        return {**base, **overlay}
    return OverlayMapping(base, overlay)


def layers_of(mapping: Mapping[K, V]) -> tuple[Mapping[K, V], Mapping[K, V]]:
    """The base and the overlay; of another mapping, itself and nothing."""
    return (mapping.base, mapping.overlay) if isinstance(mapping, OverlayMapping) else (mapping, {})


def missing_keys(mapping: Iterable[K], other: Mapping[K, object]) -> list[K]:
    """The keys that ``other`` lacks."""
    keys, _ = layers_of(other)
    known = keys if isinstance(keys, dict) else frozenset(keys)
    return [key for key in mapping if key not in known]


def changed_keys(old: Mapping[K, V], new: Mapping[K, V]) -> tuple[list[K], frozenset[K]]:
    """The keys that have another object than before or are new, and those that are gone."""
    old_base, old_overlay = layers_of(old)
    new_base, new_overlay = layers_of(new)
    if old_base is new_base:
        keys = {**old_overlay, **new_overlay}
        return [key for key in keys if old[key] is not new[key]], frozenset()
    if list(old) == list(new):  # after most edits: compared in a fraction of the time
        return list(compress(new, map(is_not, old.values(), new.values()))), frozenset()
    changed = [key for key, value in new.items() if old.get(key) is not value]
    return changed, frozenset(old.keys() - new.keys())
