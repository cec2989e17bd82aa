"""A timeline of the topics: a row of bars for each, with the number of posts over time.

The bars of all rows have the same scale. Those of one span, such as a year, form a mark, which
links to the newest post of the topic in that span.
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
"""The height of a row."""
SLOT = 10
"""The width of the slot of a bar."""
MOST_SPANS = 12
"""The maximum number of marks in a row; each is at least 24 of 320 pixels wide."""
FEWER_SPANS = 6
"""The same with many topics, to keep the page small and its links few."""
MANY_TOPICS = 6

_HIGHEST, _LOWEST = 24, 3


class Bar(NamedTuple):
    """A bar: the posts of a topic in a period, drawn upwards from the bottom of the row."""

    x: int
    """The centre."""
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A group of bars: the posts of a topic in a span."""

    x: int
    """The position of the span in the row."""
    time: str
    """The name of the span, such as ``2023``."""
    count: int
    address: str
    """The address of the topic's page with the newest of these posts."""
    place: int
    """The position of that post on the page, from 1."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The row of a topic."""

    title: str
    address: str
    count: int
    """The number of its posts, including those without a date."""
    marks: tuple[Mark, ...]
    """Oldest first."""


class Tick(NamedTuple):
    """A label below the rows, at the beginning of what it names."""

    x: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture."""

    width: int
    """The width of a row."""
    height: int
    span: int
    """The width of a mark."""
    rows: tuple[Row, ...]
    """In the order of the topics."""
    ticks: tuple[Tick, ...]
    highest: int
    """The number of posts of the highest bar."""
    undated: int
    """The number of posts without a date, which are not in the timeline."""
    kind: Literal["time"] = "time"


def draw_timeline(site: Site, days: Mapping[str, date], language: str, page_size: int) -> Timeline:
    """Computes the timeline of ``site``. Time runs in the direction of the language."""
    most = MOST_SPANS if len(site.topics) <= MANY_TOPICS else FEWER_SPANS
    scale = choose_scale(days.values(), most)
    bar_of = {day: scale.bar_of(day) for day in {*days.values()}}
    bars = {post: bar_of[day] for post, day in days.items()}
    highest = max(max(_count_by_bar(topic, bars).values(), default=0) for topic in site.topics)
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


def _count_by_bar(topic: Topic, bars: Mapping[str, int]) -> Counter[int]:
    """The number of posts of the topic in each bar."""
    return Counter(bars[post] for post in topic.members if post in bars)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The parameters that all rows share."""

    scale: Scale
    bars: Mapping[str, int]
    """The bar of each post, by id."""
    pinned: frozenset[str]
    language: str
    page_size: int
    highest: int

    def row(self, topic: Topic) -> Row:
        counts, newest, places = (
            _count_by_bar(topic, self.bars),
            self._newest(topic),
            self._places(topic),
        )
        marks = (self._mark(topic, span, places[newest[span]], counts) for span in sorted(newest))
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
        """The id of the newest post of each span.

        The members are sorted newest first, except that pinned posts come first and threads stay
        together.
        """
        newest: dict[int, str] = {}
        for post in sorted(topic.members, key=self.pinned.__contains__):
            if post in self.bars:
                span = self.bars[post] // self.scale.shares
                if span not in newest or self.bars[post] > self.bars[newest[span]]:
                    newest[span] = post
        return newest

    def _places(self, topic: Topic) -> dict[str, tuple[int, int]]:
        """The page of the topic that shows each post, and the position on it, from 1."""
        pages = split_pages(topic.threads, self.page_size)
        return {
            post: (number, place)
            for number, page in enumerate(pages, 1)
            for place, post in enumerate(page, 1)
        }

    def _mark(
        self, topic: Topic, span: int, where: tuple[int, int], counts: Mapping[int, int]
    ) -> Mark:
        shares = self.scale.shares
        own = [bar for bar in range(span * shares, (span + 1) * shares) if bar in counts]
        page, place = where
        return Mark(
            x=min(self._edge(span * shares), self._edge((span + 1) * shares)),
            time=self.scale.name_of(span, self.language),
            count=sum(counts[bar] for bar in own),
            address=topic_address(topic.slug, page),
            place=place,
            bars=tuple(Bar(self._middle(bar), self._height(counts[bar])) for bar in own),
        )

    def _edge(self, bar: int) -> int:
        """The edge of the slot of a bar at which time begins."""
        return SLOT * (self.scale.bars - bar if self._from_right else bar)

    def _middle(self, bar: int) -> int:
        return (self._edge(bar) + self._edge(bar + 1)) // 2

    def _height(self, count: int) -> int:
        return max(_LOWEST, round(_HIGHEST * count / self.highest))
