"""What artifacts were made from."""

import copy
from typing import NamedTuple

from sitegen.engine.artifact_dependencies import (
    NO_DEPENDENCIES,
    ArtifactDependencies,
    Changes,
    DependencyPool,
)
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
    suspects = changes.suspects({"a.html": Made(read), "b.html": Made(NO_DEPENDENCIES)})
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


def test_artifacts_from_several_processes_share_common_dependencies() -> None:
    parts = [DependencyPool().split(READ), DependencyPool().split({**READ, BERTH: of_page()})]
    pool = DependencyPool()
    one, other = (pool.pooled(copy.deepcopy(part)) for part in parts)
    assert one == parts[0]
    assert one.common is other.common
    assert one.own != other.own
