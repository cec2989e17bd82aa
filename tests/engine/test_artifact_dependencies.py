"""What artifacts were made from."""

import copy
from typing import NamedTuple

from sitegen.engine.artifact_dependencies import (
    NO_DEPENDENCIES,
    ArtifactDependencies,
    Changes,
    DependencyPool,
    SearchableRecords,
)
from sitegen.overlay_mapping import overlaid
from sitegen.views.field_sets import FieldSet, field_set
from sitegen.views.record_snapshot import ChangedFields, Key
from sitegen.views.template_records import PageView, SiteView

SITE: Key = ("site", "")
BERTH: Key = ("page", "berth")
OTHER: Key = ("page", "other")


def of_site(*names: str) -> FieldSet:
    return field_set(SiteView, names)


def of_page(*names: str) -> FieldSet:
    return field_set(PageView, names)


class Made(NamedTuple):
    """The record of an artifact, as far as it matters."""

    dependencies: ArtifactDependencies


READ = {SITE: of_site("title", "author"), BERTH: of_page("html")}


def found(read: ArtifactDependencies, changed: ChangedFields) -> dict[Key, FieldSet]:
    changes = Changes(changed)
    among = dict(changes.among(read))
    records = {"a.html": Made(read), "b.html": Made(NO_DEPENDENCIES)}
    suspects = changes.suspects(records)
    assert changes.suspects(SearchableRecords(records)) == suspects
    assert ("a.html" in suspects) == changes.may_be_in(read)
    assert ("b.html" in suspects) == changes.may_be_in(NO_DEPENDENCIES)
    assert changes.may_be_in(read) or not among
    return among


def test_what_changed_is_found_among_common_and_own_dependencies() -> None:
    read = DependencyPool().split(READ)
    other = {OTHER: of_page("html")}
    assert found(read, {SITE: of_site("title", "menu")}) == {SITE: of_site("title")}
    assert found(read, {BERTH: of_page("html"), **other}) == {BERTH: of_page("html")}
    assert found(read, {SITE: of_site("menu"), BERTH: of_page("date"), **other}) == {}
    assert not Changes(other).may_be_in(read)


def test_a_changed_page_is_found_by_any_name_and_among_many() -> None:
    for name in ("berth", "über/Ümit", "\udcff", ""):
        key: Key = ("page", name)
        read = DependencyPool().split({key: of_page("html")})
        many: dict[Key, FieldSet] = {("page", f"{number}"): of_page("html") for number in range(50)}
        assert found(read, {key: of_page("html", "date")}) == {key: of_page("html")}
        assert found(read, {**many, key: of_page("html")}) == {key: of_page("html")}
        assert found(read, many) == {}


def test_all_records_that_may_depend_on_a_page_are_found_at_once() -> None:
    pages = [("berth",), ("other",), ("berth", "other"), (), ("berth",), ("other",)]
    pool = DependencyPool()
    records = {
        f"{number}.html": Made(pool.split({("page", name): of_page("html") for name in names}))
        for number, names in enumerate(pages)
    }
    searchable = overlaid(SearchableRecords(records), {"4.html": Made(NO_DEPENDENCIES)})
    kinds: list[list[Key]] = [[BERTH], [OTHER], [BERTH, OTHER], [("page", "")]]
    for changed in kinds:
        changes = Changes(dict.fromkeys(changed, of_page("html")))
        assert changes.suspects(searchable) == changes.suspects(dict(searchable))
    assert Changes({BERTH: of_page("html")}).suspects(searchable) == {"0.html", "2.html"}


def test_artifacts_from_several_processes_share_common_dependencies() -> None:
    parts = [DependencyPool().split(READ), DependencyPool().split({**READ, BERTH: of_page()})]
    pool = DependencyPool()
    one, other = (pool.pooled(copy.deepcopy(part)) for part in parts)
    assert one == parts[0]
    assert one.common is other.common
    assert one.own != other.own
