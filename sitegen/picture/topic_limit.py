"""Limits the topics of a picture, and decides whether a picture is useful."""

from dataclasses import replace

from sitegen.models import Site

MOST_TOPICS = 10
"""The maximum number of topics in a picture."""

_FEWEST_TOPICS, _FEWEST_POSTS = 3, 12
_LEAST_DIFFERENCE = 2


def with_largest_topics(site: Site) -> Site:
    """The site with only its ``MOST_TOPICS`` largest topics, in their order."""
    if len(site.topics) <= MOST_TOPICS:
        return site
    by_size = sorted(site.topics, key=lambda topic: -len(topic.members))
    chosen = {topic.slug for topic in by_size[:MOST_TOPICS]}
    topics = tuple(topic for topic in site.topics if topic.slug in chosen)
    members = {member for topic in topics for member in topic.members}
    posts = tuple(post for post in site.posts if post.id in members)
    return replace(site, topics=topics, posts=posts)


def differ_in_size(site: Site) -> bool:
    """Whether there are enough topics and posts, and topics of different sizes."""
    sizes = [len(topic.members) for topic in site.topics]
    return (
        len(sizes) >= _FEWEST_TOPICS
        and sum(sizes) >= _FEWEST_POSTS
        and max(sizes) >= _LEAST_DIFFERENCE * min(sizes)
    )
