"""What artifacts were made from."""

import copy

from sitegen.engine.artifact_dependencies import DependencyPool
from sitegen.views.field_sets import FieldSet, field_set
from sitegen.views.record_snapshot import Key
from sitegen.views.template_records import PageView, SiteView

SITE: Key = ("site", "")
BERTH: Key = ("page", "berth")
OTHER: Key = ("page", "other")


def of_site(*names: str) -> FieldSet:
    return field_set(SiteView, names)


def of_page(*names: str) -> FieldSet:
    return field_set(PageView, names)


READ = {SITE: of_site("title", "author"), BERTH: of_page("html")}


def test_what_changed_is_found_among_common_and_own_dependencies() -> None:
    read = DependencyPool().split(READ)
    other = {OTHER: of_page("html")}
    assert dict(read.changed({SITE: of_site("title", "menu")})) == {SITE: of_site("title")}
    assert dict(read.changed({BERTH: of_page("html"), **other})) == {BERTH: of_page("html")}
    assert dict(read.changed({SITE: of_site("menu"), BERTH: of_page("date"), **other})) == {}


def test_artifacts_from_several_processes_share_common_dependencies() -> None:
    parts = [DependencyPool().split(READ), DependencyPool().split({**READ, BERTH: of_page()})]
    pool = DependencyPool()
    one, other = (pool.pooled(copy.deepcopy(part)) for part in parts)
    assert one == parts[0]
    assert one.common is other.common
    assert one.own != other.own
