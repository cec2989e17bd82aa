"""Finds the digest that a command is for."""

from pathlib import Path

from sitegen.configuration.file import find_config, load_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError


def find_root(start: Path | None = None) -> Path:
    """The folder of the digest: ``start``, or the nearest above it with a configuration.

    Without ``start``, the search begins in this folder.

    Raises:
        ConfigError: there is none.
    """
    here = start.resolve() if start else Path.cwd()
    for folder in (here, *here.parents):
        try:
            return find_config(folder).parent
        except ConfigError:
            continue
    return find_config(here).parent


def config_or_default() -> Config:
    """The configuration of the digest that this folder is in; outside of any, what is usual.

    Raises:
        ConfigError: there is one, and it is wrong.
    """
    try:
        root = find_root()
    except ConfigError:
        return Config(root=Path.cwd())
    return load_config(root)
