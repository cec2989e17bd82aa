"""Reads one Markdown file under ``content/`` into a page, and checks its front matter."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.addresses import essay_address, post_address, topic_address
from sitegen.errors import ContentError
from sitegen.frontmatter import PageSource, line_of_key, parse_page
from sitegen.models import DumpPlace, Page, PageKind

FRONT_PATH = PurePosixPath("index.md")


@dataclass(frozen=True, slots=True)
class LoadedPage:
    """A page, and what in its front matter looks like a slip."""

    page: Page
    warnings: tuple[ContentError, ...]


class _Place(NamedTuple):
    """What a page's path says about it."""

    kind: PageKind
    slug: str
    address: str
    topic: str | None = None


class _WrongValueError(Exception):
    """A value that a key cannot have; the text says what it must be."""


def page_paths(content: Path) -> Iterator[PurePosixPath]:
    """The paths of all pages under ``content``, relative to it, sorted; dot files are none."""
    for path in sorted(content.rglob("*.md")):
        relative = path.relative_to(content)
        hidden = any(part.startswith(".") for part in relative.parts)
        if not hidden and relative.parts[0] != "media" and path.is_file():
            yield PurePosixPath(relative)


def load_page(content: Path, path: PurePosixPath) -> LoadedPage:
    """The page at ``path`` under ``content``.

    Raises:
        ContentError: the file is not UTF-8, its header is wrong, or no page can stand there.
    """
    file = content / path
    text = _read(file)
    source = parse_page(text, file)
    place = _place(file, path)
    values = _check(source.header, file, text)
    page = Page(
        path=path,
        kind=place.kind,
        slug=place.slug,
        address=place.address,
        topic=place.topic,
        body=source.body,
        body_line=source.body_line,
        **{"id": str(path), **values},  # type: ignore[arg-type]  # _KEYS gives each its type
        extra={key: value for key, value in source.header.items() if key not in _KEYS},
    )
    return LoadedPage(page, tuple(_slips(source, file, text)))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(
            f"this page is not UTF-8 text: byte {error.start + 1} cannot be read",
            path=file,
            hint="save it as UTF-8; a file that is no text belongs in content/media/",
        ) from None
    except OSError as error:
        raise ContentError(f"this page cannot be read: {error.strerror}", path=file) from None


def _place(file: Path, path: PurePosixPath) -> _Place:
    slug = path.stem
    match path.parts:
        case ("index.md",):
            return _Place("front", "", "")
        case ("essays", _):
            return _Place("essay", slug, essay_address(slug))
        case ("topics", topic, "_index.md"):
            return _Place("topic", topic, topic_address(topic), topic)
        case ("topics", topic, _):
            return _Place("post", slug, post_address(slug), topic)
        case ("topics", *_):
            raise ContentError(
                "no page can stand here",
                path=file,
                hint="a post stands in its topic's folder: content/topics/<topic>/<post>.md",
            )
    return _Place("page", slug, f"{path.with_suffix('')}/")


def _check(header: Mapping[str, object], file: Path, text: str) -> dict[str, object]:
    """The known keys' values in the types that a page holds."""
    values = {}
    for key, read in _KEYS.items():
        if header.get(key) is None:
            continue
        try:
            values[key] = read(header[key])
        except _WrongValueError as error:
            line = line_of_key(text, key)
            raise ContentError(
                f"“{key}” must be {error}",
                path=file,
                line=line,
                source=text.splitlines()[line - 1] if line else None,
                hint="correct the value, or take the line out",
            ) from None
    return values


def _slips(source: PageSource, file: Path, text: str) -> Iterator[ContentError]:
    for key in source.header:
        near = [] if key in _KEYS else difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.75)
        if near:
            line = line_of_key(text, key)
            yield ContentError(
                f"sitegen does not know the key “{key}”",
                path=file,
                line=line,
                source=text.splitlines()[line - 1] if line else None,
                hint=f"did you mean “{near[0]}”? The key is kept as it is",
            )


def _text(value: object) -> str:
    if isinstance(value, list | dict):
        raise _WrongValueError("a text")
    return str(value)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError("true or false")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _WrongValueError("a whole number")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        raise _WrongValueError("a list of texts, such as [one, two]")
    return tuple(_text(item) for item in value)


def _moment(value: object) -> datetime:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            value = None
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    raise _WrongValueError("a date, such as 2023-03-29 or 2023-03-29T10:15:00Z")


def _dump_place(value: object) -> DumpPlace:
    match value:
        case {"file": str(file), "lines": [int(first), int(last)]}:
            return DumpPlace(file, (first, last))
    raise _WrongValueError("a place in a dump, such as {file: dump.txt, lines: [12, 14]}")


_KEYS: Mapping[str, Callable[[object], object]] = {
    "id": _text,
    "title": _text,
    "description": _text,
    "author": _text,
    "date": _moment,
    "source": _text,
    "also": _texts,
    "tags": _texts,
    "pinned": _yes_or_no,
    "hidden": _yes_or_no,
    "draft": _yes_or_no,
    "note": _text,
    "order": _number,
    "dump": _dump_place,
}
