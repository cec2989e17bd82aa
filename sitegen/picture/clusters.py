"""A cluster diagram of the topics: each topic is a cluster with a dot for each post.

The dots of a cluster are on a spiral, like the seeds of a sunflower (H. Vogel, “A better way to
construct the sunflower head”, 1979). They are equally dense, so the area shows their number. The
size of a dot shows the length of the post.
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
from sitegen.picture.topic_limit import with_largest_topics
from sitegen.picture.topic_order import chain_topics, topic_affinities

MOST_DOTS = 60
"""The maximum number of dots in a cluster. If a topic has more posts, a dot is several posts."""

_TURN = math.pi * (3 - math.sqrt(5))
_NEAREST = 1.546
"""The smallest distance between two seeds of a spiral with scale 1."""
_ROOM, _WIDEST = 36.0, 10.0
"""The radius of the largest cluster, and the maximum scale of a spiral, in pixels."""
_LENGTHS = (10, 20, 40, 80, 160)
"""The numbers of words at which the size of a dot increases."""
_SMALLEST, _LARGEST = 0.35, 0.95
"""The width of a dot relative to the smallest distance."""


class Dot(NamedTuple):
    """A dot: a post, or several."""

    x: float
    """From the centre of the cluster, in pixels."""
    y: float
    width: float
    """In pixels; longer posts have wider dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The cluster of a topic."""

    title: str
    address: str
    count: int
    """The number of its posts."""
    radius: float
    """In pixels."""
    dots: tuple[Dot, ...]
    """The widest first, from the centre outwards."""
    joins: bool = False
    """Whether it is related to the next cluster."""
    joined: bool = False
    """Whether it is related to the previous cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The whole picture."""

    size: int
    """The size of a square that fits every cluster, in pixels."""
    posts: int
    """The number of posts of a dot."""
    clusters: tuple[Cluster, ...]
    """Related clusters are side by side."""
    kind: Literal["size"] = "size"

    @property
    def has_kin(self) -> bool:
        """Whether any two clusters are related."""
        return any(cluster.joins for cluster in self.clusters)


def draw_clusters(
    site: Site, words: Mapping[str, int], related: Mapping[str, tuple[str, ...]]
) -> Clusters:
    """Computes the cluster diagram of ``site``."""
    site = with_largest_topics(site)
    largest = max(len(topic.members) for topic in site.topics)
    posts = _posts_of_a_dot(largest)
    spread = round(min(_WIDEST, _ROOM / math.sqrt(math.ceil(largest / posts))), 1)
    clusters = tuple(
        replace(
            _cluster(site.topics[place], words, posts, spread),
            joins=number + 1 < len(chain),
            joined=number > 0,
        )
        for chain in chain_topics(topic_affinities(site, related), len(site.topics))
        for number, place in enumerate(chain)
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
    """The width of a dot for posts with these numbers of words."""
    step = bisect.bisect_right(_LENGTHS, sum(lengths) / len(lengths)) / len(_LENGTHS)
    return round(spread * _NEAREST * (_SMALLEST + step * (_LARGEST - _SMALLEST)), 1)


@functools.lru_cache
def _spiral(count: int, spread: float) -> tuple[tuple[float, float], ...]:
    """The positions of seeds around their centre."""
    seeds = [
        cmath.rect(spread * math.sqrt(number + 0.5), number * _TURN) for number in range(count)
    ]
    middle = sum(seeds) / count
    return tuple((round((seed - middle).real, 1), round((seed - middle).imag, 1)) for seed in seeds)


def _posts_of_a_dot(largest: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … with which the largest topic has few enough dots."""
    power = 1
    while power * MOST_DOTS * 5 < largest:
        power *= 10
    return next(power * step for step in (1, 2, 5) if power * step * MOST_DOTS >= largest)
