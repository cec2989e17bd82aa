"""Plans cards, icons and the manifest: which page has a card of its own."""

from collections.abc import Collection, Iterator

from sitegen.addresses import topic_address
from sitegen.artifacts import CARD, FormatArtifact
from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.models import Site
from sitegen.output_formats.cards.icons import ICONS
from sitegen.output_formats.cards.text_shaping import drawable_text

MANIFEST = "site.webmanifest"


def plan_cards(site: Site, config: Config, taken: Collection[str]) -> Iterator[FormatArtifact]:
    """The cards of essays, topics and pinned posts, and one of the digest for all other pages.

    A page whose title no font can draw shares the card of the digest.

    Args:
        site: the site.
        config: the digest's configuration.
        taken: the addresses of files of the editor, which take precedence.
    """
    if not config.has_cards:
        return
    origin = str(find_config(config.root))
    yield from _without(taken, FormatArtifact(CARD, "card", origin))
    for topic in site.topics:
        if _is_drawable(topic.title):
            address = f"{topic_address(topic.slug)}{CARD}"
            yield from _without(taken, FormatArtifact(address, "card", origin, topic=topic.slug))
    for page in (*site.essays, *(post for post in site.posts if post.pinned)):
        if page.title is None or _is_drawable(page.title):
            address = f"{page.address}{CARD}"
            yield from _without(taken, FormatArtifact(address, "card", origin, page=page.id))


def plan_icons(config: Config, taken: Collection[str]) -> Iterator[FormatArtifact]:
    """The icons and the manifest of a digest whose theme has a look, except those ``taken``."""
    origin = str(find_config(config.root))
    for address in ICONS:
        yield from _without(taken, FormatArtifact(address, "icon", origin))
    yield from _without(taken, FormatArtifact(MANIFEST, "manifest", origin))


def _without(taken: Collection[str], artifact: FormatArtifact) -> Iterator[FormatArtifact]:
    if artifact.address not in taken:
        yield artifact


def _is_drawable(title: str) -> bool:
    return (title.isascii() and title.strip() != "") or drawable_text(title) is not None
