"""The act that closes the current edition of a digest."""

from collections.abc import Iterator
from datetime import date, datetime, time

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

_KEPT = ("description", "author", "lang", "note")
"""The keys of the front page that the page of the edition has, too."""


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
    path = library.content / f"editions/{act.slug}.md"
    if path.exists():
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
        header |= {key: source.header[key] for key in _KEPT if key in source.header}
        body = source.body.strip("\n")
        new = edit_header(replace_body(data, "", front), {"date": None}, front)
        yield make_change(library.config.root, front, new)
    path = library.content / f"editions/{act.slug}.md"
    yield make_change(library.config.root, path, format_page(header, body).encode())


def _date(library: Library, act: CloseEdition) -> date | datetime:
    """The date of the edition: that of the front page, else the day on which it is closed."""
    moment = library.site.front.date
    if moment is None:
        return act.closed.date()
    return moment if moment.time() != time.min else moment.date()
