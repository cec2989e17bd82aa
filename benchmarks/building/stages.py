"""Where the processor time of a cold build goes: ``python -m benchmarks.building.stages``.

The build runs in one process, so that every stage is seen. A stage is a function of the engine and
all that it calls, except the stages within it.
"""

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from benchmarks.building.clock import Clock

_STAGES = {
    "front matter": "sitegen.engine.loading.read_page",
    "Markdown to HTML": "sitegen.views.page_views.render_text",
    "records of pages": "sitegen.engine.loading.make_page_views",
    "reading pages": "sitegen.engine.input_collection.load_pages",
    "related posts": "sitegen.engine.input_collection.find_related",
    "planning": "sitegen.engine.builder.collect",
    "templates": "sitegen.engine.rendering.Renderer._page",
    "feeds and sitemaps": "sitegen.engine.rendering.Renderer._feed",
    "writing files": "sitegen.engine.staging.StagePath.write",
    "staleness and dependencies": "sitegen.engine.builder.rebuild_artifacts",
    "cache": "sitegen.engine.builder.Builder.save",
    "everything else": "sitegen.engine.builder.Builder._build",
}
"""The functions, by the names of their stages, each where it is called from."""
_LONGEST_BUILD = 3600.0


def measure_stages(site: Path) -> Mapping[str, float]:
    """Seconds of processor time of each stage of a build of ``site``, in a new process."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.building.stages", str(site)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=_LONGEST_BUILD,
    )
    seconds: dict[str, float] = json.loads(done.stdout)
    return seconds


def time_stages(site: Path) -> Mapping[str, float]:
    """Builds ``site`` in this process; returns the seconds of each stage."""
    from sitegen.engine.builder import Builder  # noqa: PLC0415 -- after the command line is read
    from sitegen.engine.executors import SerialExecutor  # noqa: PLC0415

    clock = Clock(time.process_time)
    with ExitStack() as patches:
        for stage, name in _STAGES.items():
            owner, _, function = name.rpartition(".")
            measured = clock.timed(stage, getattr(_resolve(owner), function))
            patches.enter_context(patch(name, measured))
        builder = Builder(site, executor=SerialExecutor())
        builder.build()
        builder.save()
        builder.close()
    return {stage: clock.seconds[stage] for stage in _STAGES}


def _resolve(name: str) -> object:
    """The module, or the class in a module, of that name."""
    module, _, last = name.rpartition(".")
    return getattr(import_module(module), last) if last[0].isupper() else import_module(name)


if __name__ == "__main__":
    print(json.dumps(time_stages(Path(sys.argv[1]))))
