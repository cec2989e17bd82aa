"""The pages and topics of a digest, as acts look them up."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from sitegen.configuration.file import load_config
from sitegen.configuration.settings import Config
from sitegen.content.pages import TOPIC_PAGE_NAME, LoadedPage, place_of, read_page
from sitegen.content.site import Pages, arrange_topics, load_site
from sitegen.errors import ContentError, UsageError
from sitegen.filesystem.fingerprints import Stamp, stamp_of
from sitegen.filesystem.listing import list_content, page_names
from sitegen.models import Page, Site, Topic
from sitegen.text.labels import label_of, slugify

_MARKED = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<linked>[^\[\]]*)\]\([^()\s]*(?: \"[^\"]*\")?\)"
    r"|(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<marks>\*\*|__|~~|(?<!\w)[*_])(?=[^\s*_])(?P<marked>.+?)(?<=\S)(?P=marks)(?!\w)"
    r"|^(?:#{1,6}|>|[-*+])[ \t]+",
    re.MULTILINE,
)
"""An escaped sign, a link or a picture, code, emphasis, and what begins a heading, a quotation or
an item."""
_MARK = re.compile(r"[\\\[`*_~#>]|^[-+]", re.MULTILINE)
"""A sign without which nothing is marked, which is found faster."""
_LONGEST_TITLE = 90
"""Longer titles are cut in labels."""
_LABELLED = 2000
"""From how many characters of a text a label is made."""


class Library:
    """The pages of one digest. Each file is read again before it is changed.

    Args:
        config: the digest's configuration.
        pages: all pages that can be read, published or not.
        topics: the topics that have a post, in the editor's order.
        read_site: arranges the pages as a build does.
    """

    def __init__(
        self,
        config: Config,
        pages: Iterable[Page],
        topics: Iterable[Topic],
        read_site: Callable[[], Site],
    ) -> None:
        self.config = config
        self.pages: Mapping[str, Page] = {page.id: page for page in pages}
        self._topics_with_posts = tuple(topics)
        self._read_site = read_site

    @cached_property
    def site(self) -> Site:
        """The pages in their order, as they are published, drafts included."""
        return self._read_site()

    @property
    def content(self) -> Path:
        """The folder of the pages."""
        return self.config.content

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics with a folder, by slug, in the editor's order; also those without posts."""
        topics = {topic.slug: topic for topic in self._topics_with_posts}
        for page in self.pages.values():
            if page.topic and page.topic not in topics:
                title = page.title if page.kind == "topic" else None
                topics[page.topic] = Topic(slug=page.topic, title=title or page.topic)
        return topics

    def page(self, id_: str) -> Page:
        """The page with an id.

        Raises:
            UsageError: there is none.
        """
        if id_ not in self.pages:
            raise UsageError(
                f"there is no page with the id “{id_}”", hint="it may have been removed meanwhile"
            )
        return self.pages[id_]

    def file(self, page: Page) -> Path:
        """The file of a page."""
        return self.content / page.path

    def topic_file(self, slug: str) -> Path:
        """The ``_index.md`` of a topic, which need not exist."""
        return self.content / "topics" / slug / TOPIC_PAGE_NAME

    def find_topic(self, name: str) -> Topic | None:
        """The topic with that slug, or that title in any case; None if there is none."""
        if name in self.topics:
            return self.topics[name]
        wanted = name.strip().casefold()
        titled = (topic for topic in self.topics.values() if topic.title.casefold() == wanted)
        return next(titled, None)

    def topic(self, name: str) -> Topic:
        """The topic with that slug or title.

        Raises:
            UsageError: there is none.
        """
        found = self.find_topic(name)
        if found is None:
            near = self._topic_like(name)
            hint = f"did you mean “{near}”?" if near else "sitegen topics lists those that exist"
            raise UsageError(f"there is no topic “{name}”", hint=hint)
        return found

    def _topic_like(self, name: str) -> str | None:
        """The title of the topic that a part of a title, or a title with a mistake, means."""
        wanted = name.strip().casefold()
        titles = {topic.title.casefold(): topic.title for topic in self.topics.values()}
        partial = [title for folded, title in titles.items() if wanted and wanted in folded]
        if partial:
            return partial[0] if len(partial) == 1 else None
        near = difflib.get_close_matches(wanted, titles, n=1)
        return titles[near[0]] if near else None

    def members(self, slug: str) -> list[Page]:
        """All posts in the folder of a topic, in reading order, those not published last."""
        order = {id_: place for place, id_ in enumerate(self.topics[slug].members)}
        own = [page for page in self.pages.values() if page.kind == "post" and page.topic == slug]
        return sorted(own, key=lambda page: (order.get(page.id, len(order)), page.path))

    def find_pages(self, words: str) -> list[Page]:
        """The posts and essays that a name means: an id, a path, a slug, or words of the label.

        The name of a file does without its folder.
        """
        wanted = words.casefold()
        return self.pages_named(words) or [
            page
            for page in self._entries
            if wanted in (page.title or label_of_page(page)).casefold()
        ]

    def pages_named(self, name: str) -> list[Page]:
        """The posts and essays with that id, path, slug, address, or name of the file."""
        name = name.strip().removeprefix("./").removeprefix("content/")
        exact = [page for page in self._entries if name in (page.id, page.path, page.slug)]
        address = name.strip("/") + "/"
        exact = exact or [page for page in self._entries if page.address == address]
        return exact or [page for page in self._entries if page.path.rpartition("/")[2] == name]

    @property
    def _entries(self) -> list[Page]:
        return [page for page in self.pages.values() if page.kind in ("post", "essay")]

    def free_path(
        self, folder: PurePosixPath, name: str, moved: Page | None = None
    ) -> PurePosixPath:
        """A path in a folder under ``content/`` whose address no page has but ``moved``."""
        taken = {page.address.casefold() for page in self.pages.values() if page is not moved}
        number = 1
        while True:
            path = folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
            if place_of(path).address.casefold() not in taken and not self._is_other(path, moved):
                return path
            number += 1

    def _is_other(self, path: PurePosixPath, moved: Page | None) -> bool:
        return (self.content / path).exists() and (moved is None or str(path) != moved.path)

    def free_slug(self, title: str) -> str:
        """A slug for a new topic with that title."""
        slug = own = self.slug_of(title, "topic")
        number = 2
        while slug in self.topics or (self.content / "topics" / slug).exists():
            slug = f"{own}-{number}"
            number += 1
        return slug

    def slug_of(self, words: str, fallback: str) -> str:
        """A slug from some words in the language of the digest."""
        return slugify(words, fallback, language=self.config.language)


