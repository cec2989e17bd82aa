"""Mappings that share all but a few values with an earlier one.

After an edit, ten thousand records are those of the build before. A mapping that refers to that
build's records, and holds only the others itself, is made and compared in no time. Nor need the
earlier records be in memory: see ``sitegen.engine.block_file``.
"""

from collections.abc import Iterator, Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class SharedMapping(Mapping[K, V]):
    """A mapping that is compared with others without a look at what both share."""

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


class Revised(SharedMapping[K, V]):
    """An earlier mapping in which some keys have other values."""

    __slots__ = ("base", "own")

    def __init__(self, base: Mapping[K, V], own: Mapping[K, V]) -> None:
        self.base = base
        """The earlier mapping."""
        self.own = own
        """The other values, of keys of the earlier mapping."""

    def __getitem__(self, key: K) -> V:
        own = self.own
        return own[key] if key in own else self.base[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.base)

    def __len__(self) -> int:
        return len(self.base)

    def __contains__(self, key: object) -> bool:
        return key in self.base


def revised(earlier: Mapping[K, V], changed: Mapping[K, V]) -> Mapping[K, V]:
    """The mapping with the values of ``changed``, whose keys ``earlier`` has."""
    if not changed:
        return earlier
    base, own = parts_of(earlier)
    return Revised(base, {**own, **changed})


def parts_of(mapping: Mapping[K, V]) -> tuple[Mapping[K, V], Mapping[K, V]]:
    """The mapping that it revises, and what is its own; the mapping itself if it revises none."""
    return (mapping.base, mapping.own) if isinstance(mapping, Revised) else (mapping, {})


def changed_keys(old: Mapping[K, V], new: Mapping[K, V]) -> tuple[list[K], frozenset[K]]:
    """The keys that have another object than before or are new, and those that are gone."""
    base, own = parts_of(old)
    other, others = parts_of(new)
    if base is other:
        return [key for key in {**own, **others} if old[key] is not new[key]], frozenset()
    if list(old) == list(new):  # after most edits: compared in a fraction of the time
        return list(compress(new, map(is_not, old.values(), new.values()))), frozenset()
    changed = [key for key, value in new.items() if old.get(key) is not value]
    return changed, frozenset(old.keys() - new.keys())
