"""What an artifact was made from. The part that files of a kind have in common is stored once.

The page of a post reads fifteen templates, the site and the wording, and only a few pages. Without
sharing, each of ten thousand artifacts would hold, save and load all of these.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.views.field_sets import FieldSet
from sitegen.views.record_snapshot import ChangedFields, Key
from sitegen.views.tracking import Dependencies

_COMMON_KINDS = frozenset({"site", "template", "wording"})


class ArtifactDependencies(NamedTuple):
    """The values that the template of an artifact read."""

    common: Dependencies
    """Of the site, the templates and the wording; one object for many artifacts."""
    own: Dependencies
    """All others."""

    def changed(self, changed: ChangedFields) -> Iterable[tuple[Key, FieldSet]]:
        """The records among ``changed`` that were read, each with the changed fields that were."""
        keys = changed.keys()
        if keys.isdisjoint(self.own.keys()) and keys.isdisjoint(self.common.keys()):
            return ()  # the usual case, made fast
        return (
            (key, fields)
            for part in self
            for key in keys & part.keys()
            if (fields := part[key] & changed[key])
        )


NO_DEPENDENCIES = ArtifactDependencies({}, {})
"""Of files that no template makes: copies and the search index."""


class DependencyPool:
    """Makes equal dependencies of different artifacts one object."""

    def __init__(self) -> None:
        self._common: dict[frozenset[tuple[Key, FieldSet]], Dependencies] = {}
        self._known: dict[int, tuple[Dependencies, Dependencies]] = {}
        """Common parts that were seen, each with its pooled equal, by identity."""
        self._keys: dict[Key, Key] = {}

    def split(self, dependencies: Dependencies) -> ArtifactDependencies:
        """Splits the dependencies of an artifact, and pools both parts."""
        common: dict[Key, FieldSet] = {}
        own: dict[Key, FieldSet] = {}
        for key, fields in dependencies.items():
            (common if key[0] in _COMMON_KINDS else own)[key] = fields
        return ArtifactDependencies(self._equal(common), self._pooled(own))

    def pooled(self, dependencies: ArtifactDependencies) -> ArtifactDependencies:
        """Pools dependencies that another pool has split, perhaps in another process."""
        common = dependencies.common
        if id(common) not in self._known:
            self._known[id(common)] = common, self._equal(common)
        return ArtifactDependencies(self._known[id(common)][1], self._pooled(dependencies.own))

    def _equal(self, common: Dependencies) -> Dependencies:
        return self._common.setdefault(frozenset(common.items()), common)

    def _pooled(self, own: Dependencies) -> Dependencies:
        keys = self._keys
        return {keys.setdefault(key, key): fields for key, fields in own.items()}
