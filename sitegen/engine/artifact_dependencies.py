"""What an artifact was made from, with the part that all files of a kind have kept once.

A page of a post reads fifteen templates, the site and the wording besides the few pages that it
shows. Each of ten thousand pages would keep, save and load these again.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.views.record_snapshot import ChangedFields, Key
from sitegen.views.tracking import Dependencies

_COMMON_KINDS = frozenset({"site", "template", "wording"})


class ArtifactDependencies(NamedTuple):
    """The values that the template of an artifact read."""

    common: Dependencies
    """Of the site, the templates and the wording; one object for many artifacts."""
    own: Dependencies
    """All others."""

    def changed(self, changed: ChangedFields) -> Iterator[tuple[Key, frozenset[str]]]:
        """The records among ``changed`` that were read, each with the changed fields of it."""
        for part in self:
            if not changed.keys().isdisjoint(part.keys()):  # the usual case is the other, made fast
                for key in changed.keys() & part.keys():
                    fields = part[key] & changed[key]
                    if fields:
                        yield key, fields


NO_DEPENDENCIES = ArtifactDependencies({}, {})
"""Of files that are copied."""


class DependencyPool:
    """Makes equal dependencies of different artifacts one object."""

    def __init__(self) -> None:
        self._common: dict[frozenset[tuple[Key, frozenset[str]]], Dependencies] = {}
        self._known: dict[int, tuple[Dependencies, Dependencies]] = {}
        """Common parts that were seen, with the pooled ones, by the identity of the former."""
        self._keys: dict[Key, Key] = {}
        self._fields: dict[frozenset[str], frozenset[str]] = {}

    def split(self, dependencies: Dependencies) -> ArtifactDependencies:
        """The dependencies of an artifact, split."""
        common: dict[Key, frozenset[str]] = {}
        own: dict[Key, frozenset[str]] = {}
        for key, fields in dependencies.items():
            (common if key[0] in _COMMON_KINDS else own)[key] = fields
        return ArtifactDependencies(self._equal(common), self._pooled(own))

    def pooled(self, dependencies: ArtifactDependencies) -> ArtifactDependencies:
        """Equal dependencies that were split by another pool, perhaps in another process."""
        common = dependencies.common
        if id(common) not in self._known:
            self._known[id(common)] = common, self._equal(common)
        return ArtifactDependencies(self._known[id(common)][1], self._pooled(dependencies.own))

    def _equal(self, common: Dependencies) -> Dependencies:
        return self._common.setdefault(frozenset(common.items()), common)

    def _pooled(self, own: Dependencies) -> Dependencies:
        keys, sets = self._keys, self._fields
        return {
            keys.setdefault(key, key): sets.setdefault(fields, fields)
            for key, fields in own.items()
        }
