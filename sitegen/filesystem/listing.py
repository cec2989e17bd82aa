"""Lists the files of a folder: the same ones, in the same order, for everything that reads one.

Symbolic links to folders are followed, each folder once on a path: a link that leads back to a
folder around it ends there. What cannot be read costs only itself, and is listed as a flaw.
"""

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePath, PurePosixPath
from typing import Literal, NamedTuple, TypeVar

from sitegen.errors import SitegenError

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
"""What the names of pages end in, in any case."""

STATIC = "static/"
"""The folder under ``content/`` whose files are copied to the output's root."""
MEDIA = "media/"

_ROOT_FILES = frozenset(
    {
        *("robots.txt", "humans.txt", "ads.txt", "CNAME", "_redirects", "_headers", ".nojekyll"),
        *("favicon.ico", "favicon.svg", "favicon.png"),
        *("apple-touch-icon.png", "apple-touch-icon-precomposed.png"),
        *("site.webmanifest", "manifest.webmanifest"),
    }
)
"""Files that browsers, crawlers and hosts look for at the root of a site."""

_SCRATCH_NAMES = (
    *("*~", ".*.sw?", ".sw?", "4913"),
    *(".#*", "#*#"),
    *(".~lock.*#", ".goutputstream-*", "*___jb_???___", ".DS_Store"),
)
"""What vim, Emacs, LibreOffice, GNOME, JetBrains and Finder leave next to a file being edited."""
_NOT_PUBLISHED = ("._*", ".git", ".gitignore", ".gitattributes", ".gitkeep", ".hg", ".svn")
"""Dot files in ``content/static/`` that are for other programs than a web server."""

FlawKind = Literal["missing", "loop", "unreadable", "name", "special", "inside itself", "repeated"]

_LOSSES = frozenset({"missing", "loop", "unreadable"})
_KINDS_BY_ERRNO: Mapping[int, FlawKind] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ELOOP: "loop",
}


E = TypeVar("E", bound=SitegenError)


class Flaw(NamedTuple):
    """Something in a folder that is not read."""

    name: str
    """Its path in the folder."""
    kind: FlawKind
    detail: str = ""
    """Where the link leads, or what the system says."""

    @property
    def is_loss(self) -> bool:
        """Whether it may stand for files that were read before and may be read again."""
        return self.kind in _LOSSES

    def error(self, folder: Path, failure: type[E]) -> E:
        """What is wrong with it, and what to do."""
        message, hint = _WORDS[self.kind]
        return failure(message.format(self.detail), path=folder / self.name, hint=hint)


_WORDS: Mapping[FlawKind, tuple[str, str]] = {
    "missing": (
        "this link leads to {}, which is not there",
        "if it is on a disk that is not mounted, mount it; else correct or remove the link",
    ),
    "loop": ("this link leads to itself, by way of {}", "correct or remove the link"),
    "unreadable": ("this cannot be read: {}", "see what it is and who may read it"),
    "name": (
        "the name of this file or folder is not UTF-8, and it is left out",
        "give it another name",
    ),
    "special": ("this is neither a file nor a folder", "move it out of the folder"),
    "inside itself": (
        "this link leads to {}, a folder that it is in itself, and is not followed",
        "remove the link, or let it lead to another folder",
    ),
    "repeated": (
        "this link leads to {}, which another link leads to already, and is not followed",
        "remove one of the two links",
    ),
}


class Listing(NamedTuple):
    """What a folder holds."""

    names: tuple[str, ...] = ()
    """The paths of its files in it, such as ``topics/craft/a.md``, sorted by parts."""
    flaws: tuple[Flaw, ...] = ()
    links: tuple[str, ...] = ()
    """The paths in it of all symbolic links, also of those that lead nowhere."""


def list_files(folder: Path, failure: type[SitegenError]) -> tuple[PurePosixPath, ...]:
    """What ``list_names`` lists, as paths."""
    return tuple(map(PurePosixPath, list_names(folder, failure)))


def list_names(folder: Path, failure: type[SitegenError]) -> list[str]:
    """The files in ``folder`` and the folders below, by their paths in it, sorted by parts.

    Dot files, what dot folders hold and what cannot be read are left out. There are none where
    there is no such folder.

    Raises:
        SitegenError: of the class ``failure``: the folder itself cannot be read.
    """
    return list(list_folder(folder, failure).names)


def list_folder(folder: Path, failure: type[SitegenError], *, follows: bool = True) -> Listing:
    """What ``list_names`` lists, with the links that are met and what cannot be read.

    Links to folders are left out unless it ``follows`` them.

    Raises:
        SitegenError: of the class ``failure``: the folder itself cannot be read.
    """
    return _Walk(folder, is_content=False, follows=follows).listing(failure)


def list_content(content: Path, failure: type[SitegenError]) -> Listing:
    """What stands in ``content``; of dot files, those that are copied to the output's root.

    A file that is to be copied and may not be read is listed as a flaw.

    Raises:
        SitegenError: of the class ``failure``: the folder itself cannot be read.
    """
    listing = _Walk(content, is_content=True, follows=True).listing(failure)
    denied = {name for name in copied_names(listing.names) if not _may_read(f"{content}/{name}")}
    if not denied:
        return listing
    flaws = tuple(Flaw(name, "unreadable", os.strerror(errno.EACCES)) for name in sorted(denied))
    names = tuple(name for name in listing.names if name not in denied)
    return Listing(names, (*listing.flaws, *flaws), listing.links)


