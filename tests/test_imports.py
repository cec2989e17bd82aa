"""Every module imports alone, and the command line starts without the heavy libraries."""

import os
import pkgutil
import subprocess
import sys
from graphlib import TopologicalSorter

import grimp
import pytest

import sitegen
from tests.effort import EFFORT

MODULES = [
    module.name
    for module in pkgutil.walk_packages(sitegen.__path__, "sitegen.")
    if not module.name.endswith("__main__")
]
HEAVY = (
    "markdown",
    "pydantic",
    "jinja2",
    "pygments",
    "rich",
    "watchdog",
    "yaml",
    "nh3",
    "numpy",
    "babel",
    "PIL",
)


def run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


EACH_IN_A_FORK = f"""
import importlib, os, sys
for library in {HEAVY}:
    importlib.import_module(library)
for names in sys.argv[1:]:
    child = os.fork()
    if not child:
        for name in names.split():
            importlib.import_module(name)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, names
"""
"""Imports each group of modules in a new process that has loaded only the libraries."""


def groups() -> list[str]:
    """All modules together, the last first; in ``make soak``, each module alone."""
    return MODULES if EFFORT > 1 else [" ".join(reversed(MODULES))]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_every_module_imports() -> None:
    run(EACH_IN_A_FORK, *groups())


def test_no_import_leads_back_to_a_module_that_is_being_imported() -> None:
    """Hence a module that imports at all imports alone, and in whatever order."""
    graph = grimp.build_graph("sitegen", exclude_type_checking_imports=True, cache_dir=None)
    loaded = {
        module: {
            package
            for target in graph.find_modules_directly_imported_by(module)
            for package in (target, *packages_around(target))
        }
        - {module, *packages_around(module)}
        | graph.find_modules_directly_imported_by(module)
        for module in graph.modules
    }
    TopologicalSorter(loaded).prepare()  # raises an error that has the cycle


def packages_around(module: str) -> list[str]:
    """The packages that a module is in, which Python loads before it."""
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


def test_the_command_line_loads_nothing_heavy_until_a_command_runs() -> None:
    loaded = run("import sys, sitegen.cli; print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)


def test_a_build_loads_neither_numpy_nor_a_client_for_the_web() -> None:
    code = "import sys, sitegen.cli.building, sitegen.engine.builder; print(*sys.modules)"
    assert not {"numpy", "urllib.request", "http.client"} & set(run(code).split())


def test_a_check_loads_neither_numpy_nor_what_only_an_import_needs() -> None:
    code = "import sys, sitegen.check, sitegen.check.renamed_by_hand; print(*sys.modules)"
    assert not {"numpy", "sitegen.readers", "sitegen.importer.plan"} & set(run(code).split())
