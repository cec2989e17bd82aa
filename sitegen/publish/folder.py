"""Publishes to a folder of this machine, or to one that is mounted or synced.

It is written as builds write an output (see ``sitegen.engine.commit``): every file is whole at
every moment, what sitegen did not write is never touched, and after having been ended anywhere, the
next publishing leaves the new site, whole. Its record is all that stands there beside the site.
"""

import os
from pathlib import Path

from sitegen.configuration.file import find_config
from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import FOLDER as CACHE
from sitegen.engine.output_record import list_output
from sitegen.engine.staging import Stage
from sitegen.errors import ConfigError, OutputError
from sitegen.filesystem.files import file_digest, not_written
from sitegen.publish.delivery import Delivery

_OWN = ("content", "output", "themes", CACHE)
"""The folders of a digest that are no place for a site."""


class Folder:
    """The folder that a digest is published to."""

    is_remote = False

    def __init__(self, config: Config) -> None:
        """Finds the folder that ``config`` names.

        Raises:
            ConfigError: no site may be written there.
            OutputError: there is no place for the folder, or it may not be written.
        """
        self._path = _place(config)
        _refuse_own(self._path, config)
        _refuse_unwritable(self._path)

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self._path)

    def stage(self, output: Path) -> "StagedFolder":
        """Copies the files of ``output`` that the folder does not hold yet, beside those there.

        Raises:
            OutputError: they cannot be copied, or one would overwrite what sitegen did not write.
        """
        names = list_output(output)
        try:
            stage = Stage(self._path)
            try:
                for name in names:
                    if not _are_same(output / name, self._path / name):
                        stage.write(name, output / name)
            except BaseException:
                stage.discard()
                raise
        except OSError as error:
            raise not_written(Path(error.filename or self._path), error) from None
        return StagedFolder(stage, frozenset(names))


class StagedFolder:
    """New files beside those that are published."""

    def __init__(self, stage: Stage, names: frozenset[str]) -> None:
        """Takes the ``stage`` with the new ones among the files that a site of ``names`` has."""
        self._stage = stage
        self._names = names

    def send(self) -> Delivery:
        """Puts the new files in place, and removes those that the site has no more.

        Raises:
            OutputError: a file cannot be put in place. The next publishing tries again.
        """
        try:
            removed = self._stage.commit(self._names)
        except OSError as error:
            raise not_written(Path(error.filename or self._stage.output), error) from None
        finally:
            self._stage.discard()
        return Delivery(
            target=str(self._stage.output),
            files=len(self._names),
            changed=tuple(self._stage.names),
            removed=removed,
            is_new=bool(self._stage.names or removed),
        )


def _place(config: Config) -> Path:
    try:
        path = Path(config.publish.folder).expanduser()
    except RuntimeError:
        raise ConfigError(
            f"“publish.folder” begins with a home folder that nobody has: {config.publish.folder}",
            path=find_config(config.root),
            hint="write the whole path",
        ) from None
    return (config.root / path).resolve()


def _refuse_own(folder: Path, config: Config) -> None:
    """Refuses the digest's own folder, and those in it that hold other things."""
    around = (folder, *folder.parents)
    own = [config.root / name for name in _OWN]
    inside = next((path for path in own if any(_are_one(path, each) for each in around)), None)
    if inside or _are_one(folder, config.root):
        what = f"the digest's own {inside.name}/" if inside else "the digest's own folder"
        raise ConfigError(
            f"“publish.folder” leads to {what}, which is no place for the published site",
            path=find_config(config.root),
            hint="name a folder elsewhere, or one beside content/, such as public",
        )


def _are_one(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path == other  # one is not there yet


def _refuse_unwritable(folder: Path) -> None:
    """Refuses a place in which nothing can be written, and one that is not mounted, as it seems."""
    if not folder.parent.is_dir():
        raise OutputError(
            "there is no such folder to publish to, nor the one that it would be in",
            path=folder,
            hint=f"make {folder.parent}, or see that its disk is mounted",
        )
    if os.path.lexists(folder) and not folder.is_dir():
        raise OutputError(
            "this is no folder, and the site cannot be published to it",
            path=folder,
            hint="move it away, or name another folder in the configuration",
        )
    written = folder if folder.is_dir() else folder.parent
    if not os.access(written, os.R_OK | os.W_OK | os.X_OK):
        raise OutputError(
            "this folder may not be written, and the site is to be published to it",
            path=written,
            hint="see who owns it and who may write to it",
        )


def _are_same(source: Path, target: Path) -> bool:
    """Whether two files have the same bytes."""
    try:
        is_as_long = target.stat().st_size == source.stat().st_size
        return is_as_long and file_digest(target) == file_digest(source)
    except OSError:
        return False  # it is not there, or no file: writing tells which
