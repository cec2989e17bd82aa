"""How much the bar and the desk weigh."""

import re
from importlib.resources import files

STATIC = files("sitegen.desk") / "static"
LIMIT = 61_000
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


def test_all_scripts_and_the_style_of_bar_and_desk_have_at_most_61_kilobytes() -> None:
    files = [file for file in STATIC.iterdir() if file.name.endswith((".js", ".css"))]
    sizes = {file.name: len(file.read_bytes()) for file in files}
    assert sum(sizes.values()) <= LIMIT, sizes
    assert len(sizes) > 15


def test_every_script_is_loaded_by_a_page() -> None:
    scripts = {file.name for file in STATIC.iterdir() if file.name.endswith(".js")}
    assert loaded_by("bar.js") | loaded_by("desk.js") == scripts
