"""Writes the lock files: every package that the README's commands install, with its hashes.

``requirements.lock`` holds what sitegen and its sample need and what builds it,
``requirements-dev.lock`` what the tests need besides. Both cover every supported Python and
platform, and name no index. ``make lock`` runs this and installs uv, the resolver.
"""

import subprocess
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OLDEST_PYTHON = PROJECT["project"]["requires-python"].removeprefix(">=")
BUILD = [*PROJECT["build-system"]["requires"], "editables>=0.5"]
"""What ``pip install --no-build-isolation --editable .`` needs; hatchling asks for editables."""
OF_THE_SAMPLE = ("email", "search")
"""The extras that the sample digest uses, which `make site` builds."""
HEADER = "# Written by `make lock`: change pyproject.toml, then run that.\n"


def main() -> None:
    """Resolves once with all extras, then splits off what only the tests need."""
    with tempfile.TemporaryDirectory() as folder:
        everything = resolve(Path(folder), "--all-extras")
        constraints = Path(folder) / "everything.txt"
        constraints.write_text(everything, encoding="utf-8")
        extras = [f"--extra={name}" for name in OF_THE_SAMPLE]
        needed = resolve(Path(folder), *extras, "--constraint", str(constraints))
    own = entries(needed)
    write("requirements.lock", own)
    write("requirements-dev.lock", [each for each in entries(everything) if each not in own])


def resolve(folder: Path, *options: str) -> str:
    """The newest versions that fit each other, one entry per package, with hashes."""
    build = folder / "build.in"
    build.write_text("\n".join(BUILD), encoding="utf-8")
    command = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    command += ["--python-version", OLDEST_PYTHON, "--no-header", "--no-annotate"]
    command += ["--no-emit-index-url", "--no-emit-find-links", *options]
    command += [str(ROOT / "pyproject.toml"), str(build)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return done.stdout


def entries(lock: str) -> list[str]:
    """Splits a lock file into its packages: a line for each, and the lines of its hashes."""
    found: list[str] = []
    for line in lock.splitlines(keepends=True):
        if line.startswith(" "):
            found[-1] += line
        elif line.strip():
            found.append(line)
    return found


def write(name: str, packages: list[str]) -> None:
    """Writes one lock file."""
    (ROOT / name).write_text(HEADER + "".join(packages), encoding="utf-8")
    print(f"{name}: {len(packages)} packages")


main()
