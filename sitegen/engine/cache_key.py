"""The cache folder, and the cache key: a cache is valid only for the same code and libraries."""

import functools
import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from sitegen.filesystem.fingerprints import stamp_of

FOLDER = ".sitegen"
_LIBRARIES = (
    "arabic_reshaper",
    "babel",
    "brotli",
    "css_inline",
    "cssselect2",
    "fonttools",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "pagefind",
    "pagefind_bin_extended",
    "pillow",
    "pycld2",
    "pydyf",
    "pygments",
    "pyphen",
    "python_bidi",
    "python_slugify",
    "pyyaml",
    "text_unidecode",
    "tinycss2",
    "tinyhtml5",
    "tzdata",
    "weasyprint",
    "zopfli",
)
"""The libraries that can change the output, with those that WeasyPrint draws with."""
_INSTALLED = re.compile(rf"({'|'.join(_LIBRARIES)})-.+\.(dist|egg)-info", re.IGNORECASE)
"""The folders in which installers record a library's name and version."""
_CODE = Path(__file__).parents[1]
_CODE_KEY = "code"
"""The file in the cache folder with the code's hash."""
_ONLY_FOR_IMPORTS = "encoder_model"
"""A folder of large files that builds do not read."""


@dataclass(frozen=True, slots=True)
class CacheFolder:
    """The cache folder of a digest, and the cache key that its files must have."""

    root: Path
    """The digest's folder."""

    @property
    def path(self) -> Path:
        """The folder, which may not exist yet."""
        return self.root / FOLDER

    @property
    def key(self) -> bytes:
        """The cache key, whose costly part is computed once in a process."""
        return cache_key_of(self.root)

    def create(self) -> Path | None:
        """Creates the folder, ignored by git; None if it cannot be created or written."""
        try:
            self.path.mkdir(exist_ok=True)
            ignore = self.path / ".gitignore"
            if not ignore.exists() or not ignore.stat().st_size:
                ignore.write_text("*\n")
        except OSError:
            return None
        return self.path if os.access(self.path, os.W_OK) else None


def write_cache_file(path: Path, data: bytes) -> None:
    """Writes a cache file as ``new_cache_file`` does.

    Raises:
        OSError: it cannot be written.
    """
    with new_cache_file(path) as file:
        file.write(data)


def new_path_of(path: Path) -> Path:
    """Where a cache file is written before it replaces ``path``."""
    return path.with_name(f"{path.name}-new")


@contextmanager
def new_cache_file(path: Path, mode: Literal["wb", "r+b"] = "wb") -> Iterator[BinaryIO]:
    """A file to write to, which then replaces ``path``. The caller holds the lock of the digest.

    A temporary file that an interrupted write left is overwritten by the next one, unless ``mode``
    is to continue it.

    Raises:
        OSError: it cannot be written.
    """
    temporary = new_path_of(path)
    try:
        with temporary.open(mode) as file:
            yield file
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def cache_key_of(root: Path) -> bytes:
    """A hash of the code, the libraries, the bundled themes and the digest's path.

    Inputs that a build compares itself are not included.
    """
    code = _process_code_key(root / FOLDER / _CODE_KEY)
    return hashlib.sha256(os.fsencode(root) + b"\0" + code).digest()


@functools.cache
def code_key() -> bytes:
    """A hash of the code, the libraries and the bundled themes, computed once in a process."""
    key = _libraries_hash()
    for path in _code_files():
        key.update(f"{path}\0".encode() + Path(path).read_bytes())
    return key.digest()


def keep_code_key(folder: Path) -> None:
    """Saves the code's hash in a cache folder, so that later processes need not read all code.

    It is valid as long as no file of the code has another stamp. The caller holds the lock of the
    digest.

    Raises:
        OSError: it cannot be written.
    """
    path = folder / _CODE_KEY
    key = _process_code_key(path)
    if _code_stamps() and not _saved_code_key(path):
        write_cache_file(path, _code_stamps() + key)


@functools.cache
def _process_code_key(path: Path) -> bytes:
    """The code's hash when this process first needed it, read from ``path`` or computed.

    It stays the same if the files change, as the process still runs the code that it has loaded.
    """
    return _saved_code_key(path) or code_key()


def _saved_code_key(path: Path) -> bytes | None:
    """The hash that ``keep_code_key`` wrote to ``path``; None if there is no valid one."""
    stamps = _code_stamps()  # before the code is read: a change in between invalidates the hash
    with suppress(OSError):
        data = path.read_bytes()
        if stamps and data.startswith(stamps) and len(data) == 2 * len(stamps):
            return data[len(stamps) :]
    return None


@functools.cache
def _code_stamps() -> bytes:
    """A hash of the stamps of all files of the code; empty if one of them cannot be trusted.

    It is computed once in a process.
    """
    key = _libraries_hash()
    for path in _code_files():
        stamp = stamp_of(path)
        if stamp is None:
            return b""
        key.update(f"{path}\0".encode() + stamp)
    return key.digest()


def _libraries_hash() -> "hashlib._Hash":
    return hashlib.sha256(f"{sys.version}\0{_installed()}\0".encode())


def _code_files() -> list[str]:
    return sorted((*_files(_CODE), *_bundled_themes()))


_ENCODERS = (
    "engine/image_encoding.py",
    "media/decoding.py",
    "output_formats/xhtml/pictures.py",
    "output_formats/xhtml/drawings.py",
)
"""The modules that make versions of pictures, in the package."""


def encoder_key() -> str:
    """A hash of what makes versions of a picture: Pillow's version, and our use of it."""
    versions = [name for name in _installed() if name.lower().startswith("pillow-")]
    package = Path(__file__).parents[1]
    code = b"".join((package / name).read_bytes() for name in _ENCODERS)
    return hashlib.sha256(f"{versions}\0".encode() + code).hexdigest()[:12]


def _installed() -> list[str]:
    """The libraries with their versions, in the order of Python's search path.

    Importing ``importlib.metadata`` would take longer than listing these folders.
    """
    found = []
    for place in sys.path:
        try:
            found += sorted(filter(_INSTALLED.fullmatch, os.listdir(place or ".")))  # noqa: PTH208
        except NotADirectoryError:
            found += _zips_at(Path(place))
        except OSError:
            continue  # Python ignores missing and unreadable folders, too
    return found


def _zips_at(place: Path) -> list[str]:
    """The modification time of a zip file on the search path, as a substitute for versions."""
    return [str(path.stat().st_mtime_ns) for path in (place, *place.parents) if path.is_file()]


def _bundled_themes() -> list[str]:
    installed = _CODE / "bundled" / "themes"
    return _files(installed if installed.is_dir() else _CODE.parent / "themes")


def _files(folder: Path) -> list[str]:
    return [
        f"{place}{os.sep}{name}"
        for place, _, names in os.walk(folder)
        if not place.endswith(("__pycache__", _ONLY_FOR_IMPORTS))
        for name in names
    ]
