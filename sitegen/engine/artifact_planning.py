"""Plans the artifacts of a site: which file has which address, before anything is rendered."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

from sitegen.addresses import (
    EDITIONS_ADDRESS,
    author_address,
    essays_address,
    file_of,
    month_address,
    page_count,
    search_address,
    tag_address,
    topic_address,
)
from sitegen.artifacts import Artifact, CopyArtifact, FeedArtifact, FormatArtifact, TemplateArtifact
from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.content.archive import FRONT_ESSAYS, FRONT_TOPICS, LIST_LENGTH, UNDATED, is_long
from sitegen.content.duplicates import MOST_NAMED
from sitegen.content.threads import split_pages
from sitegen.engine.sitemaps import split_sitemap
from sitegen.errors import ContentError, grouped
from sitegen.filesystem.listing import address_of_copy
from sitegen.filesystem.names import difference_of, folded
from sitegen.models import Page, Site, Topic
from sitegen.output_formats.cards.planning import plan_cards, plan_icons
from sitegen.output_formats.planning import plan_formats
from sitegen.themes.loading import TEMPLATES, Theme

_OWN_PREFIX = ".sitegen"
"""The prefix of sitegen's own files in the output."""

_SEARCH_FILES = "sitegen-search"
"""The prefix of the static files that only a digest with a search needs."""

ABOUT_ADDRESS = "about-this-digest/"
TAGS_ADDRESS = "tags/"
TOPICS_ADDRESS = "topics/"

_FEED_FILES: tuple[tuple[Literal["atom", "json"], str], ...] = (
    ("atom", "feed.xml"),
    ("json", "feed.json"),
)


def plan_artifacts(
    site: Site,
    config: Config,
    theme: Theme,
    templates: Collection[str],
    static: Mapping[PurePosixPath, Path],
    sizes: Iterable[CopyArtifact] = (),
    libraries: Collection[str] = (),
) -> tuple[Artifact, ...]:
    """Returns all files of the output.

    Args:
        site: the site.
        config: the digest's configuration.
        theme: the theme.
        templates: the names of its templates. Without a template for months, authors, tags,
            lists of essays or topics, or about the digest, the site has no such pages.
        static: its static files, by their paths under ``static/``.
        sizes: the smaller versions of pictures.
        libraries: the optional libraries that are installed.

    Raises:
        ContentError: two sources ask for one address.
        GroupedError: that is so of several addresses.
    """
    additions = tuple(_additions(site, config, theme, templates))
    pages = tuple(_pages(site, config, templates))
    copies = tuple(_copies(site, config, static))
    artifacts = (
        *additions,
        *_feeds(site, config, templates),
        *_sitemaps(config, sorted((*additions, *pages), key=_is_of_topic)),
        *plan_formats(config, libraries, templates),
        *_pictures(site, config, theme, {copy.address for copy in copies}),
        *pages,
        *copies,
        *sizes,
    )
    _refuse_collisions(sorted(artifacts, key=_is_derived), config)
    return artifacts


def _pages(site: Site, config: Config, templates: Collection[str]) -> Iterator[TemplateArtifact]:
    """The pages of the editor, and those of the topics.

    Those of a topic follow its posts: they show the same records, which each worker copies.
    """
    editions = site.edition_pages if TEMPLATES["edition"] in templates else ()
    yield from _each((site.front, *site.essays))
    posts = {post.id: post for post in site.posts}
    for topic in site.topics:
        yield from _each([posts.pop(post) for post in topic.members if post in posts])
        yield from _topic(topic, site, config)
    yield from _each((*site.pages, *editions))


def _each(pages: Iterable[Page]) -> Iterator[TemplateArtifact]:
    for page in pages:
        yield TemplateArtifact(address=page.address, kind=page.kind, page=page.id, origin=page.path)


def _topic(topic: Topic, site: Site, config: Config) -> Iterator[TemplateArtifact]:
    page = site.topic_pages.get(topic.slug)
    for number in range(1, len(split_pages(topic.threads, config.page_size)) + 1):
        yield TemplateArtifact(
            address=topic_address(topic.slug, number),
            kind="topic",
            topic=topic.slug,
            number=number,
            origin=page.path if page else f"topics/{topic.slug}",
        )


