"""Acts that change pages where they are: keys, text, splitting, joining and moving."""

import secrets
import stat
from collections.abc import Container, Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.content.front_matter import edit_header, format_page, parse_page, replace_body
from sitegen.content.pages import place_of, read_page
from sitegen.curation.acts import AddPicture, EditText, Join, SetKeys, Split
from sitegen.curation.changes import FileChange, make_change
from sitegen.curation.library import Library
from sitegen.errors import ContentError, UsageError
from sitegen.models import Page
from sitegen.text.labels import label_of

EDITABLE = frozenset(
    {
        *("title", "description", "author", "date", "source", "tags", "note", "also", "lang"),
        *("pinned", "hidden", "lead", "order"),
    }
)
"""The keys that acts may set."""
_FALSE_IS_ABSENT = frozenset({"pinned", "hidden", "lead"})
_LENGTH_OF_DATE = len("2023-03-29")
_OF_FIRST_PART = frozenset(
    {
        *("id", "title", "description", "note", "link", "via", "form"),
        *("lead", "aliases", "follows"),
    }
)
"""The keys that the second part of a split page does not have. It has all others: also those of
other programs may say that the text is private."""


class PageText(NamedTuple):
    """A page as it is on disk now."""

    file: Path
    data: bytes
    header: Mapping[str, object]
    body: str


def read_text(library: Library, page: Page) -> PageText:
    """The file of a page, read again.

    Raises:
        UsageError: it is gone.
        ContentError: its front matter cannot be read.
    """
    file = library.file(page)
    try:
        data = file.read_bytes()
    except OSError:
        raise UsageError("this page is gone", path=file, hint="it was moved or removed") from None
    source = parse_page(data.decode("utf-8-sig"), file)
    return PageText(file, data, source.header, source.body)


def new_id() -> str:
    """An id for a new page. It is random: a page made of the same words before may still exist."""
    return secrets.token_hex(6)


def set_keys(library: Library, act: SetKeys) -> Iterator[FileChange]:
    """The changes of setting keys."""
    unknown = act.values.keys() - EDITABLE
    if unknown:
        raise UsageError(f"“{min(unknown)}” is not a key that can be set here")
    for id_ in act.ids:
        text = read_text(library, library.page(id_))
        new = edit_header(text.data, _plain(act.values), text.file)
        refuse_wrong_values(library, text.file, new)
        yield make_change(library.config.root, text.file, new)


def refuse_wrong_values(library: Library, file: Path, data: bytes) -> None:
    """Refuses the new content of a page if one of its keys has a value that a build refuses.

    Raises:
        UsageError: with the reason of the build.
    """
    path = PurePosixPath(file.relative_to(library.content))
    try:
        read_page(library.content, path, data, zone=library.config.timezone)
    except ContentError as error:
        raise UsageError(error.message, hint=error.hint) from None


def add_picture(library: Library, act: AddPicture) -> Iterator[FileChange]:
    """The change of a new file in ``content/media/``."""
    path = library.content / "media" / act.name
    if not path.exists():
        yield make_change(library.config.root, path, act.data)


def edit_text(library: Library, act: EditText) -> Iterator[FileChange]:
    """The change of another text."""
    page = library.page(act.id)
    text = read_text(library, page)
    if not act.text.strip() and not (page.title or page.link):
        raise UsageError(
            "this page would be empty", path=text.file, hint="write a text, or delete the page"
        )
    new = replace_body(text.data, act.text, text.file)
    yield make_change(library.config.root, text.file, new)


def split_page(library: Library, act: Split) -> Iterator[FileChange]:
    """The changes of cutting a page in two."""
    page = library.page(act.id)
    text = read_text(library, page)
    start = max(act.start, 0)
    first, second = text.body[:start].rstrip(), text.body[start:]
    if not first or not second.strip():
        raise UsageError(
            "this would leave one of the two pages empty",
            path=text.file,
            hint="choose another place",
        )
    id_ = new_id()
    header = {"id": id_} | {
        key: value for key, value in text.header.items() if key not in _OF_FIRST_PART
    }
    header["follows"] = page.id
    folder = PurePosixPath("topics", page.topic or _first_topic(library, page))
    name = library.slug_of(label_of(second), page.slug)
    path = library.free_path(folder, name)
    rest = replace_body(text.data, first, text.file)
    rest = edit_header(
        rest, {"aliases": aliases_for(text.header, place_of(path).address)}, text.file
    )
    yield make_change(library.config.root, text.file, rest)
    data = format_page(header, second).encode()
    yield from let_follow(library, {page.id: id_})
    yield make_change(library.config.root, library.content / path, data)


