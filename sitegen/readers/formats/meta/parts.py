"""Exports of Meta in several archives: one holds the posts, others the media and the profile."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from os.path import commonpath
from pathlib import Path

from sitegen.readers.detection.archive_listing import NOT_OPENED
from sitegen.readers.formats.meta.files import PERSON, holds_posts
from sitegen.readers.sources import Source

_REST = re.compile(
    r"(?:.*/)?(?:your_(?:instagram|facebook)_activity/.+|posts/media/.+|photos_and_videos/.+"
    r"|media/(?:posts|reels|igtv|archived_posts|other|stories)/.+)"
)
"""Files in the folders that only exports of Meta have."""


def join_exports(dumps: Sequence[Path]) -> list[tuple[Path, ...]]:
    """The dumps: archives in one folder are one if some hold only the rest of exports.

    Such a rest may be in a folder of its own if the archives with posts are in one.

    Returns:
        The dumps in the order given, each as one path, or as those of archives, of which the first
        holds posts.
    """
    archives = {path: listed for path in dumps if (listed := _listed(path))}
    posts = [path for path, listed in archives.items() if any(map(holds_posts, listed))]
    rest = [path for path in archives if path not in posts and _is_rest(archives[path])]
    homes = {path.absolute().parent for path in posts}
    folders = {path: path.absolute().parent for path in (*posts, *rest)}
    if len(homes) == 1:
        folders |= dict.fromkeys(rest, *homes)
    shared = homes & {folders[path] for path in rest}
    joined: dict[Path, list[Path]] = {}
    for path in dumps:
        folder = folders.get(path)
        joined.setdefault(folder if folder in shared else path.absolute(), []).append(path)
    return [tuple(sorted(dict.fromkeys(paths), key=rest.__contains__)) for paths in joined.values()]


def find_rest(archives: Sequence[Path], dumps: Sequence[Path]) -> list[Path]:
    """The archives that hold the rest of an export, if one of the dumps holds its posts."""
    rest = [path for path in archives if _is_rest(_listed(path))]
    return [path for path in rest if any(len(each) > 1 for each in join_exports([*dumps, path]))]


def open_together(sources: Sequence[Source]) -> Source:
    """The parts of an export as a folder in which they were unpacked, each in one of its own."""
    paths = [source.path.absolute() for source in sources]
    folder = Path(commonpath([path.parent for path in paths]))
    entries = (
        replace(entry, name=f"{path.relative_to(folder).as_posix()}/{entry.name}", dump=folder)
        for path, source in zip(paths, sources, strict=True)
        for entry in source.entries
    )
    losses = tuple(lost for source in sources for lost in source.losses)
    return Source(sources[0].name, folder, "folder", tuple(entries), losses)


def _is_rest(listed: Sequence[str]) -> bool:
    is_of_meta = any(_REST.fullmatch(name) or PERSON.fullmatch(name) for name in listed)
    return is_of_meta and not any(map(holds_posts, listed))


def _listed(path: Path) -> tuple[str, ...]:
    """The names of the files in a zip archive; none if it is something else."""
    try:
        if not zipfile.is_zipfile(path):
            return ()
        with zipfile.ZipFile(path) as archive:
            return tuple(archive.namelist())
    except (OSError, *NOT_OPENED):
        return ()
