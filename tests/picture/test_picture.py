"""The picture of a digest: what it shows, that its marks lead there, and its geometry."""

import math
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from sitegen.content.site import empty_front
from sitegen.models import Page as PageFile
from sitegen.models import Site, Topic
from sitegen.picture import Clusters, Picture, Timeline, draw_clusters, draw_picture
from sitegen.picture.topic_limit import MOST_TOPICS
from sitegen.picture.topic_order import topic_affinities
from tests.digest import CONFIG, Digest
from tests.gates import COLOUR_RULES, hosted, open_page, violations, walk, wider_than_the_screen

SIDES = """marks => marks.map(mark => mark.getBoundingClientRect())
  .flatMap(({ width, height }) => [width, height])"""

Posts = dict[str, list[date | None]]
"""When the posts of each topic were written."""

some_days = st.none() | st.dates(date(2019, 1, 1), date(2024, 6, 1))
some_posts = st.dictionaries(
    st.sampled_from([f"topic-{number}" for number in range(MOST_TOPICS)]),
    st.lists(some_days, min_size=1, max_size=30),
    min_size=2,
    max_size=MOST_TOPICS,
)


def post_of(name: str, topic: str, day: date | None, **header: object) -> PageFile:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    return PageFile(
        path=f"topics/{topic}/{name}.md",
        kind="post",
        slug=name,
        address=f"posts/{name}/",
        body="",
        body_line=1,
        id=name,
        topic=topic,
        date=moment,
        **header,  # type: ignore[arg-type]  # of whatever field
    )


def site_of(posts: Posts, also: dict[str, tuple[str, ...]] | None = None) -> Site:
    """A site of topics in the order given, the posts of each in the order of the site's pages."""
    pages = [
        post_of(f"{topic}-{number}", topic, day, also=(also or {}).get(f"{topic}-{number}", ()))
        for topic, days in posts.items()
        for number, day in enumerate(days)
    ]
    members = {
        topic: tuple(page.id for page in pages if topic in (page.topic, *page.also))
        for topic in posts
    }
    return Site(
        front=empty_front(),
        essays=(),
        topics=tuple(
            Topic(
                slug=topic,
                title=topic.title(),
                members=members[topic],
                threads=tuple((member,) for member in members[topic]),
            )
            for topic in posts
        ),
        topic_pages={},
        posts=tuple(pages),
        pages=(),
        copies=(),
    )


def draw(posts: Posts, language: str = "en", page_size: int = 50) -> Picture | None:
    return draw_picture(site_of(posts), language, page_size)


def timeline(posts: Posts, language: str = "en", page_size: int = 50) -> Timeline:
    picture = draw(posts, language, page_size)
    assert isinstance(picture, Timeline)
    return picture


def clusters(posts: Posts, words: dict[str, int] | None = None) -> Clusters:
    return draw_clusters(site_of(posts), words or {}, {})


def fill(digest: Digest) -> Digest:
    """Adds a topic so large that the sizes of the topics say something."""
    for number in range(10):
        digest.post(f"rest-{number}", f"Rest {number}.", topic="rest")
    return digest


# Which picture a digest has


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        ([date(2024, 1, 1), date(2024, 3, 1)], "time"),
        ([date(2024, 1, 1), date(2024, 3, 1), None, None], "time"),
        ([date(2024, 1, 1), date(2024, 3, 1), None, None, None], "size"),
        ([date(2024, 1, 1)] * 4, "size"),
        ([None, None], "size"),
    ],
)
def test_it_is_over_time_if_half_of_the_posts_have_dates_that_differ(
    days: list[date | None], kind: str
) -> None:
    picture = draw({"a": days, "b": days * 2, "c": days * 4})
    assert picture is not None
    assert picture.kind == kind


def test_nothing_and_a_single_topic_without_dates_have_no_picture(digest: Digest) -> None:
    assert draw({}) is None
    assert draw({"a": [None, None]}) is None
    digest.build().lacks("", 'class="section picture"')
    digest.post("one").build().lacks("", 'class="section picture"')