def label_of_page(page: Page) -> str:
    """A few words that name a page."""
    title = page.title or ""
    if title:
        return title if len(title) <= _LONGEST_TITLE else label_of(title, _LONGEST_TITLE)
    return label_of(without_marks(page.body[:_LABELLED])) or page.slug


def without_marks(text: str) -> str:
    """The words of a short text in Markdown, without what formats them."""

    def words(found: re.Match[str]) -> str:
        inner = found["linked"] or found["marked"]
        return found["sign"] or found["code"] or (without_marks(inner) if inner else "")

    return _MARKED.sub(words, text) if _MARK.search(text) else text


class LibraryReader:
    """Reads the pages of a digest again and again, and each time only the files that changed.

    Without changes, the result is the same object as before.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[Stamp, LoadedPage | ContentError]] = {}
        self._latest: tuple[tuple[object, ...], Library] | None = None

    def read(self, now: datetime | None = None) -> Library:
        """All pages as they are now. Pages with mistakes are left out.

        Raises:
            SitegenError: the configuration, or the content as a whole, is wrong.
        """
        config = load_config(self._root)
        names = list_content(config.content, ContentError).names
        content = str(config.content)
        loaded = {name: self._load(config, f"{content}/{name}", name) for name in page_names(names)}
        for name in self._known.keys() - loaded.keys():
            del self._known[name]
        state = (config, names, tuple(loaded.values()))
        if self._latest is None or self._latest[0] != state:
            self._latest = state, _make_library(config, loaded, names, now or datetime.now(UTC))
        return self._latest[1]

    def _load(self, config: Config, path: str, name: str) -> LoadedPage | ContentError:
        stamp = stamp_of(path)
        if stamp and name in self._known and self._known[name][0] == stamp:
            return self._known[name][1]
        loaded = _read(config, name)
        if stamp:
            self._known[name] = stamp, loaded
        return loaded


def read_library(root: Path, now: datetime | None = None) -> Library:
    """Reads all pages of the digest in ``root`` once; see ``LibraryReader.read``."""
    return LibraryReader(root).read(now)


def _make_library(config: Config, loaded: Pages, names: Sequence[str], now: datetime) -> Library:
    found = arrange_topics(config, loaded, now=now, drafts=True)
    pages = (item.page for item in found.loaded)
    read_site = partial(load_site, config, loaded, names, now=now, drafts=True)
    return Library(config, pages, found.topics, read_site)


def _read(config: Config, name: str) -> LoadedPage | ContentError:
    path = PurePosixPath(name)
    try:
        data = (config.content / path).read_bytes()
        return read_page(config.content, path, data, zone=config.timezone)
    except OSError as error:
        return ContentError(
            f"this page cannot be read: {error.strerror}", path=config.content / path
        )
    except ContentError as error:
        return error
