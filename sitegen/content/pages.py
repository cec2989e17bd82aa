"""Reads one Markdown file under ``content/`` into a page, and checks its front matter."""

import functools
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.addresses import edition_address, essay_address, post_address, topic_address
from sitegen.content.front_matter import PageSource, line_of_key, parse_page
from sitegen.content.front_matter.cut_values import find_cuts
from sitegen.content.front_matter.privacy import (
    FLAGS,
    OWN_KEYS,
    DuplicatePrivacyKeyError,
    is_held_back,
    own_spelling,
)
from sitegen.content.front_matter.publication_dates import (
    PublicationDates,
    WrongDateError,
    publication_dates,
)
from sitegen.content.front_matter_schema import KEYS, NOT_A_DATE, WrongValueError, read_moment
from sitegen.content.title_headings import use_heading_as_title
from sitegen.errors import ContentError, line_of
from sitegen.models import Page, PageKind
from sitegen.text.labels import without_controls

FRONT_PATH = "index.md"
FRONT_ID = "/"
"""The id of a front page that sets none, as its address is empty."""
TOPIC_PAGE_NAME = "_index.md"
"""The file that describes a topic, in the topic's folder."""

_NO_KEYS: Mapping[str, object] = {}
"""The unknown keys of most pages: one object for all of them."""


class LoadedPage(NamedTuple):
    """A page, and warnings about likely mistakes in its front matter."""

    page: Page
    warnings: tuple[ContentError, ...]


class Place(NamedTuple):
    """What the path of a page determines."""

    kind: PageKind
    slug: str
    address: str
    topic: str | None = None
    """The slug of the topic whose folder holds it."""


def read_page(content: Path, path: PurePosixPath, data: bytes, *, zone: str = "UTC") -> LoadedPage:
    """Reads the page at ``path`` under ``content`` from the bytes of its file.

    Dates without an offset are in the time zone ``zone``.

    Raises:
        ContentError: the file is not UTF-8, its header is invalid, or a page cannot be there.
    """
    file = Path(f"{content}/{path}")  # faster than content / path, for every page
    text = _decode(data, file)
    source = parse_page(text, file)
    place = place_of(path, content)
    values = _check(_with_own_keys(source.header, file, text), file, text, zone)
    if is_held_back(source.header):
        values["draft"] = True
    start, end = _publication_dates(source.header, file, text, zone)
    page = Page(
        path=str(path),
        kind=place.kind,
        slug=place.slug,
        address=place.address,
        topic=place.topic,
        body=without_controls(source.body),
        body_line=source.body_line,
        publish_date=start,
        expiry_date=end,
        **{"id": place.address or FRONT_ID, **values},  # type: ignore[arg-type]  # KEYS gives each its type
        extra={key: source.header[key] for key in source.header if key not in KEYS} or _NO_KEYS,
    )
    return LoadedPage(use_heading_as_title(page), tuple(_likely_mistakes(source, file, text)))


def place_of(path: PurePosixPath, content: Path = Path("content")) -> Place:
    """The kind, slug and address of the page at ``path`` under ``content``.

    Raises:
        ContentError: a page cannot be there.
    """
    slug = path.stem
    match (*path.parts[:-1], f"{slug}.md"):  # a page may have another suffix, such as .markdown
        case ("index.md",):
            return Place("front", "", "")
        case ("topics", topic, "_index.md"):
            return Place("topic", topic, topic_address(topic), topic)
        case ("topics", topic, name) if name != "index.md":
            return Place("post", slug, post_address(slug), topic)
        case ("essays" | "editions" as folder, name) if name not in ("index.md", TOPIC_PAGE_NAME):
            address = essay_address if folder == "essays" else edition_address
            return Place("essay" if folder == "essays" else "edition", slug, address(slug))
        case ("topics" | "essays" | "editions", *_) | (*_, "_index.md"):
            raise ContentError("no page can be here", path=content / path, hint=_hint(path))
        case (*folders, "index.md"):
            return Place("page", folders[-1], f"{'/'.join(folders)}/")
    return Place("page", slug, f"{path.with_suffix('')}/")


def is_topic_page(name: str) -> bool:
    """Whether the path under ``content/`` is that of a topic's page."""
    if "/_index" not in name:  # nearly every page, made fast
        return False
    path = PurePosixPath(name)
    return path.parts[:1] == ("topics",) and len(path.parts) == 3 and path.stem == "_index"


def title_from_slug(slug: str) -> str:
    """A title from the name of a folder: ``night-trains`` becomes “Night trains”."""
    return " ".join(re.split(r"[-_\s]+", slug)).strip().capitalize()


