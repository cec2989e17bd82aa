"""Says what of that which was read makes an output unfit to be published."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sitegen.check.hyperlinks import Outside, Target, address_of, is_astray
from sitegen.check.left_out import LeftOutPages
from sitegen.check.parsed import Lead, ParsedFile, is_html
from sitegen.check.sources import Sources, Spot
from sitegen.errors import ContentError, OutputError, SitegenError, ThemeError

_MOST_GUESSES = 20
"""For how many addresses the nearest one is looked for: each is held against all there are."""


@dataclass(slots=True)
class _Fault:
    """Something that is wrong in the same way on some pages."""

    pages: list[str] = field(default_factory=list)
    addresses: dict[str, None] = field(default_factory=dict)
    """As the pages have them."""


class Rules:
    """Judges what was read of the files of an output."""

    def __init__(
        self,
        output: Path,
        files: Set[str],
        sources: Sources,
        readings: Sequence[ParsedFile],
        now: datetime,
        left_out: LeftOutPages,
    ) -> None:
        """Makes ready.

        Args:
            output: the folder.
            files: the paths of all files in it.
            sources: the editor's files that it is from.
            readings: what was read of them.
            now: the time.
            left_out: the pages that a mistake left out: nothing else is said of them.
        """
        self._output = output
        self._files = files
        self._sources = sources
        self._readings = [reading for reading in readings if reading.name not in left_out]
        self._left_out = left_out
        self._now = now
        self._ids: Mapping[str, frozenset[str]] = {r.name: r.ids for r in readings}
        self._guesses = 0

    def broken_links(self) -> list[SitegenError]:
        """Everything that leads to what is not there, each place in a text once."""
        faults: dict[tuple[Target, str], _Fault] = defaultdict(_Fault)
        for reading in self._readings:
            for lead in (*reading.broken, *filter(self._misses_element, reading.anchored)):
                if self._left_out.explain(lead.target):
                    continue
                fault = faults[lead.target, lead.use.what]
                fault.pages.append(reading.name)
                fault.addresses[lead.use.address] = None
        errors: dict[tuple[object, ...], SitegenError] = {}
        for (target, what), fault in faults.items():
            for error in self._broken(target, what, fault):
                errors.setdefault(
                    (error.path, error.line, error.column, error.line or target), error
                )
        return sorted(errors.values(), key=_order)

    def pages_without_title(self) -> Iterator[SitegenError]:
        """The pages that have none, in one error."""
        names = _pages_first(reading.name for reading in self._readings if reading.lacks_title)
        if names:
            yield OutputError(
                f"{_some(names)} {'has' if len(names) == 1 else 'have'} no title",
                path=self._output / names[0],
                hint="the templates of the theme set it: <title>…</title> in the <head>",
            )

    def warnings(self) -> Iterator[SitegenError]:
        """What is not as it should be, and keeps nobody from reading."""
        for reading in self._readings:
            if not reading.is_readable:
                yield OutputError("this file cannot be read", path=self._output / reading.name)
        yield from self._third_parties()
        yield from self._pictures_without_alt()
        yield from self._twins()

    def _misses_element(self, lead: Lead) -> bool:
        return lead.target.fragment not in self._ids.get(lead.target.file, frozenset())

    def _broken(self, target: Target, what: str, fault: _Fault) -> Iterator[SitegenError]:
        spots = self._sources.spots_of(target, _pages_first(fault.pages), fault.addresses)
        for spot in spots:
            yield _at(
                spot,
                f"{_named(what, target)} {_on([spot.page])} {self._why(what, target)}",
                self._hint(target, what, next(iter(fault.addresses)), spot),
            )
        if not spots:
            names = _pages_first(fault.pages)
            message = f"{_named(what, target)} {_on(names)} {self._why(what, target)}"
            hint = self._guess(target) or "correct the address, or take it out"
            yield from self._in_theme(target, names, message, hint)

    def _why(self, what: str, target: Target) -> str:
        fails = "leads nowhere" if what == "link" else "is not there"
        if target.file in self._files:
            return f"{fails}: the page has no “{target.fragment}”"
        if is_astray(target.file):
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
        """The nearest place that there is, in a sentence."""
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
        if self._guesses == _MOST_GUESSES:
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
        faults: dict[tuple[str, Outside], _Fault] = defaultdict(_Fault)
        for reading in self._readings:
            for load in reading.loaded:
                faults[load.what, load.origin].pages.append(reading.name)
        for (what, origin), fault in faults.items():
            message = f"the {what} “{origin.url}” comes from a third party"
            hint = "keep a copy in the digest: then nobody else learns who reads it"
            yield from self._warn(origin, fault.pages, message, hint)

    def _pictures_without_alt(self) -> Iterator[SitegenError]:
        faults: dict[Target | Outside, _Fault] = defaultdict(_Fault)
        for reading in self._readings:
            for picture in reading.pictures_without_alt:
                faults[picture].pages.append(reading.name)
        for picture, fault in faults.items():
            address = picture.address if isinstance(picture, Target) else picture.url
            message = f"the picture “{address}” has no words for those who cannot see it"
            hint = 'say in alt="…" what it shows; alt="" if nothing is lost without it'
            yield from self._warn(picture, fault.pages, message, hint)

    def _twins(self) -> Iterator[SitegenError]:
        faults: dict[str, list[str]] = defaultdict(list)
        for reading in self._readings:
            for name in reading.twins:
                faults[name].append(reading.name)
        for name, pages in faults.items():
            message = f"two elements have the id “{name}”"
            hint = f"a link to “#{name}” reaches only the first; give the other another one"
            yield from self._warn(None, pages, message, hint)

    def _warn(
        self, target: Target | Outside | None, pages: Sequence[str], message: str, hint: str
    ) -> Iterator[SitegenError]:
        """A warning for each place in a text that leads to ``target``, or one for all pages."""
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
        """What no text is to blame for, at its places in templates, else in the file itself."""
        spots = self._sources.spots_in_themes(target, names) if target else ()
        for spot in spots:
            assert spot.place  # noqa: S101 -- that of the address which was found
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
    """By place; what an editor can mend in a text, under ``content/``, comes first."""
    return (str(error.path), error.line or 0, error.column or 0)


def _named(what: str, target: Target) -> str:
    return f"the {'link to' if what == 'link' else what} “{target.address}”"


def _pages_first(names: Iterable[str]) -> list[str]:
    """The pages before feeds and stylesheets; the front page first, what has no address last."""

    def order(name: str) -> tuple[object, ...]:
        return (not is_html(name), name == "404.html", name.count("/"), name)

    return sorted(dict.fromkeys(names), key=order)


def _on(names: Sequence[str]) -> str:
    """Where it is: on some pages, or in a file that is none."""
    return f"{'on' if is_html(names[0]) else 'in'} {_some(names)}"


def _some(names: Sequence[str]) -> str:
    """Some pages, in words: the first by its address, the others by their number."""
    more = len(names) - 1
    rest = f" and {more:,} more {'page' if more == 1 else 'pages'}" if more else ""
    first = address_of(names[0])
    return f"{'the front page' if first == '/' else first}{rest}"


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _is_slip(name: str, other: str) -> bool:
    """Whether one is meant by the other, rather than alike by the folder that both are in."""
    return bool(difflib.get_close_matches(name, [other]))
