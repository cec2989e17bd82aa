"""Opens a file in the text editor that the environment or the system names."""

import os
import shlex
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path, PurePath

_WINDOWED = frozenset(
    {
        *("atom", "bbedit", "code", "code-insiders", "codium", "cursor", "featherpad", "geany"),
        *("gedit", "gnome-text-editor", "gvim", "kate", "kwrite", "leafpad", "mate", "mousepad"),
        *("mvim", "notepad", "notepad++", "nova", "pluma", "subl", "textmate", "vscodium"),
        *("windsurf", "xed", "zed"),
    }
)
"""Programs that open a window of their own. All others may need the terminal."""


def open_in_editor(path: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Starts the program of ``VISUAL`` or ``EDITOR`` on a file, if it opens a window.

    No shell is involved. Returns whether it was started.
    """
    command = _command(environment)
    if not command or PurePath(command[0]).stem.lower() not in _WINDOWED:
        return False
    try:
        program = subprocess.Popen(  # noqa: S603 -- the editor's own program, without a shell
            [*command, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    threading.Thread(target=program.wait, daemon=True).start()  # so that it leaves no zombie
    return True


def _command(environment: Mapping[str, str]) -> list[str]:
    """The words of the program and its options; none if neither variable has any."""
    text = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        return shlex.split(text, posix=os.name == "posix")
    except ValueError:
        return []
