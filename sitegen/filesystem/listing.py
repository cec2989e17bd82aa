"""Lists the files of a folder in a fixed order, with what cannot be read.

Symbolic links to folders are followed, but not those to a folder that they are in. A file or folder
that cannot be read is listed as a flaw.
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
"""The suffixes of pages, in upper or lower case."""

STATIC = "static/"
"""The folder under ``content/`` whose files are copied to the output's root."""
MEDIA = "media/"
_COPIED = (STATIC, MEDIA)

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
"""Temporary files of vim, Emacs, LibreOffice, GNOME, JetBrains and Finder."""
_SYSTEM_NAMES = frozenset(
    {
        *("thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin"),
        *("icon\r", "__macosx", "@eadir"),
    }
)
"""Files and folders, in lower case, that Windows, macOS and network storage add to folders."""
_BACKUP_NAMES = ("*.bak", "*.orig", "*.rej", "*.sw[op]", "*.tmp", "*.crdownload", "~$*")
"""Copies that editors, merges, word processors and browsers leave behind."""
_NOT_PUBLISHED = ("._*", ".git", ".gitignore", ".gitattributes", ".gitkeep", ".hg", ".svn")
"""Dot files in ``content/static/`` that are not for web servers."""

FlawKind = Literal["missing", "loop", "unreadable", "name", "special", "inside itself", "repeated"]

_LOSSES = frozenset({"missing", "loop", "unreadable"})
_KINDS_BY_ERRNO: Mapping[int, FlawKind] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ELOOP: "loop",
}


E = TypeVar("E", bound=SitegenError)


class Flaw(NamedTuple):
    """A file or folder that is not read, and why."""

    name: str
    """Its path in the folder."""
    kind: FlawKind
    detail: str = ""
    """The target of the link, or the message of the system."""

    @property
    def is_loss(self) -> bool:
        """Whether files may be missing that were there before, and may come back."""
        return self.kind in _LOSSES

    def error(self, folder: Path, failure: type[E]) -> E:
        """The error to report, of the class ``failure``."""
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
        "rename it",
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
    """The content of a folder."""

    names: tuple[str, ...] = ()
    """The paths of its files in it, such as ``topics/craft/a.md``, sorted by parts."""
    flaws: tuple[Flaw, ...] = ()
    links: tuple[str, ...] = ()
    """The paths in it of all symbolic links, including broken ones."""


def list_files(folder: Path, failure: type[SitegenError]) -> tuple[PurePosixPath, ...]:
    """Lists as ``list_names`` does, but paths."""
    return tuple(map(PurePosixPath, list_names(folder, failure)))


def list_names(folder: Path, failure: type[SitegenError]) -> list[str]:
    """The paths of all files in ``folder`` and below, relative to it and sorted by parts.

    Left out are dot files, dot folders, files that operating systems add, and what cannot be read.
    The list is empty if there is no such folder.

    Raises:
        SitegenError: of the class ``failure``: the folder itself cannot be read.
    """
    return list(list_folder(folder, failure).names)


def list_folder(folder: Path, failure: type[SitegenError], *, follows: bool = True) -> Listing:
    """Lists as ``list_names`` does, with symbolic links and what cannot be read.

    Links to folders are left out unless ``follows`` is set.

    Raises:
        SitegenError: of the class ``failure``: the folder itself cannot be read.
    """
    return _Walk(folder, is_content=False, follows=follows).listing(failure)


def list_content(content: Path, failure: type[SitegenError]) -> Listing:
    """Lists ``content``, including the dot files that are copied to the root of the output.

    A file to copy without read permission is listed as a flaw.

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
    """Whether ``list_content`` leaves out ``path`` because of its name."""
    prefix = ""
    for part in path.parts:
        if _is_left_out(part, prefix, is_content=True):
            return True
        prefix += f"{part}/"
    return False


def is_scratch(name: str) -> bool:
    """Whether a file has the name of an editor's temporary file."""
    return any(fnmatchcase(name, pattern) for pattern in _SCRATCH_NAMES)


def is_backup_copy(name: str) -> bool:
    """Whether the file of that path has the name of a backup copy."""
    file = name.rpartition("/")[2].lower()
    return any(fnmatchcase(file, pattern) for pattern in _BACKUP_NAMES)


def is_page_name(name: str) -> bool:
    """Whether the file of that path under ``content/`` is a page."""
    return name.lower().endswith(PAGE_SUFFIXES) and not name.startswith(_COPIED)


