"""How fast an unseparated text is imported, by stage: ``python -m benchmarks.building.importing``.

The stages are public functions of the library, called one after the other in a process of its own.
Planning reads and groups by itself; its own time is what it takes beyond these two, as they were
measured just before. The posts are those of ``benchmarks.topics``, a line each.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from benchmarks.topics import synthetic_posts

_Result = TypeVar("_Result")
_CONFIGURATION = 'title = "An import"\n'
_LONGEST_IMPORT = 3600.0


def write_dump(folder: Path, posts: int) -> Path:
    """Makes ``folder`` a digest without pages, and beside it a text of so many posts."""
    folder.mkdir(parents=True)
    (folder / "sitegen.toml").write_text(_CONFIGURATION)
    dump = folder / "dump.txt"
    dump.write_text("\n".join(synthetic_posts(posts)) + "\n", encoding="utf-8")
    return dump


def measure_import(folder: Path, posts: int) -> tuple[int, Mapping[str, float]]:
    """The size of a dump of so many posts, in bytes, and the seconds that each stage takes."""
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
    """Imports a dump into the digest in its folder, stage by stage; seconds of each."""
    from sitegen.config import load_config  # noqa: PLC0415 - only the child needs it
    from sitegen.importer import apply_import, plan_import  # noqa: PLC0415
    from sitegen.readers import read_dump  # noqa: PLC0415
    from sitegen.topics.grouping import propose_topics  # noqa: PLC0415

    config = load_config(dump.parent)
    documents, reading = _time(lambda: read_dump(dump))
    _, grouping = _time(lambda: propose_topics(documents))
    plan, planning = _time(lambda: plan_import(dump, config))
    _, writing = _time(lambda: apply_import(plan, config))
    return {
        "reading and splitting": reading,
        "grouping": grouping,
        "planning": planning - reading - grouping,
        "writing": writing,
    }


def _time(work: Callable[[], _Result]) -> tuple[_Result, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(time_stages(Path(sys.argv[1]))))
