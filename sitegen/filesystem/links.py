"""Finds the files and folders that the symbolic links of a folder lead to, for watching them."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import SitegenError
from sitegen.filesystem.listing import list_content

_LONGEST_WAY = 40
"""Links that lead to each other, as many as Linux follows."""


class Spot(NamedTuple):
    """A folder that has to be watched to learn of changes behind links."""

    path: Path
    is_recursive: bool
    identity: tuple[int, int]
    """The device and the inode: a folder may be replaced by another of its name."""


class Links:
    """What the links of some folders lead to."""

    def __init__(self, ways: Mapping[Path, Collection[Path]]) -> None:
        """Takes the ``ways``: by the path of each link, all that it leads to, step by step."""
        self.paths = frozenset(ways)
        """Where the links stand."""
        self._by_target: dict[Path, list[Path]] = defaultdict(list)
        for link, steps in ways.items():
            for step in steps:
                self._by_target[step].append(link)

    def names_of(self, path: Path) -> Iterator[Path]:
        """By which paths the links lead to ``path``, or to what stood there."""
        for target in (path, *path.parents):
            for link in self._by_target.get(target, ()):
                yield link / path.relative_to(target)

    def spots(self) -> set[Spot]:
        """The folders to watch: of each target its own, if it is one, and the one that holds it."""
        wanted = {(target.parent, False) for target in self._by_target}
        wanted |= {
            (target, True)
            for target in self._by_target
            if target.is_dir() and not target.is_symlink()
        }
        spots = set()
        for path, is_recursive in wanted:
            with suppress(OSError):  # it is not there
                status = path.stat()
                spots.add(Spot(path, is_recursive, (status.st_dev, status.st_ino)))
        return spots


NO_LINKS = Links({})


def find_links(root: Path, folders: Collection[Path]) -> Links:
    """The links to files in ``root`` itself, and all links in ``folders`` and below.

    Links are named by their paths in the folder, all links in that of the folder being resolved.
    """
    found = {path: _way(path) for path in _links_in(root) if path not in folders}
    for folder in folders:
        with suppress(SitegenError, OSError):  # a build says what is wrong with it
            place = folder.resolve(strict=True)
            listing = list_content(place, SitegenError)
            unfollowed = {flaw.name for flaw in listing.flaws if not flaw.is_loss}
            found |= {place / name: _way(place / name) for name in {*listing.links} - unfollowed}
    return Links(found)


def _links_in(root: Path) -> Iterator[Path]:
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.is_symlink() and not os.path.isdir(entry.path):  # noqa: PTH112
                yield Path(entry.path)


def _way(link: Path) -> list[Path]:
    """All that a link leads to, step by step; the last is no link, or not there."""
    steps: list[Path] = []
    place = _placed(str(link))
    with suppress(OSError):  # it is no link
        for _ in range(_LONGEST_WAY):
            target = os.readlink(place)  # noqa: PTH115 -- the text as it is
            place = _placed(os.path.join(os.path.dirname(place), target))  # noqa: PTH118, PTH120
            steps.append(Path(place))
    return steps


def _placed(path: str) -> str:
    """A path without links, but for the last name in it."""
    folder, name = os.path.split(path)
    if name in ("", ".", ".."):
        return os.path.realpath(path)
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118