def _is_of_topic(page: TemplateArtifact) -> bool:
    return page.kind == "topic"


def _additions(
    site: Site, config: Config, theme: Theme, templates: Collection[str]
) -> Iterator[TemplateArtifact]:
    """The pages that sitegen adds to those of the editor."""
    origin = str(theme.folders[0])
    yield TemplateArtifact(address="archive/", kind="archive", origin=origin)
    yield TemplateArtifact(address="404.html", kind="not-found", origin=origin)
    if TEMPLATES["about-digest"] in templates:
        yield TemplateArtifact(address=ABOUT_ADDRESS, kind="about-digest", origin=origin)
    if TEMPLATES["essays"] in templates:
        yield from _essays(site, config.page_size, origin)
    if len(site.topics) > FRONT_TOPICS and TEMPLATES["topics"] in templates:
        yield TemplateArtifact(address=TOPICS_ADDRESS, kind="topics", origin=origin)
    if site.edition_pages and TEMPLATES["editions"] in templates:
        yield TemplateArtifact(address=EDITIONS_ADDRESS, kind="editions", origin=origin)
    if TEMPLATES["month"] in templates:
        yield from _months(site, origin)
    if TEMPLATES["author"] in templates:
        yield from _authors(site, origin)
    if site.tags and TEMPLATES["tags"] in templates:
        yield TemplateArtifact(address=TAGS_ADDRESS, kind="tags", origin=origin)
    if TEMPLATES["tag"] in templates:
        yield from _tags(site, config.page_size, origin)
    if config.editions.search and TEMPLATES["search"] in templates:
        yield from _search(site, origin)


def _essays(site: Site, page_size: int, origin: str) -> Iterator[TemplateArtifact]:
    """The list of the essays, if the front page does not show them all."""
    if len(site.essays) <= FRONT_ESSAYS:
        return
    for number in range(1, page_count(len(site.essays), page_size) + 1):
        yield TemplateArtifact(
            address=essays_address(number), kind="essays", number=number, origin=origin
        )


def _months(site: Site, origin: str) -> Iterator[TemplateArtifact]:
    for month in site.months:
        if month.slug == UNDATED and not is_long(site):
            continue
        for number in range(1, page_count(len(month.members), LIST_LENGTH) + 1):
            address = month_address(month.slug, number)
            yield TemplateArtifact(
                address=address, kind="month", month=month.slug, number=number, origin=origin
            )


def _authors(site: Site, origin: str) -> Iterator[TemplateArtifact]:
    for author in site.authors:
        for number in range(1, page_count(len(author.members), LIST_LENGTH) + 1):
            address = author_address(author.slug, number)
            yield TemplateArtifact(
                address=address, kind="author", author=author.slug, number=number, origin=origin
            )


def _tags(site: Site, page_size: int, origin: str) -> Iterator[TemplateArtifact]:
    for tag in site.tags:
        for number in range(1, page_count(len(tag.members), page_size) + 1):
            address = tag_address(tag.slug, number)
            yield TemplateArtifact(
                address=address, kind="tag", tag=tag.slug, number=number, origin=origin
            )


def _search(site: Site, origin: str) -> Iterator[TemplateArtifact]:
    count = len(site.essays) + len(site.posts) + len(site.pages)
    for number in range(1, page_count(count, LIST_LENGTH) + 1):
        address = search_address(number)
        yield TemplateArtifact(address=address, kind="search", number=number, origin=origin)


def _feeds(site: Site, config: Config, templates: Collection[str]) -> Iterator[Artifact]:
    if not config.base_url:
        return
    origin = str(find_config(config.root))
    yield FeedArtifact(address="feed.xml", format="atom", origin=origin)
    yield FeedArtifact(address="feed.json", format="json", origin=origin)
    if site.edition_pages and TEMPLATES["editions"] in templates:
        for form, file in _FEED_FILES:
            address = f"{EDITIONS_ADDRESS}{file}"
            yield FeedArtifact(address, form, origin, lists_editions=True)
    for topic in site.topics:
        for form, file in _FEED_FILES:
            address = f"{topic_address(topic.slug)}{file}"
            yield FeedArtifact(address=address, format=form, topic=topic.slug, origin=origin)
    for author in site.authors if TEMPLATES["author"] in templates else ():
        for form, file in _FEED_FILES:
            address = f"{author_address(author.slug)}{file}"
            yield FeedArtifact(address=address, format=form, author=author.slug, origin=origin)


