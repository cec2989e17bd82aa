"""Resolves the symbolic links in folders, to watch the files and folders that they lead to."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import SitegenError
from sitegen.filesystem.listing import list_content

_MAX_LINKS = 40
"""How many links are followed in a row: as many as Linux follows."""


class WatchedFolder(NamedTuple):
    """A folder that must be watched to notice changes behind links."""

    path: Path
    is_recursive: bool
    identity: tuple[int, int]
    """The device and the inode: the folder may be replaced by another of the same name."""


class Links:
    """The targets of links."""

    def __init__(self, targets: Mapping[Path, Collection[Path]]) -> None:
        """Takes the ``targets``: for each link's path, all paths on the way to its target."""
        self.paths = frozenset(targets)
        """The paths of the links."""
        self._by_target: dict[Path, list[Path]] = defaultdict(list)
        for link, steps in targets.items():
            for step in steps:
                self._by_target[step].append(link)

    def names_of(self, path: Path) -> Iterator[Path]:
        """The paths through links that lead to ``path``, which need not exist."""
        for target in (path, *path.parents):
            for link in self._by_target.get(target, ()):
                yield link / path.relative_to(target)

    def watched_folders(self) -> set[WatchedFolder]:
        """The folders to watch: the parent of each target, and each target that is a folder."""
        wanted = {(target.parent, False) for target in self._by_target}
        wanted |= {
            (target, True)
            for target in self._by_target
            if target.is_dir() and not target.is_symlink()
        }
        folders = set()
        for path, is_recursive in wanted:
            with suppress(OSError):  # it does not exist
                status = path.stat()
                folders.add(WatchedFolder(path, is_recursive, (status.st_dev, status.st_ino)))
        return folders


NO_LINKS = Links({})


def find_links(root: Path, folders: Collection[Path]) -> Links:
    """The links to files in ``root`` itself, and all links in ``folders`` and below.

    The path of a link starts with the resolved path of its folder.
    """
    found = {path: _steps_to_target(path) for path in _links_in(root) if path not in folders}
    for folder in folders:
        with suppress(SitegenError, OSError):  # a build reports it
            place = folder.resolve(strict=True)
            listing = list_content(place, SitegenError)
            unfollowed = {flaw.name for flaw in listing.flaws if not flaw.is_loss}
            found |= {
                place / name: _steps_to_target(place / name)
                for name in {*listing.links} - unfollowed
            }
    return Links(found)


def _links_in(root: Path) -> Iterator[Path]:
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.is_symlink() and not os.path.isdir(entry.path):  # noqa: PTH112
                yield Path(entry.path)


def _steps_to_target(link: Path) -> list[Path]:
    """Every path on the way to the target of a link; the last is no link, or does not exist."""
    steps: list[Path] = []
    place = _with_resolved_folder(str(link))
    with suppress(OSError):  # it is not a link
        for _ in range(_MAX_LINKS):
            target = os.readlink(place)  # noqa: PTH115 -- the text as it is
            place = _with_resolved_folder(os.path.join(os.path.dirname(place), target))  # noqa: PTH118, PTH120
            steps.append(Path(place))
    return steps


def _with_resolved_folder(path: str) -> str:
    """The path with all links resolved except in its last part."""
    folder, name = os.path.split(path)
    if name in ("", ".", ".."):
        return os.path.realpath(path)
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118
