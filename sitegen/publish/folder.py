"""Publishes to a local, mounted or synced folder.

Files are written as in a build (see ``sitegen.engine.commit``): each one is replaced atomically,
files that sitegen did not write are never touched, and an interrupted publish is completed by the
next one. Apart from the site, the folder holds only a record of the files written.
"""

import os
from pathlib import Path

from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import FOLDER as CACHE
from sitegen.engine.staging import Stage
from sitegen.errors import ConfigError, OutputError
from sitegen.filesystem.files import file_digest, not_written
from sitegen.publish.delivery import Delivery, published_files

_OWN = ("content", "output", "themes", CACHE)
"""The folders of a digest to which no site may be published."""


class Folder:
    """The folder that a digest is published to."""

    is_remote = False

    def __init__(self, config: Config) -> None:
        """Finds the folder that ``config`` names.

        Raises:
            ConfigError: the folder belongs to the digest itself.
            OutputError: the parent folder does not exist, or the folder is not writable.
        """
        self._path = _target_folder(config)
        _refuse_own(self._path, config)
        _refuse_unwritable(self._path)

    @property
    def name(self) -> str:
        """The path of the folder."""
        return str(self._path)

    def stage(self, output: Path) -> "StagedFolder":
        """Copies the files of ``output`` that are new or changed to a staging folder.

        Raises:
            OutputError: a file cannot be copied, or would overwrite one that sitegen did not write.
        """
        names = published_files(output)
        try:
            stage = Stage(self._path)
            try:
                for name in names:
                    if not _have_same_content(output / name, self._path / name):
                        stage.write(name, output / name)
            except BaseException:
                stage.discard()
                raise
        except OSError as error:
            raise not_written(Path(error.filename or self._path), error) from None
        return StagedFolder(stage, frozenset(names))


class StagedFolder:
    """New and changed files, ready to replace those that are published."""

    def __init__(self, stage: Stage, names: frozenset[str]) -> None:
        """Takes the ``stage`` with the new files, and the ``names`` of all files of the site."""
        self._stage = stage
        self._names = names

    def send(self) -> Delivery:
        """Moves the new files into place, and removes those that are no longer in the site.

        Raises:
            OutputError: a file cannot be moved into place. The next publish tries again.
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


def _target_folder(config: Config) -> Path:
    try:
        path = Path(config.publish.folder).expanduser()
    except RuntimeError:
        raise ConfigError(
            "“publish.folder” begins with the home folder of an unknown user: "
            f"{config.publish.folder}",
            path=find_config(config.root),
            hint="write the full path",
        ) from None
    return (config.root / path).resolve()


def _refuse_own(folder: Path, config: Config) -> None:
    """Refuses the digest's own folder, and those in it that have another purpose."""
    ancestors = (folder, *folder.parents)
    own = [config.root / name for name in _OWN]
    inside = next(
        (path for path in own if any(_is_same_folder(path, each) for each in ancestors)), None
    )
    if inside or _is_same_folder(folder, config.root):
        what = f"the digest's own {inside.name}/" if inside else "the digest's own folder"
        raise ConfigError(
            f"“publish.folder” leads to {what}, which is no place for the published site",
            path=find_config(config.root),
            hint="name a folder elsewhere, or one beside content/, such as public",
        )


def _is_same_folder(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path == other  # one of them does not exist yet


def _refuse_unwritable(folder: Path) -> None:
    """Refuses a folder that is not writable, or whose parent folder is missing or not mounted."""
    if not folder.parent.is_dir():
        raise OutputError(
            "the folder to publish to does not exist, nor does its parent folder",
            path=folder,
            hint=f"make {folder.parent}, or see that its disk is mounted",
        )
    if os.path.lexists(folder) and not folder.is_dir():
        raise OutputError(
            "this is not a folder, so the site cannot be published to it",
            path=folder,
            hint="move it away, or name another folder in the configuration",
        )
    existing = folder if folder.is_dir() else folder.parent
    if not os.access(existing, os.R_OK | os.W_OK | os.X_OK):
        raise OutputError(
            "the site cannot be published to this folder: it is not writable",
            path=existing,
            hint="see who owns it and who may write to it",
        )


def _have_same_content(source: Path, target: Path) -> bool:
    """Whether two files have the same bytes."""
    try:
        has_same_size = target.stat().st_size == source.stat().st_size
        return has_same_size and file_digest(target) == file_digest(source)
    except OSError:
        return False  # missing or not a file: writing it will report which
