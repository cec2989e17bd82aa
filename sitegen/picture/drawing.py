"""Chooses which picture a digest has."""

from sitegen.models import Site
from sitegen.picture.clusters import Clusters, draw_clusters
from sitegen.picture.selection import differ_in_size, with_largest_topics
from sitegen.picture.timeline import Timeline, draw_timeline

Picture = Timeline | Clusters


def draw_picture(site: Site, language: str, page_size: int) -> Picture | None:
    """The topics over time if at least half of the posts have a date, and not all the same one.

    Else it shows them by their size, as far as that is known before any text is read; see
    ``draw_clusters``. There is no picture where that says nothing: of fewer than three topics,
    of fewer than a dozen posts, or of topics of about the same size.

    Args:
        site: what is to be shown.
        language: in which times are named.
        page_size: how many posts one page of a topic has.
    """
    site = with_largest_topics(site)
    days = {post.id: post.date.date() for post in site.posts if post.date}
    if 2 * len(days) >= len(site.posts) and len(set(days.values())) > 1:
        return draw_timeline(site, days, language, page_size)
    return draw_clusters(site, {}, {}) if differ_in_size(site) else None
