"""Plans the artifacts of a site: what stands at which address, before anything is rendered."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.addresses import file_of, page_count, topic_address
from sitegen.config import Config, find_config
from sitegen.errors import ContentError
from sitegen.models import (
    Artifact,
    CopyArtifact,
    FeedArtifact,
    Page,
    Site,
    TemplateArtifact,
    Topic,
)
from sitegen.themes import Theme, static_files


def plan_artifacts(site: Site, config: Config, theme: Theme) -> tuple[Artifact, ...]:
    """Every file of the output, in the order of the site.

    Raises:
        ContentError: two sources ask for one address.
    """
    artifacts = (
        *_pages(site, config),
        *_topics(site, config),
        *_furniture(theme),
        *_feeds(config),
        *_copies(site, config, theme),
    )
    _refuse_collisions(artifacts)
    return artifacts


def _pages(site: Site, config: Config) -> Iterator[Artifact]:
    templates = {"front": "front.html", "essay": "essay.html", "post": "post.html"}
    for page in (site.front, *site.essays, *site.posts, *site.pages):
        yield TemplateArtifact(
            address=page.address,
            template=templates.get(page.kind, "page.html"),
            subject=page.id,
            origin=config.content / page.path,
        )


def _topics(site: Site, config: Config) -> Iterator[Artifact]:
    for topic in site.topics:
        page = site.topic_pages.get(topic.slug)
        for number in range(1, page_count(len(topic.members), config.page_size) + 1):
            yield TemplateArtifact(
                address=topic_address(topic.slug, number),
                template="topic.html",
                subject=topic.slug,
                number=number,
                origin=_topic_origin(config, topic, page),
            )


def _topic_origin(config: Config, topic: Topic, page: Page | None) -> Path:
    folder = config.content / "topics" / topic.slug
    return config.content / page.path if page else folder


def _furniture(theme: Theme) -> Iterator[Artifact]:
    origin = theme.folders[0]
    yield TemplateArtifact(address="archive/", template="archive.html", origin=origin)
    yield TemplateArtifact(address="404.html", template="404.html", origin=origin)


def _feeds(config: Config) -> Iterator[Artifact]:
    if config.base_url:
        origin = find_config(config.root)
        yield FeedArtifact(address="feed.xml", format="atom", origin=origin)
        yield FeedArtifact(address="feed.json", format="json", origin=origin)
        yield FeedArtifact(address="sitemap.xml", format="sitemap", origin=origin)


def _copies(site: Site, config: Config, theme: Theme) -> Iterator[Artifact]:
    for name, origin in static_files(theme).items():
        yield CopyArtifact(address=f"static/{name}", origin=origin)
    for path in site.media:
        yield CopyArtifact(address=str(path), origin=config.content / path)


def _refuse_collisions(artifacts: Iterable[Artifact]) -> None:
    """Compares without regard to case, as the disks of many readers and editors do."""
    first: dict[str, Artifact] = {}
    for artifact in artifacts:
        other = first.setdefault(file_of(artifact.address).casefold(), artifact)
        if other is not artifact:
            raise ContentError(
                f"two files ask for the address /{artifact.address}: "
                f"{other.origin} and {artifact.origin}",
                path=artifact.origin,
                hint="rename one of them",
            )
