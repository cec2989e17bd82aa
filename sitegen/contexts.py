"""What each template receives beside the site: what it shows, and the neighbours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from sitegen.addresses import page_count, topic_address
from sitegen.formats import format_month
from sitegen.models import TemplateArtifact
from sitegen.views import PageView, SiteView, TopicView


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of how many a topic's page is, and the addresses of its neighbours."""

    number: int
    total: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The pages of one month, or all without a date."""

    title: str
    pages: tuple[PageView, ...]


class Contexts:
    """The variables of every template artifact of one site."""

    def __init__(self, site: SiteView, page_size: int) -> None:
        self._site = site
        self._page_size = page_size
        self._topics = {topic.slug: topic for topic in site.topics}
        self._before: dict[str, PageView] = {}
        self._after: dict[str, PageView] = {}
        for series in (site.essays, *_home_posts(site)):
            for page, following in pairwise(series):
                self._after[page.id] = following
                self._before[following.id] = page

    def of(self, artifact: TemplateArtifact) -> Mapping[str, object]:
        """The variables of ``artifact``'s template, apart from ``site``, ``here`` and ``url``."""
        match artifact.kind:
            case "essay":
                return self._essay(artifact.page)
            case "post":
                return self._post(artifact.page)
            case "topic":
                return self._topic(self._topics[artifact.topic], artifact.number)
            case "archive":
                return {"groups": group_by_month((*self._site.essays, *self._site.posts))}
            case "not-found":
                return {}
            case "front" | "page":
                return {"page": self._site.by_id[artifact.page]}

    def _essay(self, page_id: str) -> Mapping[str, object]:
        return {
            "page": self._site.by_id[page_id],
            "newer": self._before.get(page_id),
            "older": self._after.get(page_id),
        }

    def _post(self, page_id: str) -> Mapping[str, object]:
        page = self._site.by_id[page_id]
        return {
            "page": page,
            "topic": self._topics.get(page.topic.slug) if page.topic else None,
            "previous": self._before.get(page_id),
            "next": self._after.get(page_id),
        }

    def _topic(self, topic: TopicView, number: int) -> Mapping[str, object]:
        start = (number - 1) * self._page_size
        total = page_count(topic.count, self._page_size)
        return {
            "topic": topic,
            "posts": topic.posts[start : start + self._page_size],
            "pager": Pager(
                number,
                total,
                topic_address(topic.slug, number - 1) if number > 1 else None,
                topic_address(topic.slug, number + 1) if number < total else None,
            ),
        }


def group_by_month(pages: Iterable[PageView]) -> tuple[Group, ...]:
    """The pages by month, the newest first, then those without a date in their own order."""
    pages = tuple(pages)
    dated = sorted(
        ((page.date, page) for page in pages if page.date), key=lambda pair: pair[0], reverse=True
    )
    groups = [
        Group(month, tuple(page for _, page in group))
        for month, group in groupby(dated, key=lambda pair: format_month(pair[0]))
    ]
    undated = tuple(page for page in pages if not page.date)
    return (*groups, Group("Without a date", undated)) if undated else tuple(groups)


def _home_posts(site: SiteView) -> Iterable[tuple[PageView, ...]]:
    """The posts of each topic that live in it, without those that it merely shows as well."""
    for topic in site.topics:
        yield tuple(post for post in topic.posts if post.topic and post.topic.slug == topic.slug)
