"""Chooses what a picture shows, so that it stays light, and whether it says anything."""

from dataclasses import replace

from sitegen.models import Site

MOST_TOPICS = 10
"""Those that a picture shows, however many there are."""

_FEWEST_TOPICS, _FEWEST_POSTS = 3, 12
_LEAST_DIFFERENCE = 2


def with_largest_topics(site: Site) -> Site:
    """The same with those ``MOST_TOPICS`` topics alone that have the most posts, in their order."""
    if len(site.topics) <= MOST_TOPICS:
        return site
    by_size = sorted(site.topics, key=lambda topic: -len(topic.members))
    chosen = {topic.slug for topic in by_size[:MOST_TOPICS]}
    topics = tuple(topic for topic in site.topics if topic.slug in chosen)
    members = {member for topic in topics for member in topic.members}
    posts = tuple(post for post in site.posts if post.id in members)
    return replace(site, topics=topics, posts=posts)


def differ_in_size(site: Site) -> bool:
    """Whether the sizes of the topics tell anything: there are several, of different sizes."""
    sizes = [len(topic.members) for topic in site.topics]
    return (
        len(sizes) >= _FEWEST_TOPICS
        and sum(sizes) >= _FEWEST_POSTS
        and max(sizes) >= _LEAST_DIFFERENCE * min(sizes)
    )