def is_unlisted(path: PurePath) -> bool:
    """Whether ``list_content`` leaves out what stands at ``path``, as for its name."""
    prefix = ""
    for part in path.parts:
        if _is_left_out(part, prefix, is_content=True):
            return True
        prefix += f"{part}/"
    return False


def is_scratch(name: str) -> bool:
    """Whether a file is named like the temporary file of an editor."""
    return any(fnmatchcase(name, pattern) for pattern in _SCRATCH_NAMES)


def is_page_name(name: str) -> bool:
    """Whether the file of that path under ``content/`` is a page."""
    return name.lower().endswith(PAGE_SUFFIXES) and not name.startswith((MEDIA, STATIC))


def page_names(names: Iterable[str]) -> list[str]:
    """Those of the files under ``content/`` that are pages, by their paths in it."""
    return [name for name in names if is_page_name(name)]


def address_of_copy(name: str) -> str | None:
    """The path in the output of a file under ``content/`` that is copied; None for any other."""
    if name.startswith(STATIC):
        return name.removeprefix(STATIC)
    return name if name.startswith(MEDIA) or name in _ROOT_FILES else None


def copied_names(names: Iterable[str]) -> list[str]:
    """Those of the files under ``content/`` that are copied, by their paths in it."""
    return [name for name in names if address_of_copy(name) is not None]


def _is_left_out(name: str, prefix: str, *, is_content: bool) -> bool:
    """Whether what stands under ``name`` in the folder ``prefix`` is left out, as for its name."""
    if is_content and prefix.startswith(STATIC):
        return is_scratch(name) or any(fnmatchcase(name, each) for each in _NOT_PUBLISHED)
    return name.startswith(".") and not (is_content and not prefix and name in _ROOT_FILES)


Identity = tuple[int, int]
"""The device and the inode of a folder."""
Reached = set[Identity] | None
"""The folders that links have led to since a link was followed first; None where none was."""


class _Walk:
    """One walk through a folder."""

    def __init__(self, folder: Path, *, is_content: bool, follows: bool) -> None:
        self._folder = folder
        self._follows = follows
        self._is_content = is_content
        self._names: list[str] = []
        self._flaws: list[Flaw] = []
        self._links: list[str] = []

    def listing(self, failure: type[SitegenError]) -> Listing:
        try:
            self._into(str(self._folder), "", (), None)
        except FileNotFoundError:
            return Listing()
        except OSError as error:
            raise failure(
                f"this folder cannot be read: {error.strerror}",
                path=self._folder,
                hint="see what it is and who may read it",
            ) from None
        return Listing(tuple(self._names), tuple(self._flaws), tuple(self._links))

    def _into(self, place: str, prefix: str, around: tuple[str, ...], reached: Reached) -> None:
        """Lists a folder, with ``prefix`` before the paths; ``around`` are the folders it is in."""
        with os.scandir(place) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        around = (*around, place)
        for entry in found:
            if _is_left_out(entry.name, prefix, is_content=self._is_content):
                continue
            name = prefix + entry.name
            if not _is_utf8(entry.name):
                self._flaws.append(Flaw(name, "name"))
            elif entry.is_symlink():
                self._links.append(name)
                self._follow(entry.path, name, around, reached)
            elif entry.is_dir(follow_symlinks=False):
                self._try_into(entry.path, name, around, reached)
            elif entry.is_file(follow_symlinks=False):
                self._names.append(name)
            else:
                self._flaws.append(Flaw(name, "special"))

    def _try_into(self, place: str, name: str, around: tuple[str, ...], reached: Reached) -> None:
        try:
            self._into(place, f"{name}/", around, reached)
        except FileNotFoundError:
            return  # it was removed a moment ago
        except OSError as error:
            self._flaws.append(Flaw(name, "unreadable", error.strerror or str(error)))

    def _follow(self, place: str, name: str, around: tuple[str, ...], reached: Reached) -> None:
        """Takes what a link leads to, but within a linked folder each other folder only once."""
        try:
            status = os.stat(place)  # noqa: PTH116 -- beside scandir
            target = os.readlink(place)  # noqa: PTH115
        except OSError as error:
            self._lose(place, name, error)
            return
        if stat.S_ISREG(status.st_mode):
            self._names.append(name)
        elif not stat.S_ISDIR(status.st_mode):
            self._flaws.append(Flaw(name, "special"))
        elif not self._follows:
            return
        elif (identity := (status.st_dev, status.st_ino)) in self._identities(around):
            self._flaws.append(Flaw(name, "inside itself", target))
        elif reached is not None and identity in reached:
            self._flaws.append(Flaw(name, "repeated", target))
        else:
            reached = set() if reached is None else reached
            reached.add(identity)
            self._try_into(place, name, around, reached)

    def _lose(self, place: str, name: str, error: OSError) -> None:
        kind = _KINDS_BY_ERRNO.get(error.errno or 0, "unreadable")
        detail = error.strerror or str(error)
        if kind != "unreadable":
            try:
                detail = os.readlink(place)  # noqa: PTH115 -- beside scandir
            except OSError:
                return  # it was removed a moment ago
        self._flaws.append(Flaw(name, kind, detail))

    def _identities(self, around: tuple[str, ...]) -> set[Identity]:
        """Of the folders that the walk is in, and of those that they all are in."""
        paths = (*around, *map(str, self._folder.resolve().parents))
        statuses = [os.stat(path) for path in paths]  # noqa: PTH116 -- beside scandir
        return {(status.st_dev, status.st_ino) for status in statuses}


def _may_read(path: str) -> bool:
    is_effective = os.access in os.supports_effective_ids
    return os.access(path, os.R_OK, effective_ids=is_effective)


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
