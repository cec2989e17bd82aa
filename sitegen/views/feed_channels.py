"""The metadata and the entries of each feed."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.addresses import EDITIONS_ADDRESS, author_address, topic_address
from sitegen.artifacts import Artifact, FeedArtifact
from sitegen.configuration.settings import Config
from sitegen.content.archive import earliest_time, recently_changed_first
from sitegen.languages import Wording
from sitegen.models import Site
from sitegen.views.template_records import Channel, FeedLink, PageRef

FEED_LENGTH = 100
"""The maximum number of entries in a feed; the most recently changed ones are used."""

_TYPES = {"atom": "application/atom+xml", "json": "application/feed+json"}
_NAMES = {"atom": "Atom", "json": "JSON"}


class FeedChannels:
    """The feeds of a site."""

    def __init__(
        self,
        site: Site,
        artifacts: Iterable[Artifact],
        config: Config,
        wording: Wording,
        refs: Mapping[str, PageRef],
    ) -> None:
        self._site = site
        self._config = config
        self._wording = wording
        self._refs = refs
        self._topics = {topic.slug: topic for topic in site.topics}
        self._authors = {author.slug: author for author in site.authors}
        self._newest = [page.id for page in recently_changed_first((*site.essays, *site.posts))]
        self._since = earliest_time(site)
        self._rank = {page: rank for rank, page in enumerate(self._newest)}
        self._links: dict[tuple[str, str, bool], tuple[FeedLink, ...]] = {}
        for artifact in artifacts:
            if isinstance(artifact, FeedArtifact) and artifact.format in _TYPES:
                key = artifact.topic, artifact.author, artifact.lists_editions
                self._links[key] = (*self._links.get(key, ()), self._link(artifact))

    def of(self, artifact: FeedArtifact) -> tuple[Channel, tuple[PageRef, ...]]:
        """The metadata of the feed and its entries, the most recently changed first."""
        entries = self._entries(artifact)[:FEED_LENGTH]
        return self._channel(artifact), tuple(self._refs[page] for page in entries)

    def links(
        self, topic: str = "", author: str = "", *, lists_editions: bool = False
    ) -> tuple[FeedLink, ...]:
        """The feeds of a topic, an author, the editions or the whole digest, for links to them."""
        return self._links.get((topic, author, lists_editions), ())

    def _entries(self, artifact: FeedArtifact) -> Sequence[str]:
        """The ids of the entries; for a topic, its posts and its essays."""
        if artifact.lists_editions:
            return [page.id for page in self._site.edition_pages]
        if artifact.author:
            members = self._authors[artifact.author].members
        elif artifact.topic:
            essays = (essay.id for essay in self._site.essays if artifact.topic in essay.also)
            members = (*self._topics[artifact.topic].members, *essays)
        else:
            return self._newest
        return sorted(members, key=self._rank.__getitem__)

    def _channel(self, artifact: FeedArtifact) -> Channel:
        title = self._site.front.title or self._config.title
        editor = self._config.author
        if artifact.topic:
            topic = self._topics[artifact.topic]
            name, address = f"{topic.title} – {title}", topic_address(topic.slug)
            return Channel(name, topic.description, address, editor, self._since)
        if artifact.author:
            author = self._authors[artifact.author].name
            address = author_address(artifact.author)
            return Channel(f"{author} – {title}", "", address, author, self._since)
        if artifact.lists_editions:
            name = f"{self._wording.say('Editions')} – {title}"
            return Channel(name, "", EDITIONS_ADDRESS, editor, self._since)
        description = self._site.front.description or self._config.description
        return Channel(title, description, "", editor, self._since)

    def _link(self, artifact: FeedArtifact) -> FeedLink:
        title = f"{self._channel(artifact).title} ({_NAMES[artifact.format]})"
        return FeedLink(artifact.address, title, _TYPES[artifact.format])
