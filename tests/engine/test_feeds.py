"""The feeds."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from tests.digest import Digest

ATOM = {"a": "http://www.w3.org/2005/Atom"}


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


def test_what_a_page_hides_is_not_in_its_feeds(digest: Digest) -> None:
    digest.post("a", "<p hidden>Not before May.</p>\n\nWe sow.").build()
    assert "before May" not in digest.html("feed.xml") + digest.html("feed.json")


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


def test_a_json_item_holds_only_known_values(dated: Digest) -> None:
    full, _, bare = items(dated.build())
    assert set(bare) == {"id", "url", "content_html"}
    assert full["date_published"] == "2024-03-29T10:15:00Z"
    assert full["external_url"] == "https://a.example/1"
    assert full["authors"] == [{"name": "@someone"}]
    assert full["tags"] == ["one"]


def test_an_atom_entry_names_its_topic_and_then_its_tags(dated: Digest) -> None:
    feed = atom(dated.post("tagged", "Sow.", tags="[C++, rye & oats]", title="Sow").build())
    categories = [
        (category.get("term"), category.get("label"))
        for category in feed.findall("a:entry[a:title='Sow']/a:category", ATOM)
    ]
    assert categories == [("craft", "Craft"), ("C++", None), ("rye & oats", None)]


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
    assert atom(digest).findtext("a:updated", None, ATOM) == "2005-12-01T00:00:00Z"


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


def test_characters_that_xml_cannot_hold_become_spaces(dated: Digest) -> None:
    dated.post("odd", "A", title='"bell \\a end"').build()
    assert "bell   end" in [
        entry.findtext("a:title", None, ATOM) for entry in atom(dated).findall("a:entry", ATOM)
    ]


def test_words_that_a_character_outside_of_xml_keeps_apart_stay_apart(dated: Digest) -> None:
    dated.post("odd", "A", title='"one\\ftwo\\vthree"').build()
    assert "one two three" in updates(dated)


def test_a_feed_of_a_digest_without_dates_is_the_same_every_time(digest: Digest) -> None:
    digest.post("one").build().build().wrote()


def test_every_page_links_both_feeds_with_distinct_titles(dated: Digest) -> None:
    dated.build().shows("posts/bare/", 'title="Test digest (Atom)"', 'title="Test digest (JSON)"')


FEEDS = ("feed", "topics/craft/feed", "authors/someone/feed")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ABSOLUTE = re.compile(r"https://\S+")


def updates(digest: Digest, name: str = "feed.xml") -> dict[str, str]:
    """When each entry was updated, by its title."""
    feed = ET.fromstring(digest.html(name))  # noqa: S314 -- our own output
    return {
        entry.findtext("a:title", "", ATOM): entry.findtext("a:updated", "", ATOM)
        for entry in feed.findall("a:entry", ATOM)
    }


@pytest.mark.parametrize("name", FEEDS)
def test_an_atom_feed_keeps_the_rules_of_rfc_4287(dated: Digest, name: str) -> None:
    feed = ET.fromstring(dated.build().html(f"{name}.xml"))  # noqa: S314 -- our own output
    home = f"https://digest.example/{name.removesuffix('feed')}"
    assert feed.tag == f"{{{ATOM['a']}}}feed"
    assert feed.findtext("a:id", None, ATOM) == home
    links = [dict(link.attrib) for link in feed.findall("a:link", ATOM)]
    assert links == [
        {"rel": "self", "type": "application/atom+xml", "href": f"{home}feed.xml"},
        {"rel": "alternate", "type": "text/html", "href": home},
    ]
    assert feed.findtext("a:author/a:name", None, ATOM)
    entries = feed.findall("a:entry", ATOM)
    assert entries
    for element in (feed, *entries):
        for tag in ("id", "title", "updated"):
            assert len(element.findall(f"a:{tag}", ATOM)) == 1
        assert RFC_3339.fullmatch(element.findtext("a:updated", "", ATOM))
    for entry in entries:
        assert (entry.findtext("a:id", "", ATOM)).startswith("urn:uuid:")
        (alternate,) = (
            link for link in entry.findall("a:link", ATOM) if link.get("rel") == "alternate"
        )
        assert ABSOLUTE.fullmatch(alternate.get("href", ""))
        (content,) = entry.findall("a:content", ATOM)
        assert content.get("type") == "html"
    names = [entry.findtext("a:id", None, ATOM) for entry in entries]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", FEEDS)
def test_a_json_feed_keeps_the_rules_of_version_1_1(dated: Digest, name: str) -> None:
    feed = json.loads(dated.build().html(f"{name}.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"https://digest.example/{name}.json"
    assert feed["home_page_url"] == f"https://digest.example/{name.removesuffix('feed')}"
    assert isinstance(feed["title"], str)
    assert feed["items"]
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert isinstance(item["content_html"], str)
        assert ABSOLUTE.fullmatch(item["url"])
        for key in ("date_published", "date_modified"):
            assert RFC_3339.fullmatch(item.get(key, "2024-01-01T00:00:00Z"))
        assert all(author["name"] for author in item.get("authors", []))


def test_a_topic_s_feed_has_its_posts_and_the_essays_that_it_shows(dated: Digest) -> None:
    dated.page("essays/lamp.md", "A lamp.", title="Lamp", date="2024-01-01", also="[craft]")
    dated.post("other", "Elsewhere.", topic="play").build()
    assert list(updates(dated, "topics/craft/feed.xml")) == ["See it", "Lamp", "Nothing but a text"]
    dated.shows("topics/craft/feed.xml", "<title>Craft – Test digest</title>")


def test_an_author_s_feed_has_the_author_s_pages_and_name(dated: Digest) -> None:
    assert list(updates(dated.build(), "authors/someone/feed.xml")) == ["See it"]
    dated.shows("authors/someone/feed.xml", "<author><name>@someone</name></author>\n <entry>")


def test_feeds_of_topics_and_authors_are_named_on_their_pages(dated: Digest) -> None:
    dated.build().shows("topics/craft/", 'title="Craft – Test digest (Atom)" href="feed.xml"')
    dated.shows("authors/someone/", 'title="@someone – Test digest (JSON)" href="feed.json"')
    dated.lacks("", "topics/craft/feed.xml")


def test_a_feed_ends_after_a_hundred_entries(digest: Digest) -> None:
    for number in range(101):
        digest.post(f"p{number}", f"Number {number}.", date=f"{1900 + number}-01-01", author="Ann")
    digest.build()
    for name in ("feed", "topics/craft/feed", "authors/ann/feed"):
        assert len(json.loads(digest.html(f"{name}.json"))["items"]) == 100
        digest.lacks(f"{name}.xml", "Number 0.")


def test_an_entry_was_updated_when_the_editor_says_so(dated: Digest) -> None:
    dated.post("bare", "Changed.", date="2024-02-02", updated="2024-05-05").build()
    assert updates(dated)["Changed"] == "2024-05-05T00:00:00Z"
    assert items(dated)[0]["date_modified"] == "2024-05-05T00:00:00Z"
    dated.shows("feed.xml", "<updated>2024-05-05T00:00:00Z</updated>\n <link")
    dated.shows("sitemap.xml", "<lastmod>2024-05-05T00:00:00Z</lastmod>")


def test_an_entry_is_not_updated_by_another_page_nor_by_a_new_edition(dated: Digest) -> None:
    before = updates(dated.build())
    dated.page("index.md", "Welcome.", date="2024-05-30").post("new", "New.", date="2024-05-29")
    after = updates(dated.build())
    assert after.pop("New") == "2024-05-29T00:00:00Z"
    assert after == before


def test_an_entry_that_has_no_date_has_the_oldest_of_the_digest_and_never_seems_new(
    dated: Digest,
) -> None:
    assert updates(dated.build())["Nothing but a text"] == "2024-01-01T00:00:00Z"
    dated.post("new", "New.", date="2024-05-29").build()
    assert updates(dated)["Nothing but a text"] == "2024-01-01T00:00:00Z"
    bare = items(dated)[-1]
    assert bare["content_html"] == "<p>Nothing but a text.</p>"
    assert not {"date_published", "date_modified"} & set(bare)


def test_a_feed_of_a_digest_that_tells_no_moment_at_all_is_valid(digest: Digest) -> None:
    assert updates(digest.post("one").build()) == {"A post": "2005-12-01T00:00:00Z"}
    digest.page("index.md", "Welcome.", date="2024-02-02").build()
    assert updates(digest) == {"A post": "2024-02-02T00:00:00Z"}


def test_a_post_without_a_date_has_in_feeds_alone_the_moment_of_its_import(dated: Digest) -> None:
    for number, text in enumerate(("First.", "Second.")):
        dated.post(f"p{number}", text, added=f"2024-02-02T08:00:00.00000{number}Z")
    assert list(updates(dated.build())) == [
        "See it",
        "Second",
        "First",
        "The lamp",
        "Nothing but a text",
    ]
    assert updates(dated)["First"] == "2024-02-02T08:00:00Z"
    assert updates(dated)["Second"] == "2024-02-02T08:00:00.000001Z"
    assert items(dated)[1]["date_published"] == "2024-02-02T08:00:00.000001Z"
    for address in ("posts/p0/", "archive/", "sitemap.xml"):
        dated.lacks(address, "2024-02-02")


def test_feeds_list_first_what_was_changed_last(dated: Digest) -> None:
    dated.post("old", "Old.", date="2020-01-01", updated="2024-05-05", author="'@someone'").build()
    for name in ("feed.xml", "topics/craft/feed.xml", "authors/someone/feed.xml"):
        assert list(updates(dated, name))[:2] == ["Old", "See it"]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ('https://x.example/a"b{c}|d^e`', "https://x.example/a%22b%7Bc%7D%7Cd%5Ee%60"),
        ("https://x.example/a%20b\\<c>", "https://x.example/a%20b%5C%3Cc%3E"),
        (
            "https://bücher.example/ä?q=[1]#ü",
            "https://xn--bcher-kva.example/%C3%A4?q=%5B1%5D#%C3%BC",
        ),
    ],
)
def test_whatever_a_source_holds_its_address_in_feeds_and_pages_is_valid(
    dated: Digest, source: str, written: str
) -> None:
    dated.post("full", "See.", date="2024-03-29", source=f"'{source}'").build()
    via = atom(dated).find("a:entry/a:link[@rel='via']", ATOM)
    assert via is not None
    assert via.get("href") == items(dated)[0]["external_url"] == written
    dated.shows("posts/full/", f'href="{written}"')


def test_whatever_the_sites_address_holds_its_feeds_have_valid_addresses(dated: Digest) -> None:
    dated.write("sitegen.toml", 'title = "T"\nbase_url = "https://bücher.example/ä|{b}"\n').build()
    home = "https://xn--bcher-kva.example/%C3%A4%7C%7Bb%7D/"
    assert atom(dated).findtext("a:id", None, ATOM) == home
    assert items(dated)[0]["url"] == f"{home}posts/full/"
    dated.shows("sitemap.xml", f"<loc>{home}posts/full/</loc>").shows(
        "404.html", "/%C3%A4%7C%7Bb%7D/"
    )


def test_every_link_in_a_feed_is_whole_wherever_it_leads(dated: Digest) -> None:
    links = "[a](#end) [b](../two/?x=1&y=2) [c](//cdn.example/) [d](mailto:a@b.example) [e](/ä/)"
    content = str(items(dated.post("full", links, date="2024-03-29").build())[0]["content_html"])
    assert re.findall(r'href="([^"]*)"', content) == [
        "https://digest.example/posts/full/#end",
        "https://digest.example/posts/two/?x=1&amp;y=2",
        "https://cdn.example/",
        "mailto:a@b.example",
        "https://digest.example/%C3%A4/",
    ]


def test_markup_in_titles_and_names_is_escaped(dated: Digest) -> None:
    dated.post("odd", "A", title="'a < b & \"c\"'", author="'<i>'", date="2024-05-01").build()
    feed = atom(dated)
    assert feed.findtext("a:entry/a:title", None, ATOM) == 'a < b & "c"'
    assert feed.findtext("a:entry/a:author/a:name", None, ATOM) == "<i>"


def test_a_feed_is_made_again_when_what_another_feed_shows_too_is_edited(dated: Digest) -> None:
    dated.build().post("bare", "Other words.").build()
    for name in ("feed.xml", "feed.json", "topics/craft/feed.xml", "topics/craft/feed.json"):
        dated.shows(name, "Other words.")


def test_a_post_that_is_no_more_than_its_title_has_a_content(dated: Digest) -> None:
    dated.write("content/topics/craft/title.md", "# Only this\n").build()
    (item,) = [item for item in items(dated) if item.get("title") == "Only this"]
    assert item["content_html"] == ""
