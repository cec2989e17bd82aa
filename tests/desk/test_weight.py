"""How much of sitegen's own a page of the preview loads."""

import re
from importlib.resources import files

import pytest

STATIC = files("sitegen.desk") / "static"
LIMIT = 60_000
"""Bytes, as they are sent."""


def loaded_by(script: str) -> set[str]:
    """A script with all that it imports, now or when it is needed."""
    found: set[str] = set()
    waiting = [script]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            text = (STATIC / name).read_text(encoding="utf-8")
            waiting += re.findall(r'(?:from|import\()\s*"\./([\w.]+)"', text)
    return found


@pytest.mark.parametrize("script", ["bar.js", "desk.js"])
def test_scripts_and_style_of_a_page_have_at_most_60_kilobytes(script: str) -> None:
    names = loaded_by(script) | {"curation.css"}
    sizes = {name: len((STATIC / name).read_bytes()) for name in names}
    assert sum(sizes.values()) <= LIMIT, sizes
    assert len(sizes) > 8


def test_every_script_is_loaded_by_a_page() -> None:
    scripts = {file.name for file in STATIC.iterdir() if file.name.endswith(".js")}
    assert loaded_by("bar.js") | loaded_by("desk.js") == scripts
