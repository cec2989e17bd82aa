"""Finds the root folder of the digest that a command is for."""

from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.configuration.location import find_config
from sitegen.curation.journal_folder import may_have_pending_act
from sitegen.errors import ConfigError

if TYPE_CHECKING:
    from sitegen.configuration.settings import Config


def find_root(start: Path | None = None) -> Path:
    """The digest's folder: ``start``, or its nearest parent with a configuration.

    Without ``start``, the search begins in the current folder.

    Raises:
        ConfigError: there is none, or no such folder.
    """
    here = start.resolve() if start else Path.cwd()
    if not here.is_dir():
        what = "this is a file, not the folder of a digest"
        raise ConfigError(
            what if here.exists() else "there is no such folder",
            path=start,
            hint="give the folder of a digest, the one with sitegen.toml in it",
        )
    for folder in (here, *here.parents):
        try:
            return find_config(folder).parent
        except ConfigError:
            continue
    return find_config(here).parent


def config_or_default() -> "Config":
    """The configuration of the digest that this folder is in; outside of any, the default.

    Raises:
        ConfigError: the configuration is wrong.
    """
    from sitegen.configuration.file import load_config
    from sitegen.configuration.settings import Config

    try:
        root = find_root()
    except ConfigError:
        return Config(root=Path.cwd())
    return load_config(root)


def complete_interrupted_act(root: Path) -> None:
    """Completes an edit of the pages that was interrupted, before they are read.

    Raises:
        SitegenError: a page has changed since, or cannot be written.
    """
    if not may_have_pending_act(root):
        return
    from sitegen.curation.journal import Journal

    if Journal(root).pending():
        from sitegen.curation.curator import complete_interrupted

        complete_interrupted(root)
