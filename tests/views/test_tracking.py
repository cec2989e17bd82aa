"""Which fields templates read, and what they receive."""

import pytest

from sitegen.views import tracking
from sitegen.views.field_sets import field_set
from sitegen.views.record_snapshot import Snapshot
from sitegen.views.template_records import SiteView
from sitegen.views.tracking import Tracker
from tests.digest import Digest, collect


def snapshot_of(digest: Digest) -> Snapshot:
    for number in range(30):
        digest.post(f"post-{number}", tags="[lamp]")
    return collect(digest.root).snapshot


@pytest.mark.parametrize("kept", [10, 10_000])
def test_a_long_list_is_resolved_once_however_many_pages_read_it(
    digest: Digest, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(tracking, "_MOST_KEPT", kept)
    tracker = Tracker(snapshot_of(digest))
    first = tracker.site.posts
    tracker.reset()
    assert tracker.site.posts is first
    assert tracker.dependencies() == {("site", ""): field_set(SiteView, ["posts"])}


def test_pages_are_the_same_objects_on_one_page_and_forgotten_after_many(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracking, "_MOST_KEPT", 20)
    snapshot = snapshot_of(digest)
    tracker, (first, *others) = Tracker(snapshot), snapshot.site.posts
    shown = tracker.show(first)
    tracker.reset()
    assert tracker.show(first) is shown
    for other in others:
        tracker.show(other)
    assert tracker.track_separately(lambda: f"{tracker.show(others[0])}")[0] == "<page>"
    assert tracker.show(first) is shown
    tracker.reset()
    assert tracker.show(first) is not shown


def test_tags_and_authors_in_a_long_list_are_dependencies_of_every_page_that_shows_it(
    digest: Digest,
) -> None:
    snapshot = snapshot_of(digest)
    tracker = Tracker(snapshot)
    tags = tuple(page.tags[0] for page in snapshot.pages.values() if page.tags)
    assert len(tags) == 30
    for _ in range(2):
        tracker.reset()
        tracker.show(tags)
        assert ("tag", "lamp") in tracker.dependencies()


def test_a_fragment_depends_on_what_it_reads_even_if_the_page_around_it_read_it_before(
    digest: Digest,
) -> None:
    tracker = Tracker(snapshot_of(digest))
    site = tracker.site
    assert site.title
    _, dependencies = tracker.track_separately(lambda: f"{site.title}{site.author}")
    assert dependencies == {("site", ""): field_set(SiteView, ["title", "author"])}
    assert tracker.dependencies() == {("site", ""): field_set(SiteView, ["title"])}
    assert site.language
    tracker.add(dependencies)
    assert tracker.dependencies() == {
        ("site", ""): field_set(SiteView, ["title", "author", "language"])
    }
    tracker.reset()
    assert tracker.dependencies() == {}
