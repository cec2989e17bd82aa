"""Recovers a digest from a build that was interrupted."""

from pathlib import Path

from sitegen.configuration.file import load_config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.commit import recover
from sitegen.engine.lock import locked


def recover_site(root: Path) -> None:
    """Finishes or discards an interrupted build of the digest in ``root``.

    Raises:
        ConfigError: the configuration is wrong, so the output folder is not known.
        OutputError: a file cannot be moved into place.
    """
    output = load_config(root).output
    with locked(CacheFolder(root)):
        recover(output)
