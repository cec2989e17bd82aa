"""The optional libraries that editions need, and how to install them."""

from collections.abc import Collection, Mapping
from importlib.util import find_spec
from typing import NamedTuple

from sitegen.configuration.file import find_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError


class _Library(NamedTuple):
    module: str
    extra: str
    """The extra of sitegen that installs it."""
    what: str
    """What is not made without it."""


_LIBRARIES: Mapping[str, _Library] = {
    "email": _Library("css_inline", "email", "the e-mail edition"),
    "search": _Library("pagefind_bin_extended", "search", "the search index of Pagefind"),
}
"""By the settings in ``[editions]`` that need them."""


def installed_libraries(config: Config) -> frozenset[str]:
    """The names of the modules that the wanted editions need, as far as they are installed."""
    return frozenset(
        library.module for library in _wanted(config) if find_spec(library.module) is not None
    )


def missing_libraries(config: Config, installed: Collection[str]) -> tuple[ConfigError, ...]:
    """A warning for each wanted edition whose library is not among the installed ones."""
    return tuple(
        ConfigError(
            f"{library.what} is left out, as it needs the library “{library.module}”",
            path=find_config(config.root),
            hint=f'install it: pip install "sitegen[{library.extra}]"',
        )
        for library in _wanted(config)
        if library.module not in installed
    )


def is_possible(setting: str, installed: Collection[str]) -> bool:
    """Whether the libraries for a setting in ``[editions]`` are among the installed ones."""
    library = _LIBRARIES.get(setting)
    return library is None or library.module in installed


def _wanted(config: Config) -> list[_Library]:
    return [library for setting, library in _LIBRARIES.items() if getattr(config.editions, setting)]
