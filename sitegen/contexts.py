"""What each template and feed receives beside the site: what it shows, and the neighbours."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from itertools import groupby, pairwise
from urllib.parse import urlsplit

from sitegen.addresses import page_count, topic_address
from sitegen.config import Config
from sitegen.languages import Wording, format_month
from sitegen.models import Artifact, FeedArtifact, Page, Site, TemplateArtifact, TemplateKind
from sitegen.views import Group, Pager, PageRef, topic_ref

FEED_LENGTH = 100
"""The entries of a feed: the newest, or the first of a digest without dates."""

Context = Mapping[str, object]
"""Values and references, by the name of a variable."""

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


class Contexts:
    """The variables of every artifact of one site that is rendered."""

    def __init__(
        self, site: Site, artifacts: Iterable[Artifact], config: Config, wording: Wording
    ) -> None:
        self._site = site
        self._config = config
        self._wording = wording
        self._artifacts = tuple(artifacts)
        self._posts = {post.id: post for post in site.posts}
        self._topics = {topic.slug: topic for topic in site.topics}
        pages = (site.front, *site.essays, *site.posts, *site.pages, *site.topic_pages.values())
        self.refs = {page.id: PageRef(page.id) for page in pages}
        """The reference to each page, by its id."""
        self._ways: Mapping[TemplateKind, Callable[[TemplateArtifact], Context]] = {
            "front": self._single,
            "page": self._single,
            "essay": self._essay,
            "post": self._post,
            "topic": self._topic,
            "archive": self._archive,
            "not-found": self._not_found,
        }
        self._before: dict[str, PageRef] = {}
        self._after: dict[str, PageRef] = {}
        for series in ([essay.id for essay in site.essays], *self._home_posts()):
            for page, following in pairwise(series):
                self._after[page] = self.refs[following]
                self._before[following] = self.refs[page]

    def of(self, artifact: TemplateArtifact | FeedArtifact) -> Context:
        """The variables of ``artifact``, apart from ``site``, ``here`` and ``url``."""
        if isinstance(artifact, FeedArtifact):
            return self._sitemap() if artifact.format == "sitemap" else self._feed()
        return self._ways[artifact.kind](artifact)

    def _single(self, artifact: TemplateArtifact) -> Context:
        return {"page": self.refs[artifact.page]}

    def _archive(self, _: TemplateArtifact) -> Context:
        return {"groups": group_by_month(self._dated_pages(), self.refs, self._wording)}

    def _not_found(self, _: TemplateArtifact) -> Context:
        path = urlsplit(self._config.base_url).path
        return {"root": path.rstrip("/") + "/"}

    def _essay(self, artifact: TemplateArtifact) -> Context:
        return {
            "page": self.refs[artifact.page],
            "newer": self._before.get(artifact.page),
            "older": self._after.get(artifact.page),
        }

    def _post(self, artifact: TemplateArtifact) -> Context:
        return {
            "page": self.refs[artifact.page],
            "topic": topic_ref(self._posts[artifact.page].topic or ""),
            "previous": self._before.get(artifact.page),
            "next": self._after.get(artifact.page),
            "related": (),
        }

    def _topic(self, artifact: TemplateArtifact) -> Context:
        topic, number = self._topics[artifact.topic], artifact.number
        size = self._config.page_size
        total = page_count(len(topic.members), size)
        shown = topic.members[(number - 1) * size : number * size]
        return {
            "topic": topic_ref(topic.slug),
            "posts": tuple(self.refs[member] for member in shown),
            "pager": Pager(
                number,
                total,
                topic_address(topic.slug, number - 1) if number > 1 else None,
                topic_address(topic.slug, number + 1) if number < total else None,
            ),
        }

    def _feed(self) -> Context:
        """Newest first; those without a date after them, in the order of the site."""
        pages = sorted(self._dated_pages(), key=lambda page: page.date or _UNDATED, reverse=True)
        return {"entries": tuple(self.refs[page.id] for page in pages[:FEED_LENGTH])}

    def _sitemap(self) -> Context:
        """Every address that holds a page, with what stands there if it is a page's own."""
        return {
            "entries": tuple(
                (artifact.address, self.refs[artifact.page] if artifact.page else None)
                for artifact in self._artifacts
                if isinstance(artifact, TemplateArtifact) and artifact.kind != "not-found"
            )
        }

    def _dated_pages(self) -> Iterable[Page]:
        return (*self._site.essays, *self._site.posts)

    def _home_posts(self) -> Iterable[list[str]]:
        """The posts of each topic that live in it, without those that it merely shows as well."""
        for topic in self._site.topics:
            yield [post for post in topic.members if self._posts[post].topic == topic.slug]


def with_related(context: Context, related: Iterable[PageRef]) -> Context:
    """The variables of a post, with the posts that go with it."""
    return {**context, "related": tuple(related)}


def group_by_month(
    pages: Iterable[Page], refs: Mapping[str, PageRef], wording: Wording
) -> tuple[Group, ...]:
    """The pages by month, the newest first, then those without a date in their own order.

    The groups are titled in the language of ``wording``.
    """
    pages = tuple(pages)
    dated = sorted(
        ((page.date, page.id) for page in pages if page.date),
        key=lambda pair: pair[0],
        reverse=True,
    )
    groups = [
        Group(_as_title(format_month(month, wording.language)), tuple(refs[i] for _, i in group))
        for month, group in groupby(dated, key=lambda pair: pair[0].date().replace(day=1))
    ]
    undated = tuple(refs[page.id] for page in pages if not page.date)
    return (*groups, Group(wording.say("Without a date"), undated)) if undated else tuple(groups)


def _as_title(text: str) -> str:
    """The text as it opens a line: ``Marzo de 2023``, which is small inside a sentence."""
    return text[:1].upper() + text[1:]