@pytest.mark.parametrize(
    "sizes",
    [(3, 40), (1, 1, 1), (1, 2, 3), (5, 5, 5), (9, 7, 8, 10)],
    ids=["two topics", "one post in each", "few posts", "of one size", "of about one size"],
)
def test_sizes_that_say_nothing_are_not_drawn(sizes: tuple[int, ...]) -> None:
    assert draw({f"topic-{n}": [None] * size for n, size in enumerate(sizes)}) is None


def test_of_many_topics_those_with_the_most_posts_are_drawn_in_their_order() -> None:
    sizes = [n + 1 if n % 2 else 40 - n for n in range(MOST_TOPICS + 5)]
    largest = sorted(sizes)[5:]
    by_size = draw({f"t{n}": [None] * size for n, size in enumerate(sizes)})
    assert isinstance(by_size, Clusters)
    assert sorted(cluster.count for cluster in by_size.clusters) == largest
    days: list[date | None] = [date(2024, 1, 1 + n % 28) for n in range(40)]
    over_time = timeline({f"t{n}": days[:size] for n, size in enumerate(sizes)})
    assert [row.count for row in over_time.rows] == [size for size in sizes if size >= largest[0]]


def test_it_is_left_out_as_other_sections_are(digest: Digest) -> None:
    fill(digest.post("one").post("two", topic="play")).build()
    digest.shows("", 'class="section picture"')
    digest.write("sitegen.toml", '[appearance]\nsections = ["topics"]\n').build()
    digest.lacks("", 'class="section picture"')


# Over time


@settings(deadline=None)
@given(some_posts, st.sampled_from(["en", "ar"]))
def test_marks_lie_in_their_row_beside_each_other_and_hold_every_dated_post(
    posts: Posts, language: str
) -> None:
    picture = draw(posts, language)
    if not isinstance(picture, Timeline):
        return
    assert [row.title for row in picture.rows] == [topic.title() for topic in posts]
    assert picture.span * 288 >= 24 * picture.width
    for row, days in zip(picture.rows, posts.values(), strict=True):
        assert row.count == len(days)
        assert sum(mark.count for mark in row.marks) == len([day for day in days if day])
        places = sorted((mark.x, mark.x + picture.span) for mark in row.marks)
        edges = [0, *(edge for place in places for edge in place), picture.width]
        assert edges == sorted(edges)
        for mark in row.marks:
            assert all(mark.x < bar.x < mark.x + picture.span for bar in mark.bars)
            assert all(0 < bar.height <= picture.height for bar in mark.bars)


@settings(deadline=None)
@given(some_posts)
def test_time_from_the_right_is_the_same_in_a_mirror(posts: Posts) -> None:
    here, there = draw(posts), draw(posts, "ar")
    if isinstance(here, Timeline) and isinstance(there, Timeline):
        for row, mirrored in zip(here.rows, there.rows, strict=True):
            middles = [[here.width - bar.x for bar in mark.bars] for mark in row.marks]
            assert middles == [[bar.x for bar in mark.bars] for mark in mirrored.marks]


def test_bars_of_all_topics_have_the_same_scale() -> None:
    month = [date(2023, 1, 1), date(2023, 6, 1), date(2023, 12, 1)]
    picture = timeline({"a": [*month[:1] * 2, *month[1:2] * 8], "b": [*month[2:] * 4]})
    heights = [bar.height for row in picture.rows for mark in row.marks for bar in mark.bars]
    assert picture.highest == 8
    assert heights[1] == 2 * heights[2] == 4 * heights[0]


def test_a_mark_leads_to_the_newest_post_of_its_time_past_those_that_are_pinned() -> None:
    days = [date(2020, 1, 1), date(2023, 1, 1), date(2020, 5, 1), date(2020, 3, 1)]
    site = site_of({"a": list(days)})
    posts = (site.posts[0]._replace(pinned=True), *site.posts[1:])
    site = replace(site, posts=posts)
    picture = draw_picture(site, "en", 2)
    assert isinstance(picture, Timeline)
    marks = [(mark.time, mark.address, mark.place) for mark in picture.rows[0].marks]
    assert marks == [
        ("January 2020 – June 2020", "topics/a/2/", 1),
        ("January 2023 – June 2023", "topics/a/", 2),
    ]


