"""Digests mixed from posts of known topics, as a test on dumps that nobody had tuned on."""

import random
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.topic_posts import Post


def mix_digests(posts: Sequence[Post], count: int) -> list[list[Post]]:
    """Digests of 6 to 12 topics with 2 to 5 posts each, shuffled; always the same ones."""
    chance = random.Random(1)  # noqa: S311 - no secret
    by_topic: dict[str, list[str]] = defaultdict(list)
    for topic, text in posts:
        by_topic[topic].append(text)
    digests = []
    for _ in range(count):
        topics = chance.sample(sorted(by_topic), chance.randint(6, 12))
        digest = [
            (topic, text)
            for topic in topics
            for text in chance.sample(
                by_topic[topic], min(len(by_topic[topic]), chance.randint(2, 5))
            )
        ]
        chance.shuffle(digest)
        digests.append(digest)
    return digests
