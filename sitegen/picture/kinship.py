"""Puts topics that are akin beside each other: those that share posts, or posts' subjects."""

import math
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from sitegen.models import Site

Bonds = Mapping[tuple[int, int], float]
"""How akin two topics are, by their places, the smaller first."""

_SHARED = 2
"""What a post in both topics counts, where one that goes with a post of the other counts 1."""
_ENOUGH = 2


def find_bonds(site: Site, related: Mapping[str, tuple[str, ...]]) -> Bonds:
    """How akin the topics of ``site`` are, of those that are so at all.

    Args:
        site: what is to be shown.
        related: the ids of the posts that go with a post, by its id.
    """
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
        if number >= _ENOUGH
    }


def string_together(bonds: Bonds, count: int) -> tuple[tuple[int, ...], ...]:
    """The numbers below ``count`` in strings, in which each is akin to those beside it.

    The closest are joined first, as ends of strings only: each gets two neighbours at most.
    Strings come in the order of the smallest number in each.
    """
    strings = {number: [number] for number in range(count)}
    for one, two in sorted(bonds, key=lambda pair: (-bonds[pair], pair)):
        left, right = strings[one], strings[two]
        if left is right or not ({one, two} <= {left[0], left[-1], right[0], right[-1]}):
            continue
        if left[-1] != one:
            left.reverse()
        if right[0] != two:
            right.reverse()
        left += right
        strings |= dict.fromkeys(right, left)
    whole = {id(string): string for string in strings.values()}.values()
    turned = (string if string[0] <= string[-1] else string[::-1] for string in whole)
    return tuple(sorted(map(tuple, turned), key=min))
