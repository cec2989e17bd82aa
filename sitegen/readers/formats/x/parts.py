"""Files of an X archive that are given by themselves, without the archive."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sitegen.readers.formats.x.files import is_post_file, may_hold_posts
from sitegen.readers.sources import Entry, Source
from sitegen.readers.sources.folder import open_file

_COMPANION = re.compile(
    r"(?i)(?:account|note-tweets?(?:-part\d+)?|protected-history|twitter-circle-tweet)\.js"
)
"""The files beside posts that complete them, or say whose they are and who may see them."""
_MEDIA_FOLDER = re.compile(r"(?i)(?:tweets?|community_tweets?)_media(?:-part\d+)?")


def join_parts(dumps: Sequence[Path]) -> list[tuple[Path, ...]]:
    """The dumps of an import: files of one X archive, in one folder, are one dump.

    Returns:
        The dumps in the order given, each as one path, or as the paths of such files. A file that
        only completes posts is a dump of its own if no posts are given with it.
    """
    folders = {path.absolute().parent for path in dumps if _holds_posts(path)}
    joined: dict[Path, list[Path]] = {}
    for path in dumps:
        folder = path.absolute().parent
        is_part = folder in folders and (_is_companion(path) or _holds_posts(path))
        joined.setdefault(folder if is_part else path.absolute(), []).append(path)
    return [tuple(sorted(dict.fromkeys(paths))) for paths in joined.values()]


def open_parts(paths: Sequence[Path]) -> Source | None:
    """Opens files with posts as a folder of them, of the files that complete them and of media.

    Returns:
        None if it is one file that holds no posts, or has nothing beside it.
    """
    posts = [path for path in paths if _holds_posts(path)]
    if not posts:
        return None
    folder = posts[0].parent
    names = dict.fromkeys([*(path.name for path in paths), *_names_beside(folder)])
    if len(names) == 1:
        return None
    entries = tuple(_entry(folder, name) for name in sorted(names))
    return Source(posts[0].name, folder, "folder", entries)


def _names_beside(folder: Path) -> Iterator[str]:
    try:
        for path in folder.iterdir():
            if _is_companion(path):
                yield path.name
            elif _MEDIA_FOLDER.fullmatch(path.name) and path.is_dir():
                yield from (f"{path.name}/{file.name}" for file in _files_in(path.iterdir()))
    except OSError:
        return


def _files_in(paths: Iterable[Path]) -> Iterator[Path]:
    return (path for path in paths if path.is_file() and not path.is_symlink())


def _is_companion(path: Path) -> bool:
    return _COMPANION.fullmatch(path.name) is not None and path.is_file() and not path.is_symlink()


def _holds_posts(path: Path) -> bool:
    if not may_hold_posts(path.name) or not path.is_file():
        return False
    return is_post_file(_entry(path.parent, path.name))


def _entry(folder: Path, name: str) -> Entry:
    path = folder / name
    return Entry(name, path.stat().st_size, partial(open_file, path), folder)
