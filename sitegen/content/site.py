"""Combines the pages under ``content/`` into a site: ordered, grouped, without duplicates."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.content.archive import file_by_author, file_by_month, newest_first
from sitegen.content.duplicates import MOST_NAMED, refuse_duplicates
from sitegen.content.editions import find_editions, latest_first, unknown_editions
from sitegen.content.pages import FRONT_ID, FRONT_PATH, LoadedPage, title_from_slug
from sitegen.content.reading_order import essay_order, order_threads
from sitegen.content.tags import file_by_tag
from sitegen.content.threads import join_threads
from sitegen.content.unknown_topics import unknown_topics
from sitegen.content.unpublished_files import LostPageError, errors_of, stray_files, warnings_of
from sitegen.content.visibility import VisiblePages, select_visible
from sitegen.errors import ContentError, SitegenError, grouped
from sitegen.filesystem.listing import Flaw, copied_names
from sitegen.models import Page, Site, Topic

Pages = Mapping[str, LoadedPage | ContentError]
"""The loaded page, or the error, of each file by its path under ``content/``."""

_UNORDERED = 999
"""The order of a topic that sets none."""


class TopicArrangement(NamedTuple):
    """The topics and their posts, and what was read to arrange them."""

    topics: tuple[Topic, ...]
    """Those that have a post, in the editor's order."""
    topic_pages: Mapping[str, Page]
    """The page of each topic that has one, by slug."""
    posts: tuple[Page, ...]
    """The posts that are shown."""
    visible: VisiblePages
    """All pages that are shown, and what is held back."""
    loaded: tuple[LoadedPage, ...]
    """All pages that could be read."""
    problems: tuple[SitegenError, ...]
    """The errors of the others."""


def arrange_topics(
    config: Config, pages: Pages, *, now: datetime, drafts: bool = False
) -> TopicArrangement:
    """The topics of a digest and their posts in order: the part of ``load_site`` that acts need.

    Raises:
        ContentError: as ``load_site`` does.
    """
    _require_content(config.content)
    loaded, problems = _split_errors(pages)
    visible = select_visible([item.page for item in loaded], now, drafts=drafts)
    refuse_duplicates(visible.shown, config.content)
    posts = _of_kind(visible.shown, "post")
    topic_pages = {page.slug: page for page in _of_kind(visible.shown, "topic")}
    topics = _topics(topic_pages, posts, {item.page.id: item.page for item in loaded})
    return TopicArrangement(topics, topic_pages, posts, visible, tuple(loaded), tuple(problems))


def load_site(
    config: Config,
    pages: Pages,
    files: Sequence[str],
    flaws: Sequence[Flaw] = (),
    *,
    now: datetime,
    drafts: bool = False,
) -> Site:
    """The site of the digest that ``config`` describes.

    Hidden pages are left out, and the posts of a topic whose own page is left out. So are drafts
    and pages dated after ``now``, unless ``drafts`` is set. The front page is always shown. A page
    that cannot be read is left out and reported in the ``problems`` of the site.

    Args:
        config: the digest's configuration.
        pages: every page under ``content/``, or its error.
        files: the paths of all files there.
        flaws: what cannot be read there.
        now: the current time.
        drafts: whether drafts, expired pages and pages dated in the future are shown.

    Raises:
        ContentError: there is no ``content/``, the front page or a topic's page is invalid, or two
            pages have the same id or address.
        GroupedError: several pages are wrong in such a way.
    """
    arranged = arrange_topics(config, pages, now=now, drafts=drafts)
    site = _site_of(arranged, _closed_editions(pages))
    return replace(
        site,
        copies=tuple(copied_names(files)),
        problems=(*arranged.problems, *errors_of(flaws, config.content)),
        warnings=(
            *_warnings_on_pages(arranged, pages, config.content),
            *warnings_of(flaws, config.content),
            *stray_files(files, config.content),
        ),
    )


def _site_of(arranged: TopicArrangement, closed_editions: Collection[str]) -> Site:
    """The site as far as its pages determine it."""
    shown = arranged.visible.shown
    essays = tuple(sorted(_of_kind(shown, "essay"), key=essay_order))
    posts = _in_topic_order(arranged.topics, arranged.posts)
    edition_pages = latest_first(_of_kind(shown, "edition"))
    filed = newest_first((*essays, *posts))
    return Site(
        front=next(iter(_of_kind(shown, "front")), empty_front()),
        essays=essays,
        topics=arranged.topics,
        topic_pages=arranged.topic_pages,
        posts=posts,
        pages=tuple(sorted(_of_kind(shown, "page"), key=_menu_order)),
        edition_pages=edition_pages,
        editions=find_editions(edition_pages, _entries(shown), closed_editions),
        copies=(),
        months=file_by_month(filed),
        authors=file_by_author(filed),
        tags=file_by_tag(filed),
        held_back=arranged.visible.held_back,
        held_back_pages=arranged.visible.held_back_pages,
    )


