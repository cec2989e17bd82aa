"""Reads the files of an output, and tells what each leads to that may not be there."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from sitegen.check.hyperlinks import Outside, Resolver, Target, is_astray
from sitegen.check.markup import (
    Markup,
    Use,
    read_atom,
    read_css,
    read_html,
    read_json_feed,
    read_sitemap,
)

_FEEDS: Mapping[str, Callable[[str], Markup]] = {
    "feed.xml": read_atom,
    "feed.json": read_json_feed,
}
"""By the names that builds give them."""
_SITEMAP_NAME = re.compile(r"sitemap(-[1-9][0-9]*)?\.xml")
_COPIED = ("media/", "static/")
"""Folders of files that are copied: they are not sitegen's pages."""


class Lead(NamedTuple):
    """An address in a file, and where in the site it leads."""

    use: Use
    target: Target


class Load(NamedTuple):
    """Something that is not in the site and that a page loads."""

    what: str
    origin: Outside


class ParsedFile(NamedTuple):
    """What a file of the output has to do with the others, and what is odd about it."""

    name: str
    """Its path in the output."""
    broken: tuple[Lead, ...] = ()
    """What leads to a file that is not there."""
    anchored: tuple[Lead, ...] = ()
    """What leads to an element of another page."""
    loaded: tuple[Load, ...] = ()
    """What a browser would load from a third party."""
    ids: frozenset[str] = frozenset()
    twins: tuple[str, ...] = ()
    pictures_without_alt: tuple[Target | Outside, ...] = ()
    lacks_title: bool = False
    is_readable: bool = True


class ParseFunction:
    """Reads files of an output, as a work that can be sent to other processes."""

    things = "files"

    def __init__(
        self, output: Path, base_url: str, files: Set[str], copied: Set[str] = frozenset()
    ) -> None:
        """Makes ready.

        Args:
            output: the folder.
            base_url: the address that the site is to stand at.
            files: the paths of all files in the output.
            copied: those of them that are the editor's own files, of which only links are judged.
        """
        self._output = output
        self._copied = copied
        self._files = files
        self._resolver = Resolver(base_url, files)

    def __call__(self, names: Sequence[str]) -> list[ParsedFile]:
        """What there is to say of each file."""
        return [self._read(name) for name in names]

    def _read(self, name: str) -> ParsedFile:
        read = _way_to_read(name)
        try:
            text = (self._output / name).read_text(encoding="utf-8-sig", errors="replace")
            markup = read(text)
        except (OSError, ValueError, ParseError):
            return ParsedFile(name, is_readable=False)
        return self._reading(name, markup)

    def _reading(self, name: str, markup: Markup) -> ParsedFile:
        is_page = is_html(name) and not self._is_copied(name)
        found = [
            (use, self._resolver.resolve(use.address, name, markup.base)) for use in markup.uses
        ]
        leads = [
            Lead(use, target)
            for use, target in found
            if isinstance(target, Target) and not self._is_elsewhere(use, target)
        ]
        loads = (Load(use.what, target) for use, target in found if isinstance(target, Outside))
        return ParsedFile(
            name,
            broken=tuple(lead for lead in leads if self._is_broken(lead.target, name, markup)),
            anchored=tuple(lead for lead in leads if self._is_anchored(lead.target, name)),
            loaded=tuple(load for load in loads if load.what != "link" and not _is_feed(name)),
            ids=markup.ids,
            twins=markup.twins if is_page else (),
            pictures_without_alt=self._pictures(name, markup) if is_page else (),
            lacks_title=is_page and not markup.has_title,
        )

    def _is_copied(self, name: str) -> bool:
        return name in self._copied or name.startswith(_COPIED)

    def _pictures(self, name: str, markup: Markup) -> tuple[Target | Outside, ...]:
        sources = markup.pictures_without_alt
        return tuple(self._resolver.resolve(s, name, markup.base) or Outside(s) for s in sources)

    def _is_elsewhere(self, use: Use, target: Target) -> bool:
        """Whether a link leads to what else may be on the site's own host."""
        if use.what != "link" or not is_astray(target.file):
            return False
        is_whole = "//" in use.address
        return is_whole and not self._resolver.lacks_path(target)

    def _is_broken(self, target: Target, name: str, markup: Markup) -> bool:
        if target.file not in self._files:
            return True
        is_own = target.file == name and is_html(name)
        return is_own and bool(target.fragment) and target.fragment not in markup.ids

    def _is_anchored(self, target: Target, name: str) -> bool:
        is_there = target.file in self._files and is_html(target.file)
        return is_there and bool(target.fragment) and target.file != name


def is_html(name: str) -> bool:
    """Whether a file is a page, by its name."""
    return name.endswith((".html", ".htm"))


def is_read(name: str) -> bool:
    """Whether a file can lead anywhere, by its name."""
    return is_html(name) or name.endswith(".css") or _is_feed(name)


def _is_feed(name: str) -> bool:
    is_feed = name.rpartition("/")[2] in _FEEDS or _SITEMAP_NAME.fullmatch(name) is not None
    return is_feed and not name.startswith(_COPIED)


def _way_to_read(name: str) -> Callable[[str], Markup]:
    if is_html(name):
        return read_html
    if name.endswith(".css"):
        return read_css
    return _FEEDS.get(name.rpartition("/")[2], read_sitemap)
