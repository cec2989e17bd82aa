"""Orders topics so that related ones are side by side."""

import math
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from sitegen.models import Site

Affinities = Mapping[tuple[int, int], float]
"""How closely two topics are related, by their indices, the smaller one first."""

_SHARED = 2
"""The weight of a post in both topics; a post related to one in the other topic counts 1."""
_MIN_TIES = 2


def topic_affinities(site: Site, related: Mapping[str, tuple[str, ...]]) -> Affinities:
    """How closely the topics of ``site`` are related; only pairs that are."""
    places = {topic.slug: place for place, topic in enumerate(site.topics)}
    homes = {post.id: places[post.topic] for post in site.posts if post.topic in places}
    ties: Counter[tuple[int, int]] = Counter()
    for post in site.posts:
        if post.also:
            shown = {places[slug] for slug in (post.topic, *post.also) if slug in places}
            ties.update(dict.fromkeys(combinations(sorted(shown), 2), _SHARED))
    for name in related.keys() & homes.keys():
        home = homes[name]
        for there in (homes[other] for other in related[name] if other in homes):
            if there != home:
                ties[(home, there) if home < there else (there, home)] += 1
    sizes = [len(topic.members) for topic in site.topics]
    return {
        (one, two): number / math.sqrt(sizes[one] * sizes[two])
        for (one, two), number in ties.items()
        if number >= _MIN_TIES
    }


def chain_topics(affinities: Affinities, count: int) -> tuple[tuple[int, ...], ...]:
    """Arranges ``count`` topics in chains of related neighbours.

    The most closely related topics are joined first, but only at the ends of chains, so that each
    has at most two neighbours. Chains are sorted by their smallest index.
    """
    chains = {number: [number] for number in range(count)}
    for one, two in sorted(affinities, key=lambda pair: (-affinities[pair], pair)):
        left, right = chains[one], chains[two]
        if left is right or not ({one, two} <= {left[0], left[-1], right[0], right[-1]}):
            continue
        if left[-1] != one:
            left.reverse()
        if right[0] != two:
            right.reverse()
        left += right
        chains |= dict.fromkeys(right, left)
    whole = {id(chain): chain for chain in chains.values()}.values()
    turned = (chain if chain[0] <= chain[-1] else chain[::-1] for chain in whole)
    return tuple(sorted(map(tuple, turned), key=min))
