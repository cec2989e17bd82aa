"""The registry of readers: those of sitegen, and those of installed packages."""

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from sitegen.errors import UsageError
from sitegen.readers import formats
from sitegen.readers.reader import Reader

ENTRY_POINTS = "sitegen.readers"
"""The group of entry points by which other packages provide readers."""


def load_readers() -> Mapping[str, Reader]:
    """All readers, by name. Those of other packages come first, so that they can replace ours.

    Raises:
        UsageError: a reader of another package cannot be loaded.
    """
    readers: dict[str, Reader] = {}
    for reader in (*_installed(), *_own()):
        readers.setdefault(reader.name, reader)
    return readers


def _own() -> Iterator[Reader]:
    for module in pkgutil.iter_modules(formats.__path__, f"{formats.__name__}."):
        yield from _readers_in(import_module(module.name))


def _readers_in(module: object) -> tuple[Reader, ...]:
    if single := getattr(module, "READER", None):
        return (single,)
    several: tuple[Reader, ...] = getattr(module, "READERS", ())
    return several


def _installed() -> Iterator[Reader]:
    for point in entry_points(group=ENTRY_POINTS):
        yield _load(point)


def _load(point: EntryPoint) -> Reader:
    try:
        reader = point.load()
    except Exception as error:
        raise UsageError(
            f"the reader “{point.name}” of {point.value} cannot be loaded: {error}",
            hint="repair or uninstall the package that provides it",
        ) from error
    if not isinstance(reader, Reader):
        raise UsageError(
            f"the entry point “{point.name}”, {point.value}, is not a Reader",
            hint="see docs/formats.md for how a package provides a reader",
        )
    return reader
