"""Invented posts: the same ones for the same number, and for every generator."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

TOPICS = tuple(Path(__file__).with_name("topics.txt").read_text().split())
"""The forty topics, each a plain word: it is the topic's folder, address and name."""

_WORDS = tuple(Path(__file__).with_name("words.txt").read_text().split())
_FIRST_DAY = datetime(2021, 3, 1, 6, 0, tzinfo=UTC)
_BETWEEN_POSTS = timedelta(minutes=7)
_PLAIN_SHARE = 0.4
"""The share of posts with only paragraphs, without a list, a quotation or code."""

_Block = tuple[str, tuple[str, ...]]
"""Markdown, and the runs of plain text that it shows."""


@dataclass(frozen=True, slots=True)
class Post:
    """One short post of 40 to 120 words."""

    number: int
    topic: str
    title: str
    date: datetime
    body: str
    """Markdown."""
    shown: tuple[str, ...]
    """Runs of plain text that stand on its page, in this order; the first is long."""

    @property
    def slug(self) -> str:
        """Its name in addresses and of its file."""
        return f"post-{self.number:06}"


def make_posts(count: int, seed: int = 1) -> tuple[Post, ...]:
    """The given number of posts, oldest first, each with its own date."""
    chance = random.Random(seed)  # noqa: S311 - made-up words need no secrets
    return tuple(_make_post(number, chance) for number in range(count))


def _make_post(number: int, chance: random.Random) -> Post:
    title = _words(chance, chance.randint(2, 6)).capitalize()
    blocks = [_opening(chance)]
    if chance.random() > _PLAIN_SHARE:
        blocks.append(chance.choice(_FURTHER)(chance))
    blocks.extend(_paragraph(chance) for _ in range(chance.randint(1, 2)))
    return Post(
        number=number,
        topic=chance.choice(TOPICS),
        title=title,
        date=_FIRST_DAY + number * _BETWEEN_POSTS,
        body="\n\n".join(markdown for markdown, _ in blocks) + "\n",
        shown=tuple(run for _, runs in blocks for run in runs),
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))


def _opening(chance: random.Random) -> _Block:
    """A paragraph, often with emphasis in it."""
    before, marked, after = (
        _words(chance, chance.randint(*range_)) for range_ in ((10, 20), (1, 3), (8, 14))
    )
    before = before.capitalize()
    pattern = chance.choice(
        ("{}", "*{}*", "**{}**", "`{}`", f"[{{}}](https://{chance.choice(TOPICS)}.example/page)")
    )
    shown = f"{before} {marked} {after}."
    return f"{before} {pattern.format(marked)} {after}.", (shown,)


def _paragraph(chance: random.Random) -> _Block:
    text = _words(chance, chance.randint(22, 29)).capitalize() + "."
    return text, (text,)


def _list(chance: random.Random) -> _Block:
    items = tuple(_words(chance, chance.randint(3, 8)) for _ in range(3))
    return "\n".join(f"- {item}" for item in items), items


def _quotation(chance: random.Random) -> _Block:
    text = _words(chance, chance.randint(8, 20)).capitalize() + "."
    return f"> {text}", (text,)


def _code(chance: random.Random) -> _Block:
    thing, place, deed = (chance.choice(TOPICS) for _ in range(3))
    lines = f"for one in {thing}:", f"{place}.{deed}(one, 12)"
    return f"```python\n{lines[0]}\n    {lines[1]}\n```", lines


_FURTHER: tuple[Callable[[random.Random], _Block], ...] = (_list, _quotation, _code)
