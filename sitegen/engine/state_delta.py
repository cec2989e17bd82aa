"""The delta between two build states, which is small after most builds."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.images import ImageRecord
from sitegen.engine.loading import PageRecord
from sitegen.engine.related_groups import Group
from sitegen.engine.site_plan import KeptSite
from sitegen.errors import SitegenError
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.languages import Wording
from sitegen.overlay_mapping import changed_keys, overlaid
from sitegen.topics.subject_groups import GroupKey
from sitegen.views.body_store import BodyStore
from sitegen.views.record_snapshot import AuthorPage, Snapshot, TagPage, TemplateSource
from sitegen.views.template_records import Context, ImageView, PageView, SiteView, TopicView

K = TypeVar("K")
V = TypeVar("V")

Places = Mapping[bytes, tuple[int, int]]
"""The positions and lengths of bodies in their file."""


class MapDelta(NamedTuple, Generic[K, V]):
    """The difference between two mappings."""

    changed: Mapping[K, V]
    """The new and changed items of the later mapping."""
    removed: frozenset[K]

    def applied(self, earlier: Mapping[K, V]) -> Mapping[K, V]:
        """The later mapping."""
        if not self.removed and all(key in earlier for key in self.changed):
            return overlaid(earlier, self.changed)
        later = {**earlier, **self.changed}
        for key in self.removed:
            del later[key]
        return later


class StateDelta(NamedTuple):
    """The difference between two build states, and between the positions of their bodies."""

    rest: BuildState
    """The later build state without its mappings and its snapshot."""
    has_same_site: bool
    """Whether it has the site plan of the earlier state, apart from related posts."""
    site: SiteView | None
    """None if it is that of the earlier state: it refers to all pages."""
    wording: Wording
    pages: MapDelta[str, PageRecord]
    sources: MapDelta[str, FileFingerprint]
    views: MapDelta[str, PageView]
    topics: MapDelta[str, TopicView]
    authors: MapDelta[str, AuthorPage]
    tags: MapDelta[str, TagPage]
    templates: MapDelta[str, TemplateSource]
    artifacts: MapDelta[str, ArtifactRecord]
    """With an empty context, if it is that of the earlier state."""
    contexts: Mapping[str, Context]
    """The contexts of those artifacts that have another one."""
    outputs: MapDelta[str, FileFingerprint]
    warnings: MapDelta[str, tuple[SitegenError, ...]]
    searched: MapDelta[str, bytes]
    copy_sources: MapDelta[str, FileFingerprint]
    images: MapDelta[str, ImageRecord]
    image_views: MapDelta[str, ImageView]
    posts: tuple[str, ...]
    """The ids of all posts in their order, if these may be other ones than in the earlier state."""
    texts: MapDelta[str, bytes]
    sketches: MapDelta[str, bytes]
    groups: MapDelta[GroupKey, Group]
    places: MapDelta[bytes, tuple[int, int]]

    def applied(self, earlier: BuildState) -> BuildState:
        """The later build state, without bodies."""
        before = snapshot_of(earlier)
        snapshot = replace(
            before,
            site=self.site or before.site,
            wording=self.wording,
            pages=self.views.applied(before.pages),
            topics=self.topics.applied(before.topics),
            authors=self.authors.applied(before.authors),
            tags=self.tags.applied(before.tags),
            templates=self.templates.applied(before.templates),
            images=self.image_views.applied(before.images),
        )
        return replace(
            self.rest,
            pages=self.pages.applied(earlier.pages),
            sources=self.sources.applied(earlier.sources),
            snapshot=snapshot,
            artifacts=self._artifacts(earlier.artifacts),
            outputs=self.outputs.applied(earlier.outputs),
            warnings=self.warnings.applied(earlier.warnings),
            searched=self.searched.applied(earlier.searched),
            copy_sources=self.copy_sources.applied(earlier.copy_sources),
            images=self.images.applied(earlier.images),
            related_posts=self.rest.related_posts._replace(
                texts=self._texts(earlier.related_posts.texts),
                sketches=self.sketches.applied(earlier.related_posts.sketches),
                groups=self.groups.applied(earlier.related_posts.groups),
            ),
            site_plan=earlier.site_plan,
            has_older_plan=not self.has_same_site,
            newer_artifacts=frozenset(self.artifacts.changed),
        )

    def _texts(self, earlier: Mapping[str, bytes]) -> Mapping[str, bytes]:
        texts = self.texts.applied(earlier)
        return texts if self.has_same_site else {post: texts[post] for post in self.posts}

    def _artifacts(self, earlier: Mapping[str, ArtifactRecord]) -> Mapping[str, ArtifactRecord]:
        changed = {
            name: record._replace(
                context=self.contexts[name] if name in self.contexts else earlier[name].context
            )
            for name, record in self.artifacts.changed.items()
        }
        return self.artifacts._replace(changed=changed).applied(earlier)


def delta_between(
    earlier: BuildState, places: Places, later: BuildState, later_places: Places
) -> StateDelta:
    """The delta between two build states with snapshots.

    It does not include the site plan, which contains all pages.
    """
    artifacts = _delta(earlier.artifacts, later.artifacts)
    bare = {name: record._replace(context={}) for name, record in artifacts.changed.items()}
    old, new = snapshot_of(earlier), snapshot_of(later)
    has_same_site = _site_of(earlier) is _site_of(later)
    return StateDelta(
        rest=_rest_of(later),
        site=None if new.site == old.site else new.site,
        wording=new.wording,
        has_same_site=has_same_site,
        pages=_delta(earlier.pages, later.pages),
        sources=_delta(earlier.sources, later.sources),
        views=_delta(old.pages, new.pages),
        topics=_delta(old.topics, new.topics),
        authors=_delta(old.authors, new.authors),
        tags=_delta(old.tags, new.tags),
        templates=_delta(old.templates, new.templates),
        artifacts=artifacts._replace(changed=bare),
        contexts=_other_contexts(artifacts.changed, earlier.artifacts),
        outputs=_delta(earlier.outputs, later.outputs),
        warnings=_delta(earlier.warnings, later.warnings),
        searched=_delta(earlier.searched, later.searched),
        copy_sources=_delta(earlier.copy_sources, later.copy_sources),
        images=_delta(earlier.images, later.images),
        image_views=_delta(old.images, new.images),
        posts=() if has_same_site else tuple(later.related_posts.texts),
        texts=_delta(earlier.related_posts.texts, later.related_posts.texts),
        sketches=_delta(earlier.related_posts.sketches, later.related_posts.sketches),
        groups=_delta(earlier.related_posts.groups, later.related_posts.groups),
        places=_delta(places, later_places),
    )


def _rest_of(build_state: BuildState) -> BuildState:
    """A build state without its mappings and its snapshot."""
    return replace(
        build_state,
        pages={},
        sources={},
        snapshot=None,
        artifacts={},
        outputs={},
        warnings={},
        searched={},
        copy_sources={},
        images={},
        related_posts=build_state.related_posts._replace(texts={}, sketches={}, groups={}),
        site_plan=None,
    )


def _other_contexts(
    changed: Mapping[str, ArtifactRecord], earlier: Mapping[str, ArtifactRecord]
) -> dict[str, Context]:
    """The contexts of those records that had another one, or are new."""
    return {
        name: record.context
        for name, record in changed.items()
        if name not in earlier or earlier[name].context != record.context
    }


def snapshot_of(build_state: BuildState) -> Snapshot:
    """The snapshot of a digest that was built."""
    assert build_state.snapshot is not None  # noqa: S101 -- the caller has made sure of it
    return build_state.snapshot


def with_bodies(build_state: BuildState, bodies: BodyStore) -> BuildState:
    """The build state with another body store."""
    return replace(build_state, snapshot=replace(snapshot_of(build_state), bodies=bodies))


def _site_of(build_state: BuildState) -> KeptSite | None:
    return build_state.site_plan.kept_site if build_state.site_plan else None


def _delta(earlier: Mapping[K, V], later: Mapping[K, V]) -> MapDelta[K, V]:
    others, removed = changed_keys(earlier, later)
    changed = {key: later[key] for key in others if earlier.get(key) != later[key]}
    return MapDelta(changed, removed)
