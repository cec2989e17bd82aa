"""The act that closes the current edition of a digest."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from sitegen.content.editions import CURRENT
from sitegen.content.front_matter import edit_header, format_page, parse_page, replace_body
from sitegen.content.pages import FRONT_PATH
from sitegen.content.visibility import select_visible
from sitegen.curation.acts import CloseEdition
from sitegen.curation.changes import FileChange, make_change
from sitegen.curation.library import Library
from sitegen.curation.page_edits import read_text
from sitegen.errors import UsageError
from sitegen.models import Page

_COPIED = ("author", "lang")
"""The keys of the front page that the page of the edition has, too."""
_MOVED = ("description", "note")
"""The keys of the front page that only the page of the edition has afterwards, like the date."""


def names_in_use(content: Path) -> set[str]:
    """The names of the closed editions, also of those that are held back or cannot be read."""
    return {path.stem.casefold() for path in (content / "editions").glob("*")}


def close_edition(library: Library, act: CloseEdition) -> Iterator[FileChange]:
    """The changes of closing the current edition.

    Its page gets the introduction of the front page, which is then empty for the next one.
    """
    entries = current_entries(library, act.closed)
    if not entries:
        raise UsageError(
            "there is nothing to close: every essay and post is in an edition",
            hint="import or write something first",
        )
    if act.slug in names_in_use(library.content):
        path = library.content / f"editions/{act.slug}.md"
        raise UsageError("there is such an edition already", path=path, hint="give another name")
    for page in entries:
        text = read_text(library, page)
        data = edit_header(text.data, {"edition": act.slug}, text.file)
        yield make_change(library.config.root, text.file, data)
    yield from _front_pages(library, act)


def current_entries(library: Library, now: datetime) -> tuple[Page, ...]:
    """The published essays and posts in the current edition; without closed ones, all."""
    site = library.site
    published = {page.id for page in select_visible([*library.pages.values()], now).shown}
    entries = tuple(page for page in (*site.essays, *site.posts) if page.id in published)
    if not site.editions:
        return entries
    current = site.editions[0]
    members = current.members if current.slug == CURRENT else frozenset()
    return tuple(page for page in entries if page.id in members)


def _front_pages(library: Library, act: CloseEdition) -> Iterator[FileChange]:
    """The changes of the front page and of the page of the edition."""
    front = library.content / FRONT_PATH
    header: dict[str, object] = {"title": act.title, "date": _date(library, act)}
    body = ""
    if front.is_file():
        data = front.read_bytes()
        source = parse_page(data.decode("utf-8-sig"), front)
        header |= {key: source.header[key] for key in (*_MOVED, *_COPIED) if key in source.header}
        body = source.body.strip("\n")
        moved = dict.fromkeys(("date", *_MOVED))
        new = edit_header(replace_body(data, "", front), moved, front)
        yield make_change(library.config.root, front, new)
    path = library.content / f"editions/{act.slug}.md"
    yield make_change(library.config.root, path, format_page(header, body).encode())


def _date(library: Library, act: CloseEdition) -> date | datetime:
    """The date of the edition: that of the front page, else the day on which it is closed.

    A date in the future would hold the edition back, so that day counts then, too. A further
    edition of the same day gets the time, as it is the later one.
    """
    moment, today = library.site.front.date, act.closed.date()
    if moment and moment.time() != time.min and moment <= act.closed:
        return moment
    day = moment.date() if moment and moment <= act.closed else today
    days = {page.date.date() for page in library.site.edition_pages if page.date}
    return act.closed.replace(microsecond=0) if day == today and today in days else day
