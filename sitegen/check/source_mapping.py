"""Maps output files to the editor's files, and locates addresses in these."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.addresses import file_of, topic_address
from sitegen.check.hyperlinks import Outside, Resolver, Target
from sitegen.check.locations import AddressLocation, Place, find_locations
from sitegen.content.pages import place_of, read_page
from sitegen.content.visibility import reason_of_dates
from sitegen.errors import ContentError
from sitegen.filesystem.listing import address_of_copy, list_content, page_names
from sitegen.models import Page


class Spot(NamedTuple):
    """Where a problem is to be fixed."""

    path: Path
    own: str
    """The output path of the file's own page."""
    page: str
    """The output path of the page with the problem."""
    place: Place | None = None
    """The position in the file, if known."""


class Sources:
    """The pages, copied files and own templates of a digest."""

    def __init__(self, content: Path, resolver: Resolver, zone: str = "UTC") -> None:
        """Lists the files under ``content``. They are read on demand."""
        self._content = content
        self._resolver = resolver
        self._zone = zone
        listed = list_content(content, ContentError).names
        self.names: Mapping[str, str] = dict(_by_file(listed))
        """The paths of pages under ``content/``, by the paths in the output."""
        self.copied: Mapping[str, str] = dict(_by_copy(listed))
        """The paths of copied files, likewise."""
        self._all = {**self.copied, **self.names}

    def spots_of(
        self, target: Target | Outside, shown_on: Sequence[str], addresses: Iterable[str]
    ) -> list[Spot]:
        """Where the digest's texts link to ``target``; empty if no text is known to.

        The files of the pages themselves come first. A page may show the text of another, in which
        a relative address has another target. So the next candidates are all texts with one of the
        ``addresses`` as written, those with a page in the output before others, and the last is
        the file of the page, if it is only one.
        """
        own = [
            Spot(self._content / self._all[page], page, page, location.place)
            for page in shown_on
            if page in self._all
            for location in self._locations(page)
            if location.target == target
        ]
        if own:
            return own
        elsewhere = [spot for a in addresses for spot in self._by_address().get(a, ())]
        published = [spot for spot in elsewhere if self._resolver.is_file(spot.own)]
        if elsewhere:
            return [spot._replace(page=shown_on[0]) for spot in published or elsewhere]
        return self.file_of(shown_on)

    def spots_in_themes(self, target: Target | Outside, shown_on: Sequence[str]) -> list[Spot]:
        """Where the templates of the digest's own themes link to ``target`` from the site root."""
        return [
            Spot(path, shown_on[0], shown_on[0], location.place)
            for path, locations in self._templates().items()
            for location in locations
            if location.target == target
        ]

    def file_of(self, shown_on: Sequence[str]) -> list[Spot]:
        """The file of the page; empty for several pages, or a page without a file."""
        page = shown_on[0]
        if len(shown_on) > 1 or page not in self._all:
            return []
        return [Spot(self._content / self._all[page], page, page)]

    def file_copied_to(self, name: str) -> Path:
        """The file that is copied to the output path ``name``."""
        return self._content / self.copied[name]

    def meant_by(self, address: str, page: str) -> Target | None:
        """The target of an address on the output page ``page``."""
        target = self._resolver.resolve_written(address, page)
        return target if isinstance(target, Target) else None

    def why_unpublished(self, file: str, now: datetime) -> str:
        """Why a page is not in the output; empty without such a page or a known reason."""
        name = self.names.get(file)
        if name is None:
            return ""
        try:
            data = (self._content / name).read_bytes()
            page = read_page(self._content, PurePosixPath(name), data, zone=self._zone).page
        except (OSError, ContentError):
            return f"content/{name} cannot be read"
        reason = _why_held_back(page, now)
        if reason:
            return f"content/{name} {reason}"
        topic = topic_address(page.topic) if page.kind == "post" and page.topic else None
        return self.why_unpublished(file_of(topic), now) if topic else ""

    def file_written_at(self, path: str) -> str | None:
        """The output path of the page whose Markdown file an editor linked to."""
        by_name = [
            file for file, name in self.names.items() if name == path.removeprefix("content/")
        ]
        tail = path.rpartition("/")[2]
        by_tail = [file for file, name in self.names.items() if name.rpartition("/")[2] == tail]
        found = by_name or by_tail
        return found[0] if len(found) == 1 else None

    @functools.cache  # noqa: B019 -- a check makes one of these
    def _locations(self, page: str) -> list[AddressLocation]:
        return find_locations(self._content / self._all[page], page, self._resolver)

    @functools.cache  # noqa: B019 -- likewise
    def _templates(self) -> Mapping[Path, list[AddressLocation]]:
        paths = sorted(self._content.parent.glob("themes/*/templates/*.html"))
        return {path: find_locations(path, "index.html", self._resolver) for path in paths}

    @functools.cache  # noqa: B019 -- likewise
    def _by_address(self) -> Mapping[str, list[Spot]]:
        """The spots of each relative address in all texts."""
        spots = defaultdict(list)
        for page, name in self.names.items():
            for location in self._locations(page):
                if isinstance(location.target, Target) and ":" not in location.address:
                    spots[location.address].append(
                        Spot(self._content / name, page, page, location.place)
                    )
        return spots


def _by_copy(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        address = address_of_copy(name)
        if address is not None:
            yield address, name


def _by_file(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in page_names(names):
        try:
            yield file_of(place_of(PurePosixPath(name)).address), name
        except ContentError:
            continue  # a build reports that no page can have this name


def _why_held_back(page: Page, now: datetime) -> str:
    """Why a page itself is held back; empty if it is not."""
    if page.draft:
        return "is a draft"
    if page.hidden:
        return "is hidden"
    match reason_of_dates(page, now):
        case "future":
            return "is dated in the future"
        case "expired":
            return "has expired"
        case None:
            return ""
