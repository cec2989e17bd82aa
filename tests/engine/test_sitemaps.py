"""The sitemap, and several of them with an index."""

from functools import partial
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check.parsed import ParseFunction, is_read
from sitegen.engine import artifact_planning
from sitegen.engine.sitemaps import render_sitemap, split_sitemap
from tests.digest import Digest

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HOME = "https://digest.example/"


def locations(digest: Digest, name: str = "sitemap.xml") -> list[str]:
    """What a sitemap, or an index of them, lists."""
    root = ET.fromstring(digest.html(name))  # noqa: S314 -- our own output
    return [loc.text or "" for loc in root.iterfind("*/s:loc", SITEMAP)]


def sitemaps(digest: Digest) -> list[str]:
    return sorted(path.name for path in (digest.root / "output").glob("sitemap*"))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has a sitemap list four addresses at most."""
    monkeypatch.setattr(artifact_planning, "split_sitemap", partial(split_sitemap, most=4))


def test_the_sitemap_names_every_page_but_the_one_for_unknown_addresses(digest: Digest) -> None:
    digest.page("essays/lamp.md", "A lamp.", title="The lamp", date="2024-01-01")
    digest.post("full", author="'@someone'", date="2024-03-29").post("bare")
    assert sorted(locations(digest.build())) == [
        HOME,
        f"{HOME}about-this-digest/",
        f"{HOME}archive/",
        f"{HOME}archive/2024-01/",
        f"{HOME}archive/2024-03/",
        f"{HOME}authors/someone/",
        f"{HOME}essays/lamp/",
        f"{HOME}posts/bare/",
        f"{HOME}posts/full/",
        f"{HOME}topics/craft/",
    ]
    assert sitemaps(digest) == ["sitemap.xml"]


def test_the_sitemap_dates_a_post_and_not_the_topic_of_its_name(digest: Digest) -> None:
    digest.post("named", id="craft", date="2024-02-02").build()
    sitemap = ET.fromstring(digest.html("sitemap.xml"))  # noqa: S314 -- our own output
    dates = {
        url.findtext("s:loc", "", SITEMAP): url.findtext("s:lastmod", None, SITEMAP)
        for url in sitemap.findall("s:url", SITEMAP)
    }
    assert dates[f"{HOME}topics/craft/"] is None
    assert dates[f"{HOME}posts/named/"] == "2024-02-02T00:00:00Z"


@pytest.mark.usefixtures("short")
def test_an_index_names_the_sitemaps_that_a_large_site_needs(digest: Digest) -> None:
    for number in range(6):
        digest.post(f"p{number}", f"Number {number}.")
    digest.build()
    assert digest.html("sitemap.xml").count("<sitemap>") == 3
    assert locations(digest) == [f"{HOME}sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [locations(digest, f"sitemap-{number}.xml") for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [4, 4, 2]
    listed = [address for part in parts for address in part]
    assert len(set(listed)) == len(listed)
    assert {f"{HOME}posts/p{number}/" for number in range(6)} < set(listed)


@pytest.mark.usefixtures("short")
def test_sitemaps_that_a_site_no_longer_needs_are_removed(digest: Digest) -> None:
    digest.post("one").post("two").build()
    assert sitemaps(digest) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    digest.remove("content/topics/craft/one.md").remove("content/topics/craft/two.md").build()
    assert sitemaps(digest) == ["sitemap.xml"]
    assert sorted(locations(digest)) == [HOME, f"{HOME}about-this-digest/", f"{HOME}archive/"]


@pytest.mark.usefixtures("short")
def test_every_sitemap_is_checked(digest: Digest) -> None:
    files = frozenset(digest.post("one").post("two").build().files())
    names = ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert all(map(is_read, names))

    def broken(files: frozenset[str]) -> list[int]:
        return [
            len(reading.broken)
            for reading in ParseFunction(digest.root / "output", HOME, files)(names)
        ]

    assert broken(files) == [0, 0, 0]
    assert broken(files - {"posts/two/index.html"}) == [0, 0, 1]
    assert broken(files - {"sitemap-2.xml"}) == [1, 0, 0]


def test_a_sitemap_ends_before_it_lists_or_weighs_too_much() -> None:
    addresses = [f"posts/p{number}/" for number in range(9)]
    by_number = list(split_sitemap(HOME, addresses, most=3))
    by_weight = list(split_sitemap(HOME, addresses, most_bytes=500))
    assert [len(part) for part in by_number] == [3, 3, 3]
    assert len(by_weight) > 1
    for parts in (by_number, by_weight):
        assert [address for part in parts for address in part] == addresses
    for part in by_weight:
        assert len(render_sitemap(HOME, ((address, None) for address in part))) < 700


def test_a_sitemap_of_the_full_length_needs_no_index() -> None:
    addresses = [str(number) for number in range(50_001)]
    assert [len(part) for part in split_sitemap(HOME, addresses[:-1])] == [50_000]
    assert [len(part) for part in split_sitemap(HOME, addresses)] == [50_000, 1]


@given(st.lists(st.text("a&é😀", min_size=20, max_size=40), max_size=8), st.integers(200, 2000))
def test_no_sitemap_of_several_addresses_weighs_too_much(addresses: list[str], most: int) -> None:
    frame = len(render_sitemap(HOME, ()))
    for part in split_sitemap(HOME, addresses, most_bytes=most):
        size = len(render_sitemap(HOME, ((address, None) for address in part))) - frame
        assert len(part) <= 1 or size <= most
