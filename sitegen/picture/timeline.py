"""The topics of a digest over time: a row for each, and in it a bar for each stretch of time.

The bars of all rows have one measure. Those of one span, such as a year, are one mark, which leads
to the newest post of that time in the topic.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from sitegen.addresses import topic_address
from sitegen.content.threads import split_pages
from sitegen.languages import direction_of
from sitegen.models import Site, Topic
from sitegen.picture.scale import Scale, choose_scale

HEIGHT = 32
"""Of a row."""
SLOT = 10
"""How wide the place of one bar is."""
MOST_SPANS = 12
"""Marks in a row: each is at least 24 pixels wide on a screen of 320."""
FEWER_SPANS = 6
"""The same among many topics, so that the page stays light and its links few."""
MANY_TOPICS = 6

_HIGHEST, _LOWEST = 24, 3


class Bar(NamedTuple):
    """The posts of a topic in a stretch of time, drawn upwards from the foot of the row."""

    x: int
    """Its middle."""
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The posts of a topic in a span of time."""

    x: int
    """Where its span lies in the row."""
    time: str
    """The name of the span, such as ``2023``."""
    count: int
    address: str
    """Of the page of the topic on which the newest of them stands."""
    place: int
    """Where it stands there, from 1."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A topic."""

    title: str
    address: str
    count: int
    """How many posts it has, with those without a date."""
    marks: tuple[Mark, ...]
    """The oldest first."""


class Tick(NamedTuple):
    """A word under the rows, where what it names begins."""

    x: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture."""

    width: int
    """Of a row."""
    height: int
    span: int
    """How wide each mark is."""
    rows: tuple[Row, ...]
    """In the order of the digest."""
    ticks: tuple[Tick, ...]
    highest: int
    """How many posts the highest bar stands for."""
    undated: int
    """How many posts have no date and so no place in it."""
    kind: Literal["time"] = "time"


def draw_timeline(site: Site, days: Mapping[str, date], language: str, page_size: int) -> Timeline:
    """The picture of ``site``; time runs as the language does.

    Args:
        site: what is to be shown; it has topics.
        days: when posts were written, by their ids; more than one day.
        language: in which times are named.
        page_size: how many posts one page of a topic has.
    """
    most = MOST_SPANS if len(site.topics) <= MANY_TOPICS else FEWER_SPANS
    scale = choose_scale(days.values(), most)
    bar_of = {day: scale.bar_of(day) for day in {*days.values()}}
    bars = {post: bar_of[day] for post, day in days.items()}
    highest = max(max(_heap(topic, bars).values(), default=0) for topic in site.topics)
    pinned = frozenset(post.id for post in site.posts if post.pinned)
    drawing = _Drawing(scale, bars, pinned, language, page_size, highest)
    return Timeline(
        width=scale.bars * SLOT,
        height=HEIGHT,
        span=scale.shares * SLOT,
        rows=tuple(map(drawing.row, site.topics)),
        ticks=drawing.ticks(),
        highest=highest,
        undated=len(site.posts) - len(days),
    )


def _heap(topic: Topic, bars: Mapping[str, int]) -> Counter[int]:
    """How many posts of the topic each bar stands for."""
    return Counter(bars[post] for post in topic.members if post in bars)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What all rows have in common."""

    scale: Scale
    bars: Mapping[str, int]
    """In which bar each post is, by its id."""
    pinned: frozenset[str]
    language: str
    page_size: int
    highest: int

    def row(self, topic: Topic) -> Row:
        heap, newest, places = _heap(topic, self.bars), self._newest(topic), self._places(topic)
        marks = (self._mark(topic, span, places[newest[span]], heap) for span in sorted(newest))
        address = topic_address(topic.slug)
        count = len(topic.members)
        return Row(title=topic.title, address=address, count=count, marks=tuple(marks))

    def ticks(self) -> tuple[Tick, ...]:
        labels = self.scale.labels(self.language)
        return tuple(Tick(self._edge(bar), label) for bar, label in labels)

    @property
    def _from_right(self) -> bool:
        return direction_of(self.language) == "rtl"

    def _newest(self, topic: Topic) -> dict[int, str]:
        """The newest post of each span, by its id.

        The members come the newest first, but for threads, and for the pinned before all others.
        """
        newest: dict[int, str] = {}
        for post in sorted(topic.members, key=self.pinned.__contains__):
            if post in self.bars:
                span = self.bars[post] // self.scale.shares
                if span not in newest or self.bars[post] > self.bars[newest[span]]:
                    newest[span] = post
        return newest

    def _places(self, topic: Topic) -> dict[str, tuple[int, int]]:
        """On which page of the topic each post stands, and where on it, from 1."""
        pages = split_pages(topic.threads, self.page_size)
        return {
            post: (number, place)
            for number, page in enumerate(pages, 1)
            for place, post in enumerate(page, 1)
        }

    def _mark(
        self, topic: Topic, span: int, where: tuple[int, int], heap: Mapping[int, int]
    ) -> Mark:
        shares = self.scale.shares
        own = [bar for bar in range(span * shares, (span + 1) * shares) if bar in heap]
        page, place = where
        return Mark(
            x=min(self._edge(span * shares), self._edge((span + 1) * shares)),
            time=self.scale.name_of(span, self.language),
            count=sum(heap[bar] for bar in own),
            address=topic_address(topic.slug, page),
            place=place,
            bars=tuple(Bar(self._middle(bar), self._height(heap[bar])) for bar in own),
        )

    def _edge(self, bar: int) -> int:
        """Where the place of a bar begins, on the side from which time runs."""
        return SLOT * (self.scale.bars - bar if self._from_right else bar)

    def _middle(self, bar: int) -> int:
        return (self._edge(bar) + self._edge(bar + 1)) // 2

    def _height(self, count: int) -> int:
        return max(_LOWEST, round(_HIGHEST * count / self.highest))
