"""Libraries of the operating system that output formats need."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class SystemLibrary:
    """A library of the operating system."""

    name: str
    files: tuple[str, ...]
    """The names of its file on Linux, macOS and Windows."""
    installation: tuple[tuple[str, str], ...]
    """The starts of ``sys.platform``, and how to install it there."""


PANGO = SystemLibrary(
    "Pango",
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    (
        ("linux", "apt install libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("darwin", "brew install pango"),
        ("win", "install MSYS2, then pacman -S mingw-w64-x86_64-pango"),
    ),
)
"""Lays out text. Its packages bring the other libraries that WeasyPrint loads."""


def is_installed(library: SystemLibrary) -> bool:
    """Whether the system can load the library."""
    return any(map(_can_load, library.files))


def installation_of(library: SystemLibrary) -> str:
    """How to install the library on this system."""
    for platform, way in library.installation:
        if sys.platform.startswith(platform):
            return way
    return f"install {library.name}"


def _can_load(file: str) -> bool:
    import ctypes  # noqa: PLC0415 -- slow to import, rarely needed

    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
