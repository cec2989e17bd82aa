"""Dates as readers and programs meet them: on pages, in the archive, in feeds, in the sitemap."""

from pathlib import Path

import pytest

from sitegen.engine.builder import build_site
from tests.digest import NOW, Digest

IN_PARIS, IN_LONDON = "2023-04-01T00:30:00+02:00", "2023-03-31T22:30:00Z"


@pytest.fixture
def dated(digest: Digest) -> Digest:
    """A digest with a post of a night in Paris, which in London was the day before."""
    return digest.post("night", date=IN_PARIS, updated="2024-01-01T00:30:00+05:30").build()


def test_a_page_shows_the_day_that_its_author_wrote(dated: Digest) -> None:
    dated.shows("posts/night/", f'datetime="{IN_PARIS}">1 April 2023</time>')
    dated.shows("posts/night/", 'article:modified_time" content="2024-01-01T00:30:00+05:30"')
    dated.shows("", "1 April 2023").shows("about-this-digest/", "1 April 2023")
    dated.shows("archive/", "April 2023").lacks("archive/", "March 2023")
    dated.has("archive/2023-04/index.html").has_not("archive/2023-03/index.html")


def test_at_the_end_of_a_year_a_page_stays_in_its_own(digest: Digest) -> None:
    digest.post("eve", date="2022-12-31T23:30:00-05:00").build()
    digest.shows("posts/eve/", "31 December 2022").has("archive/2022-12/index.html")


def test_programs_get_the_moment_in_utc(dated: Digest) -> None:
    dated.shows("feed.xml", "<published>2023-03-31T22:30:00Z</published>")
    dated.shows("feed.xml", "<updated>2023-12-31T19:00:00Z</updated>")
    dated.shows("feed.json", '"date_published": "2023-03-31T22:30:00Z"')
    dated.shows("sitemap.xml", "<lastmod>2023-12-31T19:00:00Z</lastmod>")


def test_pages_and_feeds_are_ordered_by_the_moment(digest: Digest) -> None:
    digest.post("first", date="2023-04-01T09:00:00+09:00").post("then", date="2023-04-01T01:00Z")
    digest.post("last", date="2023-03-31T22:00:00-05:00").build()
    for address in ("feed.xml", "topics/craft/"):
        html = digest.html(address)
        places = [html.index(f"posts/{name}/") for name in ("last", "then", "first")]
        assert places == sorted(places)
    assert "<updated>2023-04-01T03:00:00Z</updated>" in digest.html("feed.xml")


def test_the_topics_over_time_count_a_post_in_the_month_that_its_author_wrote(
    digest: Digest,
) -> None:
    digest.post("night", date="2023-01-01T00:30:00+02:00").post("day", date="2023-12-01").build()
    digest.shows("", "2023").lacks("", "2022")


@pytest.mark.parametrize("key", ["date", "updated"])
def test_a_build_sees_that_only_the_offset_of_a_date_changed(
    digest: Digest, tmp_path: Path, key: str
) -> None:
    later = {} if key == "date" else {"date": "2023-01-01"}
    digest.post("night", **later, **{key: IN_PARIS}).build()
    digest.post("night", **later, **{key: IN_LONDON}).build()
    other = Digest(tmp_path / "clean").post("night", **later, **{key: IN_LONDON}).build()
    assert digest.files() == other.files()
    digest.shows("posts/night/", IN_LONDON)
    digest.post("night", **later, **{key: IN_PARIS})
    assert "posts/night/index.html" in build_site(digest.root, now=NOW).written