# By size


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 400), min_size=2, max_size=8),
    st.integers(0, 400),
)
def test_dots_lie_in_their_cluster_apart_from_each_other(sizes: dict[str, int], long: int) -> None:
    posts: Posts = {topic: [None] * size for topic, size in sizes.items()}
    words = {f"{topic}-0": long for topic in sizes}
    picture = clusters(posts, words)
    assert {cluster.title.lower(): cluster.count for cluster in picture.clusters} == sizes
    for cluster in picture.clusters:
        assert 2 * cluster.radius <= picture.size
        assert len(cluster.dots) == math.ceil(cluster.count / picture.posts)
        for number, dot in enumerate(cluster.dots):
            assert math.hypot(dot.x, dot.y) + dot.width / 2 <= cluster.radius + 0.1
            for other in cluster.dots[:number]:
                gap = math.dist((dot.x, dot.y), (other.x, other.y))
                assert gap >= (dot.width + other.width) / 2 - 0.15


@given(st.integers(1, 200), st.integers(1, 200))
def test_a_topic_with_more_posts_has_more_dots(one: int, other: int) -> None:
    first, second = clusters({"a": [None] * one, "b": [None] * other}).clusters
    if one > other:
        assert len(first.dots) >= len(second.dots)
        assert first.radius >= second.radius


def test_the_dot_of_a_longer_post_is_larger() -> None:
    picture = clusters({"a": [None] * 3, "b": [None]}, {"a-0": 5, "a-1": 300, "a-2": 50})
    widths = [dot.width for dot in picture.clusters[0].dots]
    assert widths == sorted(set(widths), reverse=True)


def test_topics_that_share_posts_or_subjects_are_related() -> None:
    site = site_of({"a": [None] * 3, "b": [None] * 3, "c": [None] * 3}, {"a-0": ("c",)})
    assert set(topic_affinities(site, {})) == {(0, 2)}
    assert set(topic_affinities(site, {"a-1": ("b-0", "b-2")})) == {(0, 1), (0, 2)}
    assert set(topic_affinities(site, {"a-1": ("b-0", "a-2")})) == {(0, 2)}
    picture = draw_clusters(site, {}, {})
    assert [(one.title, one.joined, one.joins) for one in picture.clusters] == [
        ("A", False, True),
        ("C", True, False),
        ("B", False, False),
    ]


# On the page


def test_an_edit_that_changes_the_picture_renders_the_front_page_again(digest: Digest) -> None:
    for name in ("a", "b"):
        digest.post(name, topic="craft").post(f"{name}{name}", topic="play")
    fill(digest).build().shows("", 'class="clusters"').post("a", also="[play]").build()
    digest.shows("", "A line joins topics that are akin")
    for name, topic in [("a", "craft"), ("b", "craft"), *((f"rest-{n}", "rest") for n in range(8))]:
        digest.post(name, topic=topic, date=f"2024-0{ord(name[-1]) % 9 + 1}-01")
    digest.build().shows("", 'class="strips"', "4 posts without a date")
    before = digest.html("")
    assert digest.build().html("") == before
    digest.wrote()


def test_the_kinship_of_topics_is_found_by_what_their_posts_say(digest: Digest) -> None:
    bees = (
        "The bees of this hive make honey, says the beekeeper.",
        "A beekeeper moved two hives of bees to the heather, for its honey.",
        "Our bees swarmed in May, and the new hive has honey by now.",
        "How a queen is found among the bees of a hive.",
        "Honey from this hive won a prize, and the bees do not mind.",
        "In winter the bees keep the hive warm and eat their honey.",
    )
    for number, text in enumerate(bees):
        digest.post(f"p{number}", text, topic=("craft", "play")[number % 2])
    fill(digest).build().shows("", "A line joins topics that are akin")
    for number in (1, 3, 5):
        digest.post(f"p{number}", f"The night train to Vienna leaves at {number}.", topic="play")
    digest.build().lacks("", "A line joins topics that are akin")


