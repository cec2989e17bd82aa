"""What an artifact was made from. The part that files of a kind have in common is stored once.

The page of a post reads fifteen templates, the site and the wording, and only a few pages. Without
sharing, each of ten thousand artifacts would hold, save and load all of these. What is its own is
packed into bytes, which are sent, saved and loaded many times faster than a mapping; most builds
unpack that of few artifacts.
"""

import functools
import marshal
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple, Protocol, TypeVar

from sitegen.engine.block_file import BlockMapping
from sitegen.overlay_mapping import layers_of
from sitegen.views.field_sets import FieldSet
from sitegen.views.record_snapshot import ChangedFields, Key
from sitegen.views.tracking import Dependencies

_COMMON_KINDS = frozenset({"site", "template", "wording"})
_FEW = 16
"""Up to this many names, looking for them takes less time than unpacking."""
_FORMAT = 2
"""The last format of ``marshal`` in which equal values have equal bytes."""


class ArtifactDependencies(NamedTuple):
    """The values that the template of an artifact read."""

    common: Dependencies
    """Of the site, the templates and the wording; one object for many artifacts."""
    packed: bytes
    """All others."""

    @property
    def own(self) -> Dependencies:
        """The dependencies that are packed."""
        by_kind = marshal.loads(self.packed)  # noqa: S302 -- from ``_pack``
        return {
            (kind, name): fields
            for kind, records in by_kind.items()
            for name, fields in records.items()
        }


class Dependent(Protocol):
    """The record of an artifact."""

    @property
    def dependencies(self) -> ArtifactDependencies:
        """What it was made from."""


D = TypeVar("D", bound=Dependent)


class SearchableRecords(dict[str, D]):
    """Records by name that never change, and whose dependencies are searched all at once."""

    def near(self, parts: Iterable[bytes]) -> Iterator[str]:
        """The names of all records whose own dependencies contain one of ``parts``, packed.

        There may be others among them: those before such a record.
        """
        names = list(self)
        packed, ends = self._all_packed
        for part in parts:
            place = packed.find(part)
            while 0 <= place < len(packed):
                number = bisect_right(ends, place)
                yield names[number]
                place = packed.find(part, ends[number])

    @functools.cached_property
    def _all_packed(self) -> tuple[bytes, list[int]]:
        """What is packed of all records, and where that of each ends."""
        packed = [record.dependencies.packed for record in self.values()]
        return b"".join(packed), list(accumulate(map(len, packed)))


class Changes:
    """What changed, to be looked for in the dependencies of many artifacts."""

    def __init__(self, changed: ChangedFields) -> None:
        """Takes all fields that changed, by record."""
        self._common = {key: changed[key] for key in changed if key[0] in _COMMON_KINDS}
        self._own = {key: changed[key] for key in changed if key[0] not in _COMMON_KINDS}
        self._names = [name.encode(errors="surrogatepass") for _, name in self._own]
        self._seen: dict[int, tuple[Dependencies, bool]] = {}
        """Common dependencies, and whether a record of theirs changed, by identity."""

    def may_be_in(self, dependencies: ArtifactDependencies) -> bool:
        """Whether ``among`` may find any. It is fast, and right about most artifacts."""
        common, packed = dependencies
        seen = self._seen.get(id(common))
        if seen is None:
            is_common = not self._common.keys().isdisjoint(common.keys())
            seen = self._seen[id(common)] = common, is_common
        return seen[1] or self._may_be_own(packed)

    def suspects(self, records: Mapping[str, Dependent]) -> set[str]:
        """The names of records for which ``may_be_in`` is true, found in a fraction of the time.

        Raises:
            BlockLostError: the cache is damaged.
        """
        names: Iterable[str] = records
        if not (self._common or len(self._names) > _FEW):
            base, overlay = layers_of(records)
            if isinstance(base, (BlockMapping, SearchableRecords)):
                names = {*base.near(self._names), *overlay}
        return {name for name in names if self.may_be_in(records[name].dependencies)}

    def among(self, dependencies: ArtifactDependencies) -> Iterable[tuple[Key, FieldSet]]:
        """The records that were read, each with those of the changed fields that were."""
        common, packed = dependencies
        own = dependencies.own if self._may_be_own(packed) else {}
        return (
            (key, fields)
            for changed, read in ((self._common, common), (self._own, own))
            for key in changed.keys() & read.keys()
            if (fields := changed[key] & read[key])
        )

    def _may_be_own(self, packed: bytes) -> bool:
        """Whether a changed record may have been read: ``marshal`` writes names in UTF-8."""
        if len(self._names) > _FEW:
            return True
        for name in self._names:  # noqa: SIM110 -- for every file of an output
            if name in packed:
                return True
        return False


def _pack(own: Mapping[str, Mapping[str, FieldSet]]) -> bytes:
    """Packs the fields that were read, by the kinds and then by the names of records."""
    return marshal.dumps(dict(own), _FORMAT)


NO_DEPENDENCIES = ArtifactDependencies({}, _pack({}))
"""Of files that no template makes: copies and the search index."""


class DependencyPool:
    """Makes equal common dependencies of different artifacts one object."""

    def __init__(self) -> None:
        self._common: dict[frozenset[tuple[Key, FieldSet]], Dependencies] = {}
        self._known: dict[int, tuple[Dependencies, Dependencies]] = {}
        """Common parts that were seen, each with its pooled equal, by identity."""

    def split(self, dependencies: Dependencies) -> ArtifactDependencies:
        """Splits the dependencies of an artifact, pools one part, and packs the other."""
        common: dict[Key, FieldSet] = {}
        own: dict[str, dict[str, FieldSet]] = defaultdict(dict)
        for key, fields in dependencies.items():
            kind, name = key
            if kind in _COMMON_KINDS:
                common[key] = fields
            else:
                own[kind][name] = fields
        return ArtifactDependencies(self._equal(common), _pack(own))

    def pooled(self, dependencies: ArtifactDependencies) -> ArtifactDependencies:
        """Pools dependencies that another pool has split, perhaps in another process."""
        common, packed = dependencies
        if id(common) not in self._known:
            self._known[id(common)] = common, self._equal(common)
        return ArtifactDependencies(self._known[id(common)][1], packed)

    def _equal(self, common: Dependencies) -> Dependencies:
        return self._common.setdefault(frozenset(common.items()), common)
