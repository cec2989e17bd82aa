"""Every module imports alone, and the command line is there at once."""

import os
import pkgutil
import subprocess
import sys

import pytest

import sitegen
from tests.effort import EFFORT

MODULES = [module.name for module in pkgutil.walk_packages(sitegen.__path__, "sitegen.")]
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
for name in sys.argv[1:]:
    child = os.fork()
    if not child:
        importlib.import_module(name)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, name
"""
"""Imports each module where no other is loaded, but the libraries are: they take long."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_modules_import_alone() -> None:
    """Every eighth module; `make soak` tries all of them."""
    modules = [module for module in MODULES if not module.endswith("__main__")]
    run(EACH_IN_A_FORK, *modules[:: 1 if EFFORT > 1 else 8])


def test_the_command_line_loads_nothing_heavy_until_a_command_runs() -> None:
    loaded = run("import sys, sitegen.cli; print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)


def test_a_build_does_not_load_what_only_an_import_needs() -> None:
    assert "numpy" not in run("import sys, sitegen.cli.building; print(*sys.modules)").split()
