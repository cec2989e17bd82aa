"""How fast an unseparated text is imported, by stage: ``python -m benchmarks.building.importing``.

An import runs in a process of its own, once. Planning calls the reader and the grouping, so these
two are timed where it calls them, and are not part of its time. The start of the process is
not counted. As ``sitegen import`` by default, it does not name the words that decide on topics. The
posts are those of ``benchmarks.topics``, a line each.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from benchmarks.building.clock import Clock
from benchmarks.topics import synthetic_posts
from sitegen.configuration.file import load_config
from sitegen.importer import ImportRequest, apply_import, plan_import
from sitegen.readers import read_source
from sitegen.topics import propose_topics

_CONFIGURATION = 'title = "An import"\n'
_LONGEST_IMPORT = 3600.0


def write_dump(folder: Path, posts: int) -> Path:
    """Creates a digest without pages in ``folder``, and a dump of that many posts."""
    folder.mkdir(parents=True)
    (folder / "sitegen.toml").write_text(_CONFIGURATION)
    dump = folder / "dump.txt"
    dump.write_text("\n".join(synthetic_posts(posts)) + "\n", encoding="utf-8")
    return dump


def measure_import(folder: Path, posts: int) -> tuple[int, Mapping[str, float]]:
    """The size of a dump of that many posts, in bytes, and the seconds that each stage takes."""
    dump = write_dump(folder, posts)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.building.importing", str(dump)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=_LONGEST_IMPORT,
    )
    seconds: dict[str, float] = json.loads(done.stdout)
    return dump.stat().st_size, seconds


def time_stages(dump: Path) -> Mapping[str, float]:
    """Imports a dump into the digest in its folder; returns the seconds of each stage."""
    config = load_config(dump.parent)
    clock = Clock()
    with (
        patch("sitegen.importer.reading.read_source", clock.timed("reading", read_source)),
        patch("sitegen.importer.grouping.propose_topics", clock.timed("grouping", propose_topics)),
    ):
        request = ImportRequest(dumps=(dump,), now=datetime.now(UTC), explain=False)
        plan = clock.timed("planning", plan_import)(request, config)
    clock.timed("writing", apply_import)(plan, config)
    seconds = clock.seconds
    return {
        "reading and splitting": seconds["reading"],
        "grouping": seconds["grouping"],
        "planning": seconds["planning"],
        "writing": seconds["writing"],
    }


if __name__ == "__main__":
    print(json.dumps(time_stages(Path(sys.argv[1]))))
