"""Every module imports alone, and the command line is there at once."""

import pkgutil
import subprocess
import sys

import pytest

import sitegen

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


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_every_module_imports_alone() -> None:
    for module in MODULES:
        if not module.endswith("__main__"):
            run(f"import {module}")


def test_the_command_line_loads_nothing_heavy_until_a_command_runs() -> None:
    loaded = run("import sys, sitegen.cli; print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)


def test_a_build_does_not_load_what_only_an_import_needs() -> None:
    assert "numpy" not in run("import sys, sitegen.cli.building; print(*sys.modules)").split()