@pytest.fixture
def page(shared_page: Page) -> Page:
    shared_page.set_viewport_size({"width": 1280, "height": 720})
    shared_page.emulate_media(color_scheme="light")
    return shared_page


def dated(root: Path, theme: str, language: str = "en") -> Digest:
    """A digest of posts over fourteen months, so that a quarter is a mark."""
    digest = Digest(root)
    digest.write("sitegen.toml", f'title = "D"\ntheme = "{theme}"\nlanguage = "{language}"\n')
    titles = {"craft": "Craft", "play": "A title " * 20, "rest": "إصلاح", "word": "W" * 300}
    for number, (topic, title) in enumerate(titles.items()):
        digest.page(f"topics/{topic}/_index.md", "On it.", title=title)
        for month in range(14 - 3 * number):
            day = date(2023 + month // 12, month % 12 + 1, 1 + number)
            digest.post(f"{topic}-{month}", f"Post {month}.", topic=topic, date=f"{day}")
    return digest.build()


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "language"), [("default", "en"), ("wire", "ar")])
def test_a_picture_over_time_is_open_to_every_reader(
    tmp_path: Path, page: Page, theme: str, language: str
) -> None:
    digest = dated(tmp_path, theme, language)
    html5lib.HTMLParser(strict=True).parse(digest.html(""))
    with hosted(tmp_path / "output") as host:
        open_page(page, host, "")
        for width in (1280, 640, 320):
            page.set_viewport_size({"width": width, "height": 720})
            assert wider_than_the_screen(page) == []
            assert violations(page, "target-size") == []
            sides = page.locator(".strips svg a").evaluate_all(SIDES)
            assert len(sides) > 20
            assert min(sides) >= 23.9, width
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, *COLOUR_RULES) == []
        order, unseen = walk(page)
        assert unseen == []
        assert order == list(range(len(order)))


@pytest.mark.slow
def test_a_mark_is_a_link_with_a_name_to_the_posts_of_its_time(tmp_path: Path, page: Page) -> None:
    dated(tmp_path, "default")
    with hosted(tmp_path / "output") as host:
        open_page(page, host, "")
        mark = page.get_by_role("link", name="Craft, April 2023 – June 2023: 3 posts", exact=True)
        mark.click()
        assert page.url == f"{host.address}topics/craft/index.html#post:9"
        target = page.locator(":target")
        assert "Post 5." in target.inner_text()
        assert target.evaluate("element => element.getBoundingClientRect().top") < 100
        page.go_back()
        page.locator(".strips").get_by_role("link", name="Craft", exact=True).click()
        assert page.url == f"{host.address}topics/craft/index.html"


@pytest.mark.slow
def test_a_cluster_is_a_link_with_a_name_to_its_topic(digest: Digest, page: Page) -> None:
    fill(digest.post("one").post("two", topic="play").post("three", topic="play")).build()
    with hosted(digest.root / "output") as host:
        open_page(page, host, "")
        page.locator(".clusters").get_by_role("link", name="Play 2 posts").click()
        assert page.url == f"{host.address}topics/play/index.html"


@pytest.mark.slow
def test_the_keyboard_may_skip_the_picture(tmp_path: Path, page: Page) -> None:
    dated(tmp_path, "default")
    with hosted(tmp_path / "output") as host:
        open_page(page, host, "")
        page.locator(".picture .skip").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.picture')") is None
        assert re.search("topics/craft/", str(page.evaluate("document.activeElement.href")))


def test_forty_topics_over_four_years_take_little_room(digest: Digest) -> None:
    digest.write("sitegen.toml", f"{CONFIG}editions.cards = false\n")
    for topic in range(40):
        for number in range(25):
            day = date(2020, 1, 1) + timedelta(days=(topic * 977 + number * 619) % 1460)
            digest.post(f"p-{topic}-{number}", topic=f"topic-{topic}", date=f"{day}")
    html = digest.build().html("")
    picture = html[html.index('class="section picture"') :].partition("</section>")[0]
    assert len(picture.encode()) < 41_000
