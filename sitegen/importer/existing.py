"""Reads the existing pages under ``content/`` before an import, including broken ones."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from sitegen.content.front_matter import edit_header, parse_page
from sitegen.content.front_matter_schema import added_in, place_in_dump
from sitegen.content.pages import TOPIC_PAGE_NAME, Place, place_of, title_from_slug
from sitegen.content.unpublished_files import is_harmless
from sitegen.errors import ContentError
from sitegen.filesystem.listing import list_content, page_names
from sitegen.importer.ledger import Ledger, fingerprint
from sitegen.importer.sketches import Words, words_of
from sitegen.models import DocumentKind, DumpPlace, Topic
from sitegen.topics import EVERYTHING_ELSE

_ENTITY = re.compile(r"&(?:amp|nbsp|#9|#32);")
"""Character references that an import writes in place of characters with a Markdown meaning."""


@dataclass(frozen=True, slots=True)
class ExistingPage:
    """A page on disk."""

    path: PurePosixPath
    """Relative to ``content/``."""
    id: str | None
    """From its front matter; if that has none, or cannot be parsed, from the ledger."""
    header: Mapping[str, object]
    """Its front matter; empty if that cannot be parsed."""
    body: str
    """The text after the front matter; empty if that cannot be parsed."""
    data: bytes

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its bytes."""
        return fingerprint(self.data)

    @property
    def topic(self) -> str | None:
        """The slug of the topic in whose folder it is."""
        place = place_at(self.path)
        return place.topic if place else None

    @property
    def shown_as(self) -> DocumentKind | None:
        """The kind by its path; the editor may have made a post an essay by moving it."""
        match place_at(self.path):
            case Place(kind="essay" | "post" as kind):
                return kind
        return None

    @property
    def also(self) -> tuple[str, ...]:
        """The slugs of the further topics that show it."""
        value = self.header.get("also")
        names = value if isinstance(value, list) else [value]
        return tuple(str(name) for name in names if name is not None)

    @property
    def added(self) -> datetime | None:
        """When an import first wrote it, if its front matter says so."""
        return added_in(self.header)

    @property
    def edition(self) -> object:
        """The closed edition that it is in, as its front matter says; None if in none."""
        return self.header.get("edition")

    @property
    def is_held_back(self) -> bool:
        """Whether its front matter keeps it off the site: it is hidden, or a draft."""
        return any(self.header.get(field) is True for field in ("hidden", "draft"))

    @property
    def before_closing(self) -> str:
        """The fingerprint that it had before its edition was closed."""
        if self.edition is None:
            return self.fingerprint
        with suppress(ContentError):
            return fingerprint(edit_header(self.data, {"edition": None}, Path(self.path)))
        return self.fingerprint

    @property
    def dump_place(self) -> DumpPlace | None:
        """The position of its document in the dump, if its front matter says so."""
        return place_in_dump(self.header.get("dump"))

    @property
    def words(self) -> Words:
        """The words of its title and body; equal to the document's, unless the page was edited."""
        title = words_of(str(self.header.get("title") or ""))
        body = words_of(_ENTITY.sub(" ", self.body))
        return body if body[: len(title)] == title else title + body


@dataclass(frozen=True)
class ExistingContent:
    """All pages on disk, by path."""

    pages: Mapping[PurePosixPath, ExistingPage]

    @cached_property
    def by_id(self) -> Mapping[str, ExistingPage]:
        """The pages of documents; if several have one id, the first by path."""
        by_id: dict[str, ExistingPage] = {}
        for page in self.pages.values():
            if page.id is not None and page.path.name != TOPIC_PAGE_NAME:
                by_id.setdefault(page.id, page)
        return by_id

    def page_of(self, id_: str, ledger: Ledger) -> ExistingPage | None:
        """The page of a document, at its path of the last import or anywhere else by its id."""
        entry = ledger.pages.get(id_)
        page = self.pages.get(PurePosixPath(entry.path)) if entry else None
        return page if page and page.id == id_ else self.by_id.get(id_)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that have a folder, in the editor's order.

        Their members are the ids of the posts in it, and of the essays that name it first in
        ``also``.
        """
        members: dict[str, list[str]] = {
            page.topic: [] for page in self.pages.values() if page.topic
        }
        for id_, page in self.by_id.items():
            slug = page.topic or next(iter(page.also), None)
            if slug in members:
                members[slug].append(id_)
        return tuple(self._topic(slug, members[slug]) for slug in sorted(members, key=self._rank))

    @property
    def last_order(self) -> int:
        """The highest ``order`` of a topic, 0 if none has one; “Everything else” does not count."""
        slugs = [topic.slug for topic in self.topics if topic.slug != EVERYTHING_ELSE.slug]
        return max((self.order_of(slug) or 0 for slug in slugs), default=0)

    def order_of(self, slug: str) -> int | None:
        """The ``order`` in the front matter of the topic's page."""
        order = self._topic_header(slug).get("order")
        return order if isinstance(order, int) else None

    def is_locked(self, slug: str) -> bool:
        """Whether the topic's page says that imports add nothing to it."""
        return self._topic_header(slug).get("locked") is True

    def topic_page(self, slug: str) -> ExistingPage | None:
        """The ``_index.md`` of a topic, if it has one."""
        return self.pages.get(PurePosixPath("topics", slug, TOPIC_PAGE_NAME))

    def _topic(self, slug: str, members: list[str]) -> Topic:
        header = self._topic_header(slug)
        return Topic(
            slug=slug,
            title=str(header.get("title") or title_from_slug(slug)),
            description=str(header.get("description") or ""),
            members=tuple(members),
        )

    def _rank(self, slug: str) -> tuple[bool, int, str]:
        order = self.order_of(slug)
        return order is None, order or 0, slug

    def _topic_header(self, slug: str) -> Mapping[str, object]:
        page = self.topic_page(slug)
        return page.header if page else {}


def read_existing(content: Path, ledger: Ledger) -> ExistingContent:
    """Reads the pages under ``content``; there are none if the folder does not exist.

    Raises:
        ContentError: a file or a folder cannot be read.
    """
    ids = {PurePosixPath(entry.path): id_ for id_, entry in ledger.pages.items()}
    listing = list_content(content, ContentError)
    for flaw in listing.flaws:
        if not is_harmless(flaw):  # its pages would be treated as deleted
            raise flaw.error(content, ContentError)
    paths = map(PurePosixPath, page_names(listing.names))
    return ExistingContent({path: _read(content / path, path, ids) for path in paths})


def place_at(path: PurePosixPath) -> Place | None:
    """The kind, topic and address of a page by its path; None if no page may have that path."""
    try:
        return place_of(path)
    except ContentError:
        return None


def _read(file: Path, path: PurePosixPath, ids: Mapping[PurePosixPath, str]) -> ExistingPage:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ContentError(f"this page cannot be read: {error.strerror}", path=file) from None
    header: Mapping[str, object] = {}
    body = ""
    with suppress(ContentError, UnicodeDecodeError):
        source = parse_page(data.decode("utf-8-sig"), file)
        header, body = source.header, source.body
    id_ = header.get("id")
    return ExistingPage(path, ids.get(path) if id_ is None else str(id_), header, body, data)
