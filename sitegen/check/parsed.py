"""Parses the files of an output: their links, ids and other facts that the rules need."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from sitegen.check.hyperlinks import Outside, Resolver, Target, is_outside_path
from sitegen.check.markup_parsing import (
    Markup,
    Use,
    read_atom,
    read_css,
    read_html,
    read_json_feed,
    read_sitemap,
)
from sitegen.filesystem.files import read_file

_FEEDS: Mapping[str, Callable[[str], Markup]] = {
    "feed.xml": read_atom,
    "feed.json": read_json_feed,
}
"""The parsers of feeds, by file name."""
_SITEMAP_NAME = re.compile(r"sitemap(-[1-9][0-9]*)?\.xml")
_SAME_BESIDE = ("../", "https://", "http://")
"""How addresses begin that lead to the same target from all folders beside each other."""
_MEDIA = "media/"
_COPIED = (_MEDIA, "static/")
"""Folders of copied files, which are not pages of sitegen."""


class Link(NamedTuple):
    """An address in a file, and its target in the site."""

    use: Use
    target: Target


class ExternalResource(NamedTuple):
    """A resource outside the site that a page loads."""

    what: str
    origin: Outside


class ParsedFile(NamedTuple):
    """What the rules need to know about a file of the output."""

    name: str
    """Its path in the output."""
    broken: tuple[Link, ...] = ()
    """Links to missing files, or to missing elements of the page itself."""
    anchored: tuple[Link, ...] = ()
    """Links to an element of another page."""
    loaded: tuple[ExternalResource, ...] = ()
    """Resources that a browser would load from a third party."""
    media: frozenset[str] = frozenset()
    """The files under ``media/`` that it shows or links to."""
    ids: frozenset[str] = frozenset()
    duplicate_ids: tuple[str, ...] = ()
    pictures_without_alt: tuple[Target | Outside, ...] = ()
    lacks_title: bool = False
    is_readable: bool = True


class ParseFunction:
    """Parses files of an output; can be sent to worker processes."""

    unit = "files"

    def __init__(
        self,
        output: Path,
        base_url: str,
        files: Set[str],
        copied: Set[str] = frozenset(),
        unchecked: Set[str] = frozenset(),
    ) -> None:
        """Takes what all files have in common.

        Args:
            output: the folder.
            base_url: the address of the site.
            files: the paths of all files in the output.
            copied: those that are copies of the editor's files, of which only links are checked.
            unchecked: links that are not checked, as other programs answer or fill them in.
        """
        self._output = output
        self._copied = copied
        self._unchecked = unchecked
        self._files = files
        self._base_url = base_url
        self._resolver = Resolver(base_url, files)
        self._fine: dict[str, set[Use]] = defaultdict(set)
        """By the folder above that of a file, uses that are nothing to report: nearly all are, and
        files in folders beside each other share most."""

    def __call__(self, names: Sequence[str]) -> list[ParsedFile]:
        """The parsed files, in the order of ``names``."""
        return [self._read(name) for name in names]

    def in_common(self) -> Iterator[str]:
        """What results depend on besides the files themselves."""
        for names in (self._files, self._copied, self._unchecked):
            yield f"{len(names)}"
            yield from sorted(names)
        yield self._base_url

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            OSError: it cannot be read.
        """
        return read_file(f"{self._output}/{name}")

    def parse(self, name: str, data: bytes) -> ParsedFile:
        """Parses a file with these bytes."""
        text = data.decode("utf-8-sig", errors="replace")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        try:
            markup = _parser_of(name)(text)
        except (ValueError, ParseError):
            return ParsedFile(name, is_readable=False)
        return self._parsed(name, markup)

    def _read(self, name: str) -> ParsedFile:
        try:
            return self.parse(name, self.read(name))
        except OSError:
            return ParsedFile(name, is_readable=False)

    def _parsed(self, name: str, markup: Markup) -> ParsedFile:
        is_page = is_html(name) and not self._is_copied(name)
        found = list(self._resolve(name, markup))
        links = [
            Link(use, target)
            for use, target in found
            if isinstance(target, Target) and not self._is_other_site(use, target)
        ]
        loads = (
            ExternalResource(use.what, target)
            for use, target in found
            if isinstance(target, Outside)
        )
        return ParsedFile(
            name,
            broken=tuple(link for link in links if self._is_broken(link.target, name, markup)),
            anchored=tuple(link for link in links if self._is_anchored(link.target, name)),
            loaded=tuple(load for load in loads if load.what != "link" and not is_feed(name)),
            media=frozenset(each.target.file for each in links if _is_medium(each.target)),
            ids=markup.ids,
            duplicate_ids=markup.duplicate_ids if is_page else (),
            pictures_without_alt=self._pictures(name, markup) if is_page else (),
            lacks_title=is_page and not markup.has_title,
        )

    def _resolve(self, name: str, markup: Markup) -> Iterator[tuple[Use, Target | Outside | None]]:
        """The uses in a file that may matter, each with its target."""
        fine = set[Use]() if markup.base else self._fine[_folder_above(name)]
        for use in markup.uses:
            if use in fine or use.address in self._unchecked:
                continue
            target = self._resolver.resolve(use.address, name, markup.base)
            if use.address.startswith(_SAME_BESIDE) and self._is_fine(use, target):
                fine.add(use)
            else:
                yield use, target

    def _is_fine(self, use: Use, target: Target | Outside | None) -> bool:
        """Whether a use of that target is nothing to report, in whatever file."""
        if isinstance(target, Target):
            is_there = target.file in self._files and not target.fragment
            return is_there and not _is_medium(target)
        return target is None or use.what == "link"

    def _is_copied(self, name: str) -> bool:
        return name in self._copied or name.startswith(_COPIED)

    def _pictures(self, name: str, markup: Markup) -> tuple[Target | Outside, ...]:
        sources = markup.pictures_without_alt
        return tuple(self._resolver.resolve(s, name, markup.base) or Outside(s) for s in sources)

    def _is_other_site(self, use: Use, target: Target) -> bool:
        """Whether a link leads to another site on the same host."""
        if use.what != "link" or not is_outside_path(target.file):
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


def _is_medium(target: Target) -> bool:
    return target.file.startswith(_MEDIA)


def _folder_above(name: str) -> str:
    """The folder above that of a file; a slash for a file in the root."""
    folder, slash, _ = name.rpartition("/")
    return folder.rpartition("/")[0] if slash else "/"


def is_html(name: str) -> bool:
    """Whether a file is HTML, by its name."""
    return name.endswith((".html", ".htm"))


def is_read(name: str) -> bool:
    """Whether a file can contain links, by its name."""
    return is_html(name) or name.endswith(".css") or is_feed(name)


def is_feed(name: str) -> bool:
    """Whether a file of the output is a feed or a sitemap."""
    is_named_so = name.rpartition("/")[2] in _FEEDS or _SITEMAP_NAME.fullmatch(name) is not None
    return is_named_so and not name.startswith(_COPIED)


def _parser_of(name: str) -> Callable[[str], Markup]:
    if is_html(name):
        return read_html
    if name.endswith(".css"):
        return read_css
    return _FEEDS.get(name.rpartition("/")[2], read_sitemap)