def _hint(path: PurePosixPath) -> str:
    match (*path.parts[:-1], f"{path.stem}.md"):
        case ("topics", topic, "index.md"):
            return f"the page of a topic is content/topics/{topic}/{TOPIC_PAGE_NAME}"
        case ("topics", *_):
            return "a post belongs in its topic's folder: content/topics/<topic>/<post>.md"
        case ("essays", *_):
            return "an essay belongs beside the others: content/essays/<essay>.md"
        case ("editions", *_):
            return "the page of an edition belongs beside the others: content/editions/<edition>.md"
    return f"only a topic has a page {TOPIC_PAGE_NAME}: content/topics/<topic>/{TOPIC_PAGE_NAME}"


def _decode(data: bytes, file: Path) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(
            f"this page is not UTF-8 text: byte {error.start + 1} cannot be read",
            path=file,
            line=error.object.count(b"\n", 0, error.start) + 1,
            hint="save it as UTF-8; a file that is not text belongs in content/media/",
        ) from None
    if "\0" in text:
        raise ContentError(
            "this page contains a NUL character",
            path=file,
            line=text.count("\n", 0, text.index("\0")) + 1,
            hint="remove it; a file that is not text belongs in content/media/",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _with_own_keys(header: Mapping[str, object], file: Path, text: str) -> Mapping[str, object]:
    """The header with ``Draft`` as ``draft``, so that a page meant to be private stays private."""
    try:
        spellings = own_spelling(header)
    except DuplicatePrivacyKeyError as error:
        line = line_of_key(text, error.second)
        first = line_of_key(text, error.first)
        places = f"on line {first} and on line {line}" if first != line else f"on line {line}"
        raise ContentError(
            f"the key “{error.second}” is set twice: {places}",
            path=file,
            line=line,
            source=line_of(text, line),
            hint="remove one of the two",
        ) from None
    if all(own == key for own, key in spellings.items()):
        return header
    return {**header, **{own: header[key] for own, key in spellings.items()}}


def _check(header: Mapping[str, object], file: Path, text: str, zone: str) -> dict[str, object]:
    """The values of the known keys, converted to the types of ``Page``."""
    values = {}
    for key, read in KEYS.items():
        if key not in header or (header[key] is None and key not in FLAGS):
            continue
        try:
            value = header[key]
            values[key] = read_moment(value, zone) if read is read_moment else read(value)
        except WrongValueError as error:
            raise _wrong_value(key, error, file, text) from None
    return values


def _publication_dates(
    header: Mapping[str, object], file: Path, text: str, zone: str
) -> PublicationDates:
    """When the page begins and ceases to be published, by keys of other generators."""
    try:
        return publication_dates(header, functools.partial(_moment_or_none, zone=zone))
    except WrongDateError as error:
        raise _wrong_value(error.key, NOT_A_DATE, file, text) from None


def _moment_or_none(value: object, zone: str) -> datetime | None:
    with suppress(WrongValueError):
        return read_moment(value, zone)
    return None


def _wrong_value(key: str, what: object, file: Path, text: str) -> ContentError:
    line = line_of_key(text, key)
    return ContentError(
        f"“{key}” must be {what}",
        path=file,
        line=line,
        source=line_of(text, line),
        hint="correct the value, or remove the line",
    )


def _likely_mistakes(source: PageSource, file: Path, text: str) -> Iterator[ContentError]:
    for cut in find_cuts(source.raw_yaml):
        cut_line = source.raw_line + cut.line - 1
        yield ContentError(
            f"“{cut.key}” ends before “{cut.lost}”, which YAML reads as a comment",
            path=file,
            line=cut_line,
            source=line_of(text, cut_line),
            hint="if it is part of the text, put the whole text in quotes",
        )
    for key in source.header:
        near = None if key in KEYS else _nearest_key(key)
        if near:
            line = line_of_key(text, key)
            yield ContentError(
                f"sitegen does not know the key “{key}”",
                path=file,
                line=line,
                source=line_of(text, line),
                hint=f"did you mean “{near}”? The key is kept as it is",
            )


@functools.lru_cache
def _nearest_key(key: str) -> str | None:
    """The known key that an unknown one is likely to mean; thousands of pages may have it."""
    if key.strip().lower() in OWN_KEYS:
        return None
    import difflib  # noqa: PLC0415 -- only for mistakes

    return next(iter(difflib.get_close_matches(key, KEYS, n=1, cutoff=0.75)), None)
