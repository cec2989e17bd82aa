"""The rules of the check: broken links, missing titles, third parties and the like."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

from sitegen.check.hyperlinks import Outside, Target, address_of, is_outside_path
from sitegen.check.left_out import LeftOutPages
from sitegen.check.parsed import Link, ParsedFile, is_feed, is_html
from sitegen.check.source_mapping import Sources, Spot
from sitegen.errors import ContentError, OutputError, SitegenError, ThemeError
from sitegen.filesystem.files import read_file

_MAX_GUESSES = 20
"""For how many addresses a similar one is searched: each search compares all addresses."""
_SCRIPTS = (".js", ".mjs", ".json", ".webmanifest")
"""The names of scripts, and of data that they load, end so."""
_MAX_NAMED = 5
"""How many media a warning names."""


@dataclass(slots=True)
class _Finding:
    """The same problem on some pages."""

    pages: list[str] = field(default_factory=list)
    addresses: dict[str, None] = field(default_factory=dict)
    """The addresses as written on the pages."""


class Rules:
    """Applies the rules to the parsed files of an output."""

    def __init__(
        self,
        output: Path,
        files: Set[str],
        sources: Sources,
        parsed: Sequence[ParsedFile],
        now: datetime,
        left_out: LeftOutPages,
    ) -> None:
        """Takes what the rules apply to."""
        self._output = output
        self._files = files
        self._sources = sources
        self._parsed = [file for file in parsed if file.name not in left_out]
        self._left_out = left_out
        self._now = now
        self._ids: Mapping[str, frozenset[str]] = {file.name: file.ids for file in parsed}
        self._guesses = 0

    def broken_links(self) -> list[SitegenError]:
        """Links and resources with a missing target, each position in a text once."""
        findings: dict[tuple[Target, str], _Finding] = defaultdict(_Finding)
        for file in self._parsed:
            for link in (*file.broken, *filter(self._misses_element, file.anchored)):
                if self._left_out.explain(link.target):
                    continue
                finding = findings[link.target, link.use.what]
                finding.pages.append(file.name)
                finding.addresses[link.use.address] = None
        errors: dict[tuple[object, ...], SitegenError] = {}
        for (target, what), finding in findings.items():
            for error in self._broken(target, what, finding):
                errors.setdefault(
                    (error.path, error.line, error.column, error.line or target), error
                )
        return sorted(errors.values(), key=_order)

    def pages_without_title(self) -> Iterator[SitegenError]:
        """One error for all pages without a title."""
        names = _pages_first(file.name for file in self._parsed if file.lacks_title)
        if names:
            yield OutputError(
                f"{_some(names)} {'has' if len(names) == 1 else 'have'} no title",
                path=self._output / names[0],
                hint="the templates of the theme set it: <title>…</title> in the <head>",
            )

    def warnings(self) -> Iterator[SitegenError]:
        """Problems that do not prevent publishing."""
        for file in self._parsed:
            if not file.is_readable:
                yield OutputError("this file cannot be read", path=self._output / file.name)
        yield from self._third_parties()
        yield from self._pictures_without_alt()
        yield from self._duplicate_ids()
        yield from self._unused_media()

    def _misses_element(self, link: Link) -> bool:
        return link.target.fragment not in self._ids.get(link.target.file, frozenset())

    def _broken(self, target: Target, what: str, finding: _Finding) -> Iterator[SitegenError]:
        spots = self._sources.spots_of(target, _pages_first(finding.pages), finding.addresses)
        for spot in spots:
            yield _at(
                spot,
                f"{_named(what, target)} {_on([spot.page])} {self._why(what, target)}",
                self._hint(target, what, next(iter(finding.addresses)), spot),
            )
        if not spots:
            names = _pages_first(finding.pages)
            message = f"{_named(what, target)} {_on(names)} {self._why(what, target)}"
            hint = self._guess(target) or "correct the address, or take it out"
            yield from self._in_theme(target, names, message, hint)

    def _why(self, what: str, target: Target) -> str:
        fails = "leads nowhere" if what == "link" else "is not there"
        if target.file in self._files:
            return f"{fails}: the page has no “{target.fragment}”"
        if is_outside_path(target.file):
            return f"{fails}: it is on the digest’s own host, but outside the digest"
        reason = self._sources.why_unpublished(target.file, self._now)
        return f"{fails}: {reason}" if reason else fails

    def _hint(self, target: Target, what: str, address: str, spot: Spot) -> str:
        meant = self._sources.meant_by(address, spot.own) if spot.own != spot.page else None
        if meant and meant != target and meant.file in self._files:
            return f"other pages show this text too: write “{meant.address}”"
        if target.file in self._files:
            return self._guess(target) or "see which headings the page has"
        if target.file in self._sources.names:
            return "publish that page, or take the link out"
        if guess := self._guess(target):
            return guess
        if target.file.startswith("media/"):
            return f"put the {what if what != 'link' else 'file'} at content/{target.file}"
        return "correct the address, or take it out"

    def _guess(self, target: Target) -> str | None:
        """A similar address that exists, as a hint."""
        if target.file.endswith(".md"):
            file = self._sources.file_written_at(target.file)
            return f"name the page by its address: “{address_of(file)}”" if file else None
        near = self._nearest(target)
        return f"did you mean “{near}”?" if near else None

    def _nearest(self, target: Target) -> str | None:
        if target.file in self._files:
            ids = self._ids.get(target.file, frozenset())
            near = difflib.get_close_matches(target.fragment, sorted(ids), n=1)
            return Target(target.file, near[0]).address if near else None
        if self._guesses == _MAX_GUESSES:
            return None
        self._guesses += 1
        address = address_of(target.file)
        addresses = sorted(map(address_of, self._files))
        same = [other for other in addresses if _last(other) == _last(address)]
        if len(same) == 1:
            return same[0]
        near = difflib.get_close_matches(address, addresses, cutoff=0.75)
        return next((other for other in near if _is_slip(_last(address), _last(other))), None)

    def _third_parties(self) -> Iterator[SitegenError]:
        findings: dict[tuple[str, Outside], _Finding] = defaultdict(_Finding)
        for file in self._parsed:
            for resource in file.loaded:
                findings[resource.what, resource.origin].pages.append(file.name)
        for (what, origin), finding in findings.items():
            message = f"the {what} “{origin.url}” comes from a third party"
            hint = "keep a copy in the digest: then nobody else learns who reads it"
            yield from self._warn(origin, finding.pages, message, hint)

    def _pictures_without_alt(self) -> Iterator[SitegenError]:
        findings: dict[Target | Outside, _Finding] = defaultdict(_Finding)
        for file in self._parsed:
            for picture in file.pictures_without_alt:
                findings[picture].pages.append(file.name)
        for picture, finding in findings.items():
            address = picture.address if isinstance(picture, Target) else picture.url
            message = f"the picture “{address}” has no text for readers who cannot see it"
            hint = 'say in alt="…" what it shows; alt="" if nothing is lost without it'
            yield from self._warn(picture, finding.pages, message, hint)

    def _duplicate_ids(self) -> Iterator[SitegenError]:
        findings: dict[str, list[str]] = defaultdict(list)
        for file in self._parsed:
            for name in file.duplicate_ids:
                findings[name].append(file.name)
        for name, pages in findings.items():
            message = f"two elements have the id “{name}”"
            hint = f"a link to “#{name}” reaches only the first; give the other another one"
            yield from self._warn(None, pages, message, hint)

    def _unused_media(self) -> Iterator[SitegenError]:
        """One warning for all media that are on no page, such as those of a deleted post."""
        used = frozenset[str]().union(*(file.media for file in self._parsed))
        media = (name for name in self._sources.copied if name.startswith("media/"))
        unused = self._in_no_script(sorted(name for name in media if name not in used))
        if unused:
            more = len(unused) - _MAX_NAMED
            rest = f" and {more:,} more" if more > 0 else ""
            yield ContentError(
                f"no page shows {', '.join(unused[:_MAX_NAMED])}{rest}, but "
                f"{'it is' if len(unused) == 1 else 'they are'} published",
                path=self._sources.file_copied_to(unused[0]),
                hint="delete what no other site links to",
            )

    def _in_no_script(self, media: list[str]) -> list[str]:
        """The media whose names are in no script of the output and no data that scripts load."""
        for name in sorted(self._files) if media else ():
            if name.endswith(_SCRIPTS) and not is_feed(name):
                with suppress(OSError):
                    text = unquote(read_file(f"{self._output}/{name}").decode(errors="replace"))
                    media = [one for one in media if one.rpartition("/")[2] not in text]
        return media

    def _warn(
        self, target: Target | Outside | None, pages: Sequence[str], message: str, hint: str
    ) -> Iterator[SitegenError]:
        """A warning for each link to ``target`` in a text, or one for all pages."""
        names = _pages_first(pages)
        found = (
            self._sources.spots_of(target, names, ()) if target else self._sources.file_of(names)
        )
        for spot in found:
            yield _at(spot, f"{_on([spot.page])}, {message}", hint)
        if not found:
            yield from self._in_theme(target, names, f"{_on(names)}, {message}", hint)

    def _in_theme(
        self, target: Target | Outside | None, names: Sequence[str], message: str, hint: str
    ) -> Iterator[SitegenError]:
        """An error for a problem that is in no text: in templates, or else in the output file."""
        spots = self._sources.spots_in_themes(target, names) if target else ()
        for spot in spots:
            assert spot.place  # noqa: S101 -- spots in templates have one
            line, column, source = spot.place
            yield ThemeError(
                message, path=spot.path, line=line, column=column, source=source, hint=hint
            )
        if not spots:
            if len(names) > 1:
                hint = f"{hint}; look in the templates of the theme"
            yield OutputError(message, path=self._output / names[0], hint=hint)


def _at(spot: Spot, message: str, hint: str) -> ContentError:
    line, column, source = spot.place or (None, None, None)
    return ContentError(message, path=spot.path, line=line, column=column, source=source, hint=hint)


def _order(error: SitegenError) -> tuple[object, ...]:
    """By position; files under ``content/`` sort before those under ``output/``."""
    return (str(error.path), error.line or 0, error.column or 0)


def _named(what: str, target: Target) -> str:
    return f"the {'link to' if what == 'link' else what} “{target.address}”"


def _pages_first(names: Iterable[str]) -> list[str]:
    """Pages before feeds and stylesheets; the front page first, 404.html last."""

    def order(name: str) -> tuple[object, ...]:
        return (not is_html(name), name == "404.html", name.count("/"), name)

    return sorted(dict.fromkeys(names), key=order)


def _on(names: Sequence[str]) -> str:
    """The location in words: on pages, or in another file."""
    return f"{'on' if is_html(names[0]) else 'in'} {_some(names)}"


def _some(names: Sequence[str]) -> str:
    """Pages in words: the address of the first, and the number of the others."""
    more = len(names) - 1
    rest = f" and {more:,} more {'page' if more == 1 else 'pages'}" if more else ""
    first = address_of(names[0])
    return f"{'the front page' if first == '/' else first}{rest}"


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _is_slip(name: str, other: str) -> bool:
    """Whether the names themselves are similar, not only their folders."""
    return bool(difflib.get_close_matches(name, [other]))
