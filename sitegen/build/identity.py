"""The folder of a digest's cache, and what must be the same for anything in it to be of use."""

import functools
import hashlib
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FOLDER = ".sitegen"
_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pycld2", "pygments", "pyyaml")
"""Those that may change what a page looks like."""
_CODE = Path(__file__).parents[1]


def cache_folder(root: Path) -> Path | None:
    """The cache's folder, which no version control keeps; None where none can be made."""
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists() or not ignore.stat().st_size:
            ignore.write_text("*\n")
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


@functools.cache
def identity_of(root: Path) -> bytes:
    """A digest of the code, the libraries, the bundled themes and the digest's place.

    What a build compares by itself is not in it.
    """
    known = hashlib.blake2b(f"{root}\0{platform.python_version()}".encode(), digest_size=16)
    for library in _LIBRARIES:
        known.update(f"{library} {_version(library)}\0".encode())
    for path in sorted((*_files(_CODE), *_bundled_themes())):
        known.update(f"{path}\0".encode() + path.read_bytes())
    return known.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # it is not needed on this machine
        return ""


def _bundled_themes() -> list[Path]:
    installed = _CODE / "bundled" / "themes"
    folder = installed if installed.is_dir() else _CODE.parent / "themes"
    return _files(folder)


def _files(folder: Path) -> list[Path]:
    return [
        path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
