"""What a build renders again after an act."""

from pathlib import Path

from sitegen.curation.acts import Move
from sitegen.curation.curator import Curator
from sitegen.curation.library import read_library
from tests.digest import Digest


def test_a_move_renders_the_lists_and_the_neighbours_and_no_other_post(tmp_path: Path) -> None:
    digest = Digest(tmp_path)
    for topic in ("bread", "craft"):
        for number in range(10):
            digest.post(f"{topic}-{number}", f"Number {number} of {topic}.", topic)
    digest.page("essays/lamp.md", "On lamps.", title="Lamps").build()
    moved = read_library(tmp_path).find_pages("bread-5")[0]
    Curator(tmp_path, lambda: read_library(tmp_path)).do(Move((moved.id,), "craft"))
    result = digest.build().result
    assert result
    written = set(result.written)
    posts = {name.split("/")[1] for name in written if name.startswith("posts/")}
    assert posts <= {"bread-4", "bread-5", "bread-6", "craft-9", "craft-0"}
    assert "essays/lamp/index.html" not in written
    pages = [name for name in written if name.endswith(".html")]
    assert len(pages) <= 12, pages
