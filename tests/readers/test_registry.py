"""Readers of other packages, as docs/formats.md describes them."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT

_DOCS = (ROOT / "docs/formats.md").read_text("utf-8")
_SITEGEN = [sys.executable, "-m", "sitegen"]


def _install(folder: Path, *, code: str) -> dict[str, str]:
    """Makes a package with the documented entry point; returns the environment that finds it."""
    (entry_point,) = re.findall(r"```toml\n.*?\n(haiku = .*?)\n```", _DOCS, re.DOTALL)
    (folder / "haiku_reader.py").write_text(code)
    metadata = folder / "haiku_reader-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: haiku-reader\nVersion: 1\n")
    name, target = (part.strip().strip('"') for part in entry_point.split("="))
    (metadata / "entry_points.txt").write_text(f"[sitegen.readers]\n{name} = {target}\n")
    return {**os.environ, "PYTHONPATH": str(folder)}


def test_the_documented_reader_of_another_package_reads_a_dump(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", _DOCS, re.DOTALL)
    environment = _install(tmp_path, code=code)
    dump = tmp_path / "frogs.haiku"
    dump.write_text("old pond\na frog leaps in\nsound of water\n\nwinter\nalone\nthe wind\n")
    command = [*_SITEGEN, "import", "--dry-run", str(dump)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "Read 2 posts." in done.stdout


def test_a_reader_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    environment = _install(tmp_path, code="raise RuntimeError('no pond')")
    command = [*_SITEGEN, "formats"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "the reader “haiku” of haiku_reader:READER cannot be loaded: no pond" in done.stderr
