"""The posts of ``../shared/topics-posts.tsv``, each with the built-in topic it was written for.

A line is the topic's title, a tab and the post. Odd lines, counted from 1, are for development,
even lines only for reports.
"""

import tomllib
from pathlib import Path

POSTS = Path(__file__).parents[2] / "shared" / "topics-posts.tsv"
RENAMED = Path(__file__).with_name("renamed_topics.toml")
"""The titles of today for those that the posts have."""

Post = tuple[str, str]
"""A topic and a post."""


def read_posts(path: Path, *, even: bool = False) -> list[Post]:
    """The posts of the odd lines, or of the even ones, each with its topic of today."""
    renamed = tomllib.loads(RENAMED.read_text(encoding="utf-8"))
    lines = path.read_text(encoding="utf-8").splitlines()[int(even) :: 2]
    pairs = (line.split("\t", 1) for line in lines if "\t" in line)
    return [(renamed.get(title, title), text) for title, text in pairs]