def page_names(names: Iterable[str]) -> list[str]:
    """The paths that are those of pages."""
    may_be = [name for name in names if name.lower().endswith(PAGE_SUFFIXES)]
    return [name for name in may_be if not name.startswith(_COPIED)]


def address_of_copy(name: str) -> str | None:
    """The output path of a file under ``content/`` that is copied; None for others.

    Backup copies are not copied.
    """
    address = address_if_copied(name)  # first, as it is fast and most files are pages
    return None if address is None or is_backup_copy(name) else address


def address_if_copied(name: str) -> str | None:
    """The output path of a file or folder under ``content/``, whether or not it is a backup copy.

    None for a path whose files are never copied. A folder may have the name of a backup copy: the
    files in it are copied.
    """
    if name.startswith(STATIC):
        return name.removeprefix(STATIC)
    return name if name.startswith(MEDIA) or name in _ROOT_FILES else None


def copied_names(names: Iterable[str]) -> list[str]:
    """The paths that are those of files to copy."""
    may_be = [name for name in names if name.startswith(_COPIED) or name in _ROOT_FILES]
    return [name for name in may_be if not is_backup_copy(name)]


def _is_left_out(name: str, prefix: str, *, is_content: bool) -> bool:
    """Whether ``name`` in the folder ``prefix`` is left out because of its name."""
    if name.lower() in _SYSTEM_NAMES:
        return True
    if is_content and prefix.startswith(STATIC):
        return is_scratch(name) or any(fnmatchcase(name, each) for each in _NOT_PUBLISHED)
    return name.startswith(".") and not (is_content and not prefix and name in _ROOT_FILES)


Identity = tuple[int, int]
"""The device and the inode of a folder."""
Reached = set[Identity] | None
"""The folders reached through the first link and those below it; None outside a linked folder."""


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

    def _into(self, place: str, prefix: str, parents: tuple[str, ...], reached: Reached) -> None:
        """Lists a folder, with ``prefix`` before the paths; ``parents`` are its parents."""
        with os.scandir(place) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        parents = (*parents, place)
        for entry in found:
            if _is_left_out(entry.name, prefix, is_content=self._is_content):
                continue
            name = prefix + entry.name
            if not _is_utf8(entry.name):
                self._flaws.append(Flaw(name, "name"))
            elif entry.is_symlink():
                self._links.append(name)
                self._follow(entry.path, name, parents, reached)
            elif entry.is_dir(follow_symlinks=False):
                self._try_into(entry.path, name, parents, reached)
            elif entry.is_file(follow_symlinks=False):
                self._names.append(name)
            else:
                self._flaws.append(Flaw(name, "special"))

    def _try_into(self, place: str, name: str, parents: tuple[str, ...], reached: Reached) -> None:
        try:
            self._into(place, f"{name}/", parents, reached)
        except FileNotFoundError:
            return  # it was just removed
        except OSError as error:
            self._flaws.append(Flaw(name, "unreadable", error.strerror or str(error)))

    def _follow(self, place: str, name: str, parents: tuple[str, ...], reached: Reached) -> None:
        """Lists the target of a link; within a linked folder, each other folder only once."""
        try:
            status = os.stat(place)  # noqa: PTH116 -- beside scandir
            target = os.readlink(place)  # noqa: PTH115
        except OSError as error:
            self._add_flaw(place, name, error)
            return
        if stat.S_ISREG(status.st_mode):
            self._names.append(name)
        elif not stat.S_ISDIR(status.st_mode):
            self._flaws.append(Flaw(name, "special"))
        elif not self._follows:
            return
        elif (identity := (status.st_dev, status.st_ino)) in self._identities(parents):
            self._flaws.append(Flaw(name, "inside itself", target))
        elif reached is not None and identity in reached:
            self._flaws.append(Flaw(name, "repeated", target))
        else:
            reached = set() if reached is None else reached
            reached.add(identity)
            self._try_into(place, name, parents, reached)

    def _add_flaw(self, place: str, name: str, error: OSError) -> None:
        kind = _KINDS_BY_ERRNO.get(error.errno or 0, "unreadable")
        detail = error.strerror or str(error)
        if kind != "unreadable":
            try:
                detail = os.readlink(place)  # noqa: PTH115 -- beside scandir
            except OSError:
                return  # it was just removed
        self._flaws.append(Flaw(name, kind, detail))

    def _identities(self, parents: tuple[str, ...]) -> set[Identity]:
        """The identities of the folders that the walk is in, and of all their parents."""
        paths = (*parents, *map(str, self._folder.resolve().parents))
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