def _sitemaps(config: Config, pages: Iterable[TemplateArtifact]) -> Iterator[FeedArtifact]:
    """The sitemap; if one cannot list all pages, several and an index of them."""
    if not config.base_url:
        return
    origin = str(find_config(config.root))
    listed = (page.address for page in pages if page.kind != "not-found")
    parts = tuple(split_sitemap(config.base_url, listed))
    if len(parts) == 1:
        yield FeedArtifact("sitemap.xml", "sitemap", origin, lists=parts[0])
        return
    names = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    yield FeedArtifact("sitemap.xml", "sitemap-index", origin, lists=names)
    for name, part in zip(names, parts, strict=True):
        yield FeedArtifact(name, "sitemap", origin, lists=part)


def _pictures(
    site: Site, config: Config, theme: Theme, taken: Collection[str]
) -> Iterator[FormatArtifact]:
    """The pictures that stand for pages or the digest elsewhere, in the look of the theme."""
    if theme.look:
        yield from plan_cards(site, config, taken)
        yield from plan_icons(config, taken)


def _copies(
    site: Site, config: Config, static: Mapping[PurePosixPath, Path]
) -> Iterator[CopyArtifact]:
    for name, origin in static.items():
        if name.name.startswith(_SEARCH_FILES) and not config.editions.search:
            continue
        yield CopyArtifact(address=f"static/{name}", origin=origin)
    for copied in site.copies:
        address = address_of_copy(copied)
        assert address is not None  # noqa: S101 -- it is copied
        yield CopyArtifact(address=address, origin=config.content / copied)


def _refuse_collisions(artifacts: Iterable[Artifact], config: Config) -> None:
    """Refuses files whose names are equal, also on file systems that ignore case.

    The derived ones come last: what two of them have in common follows from what others have.
    """
    by_name: dict[str, Artifact] = {}
    errors: list[ContentError] = []
    for artifact in artifacts:
        name = folded(file_of(artifact.address))
        if name.startswith(_OWN_PREFIX):
            errors.append(_own_name(artifact, config))
        other = by_name.setdefault(name, artifact)
        if other is not artifact and not (errors and _is_derived(artifact) and _is_derived(other)):
            errors.append(_collision(artifact, other, config))
    folders: dict[str, Artifact] = {}
    for name, artifact in by_name.items():
        folder = name.rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = artifact
            folder = folder.rpartition("/")[0]
    both = sorted(folders.keys() & by_name.keys())
    errors += (_collision(folders[folder], by_name[folder], config) for folder in both)
    if errors:
        raise grouped(errors, MOST_NAMED)


def _is_derived(artifact: Artifact) -> bool:
    """Whether it is derived from others, which are named first in a collision."""
    return isinstance(artifact, FeedArtifact | FormatArtifact)


def _own_name(artifact: Artifact, config: Config) -> ContentError:
    return ContentError(
        f"sitegen itself keeps a file under the name /{artifact.address} in the output",
        path=config.content / artifact.origin,
        hint="give it another name",
    )


def _collision(artifact: Artifact, other: Artifact, config: Config) -> ContentError:
    origins = _name_origin(other, config), _name_origin(artifact, config)
    return ContentError(
        f"two sources ask for the address /{other.address}: {origins[0]} and {origins[1]}"
        f"{difference_of(other.address, artifact.address)}",
        path=config.content / artifact.origin,
        hint="rename the one that is a file of yours",
    )


def _name_origin(artifact: Artifact, config: Config) -> str:
    match artifact:
        case FeedArtifact() | FormatArtifact() | TemplateArtifact(page="", topic=""):
            return "sitegen itself"
    origin, root = config.content / artifact.origin, config.root
    return str(origin.relative_to(root) if origin.is_relative_to(root) else origin)
