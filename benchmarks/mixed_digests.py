"""Digests mixed from posts of known topics, as a test on dumps that nobody had tuned on.

The posts are those of ``../shared/topics-posts.tsv``, a line each: the built-in topic that a post
was written for, a tab, and the post. Odd lines are for development, even lines only for reports.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

POSTS = Path(__file__).parents[2] / "shared" / "topics-posts.tsv"

Post = tuple[str, str]
"""A topic and a post."""


def read_posts(path: Path, *, even: bool) -> list[Post]:
    """The posts of the even lines, or of the odd ones, counted from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()[int(even) :: 2]
    return [(topic, text) for topic, _, text in (line.partition("\t") for line in lines)]


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
