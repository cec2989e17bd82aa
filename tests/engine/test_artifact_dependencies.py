"""What artifacts were made from."""

import copy

from sitegen.engine.artifact_dependencies import DependencyPool
from sitegen.views.record_snapshot import Key

SITE: Key = ("site", "")
BERTH: Key = ("page", "berth")
READ = {SITE: frozenset({"title", "author"}), BERTH: frozenset({"html"})}


def test_what_changed_is_found_among_common_and_own_dependencies() -> None:
    read = DependencyPool().split(READ)
    other: Key = ("page", "other")
    assert dict(read.changed({SITE: {"title", "menu"}})) == {SITE: {"title"}}
    assert dict(read.changed({BERTH: {"html"}, other: {"html"}})) == {BERTH: {"html"}}
    assert dict(read.changed({SITE: {"menu"}, BERTH: {"date"}, other: {"html"}})) == {}


def test_artifacts_from_several_processes_share_common_dependencies() -> None:
    parts = [DependencyPool().split(READ), DependencyPool().split({**READ, BERTH: frozenset()})]
    pool = DependencyPool()
    one, other = (pool.pooled(copy.deepcopy(part)) for part in parts)
    assert one == parts[0]
    assert one.common is other.common
    assert one.own != other.own
