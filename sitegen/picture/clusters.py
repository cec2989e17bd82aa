"""The topics of a digest by size and kinship: each a cluster of dots, one for each post.

The dots of a cluster lie on a spiral, as the seeds of a sunflower do (H. Vogel, “A better way to
construct the sunflower head”, 1979): so they are equally dense, and its area tells their number.
How large a dot is says how long the post is.
"""

import bisect
import cmath
import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from sitegen.addresses import topic_address
from sitegen.models import Site, Topic
from sitegen.picture.kinship import find_bonds, string_together
from sitegen.picture.selection import with_largest_topics

MOST_DOTS = 60
"""In one cluster; where a topic has more posts, a dot stands for several."""

_TURN = math.pi * (3 - math.sqrt(5))
_NEAREST = 1.546
"""How far the nearest two seeds are apart, where the spiral is one wide after the first turn."""
_ROOM, _WIDEST = 36.0, 10.0
"""The radius of the largest cluster in pixels, if its dots are not too large then."""
_LENGTHS = (10, 20, 40, 80, 160)
"""The words from which on a dot is of the next size, of which there is one more."""
_SMALLEST, _LARGEST = 0.35, 0.95
"""How wide a dot is, of the distance to the nearest other."""


class Dot(NamedTuple):
    """A post, or several."""

    x: float
    """From the middle of the cluster, in pixels."""
    y: float
    width: float
    """In pixels: the longer the post, the wider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A topic."""

    title: str
    address: str
    count: int
    """How many posts it has."""
    radius: float
    """In pixels."""
    dots: tuple[Dot, ...]
    """The widest first, from the middle outwards."""
    joins: bool = False
    """Whether it is akin to the cluster after it."""
    joined: bool = False
    """Whether it is akin to the cluster before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The whole picture."""

    size: int
    """How high a place is that holds any of them, in pixels."""
    posts: int
    """How many posts a dot stands for."""
    clusters: tuple[Cluster, ...]
    """Those that are akin beside each other."""
    kind: Literal["size"] = "size"

    @property
    def has_kin(self) -> bool:
        """Whether any two are akin."""
        return any(cluster.joins for cluster in self.clusters)


def draw_clusters(
    site: Site, words: Mapping[str, int], related: Mapping[str, tuple[str, ...]]
) -> Clusters:
    """The picture of ``site``.

    Args:
        site: what is to be shown; it has topics.
        words: how long posts are, by their ids, as far as it is known.
        related: the ids of the posts that go with a post, by its id, as far as they are known.
    """
    site = with_largest_topics(site)
    largest = max(len(topic.members) for topic in site.topics)
    posts = _posts_of_a_dot(largest)
    spread = round(min(_WIDEST, _ROOM / math.sqrt(math.ceil(largest / posts))), 1)
    clusters = tuple(
        replace(
            _cluster(site.topics[place], words, posts, spread),
            joins=number + 1 < len(string),
            joined=number > 0,
        )
        for string in string_together(find_bonds(site, related), len(site.topics))
        for number, place in enumerate(string)
    )
    size = math.ceil(2 * max(cluster.radius for cluster in clusters))
    return Clusters(size=size + size % 2, posts=posts, clusters=clusters)


def _cluster(topic: Topic, words: Mapping[str, int], posts: int, spread: float) -> Cluster:
    lengths = sorted((words.get(post, 0) for post in topic.members), reverse=True)
    widths = [_width(lengths[n : n + posts], spread) for n in range(0, len(lengths), posts)]
    places = _spiral(len(widths), spread)
    dots = tuple(Dot(*place, width) for place, width in zip(places, widths, strict=True))
    return Cluster(
        title=topic.title,
        address=topic_address(topic.slug),
        count=len(topic.members),
        radius=round(max(math.hypot(dot.x, dot.y) + dot.width / 2 for dot in dots), 1),
        dots=dots,
    )


def _width(lengths: Sequence[int], spread: float) -> float:
    """How wide the dot is for posts of these numbers of words."""
    step = bisect.bisect_right(_LENGTHS, sum(lengths) / len(lengths)) / len(_LENGTHS)
    return round(spread * _NEAREST * (_SMALLEST + step * (_LARGEST - _SMALLEST)), 1)


@functools.lru_cache
def _spiral(count: int, spread: float) -> tuple[tuple[float, float], ...]:
    """Places about their middle."""
    seeds = [
        cmath.rect(spread * math.sqrt(number + 0.5), number * _TURN) for number in range(count)
    ]
    middle = sum(seeds) / count
    return tuple((round((seed - middle).real, 1), round((seed - middle).imag, 1)) for seed in seeds)


def _posts_of_a_dot(largest: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 … with which the largest topic has not too many dots."""
    power = 1
    while power * MOST_DOTS * 5 < largest:
        power *= 10
    return next(power * step for step in (1, 2, 5) if power * step * MOST_DOTS >= largest)
