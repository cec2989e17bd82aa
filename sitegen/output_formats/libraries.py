"""The optional libraries that output formats need, and how to install them."""

from collections.abc import Collection, Iterator, Mapping
from importlib.util import find_spec
from typing import NamedTuple

from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError
from sitegen.output_formats.system_libraries import (
    PANGO,
    SystemLibrary,
    installation_of,
    is_installed,
)


class _Library(NamedTuple):
    module: str
    extra: str
    """The extra of sitegen that installs it."""
    what: str
    """What is not made without it."""
    system: SystemLibrary | None = None
    """The library of the system that it needs."""


_LIBRARIES: Mapping[str, _Library] = {
    "email": _Library("css_inline", "email", "the e-mail"),
    "search": _Library("pagefind_bin_extended", "search", "the search index of Pagefind"),
    "pdf": _Library("weasyprint", "print", "the document to print", PANGO),
}
"""By the settings in ``[editions]`` that need them."""


def installed_libraries(config: Config) -> frozenset[str]:
    """The names of the installed libraries among those that the wanted output formats need."""
    wanted = _wanted(config)
    modules = {each.module for each in wanted if find_spec(each.module) is not None}
    systems = {each.system for each in wanted if each.system and each.module in modules}
    return frozenset({*modules, *(each.name for each in filter(is_installed, systems))})


def missing_libraries(config: Config, installed: Collection[str]) -> tuple[ConfigError, ...]:
    """A warning for each wanted output format whose library is not among the installed ones."""
    return tuple(
        ConfigError(
            f"{library.what} is left out, as it needs the library “{name}”",
            path=find_config(config.root),
            hint=f"install it: {way}",
        )
        for library in _wanted(config)
        for name, way in _missing(library, installed)
    )


def is_possible(setting: str, installed: Collection[str]) -> bool:
    """Whether the libraries for a setting in ``[editions]`` are among the installed ones."""
    library = _LIBRARIES.get(setting)
    return library is None or not any(_missing(library, installed))


def _missing(library: _Library, installed: Collection[str]) -> Iterator[tuple[str, str]]:
    """The first library that is missing, and how to install it."""
    if library.module not in installed:
        yield library.module, f'pip install "sitegen[{library.extra}]"'
    elif library.system and library.system.name not in installed:
        yield library.system.name, installation_of(library.system)


def _wanted(config: Config) -> list[_Library]:
    return [library for setting, library in _LIBRARIES.items() if getattr(config.editions, setting)]
