"""Labelled dumps to fit the weights to: splices of posts and essays of several kinds."""

import random
import re
import textwrap
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from benchmarks.splicing import read_folder, splice
from benchmarks.splitting import Case

BLANK_LINES = re.compile(r"\n\s*\n")
_MOST_POSTS = 60
_SHORT = 400
"""A post of one line has at most so many characters."""
_JOINS = (("\n", False), ("\n\n", False), ("\n", True), ("\n\n\n", False))
"""What stands between documents, and whether essays have no blank lines either."""

Texts = dict[str, list[str]]
"""The texts of each author."""


def read_authors(folder: Path) -> Texts:
    """The texts in each folder of a folder, by the folder's name."""
    return {path.name: read_folder(path) for path in sorted(folder.iterdir()) if path.is_dir()}


def make_dumps(
    posts: Texts,
    essays: Texts,
    lines: Texts,
    seed: int,
    below: int,
    *,
    all_below: bool,
) -> Iterator[Case]:
    """Dumps of one author's posts, of two authors', of all authors', and of posts of one line.

    Args:
        posts: the posts of each author.
        essays: the essays of each author.
        lines: posts of one line, by where they are from.
        seed: for another choice of texts.
        below: how many dumps of each kind of posts of one line stand below an essay.
        all_below: whether other posts, and fewer than twelve, stand below an essay, too.
    """
    chance = random.Random(seed)  # noqa: S311 - a draw of texts needs no secrets
    every = list(chain.from_iterable(essays.values()))
    for number, author in enumerate(posts):
        others = list(essays.values())[(number + seed) % len(essays)]
        yield from splice(posts[author], others, 3, seed * 100 + number)
        if all_below:
            yield from _joined_otherwise(posts[author], others, chance)
            yield _below_essay(_some(posts[author], chance.randint(8, 45), chance), others, chance)
    for _ in range(3):
        pair = chance.sample(sorted(posts), 2)
        mixed = [text for author in pair for text in _some(posts[author], _MOST_POSTS, chance)]
        yield from splice(mixed, every, 3, chance.randrange(1_000_000))
    pool = list(chain.from_iterable(posts.values()))
    for separator, is_tight in _JOINS:
        yield _join(_some(pool, chance.randint(12, 45), chance), every, separator, is_tight, chance)
        if all_below:
            yield _below_essay(_some(pool, chance.randint(4, 45), chance), every, chance)
    for short in lines.values():
        for separator, is_tight in _JOINS[:3]:
            drawn = _some(short, chance.randint(12, _MOST_POSTS), chance)
            yield _join(drawn, every, separator, is_tight, chance)
            if not is_tight:
                yield _join(
                    _some(short, chance.randint(12, 45), chance), [], separator, is_tight, chance
                )
        for _ in range(below):
            count = chance.randint(4 if all_below else 12, _MOST_POSTS)
            yield _below_essay(_some(short, count, chance), every, chance)


def read_lines(folder: Path) -> Texts:
    """The lines of each text file in a folder, which are posts of one line."""
    return {
        path.stem: [line for line in path.read_text("utf-8").splitlines() if len(line) <= _SHORT]
        for path in sorted(folder.glob("*.txt"))
    }


def _some(texts: Sequence[str], count: int, chance: random.Random) -> list[str]:
    return chance.sample(texts, min(count, len(texts)))


def _joined_otherwise(
    posts: Sequence[str], essays: Sequence[str], chance: random.Random
) -> Iterator[Case]:
    """Dumps with a blank line between posts: without others, with titles, and without essays."""
    drawn = _some(posts, chance.randint(8, 45), chance)
    closed_up = [BLANK_LINES.sub("\n", text) for text in drawn]
    yield _join(closed_up, essays, "\n\n", is_tight=True, chance=chance)
    yield _join(_titled(drawn, chance), essays, "\n\n", is_tight=False, chance=chance)
    yield _join(
        _some(posts, chance.randint(8, 45), chance), [], "\n\n", is_tight=False, chance=chance
    )


def _titled(texts: Sequence[str], chance: random.Random) -> list[str]:
    """The texts with titles, headings, numbers or nothing at the beginning of each."""
    mark = chance.choice(("", "", "# ", "## ", "### ", "{}. "))
    titles = [" ".join(text.split()[2:6]).rstrip(".,:;!?") for text in texts]
    if mark == "{}. ":
        return [f"{number}. {text}" for number, text in enumerate(texts, 1)]
    if not mark:
        return list(texts)
    return [f"{mark}{title}\n\n{text}" for title, text in zip(titles, texts, strict=True)]


def _below_essay(posts: Sequence[str], essays: Sequence[str], chance: random.Random) -> Case:
    """Posts with line breaks between them, below an essay and a blank line; some are wrapped."""
    essay = chance.choice([text for text in essays if "\n\n" in text] or essays)
    if chance.random() < 0.3:
        width = chance.randint(58, 80)
        wrapped = (textwrap.fill(text, width) for text in essay.split("\n\n") if "\n" not in text)
        essay = "\n\n".join(wrapped) or essay
    documents = (("essay", essay), *(("post", text) for text in posts))
    return Case("below", "\n\n".join((essay, "\n".join(posts))), documents)


def _join(
    posts: Sequence[str],
    essays: Sequence[str],
    separator: str,
    is_tight: bool,  # noqa: FBT001 - one of the joins
    chance: random.Random,
) -> Case:
    documents = [("post", text) for text in posts]
    for _ in range(chance.choice((0, 1, 1, 2)) if essays else 0):
        essay = chance.choice(essays)
        place = chance.choice((0, len(documents), chance.randint(0, len(documents))))
        documents.insert(place, ("essay", BLANK_LINES.sub("\n", essay) if is_tight else essay))
    return Case("joined", separator.join(text for _, text in documents), tuple(documents))