def _warnings_on_pages(
    arranged: TopicArrangement, pages: Pages, content: Path
) -> Iterator[SitegenError]:
    """Likely mistakes in pages, among them names of topics and editions that do not exist."""
    shown = arranged.visible.shown
    topics = {topic.slug for topic in arranged.topics}
    known = topics | arranged.visible.hidden_topics | _topics_of_broken(pages)
    for item in arranged.loaded:
        yield from item.warnings
    yield from unknown_topics([*arranged.posts, *_of_kind(shown, "essay")], known, content)
    yield from unknown_editions(_entries(shown), _closed_editions(pages), content)


def _entries(shown: Iterable[Page]) -> list[Page]:
    """The essays and posts, in the order of their files."""
    return [page for page in shown if page.kind in ("essay", "post")]


def _closed_editions(pages: Iterable[str]) -> set[str]:
    """The slugs of the closed editions, from the paths of all pages."""
    return {PurePosixPath(name).stem for name in pages if name.startswith("editions/")}


def _require_content(folder: Path) -> None:
    if not folder.is_dir():
        raise ContentError(
            "there is no content to build",
            path=folder,
            hint="it is a broken link: mount its disk, or correct the link"
            if folder.is_symlink()
            else "import some: sitegen import FILE",
        )


def _split_errors(pages: Pages) -> tuple[list[LoadedPage], list[SitegenError]]:
    """The pages that could be read, and the errors of the others.

    Raises:
        SitegenError: the front page or a topic's page is invalid, or several of them.
    """
    loaded: list[LoadedPage] = []
    problems: list[SitegenError] = []
    fatal: list[SitegenError] = []
    for name, page in pages.items():
        if isinstance(page, LoadedPage):
            loaded.append(page)
        elif isinstance(page, LostPageError):
            continue
        elif _is_required(PurePosixPath(name)):
            fatal.append(page)
        else:
            problems.append(page)
    if fatal:
        raise grouped(fatal, MOST_NAMED)
    return loaded, problems


def _topics_of_broken(pages: Pages) -> set[str]:
    """The topics whose folders hold a page that could not be read."""
    paths = (PurePosixPath(name) for name, page in pages.items() if isinstance(page, ContentError))
    return {path.parts[1] for path in paths if path.match("topics/*/*")}


def _is_required(path: PurePosixPath) -> bool:
    """Whether other pages show it, so that the site cannot be built without it."""
    match (*path.parts[:-1], f"{path.stem}.md"):
        case ("index.md",) | ("topics", _, "_index.md"):
            return True
    return False


def _of_kind(pages: Iterable[Page], kind: str) -> tuple[Page, ...]:
    return tuple(page for page in pages if page.kind == kind)


def _menu_order(page: Page) -> tuple[object, ...]:
    return (page.order is None, page.order or 0, page.path)


def _topics(
    topic_pages: Mapping[str, Page], posts: Sequence[Page], pages: Mapping[str, Page]
) -> tuple[Topic, ...]:
    """The topics that have a post, in the editor's order."""
    members: dict[str, list[Page]] = {}
    homes = {post.topic for post in posts if post.topic} | set(topic_pages)
    for post in posts:
        for slug in dict.fromkeys((post.topic, *post.also)):
            if slug in homes:
                members.setdefault(slug, []).append(post)

    def order(slug: str) -> tuple[object, ...]:
        page = topic_pages.get(slug)
        number = page.order if page else None
        return (_UNORDERED if number is None else number, number is None, slug)

    return tuple(
        _topic(slug, topic_pages.get(slug), order_threads(join_threads(members[slug]), pages))
        for slug in sorted(members, key=order)
    )


def _topic(slug: str, page: Page | None, ordered: Iterable[tuple[Page, ...]]) -> Topic:
    threads = tuple(tuple(post.id for post in thread) for thread in ordered)
    return Topic(
        slug=slug,
        title=page.title if page and page.title else title_from_slug(slug),
        description=page.description if page else "",
        members=tuple(chain.from_iterable(threads)),
        threads=threads,
    )


def _in_topic_order(topics: Iterable[Topic], posts: Iterable[Page]) -> tuple[Page, ...]:
    by_id = {post.id: post for post in posts}
    ids = dict.fromkeys(member for topic in topics for member in topic.members)
    return tuple(by_id[member] for member in ids)


def empty_front() -> Page:
    """The front page of a digest that has none."""
    return Page(
        path=FRONT_PATH,
        kind="front",
        slug="",
        address="",
        body="",
        body_line=1,
        id=FRONT_ID,
    )