def let_follow(
    library: Library, new: Mapping[str, str | None], besides: Container[str] = ()
) -> Iterator[FileChange]:
    """The changes of letting the pages that follow some posts follow others, or none.

    Args:
        library: the pages.
        new: the id of the other, by that of the post that they follow.
        besides: the ids of pages that stay as they are.
    """
    for page in library.pages.values():
        if page.follows and page.follows in new and page.id not in besides:
            text = read_text(library, page)
            data = edit_header(text.data, {"follows": new[page.follows]}, text.file)
            yield make_change(library.config.root, text.file, data)


def join_pages(library: Library, act: Join) -> Iterator[FileChange]:
    """The changes of appending a page to another."""
    if act.id == act.into:
        raise UsageError("a page cannot be joined with itself")
    page, into = library.page(act.id), library.page(act.into)
    text, target = read_text(library, page), read_text(library, into)
    title = str(text.header.get("title") or "")
    own = text.body if not title or text.body.startswith(title) else f"{title}\n\n{text.body}"
    gap = "\n" if _is_next_line(into, page) else "\n\n"
    data = replace_body(target.data, f"{target.body}{gap}{own.strip()}", target.file)
    keys = _joined_keys(target.header, text.header)
    former = (page.address, *page.aliases)
    keys["aliases"] = aliases_for(target.header, into.address, *former)
    if into.follows == page.id:
        keys["follows"] = page.follows
    yield from let_follow(library, {page.id: into.id}, {into.id})
    data = edit_header(data, keys, target.file)
    yield make_change(library.config.root, target.file, data)
    yield make_change(library.config.root, text.file, None)


def aliases_for(header: Mapping[str, object], address: str, *former: str) -> list[str] | None:
    """The key ``aliases`` of a page with former addresses: without one that is a page's own now."""
    found = [*map(str, _items(header.get("aliases"))), *former]
    return [one for one in dict.fromkeys(found) if one.strip("/") != address.strip("/")] or None


def move_page(
    library: Library, page: Page, folder: PurePosixPath, topic: str = ""
) -> Iterator[FileChange]:
    """The changes of moving a page to a folder; it is then no longer a guest in ``topic``."""
    text = read_text(library, page)
    data = text.data
    if topic in page.also:
        also = [slug for slug in page.also if slug != topic]
        data = edit_header(data, {"also": also or None}, text.file)
    path = folder / PurePosixPath(page.path).name
    if (library.content / path).exists():
        path = library.free_path(folder, page.slug, page)
    yield from replace_file(library, text.file, library.content / path, data)


def replace_file(library: Library, file: Path, new: Path, data: bytes) -> Iterator[FileChange]:
    """The changes of a file that gets another path. It is created before the old one is removed."""
    change = make_change(library.config.root, new, data)
    yield change._replace(mode=stat.S_IMODE(file.stat().st_mode))
    yield make_change(library.config.root, file, None)


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """The values as they are written: what is empty, or false by default, is removed."""
    return {
        key: None
        if value in ("", [], ()) or (value is False and key in _FALSE_IS_ABSENT)
        else _moment(value)
        if key == "date"
        else value
        for key, value in values.items()
    }


def _moment(value: object) -> object:
    """A date in the usual form as a date, which needs no quotation marks; else the value."""
    if not isinstance(value, str):
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return moment if moment.tzinfo else moment.date() if len(value) == _LENGTH_OF_DATE else value


def _first_topic(library: Library, page: Page) -> str:
    return next((slug for slug in page.also if slug in library.topics), "everything-else")


def _is_next_line(first: Page, second: Page) -> bool:
    """Whether a page begins on the line of the dump after the other, without a blank line."""
    one, two = first.dump, second.dump
    return bool(
        one
        and two
        and one.file == two.file
        and one.lines
        and two.lines
        and one.lines[1] + 1 == two.lines[0]
    )


def _joined_keys(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """The keys of a joined page that differ from those of its first part."""
    keys: dict[str, object] = {}
    for key in ("tags", "also"):
        both = [*_items(first.get(key)), *_items(second.get(key))]
        if len(both) > len(_items(first.get(key))):
            keys[key] = list(dict.fromkeys(both))
    notes = [str(header["note"]) for header in (first, second) if header.get("note")]
    if second.get("note"):
        keys["note"] = "\n\n".join(notes)
    one, two = first.get("dump"), second.get("dump")
    match one, two:
        case {"file": name, "lines": [start, _], **rest}, {"file": other, "lines": [_, end]} if (
            name == other
        ):
            keys["dump"] = {"file": name, "lines": [start, end], **rest}
    return keys


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]
