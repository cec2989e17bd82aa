"""The feeds and the sitemap."""

import json
from xml.etree import ElementTree as ET

import pytest

from tests.digest import Digest

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def dated(digest: Digest) -> Digest:
    """A digest with an essay and two posts, one of them with all that a post may have."""
    digest.page("essays/lamp.md", "A lamp.", title="The lamp", date="2024-01-01")
    digest.post(
        "full",
        "See [it](/media/a.svg).",
        id="8f3a",
        author="'@someone'",
        date="2024-03-29T10:15:00Z",
        source="https://a.example/1",
        tags="[one]",
        note="Why.",
    )
    return digest.post("bare", "Nothing but a text.")


def atom(digest: Digest) -> ET.Element:
    return ET.fromstring(digest.html("feed.xml"))  # noqa: S314 -- our own output


def items(digest: Digest) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(digest.html("feed.json"))["items"]
    return found


def ids(digest: Digest) -> list[str | None]:
    return [entry.findtext("a:id", None, ATOM) for entry in atom(digest).findall("a:entry", ATOM)]


def test_a_feed_holds_the_newest_first_and_the_undated_last(dated: Digest) -> None:
    titles = [
        entry.findtext("a:title", None, ATOM)
        for entry in atom(dated.build()).findall("a:entry", ATOM)
    ]
    assert titles == ["See it", "The lamp", "Nothing but a text"]


def test_every_atom_element_that_must_be_there_is_there(dated: Digest) -> None:
    feed = atom(dated.build())
    for element in (feed, *feed.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"a:{name}", None, ATOM)
    assert feed.findtext("a:author/a:name", None, ATOM)
    assert feed.findtext("a:updated", None, ATOM) == "2024-03-29T10:15:00Z"


def test_links_in_a_feed_are_whole_addresses(dated: Digest) -> None:
    content = items(dated.build())[0]["content_html"]
    assert isinstance(content, str)
    assert 'href="https://digest.example/media/a.svg"' in content


def test_the_editors_note_goes_with_the_text(dated: Digest) -> None:
    assert "<aside><p>Why.</p></aside>" in str(items(dated.build())[0]["content_html"])


def test_a_json_item_says_what_is_known_and_no_more(dated: Digest) -> None:
    full, _, bare = items(dated.build())
    assert set(bare) == {"id", "url", "content_html"}
    assert full["date_published"] == "2024-03-29T10:15:00Z"
    assert full["external_url"] == "https://a.example/1"
    assert full["authors"] == [{"name": "@someone"}]
    assert full["tags"] == ["one"]


def test_an_entry_keeps_its_id_when_the_post_moves_is_renamed_and_retitled(dated: Digest) -> None:
    before = ids(dated.build())
    dated.remove("content/topics/craft/full.md").post(
        "renamed", "See.", topic="play", id="8f3a", date="2024-03-29", title="New"
    )
    assert ids(dated.build())[0] == before[0]


def test_a_post_without_an_id_keeps_its_entry_when_it_moves_to_another_topic(
    digest: Digest,
) -> None:
    before = ids(digest.post("bare", "Text.").build())
    digest.remove("content/topics/craft/bare.md").post("bare", "Text.", topic="play").build()
    assert ids(digest) == before


def test_the_feeds_of_an_empty_digest_are_valid(digest: Digest) -> None:
    assert json.loads(digest.build().html("feed.json"))["items"] == []
    assert atom(digest).findtext("a:updated", None, ATOM) == "1970-01-01T00:00:00Z"


def test_a_feed_names_the_language_of_an_entry_that_is_in_another(dated: Digest) -> None:
    dated.post("bare", "Nothing but a text", lang="de-AT").build()
    languages = [
        entry.get("{http://www.w3.org/XML/1998/namespace}lang")
        for entry in atom(dated).findall("a:entry", ATOM)
    ]
    assert languages == [None, None, "de-AT"]
    assert [item.get("language") for item in items(dated)] == languages


def test_both_feeds_name_an_entry_alike(dated: Digest) -> None:
    assert ids(dated.build()) == [item["id"] for item in items(dated)]


def test_characters_that_xml_cannot_hold_are_left_out(dated: Digest) -> None:
    dated.post("odd", "A", title='"bell \\a end"').build()
    assert "bell  end" in [
        entry.findtext("a:title", None, ATOM) for entry in atom(dated).findall("a:entry", ATOM)
    ]


def test_the_sitemap_names_every_page_but_the_one_for_unknown_addresses(dated: Digest) -> None:
    sitemap = ET.fromstring(dated.build().html("sitemap.xml"))  # noqa: S314 -- our own output
    assert sorted(loc.text or "" for loc in sitemap.findall("s:url/s:loc", SITEMAP)) == [
        "https://digest.example/",
        "https://digest.example/archive/",
        "https://digest.example/essays/lamp/",
        "https://digest.example/posts/bare/",
        "https://digest.example/posts/full/",
        "https://digest.example/topics/craft/",
    ]


def test_the_sitemap_dates_a_post_and_not_the_topic_of_its_name(dated: Digest) -> None:
    dated.post("named", "Text.", id="craft", date="2024-02-02").build()
    sitemap = ET.fromstring(dated.html("sitemap.xml"))  # noqa: S314 -- our own output
    dates = {
        url.findtext("s:loc", "", SITEMAP): url.findtext("s:lastmod", None, SITEMAP)
        for url in sitemap.findall("s:url", SITEMAP)
    }
    assert dates["https://digest.example/topics/craft/"] is None
    assert dates["https://digest.example/posts/named/"] == "2024-02-02T00:00:00Z"


def test_a_feed_of_a_digest_without_dates_is_the_same_every_time(digest: Digest) -> None:
    digest.post("one").build().build().wrote()


def test_every_page_names_both_feeds_so_that_they_can_be_told_apart(dated: Digest) -> None:
    dated.build().shows("posts/bare/", 'title="Test digest (Atom)"', 'title="Test digest (JSON)"')
