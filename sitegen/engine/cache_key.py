"""The cache folder, and the cache key: a cache is valid only for the same code and libraries."""

import functools
import hashlib
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

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
    """Writes a cache file atomically. The caller holds the lock of the digest.

    A temporary file that an interrupted write left is overwritten by the next one.

    Raises:
        OSError: it cannot be written.
    """
    temporary = path.with_name(f"{path.name}-new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def cache_key_of(root: Path) -> bytes:
    """A hash of the code, the libraries, the bundled themes and the digest's path.

    Inputs that a build compares itself are not included.
    """
    return hashlib.sha256(os.fsencode(root) + b"\0" + code_key()).digest()


@functools.cache
def code_key() -> bytes:
    """A hash of the code, the libraries and the bundled themes, computed once in a process."""
    key = hashlib.sha256(f"{sys.version}\0{_installed()}\0".encode())
    for path in sorted((*_files(_CODE), *_bundled_themes())):
        key.update(f"{path}\0".encode() + path.read_bytes())
    return key.digest()


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


def _bundled_themes() -> list[Path]:
    installed = _CODE / "bundled" / "themes"
    folder = installed if installed.is_dir() else _CODE.parent / "themes"
    return _files(folder)


def _files(folder: Path) -> list[Path]:
    return [
        Path(place, name)
        for place, _, names in os.walk(folder)
        if not place.endswith(("__pycache__", _ONLY_FOR_IMPORTS))
        for name in names
    ]
