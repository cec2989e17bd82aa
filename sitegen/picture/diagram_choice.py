"""Decides whether the picture of a digest is a timeline or a cluster diagram."""

from sitegen.models import Site
from sitegen.picture.clusters import Clusters, draw_clusters
from sitegen.picture.timeline import Timeline, draw_timeline
from sitegen.picture.topic_limit import differ_in_size, with_largest_topics

Picture = Timeline | Clusters


def draw_picture(site: Site, language: str, page_size: int) -> Picture | None:
    """A timeline if at least half of the posts have a date, and not all have the same one.

    Else a cluster diagram, without the lengths of posts, which are not known yet; see
    ``draw_clusters``. None if that would show nothing: with fewer than three topics or a dozen
    posts, or with topics of about the same size.
    """
    site = with_largest_topics(site)
    days = {post.id: post.date.date() for post in site.posts if post.date}
    if 2 * len(days) >= len(site.posts) and len(set(days.values())) > 1:
        return draw_timeline(site, days, language, page_size)
    return draw_clusters(site, {}, {}) if differ_in_size(site) else None
