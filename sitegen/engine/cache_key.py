"""The folder of a digest's cache, and what must be the same for anything in it to be of use."""

import functools
import hashlib
import os
import re
import sys
from pathlib import Path

FOLDER = ".sitegen"
_LIBRARIES = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "pycld2",
    "pygments",
    "pyyaml",
    "tzdata",
)
"""Those that may change what a page looks like."""
_INSTALLED = re.compile(rf"({'|'.join(_LIBRARIES)})-.+\.(dist|egg)-info", re.IGNORECASE)
"""What an installer notes a library and its version by, beside the library."""
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


def write_cache_file(path: Path, data: bytes) -> None:
    """Writes a file of the cache beside ``path`` and puts it in place, for a caller with the lock.

    What a kill leaves beside it, the next writing takes the place of.

    Raises:
        OSError: it cannot be written.
    """
    beside = path.with_name(f"{path.name}-new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


@functools.cache
def cache_key_of(root: Path) -> bytes:
    """A digest of the code, the libraries, the bundled themes and the digest's place.

    What a build compares by itself is not in it.
    """
    known = hashlib.sha256(f"{root}\0{sys.version}\0{_installed()}\0".encode())
    for path in sorted((*_files(_CODE), *_bundled_themes())):
        known.update(f"{path}\0".encode() + path.read_bytes())
    return known.digest()


def _installed() -> list[str]:
    """What tells the libraries and their versions, in the order in which Python looks for them.

    ``importlib.metadata`` reads the same, but takes longer to import than these folders to list.
    """
    found = []
    for place in sys.path:
        try:
            found += sorted(filter(_INSTALLED.fullmatch, os.listdir(place or ".")))  # noqa: PTH208
        except NotADirectoryError:
            found += _zips_at(Path(place))
        except OSError:
            continue  # Python passes over what is not there or cannot be read, too
    return found


def _zips_at(place: Path) -> list[str]:
    """What tells the versions of libraries in a zip, or in a folder of one: when it was changed."""
    return [str(path.stat().st_mtime_ns) for path in (place, *place.parents) if path.is_file()]


def _bundled_themes() -> list[Path]:
    installed = _CODE / "bundled" / "themes"
    folder = installed if installed.is_dir() else _CODE.parent / "themes"
    return _files(folder)


def _files(folder: Path) -> list[Path]:
    return [
        Path(place, name)
        for place, _, names in os.walk(folder)
        if not place.endswith("__pycache__")
        for name in names
    ]
