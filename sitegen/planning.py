"""Plans the artifacts of a site: what stands at which address, before anything is rendered."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from sitegen.addresses import file_of, page_count, topic_address
from sitegen.config import Config, find_config
from sitegen.errors import ContentError
from sitegen.models import (
    Artifact,
    CopyArtifact,
    FeedArtifact,
    Site,
    TemplateArtifact,
)
from sitegen.themes import Theme


def plan_artifacts(
    site: Site, config: Config, theme: Theme, static: Mapping[PurePosixPath, Path]
) -> tuple[Artifact, ...]:
    """Every file of the output; ``static`` are the theme's static files.

    Raises:
        ContentError: two sources ask for one address.
    """
    artifacts = (
        *_additions(theme),
        *_feeds(config),
        *_pages(site, config),
        *_topics(site, config),
        *_copies(site, config, static),
    )
    _refuse_collisions(artifacts)
    return artifacts


def _pages(site: Site, config: Config) -> Iterator[Artifact]:
    content = config.content
    for page in (site.front, *site.essays, *site.posts, *site.pages):
        yield TemplateArtifact(
            address=page.address, kind=page.kind, page=page.id, origin=f"{content}/{page.path}"
        )


def _topics(site: Site, config: Config) -> Iterator[Artifact]:
    for topic in site.topics:
        page = site.topic_pages.get(topic.slug)
        origin = f"{config.content}/{page.path if page else f'topics/{topic.slug}'}"
        for number in range(1, page_count(len(topic.members), config.page_size) + 1):
            yield TemplateArtifact(
                address=topic_address(topic.slug, number),
                kind="topic",
                topic=topic.slug,
                number=number,
                origin=origin,
            )


def _additions(theme: Theme) -> Iterator[Artifact]:
    """What every site has beside its own pages."""
    origin = str(theme.folders[0])
    yield TemplateArtifact(address="archive/", kind="archive", origin=origin)
    yield TemplateArtifact(address="404.html", kind="not-found", origin=origin)


def _feeds(config: Config) -> Iterator[Artifact]:
    if config.base_url:
        origin = str(find_config(config.root))
        yield FeedArtifact(address="feed.xml", format="atom", origin=origin)
        yield FeedArtifact(address="feed.json", format="json", origin=origin)
        yield FeedArtifact(address="sitemap.xml", format="sitemap", origin=origin)


def _copies(site: Site, config: Config, static: Mapping[PurePosixPath, Path]) -> Iterator[Artifact]:
    for name, origin in static.items():
        yield CopyArtifact(address=f"static/{name}", origin=origin)
    for path in site.media:
        yield CopyArtifact(address=str(path), origin=config.content / path)


def _refuse_collisions(artifacts: Iterable[Artifact]) -> None:
    """Compares without regard to case, as the disks of many readers and editors do."""
    by_name: dict[str, Artifact] = {}
    for artifact in artifacts:
        name = file_of(artifact.address).casefold()
        if name in by_name:
            raise _collision(artifact, by_name[name])
        by_name[name] = artifact
    folders: dict[str, Artifact] = {}
    for name, artifact in by_name.items():
        folder = name.rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = artifact
            folder = folder.rpartition("/")[0]
    for folder in folders.keys() & by_name.keys():
        raise _collision(folders[folder], by_name[folder])


def _collision(artifact: Artifact, other: Artifact) -> ContentError:
    return ContentError(
        f"two sources ask for the address /{other.address}: "
        f"{_name_origin(other)} and {_name_origin(artifact)}",
        path=Path(artifact.origin),
        hint="rename the one that is a file of yours",
    )


def _name_origin(artifact: Artifact) -> str:
    match artifact:
        case FeedArtifact() | TemplateArtifact(kind="archive" | "not-found"):
            return "sitegen itself"
    return str(artifact.origin)
